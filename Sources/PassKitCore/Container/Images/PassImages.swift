/// The images of a pass, by file name: `logo@2x.png`, `de.lproj/strip.png`.
///
/// Images are read from the package when asked for, and what is not changed stays as it is in the archive. What is
/// changed is checked when the package is written: every image is a PNG at the root or in a language's `.lproj` folder.
public struct PassImages: Sendable {
    /// The archive that unchanged images come from.
    private let base: PassArchive

    /// Tells images that came from a package from those of another one.
    let origin: PackageOrigin

    /// What differs from the archive; nil stands for a removed image.
    private(set) var changes: [String: [UInt8]?] = [:]

    /// No images.
    public init() {
        self.init(of: PassArchive(), origin: PackageOrigin())
    }

    init(of archive: PassArchive, origin: PackageOrigin) {
        self.base = archive
        self.origin = origin
    }

    /// The names of all images, sorted.
    public var names: [String] {
        var names = Set(Self.names(in: base))
        for (name, bytes) in changes {
            if bytes == nil { names.remove(name) } else { names.insert(name) }
        }
        return names.sorted()
    }

    /// The bytes of an image, or nil when there is none; setting adds or replaces it, setting nil removes it.
    ///
    /// Setting the very bytes that are there is no change. An image whose archive entry is broken reads as nil; use
    /// ``bytes(of:)`` to learn why.
    public subscript(name: String) -> [UInt8]? {
        get { try? bytes(of: name) }
        set {
            let original = Self.isImage(name) ? try? base.bytes(of: name) : nil
            if newValue == original, newValue != nil || base.entry(named: name) == nil {
                changes[name] = nil
            } else {
                changes[name] = .some(newValue)
            }
        }
    }

    /// The bytes of the image in a slot: `images[.logo, scale: 2, language: "de"]`.
    ///
    /// Setting adds or replaces it, setting nil removes it.
    public subscript(slot: ImageSlot, scale scale: Int = 1, language language: String? = nil) -> [UInt8]? {
        get { self[PassImageName(slot, scale: scale, language: language).path] }
        set { self[PassImageName(slot, scale: scale, language: language).path] = newValue }
    }

    /// The names of the images in a slot, of all scales and languages, sorted.
    public func names(of slot: ImageSlot) -> [PassImageName] {
        names.compactMap(PassImageName.init).filter { $0.slot == slot }
    }

    /// The bytes of an image.
    /// - Throws: ``PassError`` of the archive when there is no such image, or its entry is broken.
    public func bytes(of name: String) throws(PassError) -> [UInt8] {
        if let changed = changes[name], let bytes = changed { return bytes }
        if changes.keys.contains(name) || !Self.isImage(name) { return try PassArchive().bytes(of: name) }
        return try base.bytes(of: name)
    }

    static func names(in archive: PassArchive) -> [String] {
        archive.entries.map(\.name).filter(isImage)
    }

    static func isImage(_ name: String) -> Bool {
        PassFileName(name)?.isImage ?? false
    }
}

extension PassImages: ExpressibleByDictionaryLiteral {
    /// Images by name; of equal names the last one counts.
    public init(dictionaryLiteral elements: (String, [UInt8])...) {
        self.init()
        for (name, bytes) in elements { self[name] = bytes }
    }
}

/// The identity of an opened package: images and localizations made from it share it.
final class PackageOrigin: Sendable {}
