/// What the structure of a PNG file says, without decoding its pixels. (W3C, PNG specification, third edition.)
///
/// The check walks the file chunk by chunk: signature, header, order of chunks, every CRC, image data, and an end with
/// nothing behind it. What the image data decompresses to is not looked at, so a file of a few bytes that stands for
/// gigabytes of pixels costs no more than its bytes.
///
/// Xcode's variant of PNG, which begins with a chunk `CgBI`, is accepted and told by ``isCgBI``: Apple's systems show
/// it, and no other decoder does.
public struct PNGStructure: Sendable, Hashable {
    /// What the samples of a pixel mean (section 11.2.1).
    public enum ColorType: UInt8, Sendable, Hashable {
        /// One sample, from black to white.
        case greyscale = 0
        /// Red, green, blue.
        case truecolor = 2
        /// One index into the palette.
        case indexed = 3
        /// Greyscale and alpha.
        case greyscaleAlpha = 4
        /// Red, green, blue, alpha.
        case truecolorAlpha = 6
    }

    /// The width, in pixels; at least 1.
    public let width: Int

    /// The height, in pixels; at least 1.
    public let height: Int

    /// The bits of a sample, or of a palette index: 1, 2, 4, 8 or 16.
    public let bitDepth: Int

    /// What the samples of a pixel mean.
    public let colorType: ColorType

    /// Whether the pixels are ordered in Adam7's seven passes.
    public let isInterlaced: Bool

    /// Whether this is Xcode's variant, which decoders other than Apple's refuse.
    public let isCgBI: Bool

    /// Checks a file.
    /// - Throws: ``PassError`` with a code that begins with `container.png-` and names the first fault.
    public init(checking bytes: some Collection<UInt8>) throws(PassError) {
        let check = { (bytes: UnsafeBufferPointer<UInt8>) -> Result<PNGStructure, PassError> in
            Result { () throws(PassError) in try PNGStructure(checking: bytes.span) }
        }
        let result = bytes.withContiguousStorageIfAvailable(check) ?? Array(bytes).withUnsafeBufferPointer(check)
        self = try result.get()
    }

    /// Checks a file.
    /// - Throws: ``PassError`` with a code that begins with `container.png-` and names the first fault.
    public init(checking bytes: Span<UInt8>) throws(PassError) {
        var check = PNGCheck()
        try check.run(bytes)
        self = try check.structure()
    }

    init(header: PNGHeader, isCgBI: Bool) {
        width = header.width
        height = header.height
        bitDepth = header.bitDepth
        colorType = header.colorType
        isInterlaced = header.isInterlaced
        self.isCgBI = isCgBI
    }
}
