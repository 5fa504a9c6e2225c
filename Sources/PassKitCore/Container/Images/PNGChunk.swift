/// One chunk of a PNG file: length, type, data, CRC (PNG, section 5.3).
struct PNGChunk {
    /// The largest number that PNG allows for lengths and sizes.
    static let maximum = 0x7FFF_FFFF

    /// The four letters of the type.
    let type: UInt32

    /// Where the data stands in the file.
    let data: Range<Int>

    /// Where the next chunk begins.
    var end: Int { data.upperBound + 4 }

    /// Reads the chunk that begins at an offset, and checks its CRC.
    init(in bytes: Span<UInt8>, at offset: Int) throws(PassError) {
        guard bytes.count - offset >= 12 else { throw Self.truncated(bytes.count - offset) }
        let length = Self.number(bytes, at: offset)
        type = UInt32(Self.number(bytes, at: offset + 4))
        guard Self.isType(type) else {
            throw PassError(
                .containerPNGChunk,
                "The PNG file holds no chunk at offset \(offset), where one must begin. Export the image again."
            )
        }
        guard length <= Self.maximum, length <= bytes.count - offset - 12 else {
            throw Self.truncated(bytes.count - offset)
        }
        data = (offset + 8)..<(offset + 8 + length)
        let stated = Self.number(bytes, at: data.upperBound)
        guard CRC32.checksum(bytes.extracting((offset + 4)..<data.upperBound)) == UInt32(stated) else {
            throw PassError(
                .containerPNGChecksum,
                "The chunk \(name) of the PNG file does not have the CRC that is stated. Transfer the image again."
            )
        }
    }

    /// The letters of the type.
    var name: String {
        let letters = (0..<4).map { UInt8(truncatingIfNeeded: type >> (24 - 8 * UInt32($0))) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Whether a decoder that does not know the type must give up: its first letter is a capital.
    var isCritical: Bool { type & 0x2000_0000 == 0 }

    /// Four bytes as a number, the most significant first.
    static func number(_ bytes: Span<UInt8>, at offset: Int) -> Int {
        Int(bytes[offset]) << 24 | Int(bytes[offset + 1]) << 16 | Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
    }

    private static func isType(_ type: UInt32) -> Bool {
        (0..<4).allSatisfy { letter in
            let byte = UInt8(truncatingIfNeeded: type >> (8 * UInt32(letter)))
            return (0x61...0x7A).contains(byte | 0x20)
        }
    }

    private static func truncated(_ rest: Int) -> PassError {
        PassError(
            .containerPNGTruncated,
            "The PNG file breaks off: \(rest) bytes are left where a chunk needs more. Transfer the image again."
        )
    }
}
