/// The strings of a pass, by language.
///
/// Wallet looks a value of `pass.json` up in the strings of the language that suits the device best, and shows the
/// value itself where there is no such key. Localized images stand in ``PassImages``.
public struct Localizations: Sendable {
    private let base: PassArchive
    let origin: PackageOrigin

    /// What differs from the archive; nil stands for removed strings.
    private(set) var changes: [String: PassStrings?] = [:]

    /// No localizations.
    public init() {
        self.init(of: PassArchive(), origin: PackageOrigin())
    }

    init(of archive: PassArchive, origin: PackageOrigin) {
        self.base = archive
        self.origin = origin
    }

    /// The languages that have strings, sorted; tags as in the folder names, such as `de` or `zh-Hans`.
    public var languages: [String] {
        var languages = Set(Self.languages(in: base))
        for (language, strings) in changes {
            if strings == nil { languages.remove(language) } else { languages.insert(language) }
        }
        return languages.sorted()
    }

    /// The strings of a language, or nil when there are none; setting nil removes them.
    ///
    /// Strings that cannot be read are nil here; use ``strings(for:)`` to learn why.
    public subscript(language: String) -> PassStrings? {
        get { try? strings(for: language) }
        set {
            guard newValue == nil || newValue != self[language] else { return }
            changes[language] = .some(newValue)
        }
    }

    /// The strings of a language.
    /// - Throws: ``PassError`` of the archive or of the strings file when there are none, or they cannot be read.
    public func strings(for language: String) throws(PassError) -> PassStrings {
        if let changed = changes[language] {
            guard let strings = changed else { return try Self.read(PassArchive(), language) }
            return strings
        }
        return try Self.read(base, language)
    }

    private static func read(_ archive: PassArchive, _ language: String) throws(PassError) -> PassStrings {
        try PassStrings(reading: archive.bytes(of: PassFileName.path(PassFileName.strings, language: language)))
    }

    static func languages(in archive: PassArchive) -> [String] {
        archive.entries.compactMap { entry in
            guard let name = PassFileName(entry.name), name.file == PassFileName.strings else { return nil }
            return name.language
        }
    }
}

extension Localizations: ExpressibleByDictionaryLiteral {
    /// Strings by language; of equal languages the last one counts.
    public init(dictionaryLiteral elements: (String, PassStrings)...) {
        self.init()
        for (language, strings) in elements { self[language] = strings }
    }
}
