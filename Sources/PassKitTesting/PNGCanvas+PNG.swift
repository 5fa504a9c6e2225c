import CPassKitShims
import PassKitCore

extension PNGCanvas {
    /// The picture as PNG (W3C, Portable Network Graphics, sections 5 and 11).
    func png() throws(PassError) -> [UInt8] {
        let header = Self.big(UInt32(width)) + Self.big(UInt32(height)) + [8, 2, 0, 0, 0]
        let rows = scanlines
        let deflated = try Deflate.compress(rows, level: 9) ?? Self.stored(rows)
        let adler = passkit_adler32(rows, rows.count)
        // 0x78 0xDA: deflate with the largest window, at the highest level (RFC 1950 section 2.2).
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header)
            + Self.chunk("IDAT", [0x78, 0xDA] + deflated + Self.big(adler)) + Self.chunk("IEND", [])
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + content
        return big(UInt32(content.count)) + body + big(passkit_crc32(0, body, body.count))
    }

    /// Deflate's stored blocks (RFC 1951 section 3.2.4), for a picture that does not get smaller.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var blocks: [UInt8] = []
        for start in stride(from: 0, to: max(1, bytes.count), by: 65_535) {
            let block = bytes[start..<min(start + 65_535, bytes.count)]
            let length = UInt16(block.count)
            blocks.append(start + block.count >= bytes.count ? 1 : 0)
            for value in [length, ~length] { blocks += [UInt8(value & 0xFF), UInt8(value >> 8)] }
            blocks += block
        }
        return blocks
    }

    private static func big(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
