/// Walks the chunks of a PNG file and keeps the rules of their order (PNG, section 5.6).
struct PNGCheck {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private enum ImageData {
        case awaited
        case running
        case over
    }

    private var isCgBI = false
    private var header: PNGHeader?
    private var hasPalette = false
    private var imageData = ImageData.awaited
    private var imageDataLength = 0
    private var isEnded = false

    mutating func run(_ bytes: Span<UInt8>) throws(PassError) {
        let begins = bytes.count >= 8 && Self.signature.indices.allSatisfy { bytes[$0] == Self.signature[$0] }
        guard begins else {
            throw PassError(
                .containerPNGSignature,
                "The bytes do not begin as a PNG file does. Convert the image to PNG; a new file name is not enough."
            )
        }
        var position = 8
        while !isEnded {
            let chunk = try PNGChunk(in: bytes, at: position)
            try take(chunk, data: bytes.extracting(chunk.data), isFirst: position == 8)
            position = chunk.end
        }
        guard position == bytes.count else {
            throw PassError(
                .containerPNGTrailingBytes,
                "\(bytes.count - position) bytes follow the end of the PNG file. Cut them off, or export the image "
                    + "again."
            )
        }
    }

    func structure() throws(PassError) -> PNGStructure {
        guard let header else { throw Self.order("has no header") }
        return PNGStructure(header: header, isCgBI: isCgBI)
    }

    private mutating func take(_ chunk: PNGChunk, data: Span<UInt8>, isFirst: Bool) throws(PassError) {
        if isFirst, chunk.type == Self.type("CgBI") {
            isCgBI = true
            return
        }
        guard let header else {
            guard chunk.type == Self.type("IHDR") else { throw Self.order("begins with \(chunk.name), not with IHDR") }
            self.header = try PNGHeader(data)
            return
        }
        if imageData == .running, chunk.type != Self.type("IDAT") { imageData = .over }
        switch chunk.type {
        case Self.type("PLTE"): try takePalette(data, header)
        case Self.type("IDAT"): try takeImageData(data, header)
        case Self.type("IEND"): try end(data)
        default:
            guard !chunk.isCritical else {
                throw Self.order("holds a chunk \(chunk.name) out of place, or one that no decoder knows")
            }
        }
    }

    private mutating func takePalette(_ data: Span<UInt8>, _ header: PNGHeader) throws(PassError) {
        let isGrey = header.colorType == .greyscale || header.colorType == .greyscaleAlpha
        let mostEntries = header.colorType == .indexed ? 1 << header.bitDepth : 256
        guard !hasPalette, imageData == .awaited, !isGrey, !data.isEmpty, data.count.isMultiple(of: 3),
            data.count / 3 <= mostEntries
        else { throw Self.order("has a palette of the wrong size or in the wrong place") }
        hasPalette = true
    }

    private mutating func takeImageData(_ data: Span<UInt8>, _ header: PNGHeader) throws(PassError) {
        guard imageData != .over else { throw Self.order("has other chunks between those of the image data") }
        guard hasPalette || header.colorType != .indexed else { throw Self.order("has indexed pixels and no palette") }
        imageData = .running
        imageDataLength += data.count
    }

    private mutating func end(_ data: Span<UInt8>) throws(PassError) {
        guard imageDataLength > 0 else {
            throw PassError(.containerPNGNoData, "The PNG file holds no image data. Export the image again.")
        }
        guard data.isEmpty else { throw Self.order("has content in its end chunk") }
        isEnded = true
    }

    private static func type(_ name: StaticString) -> UInt32 {
        name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
    }

    private static func order(_ fault: String) -> PassError {
        PassError(.containerPNGChunk, "The PNG file \(fault). Export the image again.")
    }
}
