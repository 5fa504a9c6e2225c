#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The textual encoding of certificates and keys (RFC 7468).
package enum PEM {
    /// Wraps DER as PEM.
    package static func encode(_ der: [UInt8], label: String) -> [UInt8] {
        let text = Data(der).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return Array("-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n".utf8)
    }

    /// The DER of every block with that label, in order; blocks that are broken are left out.
    ///
    /// Only these blocks are copied: a private key may stand beside them.
    package static func decode(_ bytes: some Collection<UInt8>, label: String) -> [[UInt8]] {
        withStorage(of: bytes) { decode($0, label) }
    }

    /// Whether the bytes look like PEM rather than DER.
    package static func isPEM(_ bytes: some Collection<UInt8>) -> Bool {
        withStorage(of: bytes) { find(Array("-----BEGIN ".utf8), in: $0, from: 0) != nil }
    }

    /// Whether a private key of any kind stands among the blocks.
    package static func holdsKey(_ bytes: some Collection<UInt8>) -> Bool {
        withStorage(of: bytes) { find(Array("PRIVATE KEY-----".utf8), in: $0, from: 0) != nil }
    }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ label: String) -> [[UInt8]] {
        let begin = Array("-----BEGIN \(label)-----".utf8)
        let end = Array("-----END \(label)-----".utf8)
        var blocks: [[UInt8]] = []
        var position = 0
        while let opening = find(begin, in: bytes, from: position),
            let closing = find(end, in: bytes, from: opening + begin.count)
        {
            let text = bytes[(opening + begin.count)..<closing].filter { $0 > 0x20 }
            if let data = Data(base64Encoded: Data(text)) { blocks.append([UInt8](data)) }
            position = closing + end.count
        }
        return blocks
    }

    private static func find(_ pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard bytes.count - start >= pattern.count else { return nil }
        return (start...(bytes.count - pattern.count)).first { place in
            bytes[place] == pattern[0] && bytes[place..<(place + pattern.count)].elementsEqual(pattern)
        }
    }

    private static func withStorage<Result>(
        of bytes: some Collection<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        bytes.withContiguousStorageIfAvailable(body) ?? Memory.withClearedCopy(of: bytes, body)
    }
}
