/// The content of an `IHDR` chunk (PNG, section 11.2.1).
struct PNGHeader: Sendable {
    static let length = 13

    let width: Int
    let height: Int
    let bitDepth: Int
    let colorType: PNGStructure.ColorType
    let isInterlaced: Bool

    /// Reads the thirteen bytes.
    init(_ data: Span<UInt8>) throws(PassError) {
        guard data.count == Self.length else { throw Self.error("has \(data.count) bytes instead of 13") }
        let width = PNGChunk.number(data, at: 0)
        let height = PNGChunk.number(data, at: 4)
        guard width > 0, height > 0, width <= PNGChunk.maximum, height <= PNGChunk.maximum else {
            throw Self.error("states a size of \(width) × \(height) pixels")
        }
        guard let colorType = PNGStructure.ColorType(rawValue: data[9]) else {
            throw Self.error("states the color type \(data[9])")
        }
        guard Self.bitDepths(of: colorType).contains(data[8]) else {
            throw Self.error("states \(data[8]) bits a sample, which color type \(data[9]) does not have")
        }
        guard data[10] == 0, data[11] == 0, data[12] <= 1 else {
            throw Self.error("states a compression, filter or interlace method that PNG does not have")
        }
        self.width = width
        self.height = height
        self.bitDepth = Int(data[8])
        self.colorType = colorType
        self.isInterlaced = data[12] == 1
    }

    private static func bitDepths(of colorType: PNGStructure.ColorType) -> [UInt8] {
        switch colorType {
        case .greyscale: [1, 2, 4, 8, 16]
        case .indexed: [1, 2, 4, 8]
        case .truecolor, .greyscaleAlpha, .truecolorAlpha: [8, 16]
        }
    }

    private static func error(_ fault: String) -> PassError {
        PassError(.containerPNGHeader, "The header of the PNG file \(fault). Export the image again.")
    }
}
