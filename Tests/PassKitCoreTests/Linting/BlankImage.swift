import PassKitCore

/// A PNG file of any size that every reader takes, and small: one bit a pixel, all black.
enum BlankImage {
    static func png(_ width: Int, _ height: Int) throws -> [UInt8] {
        let rows = [UInt8](repeating: 0, count: height * (1 + (width + 7) / 8))
        // Adler-32 of nothing but zeros.
        let checksum = PNGForge.word((rows.count % 65_521) << 16 | 1)
        var forge = PNGForge()
        forge.chunks[0].data = PNGForge.header(width: width, height: height, bitDepth: 1, colorType: 0)
        forge.chunks[1].data = [0x78, 0x01] + (try Deflate.compress(rows) ?? rows) + checksum
        return forge.bytes
    }
}
