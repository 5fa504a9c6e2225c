import CPassKitShims
import Testing

@Suite struct SignatureSearchTests {
    /// Bytes of which every few look like the beginning of the signature, at every length and alignment.
    @Test func findsWhatAPlainSearchFinds() {
        let signature: [UInt8] = [0x50, 0x4B, 5, 6]
        let bytes = (0..<200).map { _ in signature.randomElement() ?? 0 }
        bytes.withUnsafeBufferPointer { buffer in
            for start in 0..<100 {
                for count in 0...100 {
                    let part = UnsafeBufferPointer(rebasing: buffer[start..<(start + count)])
                    let plain = (0..<max(0, count - 3)).first { part[$0..<($0 + 4)].elementsEqual(signature) }
                    let found = passkit_find4(part.baseAddress, count, 0x0605_4B50)
                    if found != plain ?? count { Issue.record("start \(start), count \(count)") }
                }
            }
        }
    }

    @Test(arguments: 0..<70) func findsOneAnywhere(_ place: Int) {
        var bytes = [UInt8](repeating: 0x50, count: 70)
        bytes.replaceSubrange(place..<place, with: [0x50, 0x4B, 5, 6])
        #expect(passkit_find4(bytes, bytes.count, 0x0605_4B50) == place)
        #expect(passkit_find4(bytes, place + 3, 0x0605_4B50) == place + 3)
    }
}
