/// An opened `.pkpass`: the pass, its images and its localizations, over the archive they came from.
///
/// What you do not touch stays as it is: an unchanged package gives back the very bytes it was read from, and of a
/// changed one every other file keeps its bytes, and `pass.json` the spelling and the blanks of whatever was not edited.
/// A change voids the signature; ``signed(by:at:)`` makes a new one.
///
/// ```swift
/// var package = try PassPackage(reading: bytes)
/// package.pass.logoText = "Gate B7"
/// package.images["logo@2x.png"] = newLogo
/// let signed = try await package.signed(by: signer)
/// ```
public struct PassPackage: Sendable {
    private let base: PassArchive
    private let basePass: Pass?
    private let origin: PackageOrigin

    /// The content of `pass.json`.
    public var pass: Pass

    /// The images.
    public var images: PassImages

    /// The strings, by language.
    public var localizations: Localizations

    /// What `personalization.json` is to become; nil while it stays as it is.
    private var newPersonalization: Personalization??

    /// Opens a package.
    ///
    /// Unsigned packages open too; whether the signature holds is for ``PassVerifier`` to say.
    /// - Throws: ``PassError`` of the archive, of the JSON, or ``PassError/Code/containerPassMissing``.
    public init(reading bytes: some Collection<UInt8>, limits: ArchiveLimits = .default) throws(PassError) {
        try self.init(PassArchive(reading: bytes, limits: limits))
    }

    /// Opens a package from its archive.
    /// - Throws: ``PassError`` of the archive, of the JSON, or ``PassError/Code/containerPassMissing``.
    public init(_ archive: PassArchive) throws(PassError) {
        guard archive.entry(named: PassFileName.pass) != nil else {
            if PassBundle.isBundle(archive) {
                throw PassError(
                    .archiveIsBundle,
                    "The archive holds whole passes, so it is a bundle. Open it with PassBundle, and each pass in it."
                )
            }
            throw PassError(
                .containerPassMissing,
                "The archive holds no pass.json at its root. Zip the files of the pass themselves, not their folder."
            )
        }
        let pass = try Pass(parsing: archive.bytes(of: PassFileName.pass))
        let origin = PackageOrigin()
        self.base = archive
        self.basePass = pass
        self.origin = origin
        self.pass = pass
        self.images = PassImages(of: archive, origin: origin)
        self.localizations = Localizations(of: archive, origin: origin)
    }

    /// Makes a package from nothing.
    public init(pass: Pass, images: PassImages = .init(), localizations: Localizations = .init()) {
        self.base = PassArchive()
        self.basePass = nil
        self.origin = PackageOrigin()
        self.pass = pass
        self.images = images
        self.localizations = localizations
    }

    /// The form that signs up for a reward programme, from `personalization.json`; nil when there is none.
    ///
    /// Setting adds or replaces the file, setting nil removes it. A file that is no JSON object reads as nil.
    public var personalization: Personalization? {
        get { newPersonalization ?? object(in: PassFileName.personalization).map(Personalization.init(json:)) }
        set {
            guard newValue == nil || newValue != personalization else { return }
            newPersonalization = .some(newValue)
        }
    }

    /// The object that a JSON file of the archive holds.
    func object(in file: String) -> JSONObject? {
        guard let bytes = try? base.bytes(of: file) else { return nil }
        return (try? JSONValue(parsing: bytes, limits: .pass))?.objectValue
    }

    /// The package as an archive.
    ///
    /// Unchanged, it is the archive that was opened, signature included. Changed, it is unsigned: manifest and
    /// signature would no longer fit, so neither is there.
    /// - Throws: ``PassError`` when a new image is no PNG, an image or a language has a name a pass cannot hold, or a
    ///   file cannot be kept.
    public func archive() throws(PassError) -> PassArchive {
        var archive = try edited()
        if archive.isModified {
            archive.remove(PassFileName.manifest)
            archive.remove(PassFileName.signature)
        }
        return archive
    }

    /// The archive with all changes made; its manifest and signature, if any, are still the old ones.
    func edited() throws(PassError) -> PassArchive {
        var archive = base
        if pass != basePass { try archive.set(passBytes(), for: PassFileName.pass) }
        if case .some(let changed) = newPersonalization {
            if let changed {
                try archive.set(changed.jsonValue.bytes(), for: PassFileName.personalization)
            } else {
                archive.remove(PassFileName.personalization)
            }
        }
        try applyImages(to: &archive)
        try applyLocalizations(to: &archive)
        return archive
    }

    /// The new `pass.json`: where it was edited it differs from the old one, and nowhere else.
    private func passBytes() throws(PassError) -> [UInt8] {
        guard let basePass else { return pass.bytes() }
        let text = try base.bytes(of: PassFileName.pass)
        return JSONRevision.bytes(of: pass.jsonValue, over: text, parsedAs: basePass.jsonValue)
    }

    private func applyImages(to archive: inout PassArchive) throws(PassError) {
        if images.origin === origin {
            for (name, bytes) in images.changes.sorted(by: { $0.key < $1.key }) {
                try Self.set(bytes, image: name, in: &archive)
            }
            return
        }
        let names = images.names
        for name in PassImages.names(in: base) where !names.contains(name) { archive.remove(name) }
        for name in names { try Self.set(images.bytes(of: name), image: name, in: &archive) }
    }

    private static func set(_ bytes: [UInt8]?, image name: String, in archive: inout PassArchive) throws(PassError) {
        guard PassImages.isImage(name) else {
            throw PassError(
                .containerImageName,
                "\"\(name.prefix(80))\" cannot name an image of a pass. Use a name such as logo@2x.png or "
                    + "de.lproj/logo@2x.png."
            )
        }
        guard let bytes else { return archive.remove(name) }
        try checkPNG(bytes, name, in: archive)
        try archive.set(bytes, for: name)
    }

    /// Checks an image that is new; what came with the package stays as it is.
    private static func checkPNG(_ bytes: [UInt8], _ name: String, in archive: PassArchive) throws(PassError) {
        do throws(PassError) {
            try PNGStructure.check(new: bytes)
        } catch {
            if archive.entry(named: name) != nil, (try? archive.bytes(of: name)) == bytes { return }
            throw PassError(error.code, "\(name): \(error.message)", cause: error)
        }
    }

    private func applyLocalizations(to archive: inout PassArchive) throws(PassError) {
        if localizations.origin === origin {
            for (language, strings) in localizations.changes.sorted(by: { $0.key < $1.key }) {
                try Self.set(strings, language: language, in: &archive)
            }
            return
        }
        let languages = localizations.languages
        for language in Localizations.languages(in: base) where !languages.contains(language) {
            archive.remove(PassFileName.path(PassFileName.strings, language: language))
        }
        for language in languages {
            try Self.set(localizations.strings(for: language), language: language, in: &archive)
        }
    }

    private static func set(
        _ strings: PassStrings?,
        language: String,
        in archive: inout PassArchive
    ) throws(PassError) {
        guard PassFileName.isLanguage(language) else {
            throw PassError(
                .containerLanguage,
                "\"\(language.prefix(40))\" cannot name a language's folder. Use a tag such as de, en-GB or zh-Hans."
            )
        }
        let path = PassFileName.path(PassFileName.strings, language: language)
        if let strings { try archive.set(strings.bytes(), for: path) } else { archive.remove(path) }
    }
}
