import CPassKitShims

/// CRC-32 as ZIP and PNG use it.
package enum CRC32 {
    /// The checksum of bytes, or of bytes that follow others whose checksum is given.
    package static func checksum(_ bytes: Span<UInt8>, after others: UInt32 = 0) -> UInt32 {
        bytes.withUnsafeBufferPointer { passkit_crc32(others, $0.baseAddress, $0.count) }
    }

    /// The checksum of bytes.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { passkit_crc32(0, $0.baseAddress, $0.count) }
    }
}
