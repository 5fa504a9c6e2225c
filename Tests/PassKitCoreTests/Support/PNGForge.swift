import PassKitCore

/// Builds PNG files chunk by chunk, with right CRCs, so that a test can break exactly one rule.
struct PNGForge {
    /// One chunk; the CRC is the right one unless a test breaks it.
    struct Chunk {
        var type: String
        var data: [UInt8] = []
        var crcError: UInt32 = 0
    }

    var signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    var chunks: [Chunk]

    /// A whole image of one colour, which every decoder shows.
    init(width: Int = 1, height: Int = 1) {
        let rows = [UInt8](repeating: 0, count: (width * 3 + 1) * height)
        chunks = [
            Chunk(type: "IHDR", data: Self.header(width: width, height: height)),
            Chunk(type: "IDAT", data: Self.zlib(rows)),
            Chunk(type: "IEND"),
        ]
    }

    static func header(
        width: Int = 1,
        height: Int = 1,
        bitDepth: UInt8 = 8,
        colorType: UInt8 = 2,
        methods: [UInt8] = [0, 0, 0]
    ) -> [UInt8] {
        word(width) + word(height) + [bitDepth, colorType] + methods
    }

    /// The bytes of a whole image.
    static func image(width: Int = 1, height: Int = 1) -> [UInt8] {
        PNGForge(width: width, height: height).bytes
    }

    var bytes: [UInt8] {
        chunks.reduce(signature) { bytes, chunk in
            let body = Array(chunk.type.utf8) + chunk.data
            let crc = CRC32.checksum(body) ^ chunk.crcError
            return bytes + Self.word(chunk.data.count) + body + Self.word(Int(crc))
        }
    }

    static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// The rows in the stored blocks of a zlib stream, with their Adler-32.
    private static func zlib(_ rows: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: rows.count, by: 65_535) {
            let block = rows[start..<min(start + 65_535, rows.count)]
            let length = UInt16(block.count)
            stream.append(block.endIndex == rows.count ? 1 : 0)
            for number in [length, ~length] {
                stream.append(UInt8(truncatingIfNeeded: number))
                stream.append(UInt8(number >> 8))
            }
            stream += block
        }
        var (first, second) = (1, 0)
        for byte in rows {
            first = (first + Int(byte)) % 65_521
            second = (second + first) % 65_521
        }
        return stream + word(second << 16 | first)
    }
}

extension PNGForge {
    /// The bytes of a whole image, changed afterwards.
    static func image(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
        var bytes = image()
        change(&bytes)
        return bytes
    }
}
