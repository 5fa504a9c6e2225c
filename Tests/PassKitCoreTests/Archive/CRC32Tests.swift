import CPassKitShims
import PassKitCore
import Testing

@Suite struct CRC32Tests {
    @Test func hasTheStandardsCheckValue() {
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    /// Every length around the borders of the folded part, at every alignment, agrees with zlib.
    @Test func agreesWithZlib() {
        let bytes = (0..<1200).map { _ in UInt8.random(in: .min ... .max) }
        let seed = UInt32.random(in: .min ... .max)
        bytes.withUnsafeBufferPointer { buffer in
            for start in 0..<16 {
                for count in 0..<600 {
                    let part = UnsafeBufferPointer(rebasing: buffer[start..<(start + count)])
                    let fast = passkit_crc32(seed, part.baseAddress, count)
                    let plain = passkit_crc32_zlib(seed, part.baseAddress, count)
                    if fast != plain { Issue.record("start \(start), count \(count)") }
                }
            }
        }
    }
}
