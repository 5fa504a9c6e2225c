import CPassKitShims

/// Digests and codes over bytes in memory.
package enum Digest {
    /// SHA-1, which Apple's format demands for the manifest; used for nothing else.
    package static func sha1(_ bytes: Span<UInt8>) throws(PassError) -> [UInt8] {
        try make(20) { digest in
            bytes.withUnsafeBufferPointer { passkit_sha1($0.baseAddress, $0.count, digest) }
        }
    }

    /// The most contents that are hashed in one go.
    static let batchSize = 16

    /// SHA-1 of several contents, which takes little more than half the time of one after the other.
    static func sha1(_ contents: [ArraySlice<UInt8>]) throws(PassError) -> [[UInt8]] {
        guard contents.count <= batchSize else {
            return try contents.map { (slice) throws(PassError) in try sha1(slice.span) }
        }
        // The longest first, so that both lanes are busy to the end.
        let order = contents.indices.sorted { contents[$0].count > contents[$1].count }
        var digests = [UInt8](repeating: 0, count: 20 * order.count)
        let isDone = withPointers(to: order.map { contents[$0] }[...], []) { pointers in
            let starts: [UnsafePointer<UInt8>?] = pointers.map(\.baseAddress)
            let counts = pointers.map(\.count)
            return digests.withUnsafeMutableBufferPointer {
                passkit_sha1_many(starts, counts, starts.count, $0.baseAddress)
            }
        }
        guard isDone == 1 else { throw unavailable() }
        var sorted = [[UInt8]](repeating: [], count: order.count)
        for (row, index) in order.enumerated() { sorted[index] = Array(digests[(20 * row)..<(20 * row + 20)]) }
        return sorted
    }

    /// Nests as deep as a batch is large, so that all pointers are valid together.
    private static func withPointers(
        to contents: ArraySlice<ArraySlice<UInt8>>,
        _ pointers: [UnsafeBufferPointer<UInt8>],
        _ body: ([UnsafeBufferPointer<UInt8>]) -> Int32
    ) -> Int32 {
        guard let first = contents.first else { return body(pointers) }
        return first.withUnsafeBufferPointer { withPointers(to: contents.dropFirst(), pointers + [$0], body) }
    }

    /// SHA-256.
    package static func sha256(_ bytes: Span<UInt8>) throws(PassError) -> [UInt8] {
        try make(32) { digest in
            bytes.withUnsafeBufferPointer { passkit_sha256($0.baseAddress, $0.count, digest) }
        }
    }

    /// SHA-256.
    package static func sha256(_ bytes: [UInt8]) throws(PassError) -> [UInt8] {
        let span = bytes.span
        return try sha256(span)
    }

    /// HMAC with SHA-256 (RFC 2104).
    package static func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) throws(PassError) -> [UInt8] {
        try make(32) { passkit_hmac_sha256(key, key.count, bytes, bytes.count, $0) }
    }

    /// Whether two secrets are equal, told in a time that does not depend on where they differ.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && passkit_equal(left, right, left.count) == 1
    }

    private static func make(
        _ count: Int,
        _ fill: (UnsafeMutablePointer<UInt8>?) -> Int32
    ) throws(PassError) -> [UInt8] {
        var isDone = false
        let digest = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            isDone = fill(buffer.baseAddress) == 1
            written = isDone ? count : 0
        }
        guard isDone else { throw unavailable() }
        return digest
    }

    private static func unavailable() -> PassError {
        PassError(
            .cryptoUnavailable,
            "libcrypto offers no SHA-1 or SHA-256. Check its configuration: a pass cannot be made without both."
        )
    }
}
