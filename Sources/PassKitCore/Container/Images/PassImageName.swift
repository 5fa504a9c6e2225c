/// The name of an image file in a package: which slot it fills, at which scale, for which language.
public struct PassImageName: Hashable, Sendable, CustomStringConvertible {
    /// The slot.
    public let slot: ImageSlot

    /// How many pixels a point has: 1, 2 or 3.
    public let scale: Int

    /// The language of the `.lproj` folder, or nil for an image at the root, which is for all languages.
    public let language: String?

    /// Makes a name.
    /// - Parameters:
    ///   - slot: The slot.
    ///   - scale: How many pixels a point has; moved into 1…3.
    ///   - language: The language of the `.lproj` folder, such as `de`.
    public init(_ slot: ImageSlot, scale: Int = 1, language: String? = nil) {
        self.slot = slot
        self.scale = max(ImageSlot.scales.lowerBound, min(ImageSlot.scales.upperBound, scale))
        self.language = language
    }

    /// Reads a name: `logo@2x.png` or `de.lproj/logo@2x.png`; the `.png` may be left out.
    ///
    /// A name without scale means 1. Nil when this cannot name an image of a pass; whether the slot is known is for
    /// ``ImageSlot/isDocumented`` to say.
    public init?(_ spelling: String) {
        let path = spelling.hasSuffix(".png") ? spelling : spelling + ".png"
        guard let name = PassFileName(path), name.isImage else { return nil }
        var base = name.file.dropLast(".png".count)
        var scale = 1
        for factor in 2...3 where base.hasSuffix("@\(factor)x") && base.count > 3 {
            scale = factor
            base = base.dropLast(3)
            break
        }
        self.init(ImageSlot(rawValue: String(base)), scale: scale, language: name.language)
    }

    /// The path in the package.
    public var path: String {
        let file = scale == 1 ? "\(slot).png" : "\(slot)@\(scale)x.png"
        return language.map { PassFileName.path(file, language: $0) } ?? file
    }

    /// The path in the package.
    public var description: String { path }
}
