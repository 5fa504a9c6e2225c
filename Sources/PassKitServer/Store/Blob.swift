#if Server
    public import PassKitCore

    /// Bytes with their digest, under which a store keeps them once.
    public struct Blob: Sendable, Hashable {
        /// The digest.
        public let digest: BlobDigest
        /// The bytes.
        public let bytes: [UInt8]

        /// Takes bytes and computes their digest.
        /// - Throws: `PassError` with `crypto.unavailable` when libcrypto offers no SHA-256.
        public init(_ bytes: [UInt8]) throws(PassError) {
            self.digest = BlobDigest(uncheckedBytes: try Digest.sha256(bytes))
            self.bytes = bytes
        }

        /// Blobs with the same digest are the same.
        public static func == (left: Blob, right: Blob) -> Bool { left.digest == right.digest }

        /// Hashes the digest.
        public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
    }

    /// The SHA-256 of some bytes.
    public struct BlobDigest: Sendable, Hashable, CustomStringConvertible {
        /// The 32 bytes of the digest.
        public let bytes: [UInt8]

        /// Takes a digest; nil when there are not 32 bytes.
        public init?(bytes: [UInt8]) {
            guard bytes.count == 32 else { return nil }
            self.bytes = bytes
        }

        init(uncheckedBytes bytes: [UInt8]) { self.bytes = bytes }

        /// 64 hexadecimal digits.
        public var description: String { Hex.encode(bytes) }
    }
#endif
