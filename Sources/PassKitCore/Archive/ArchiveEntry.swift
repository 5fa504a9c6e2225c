/// One file of an archive.
public struct ArchiveEntry: Sendable, Hashable {
    /// How the content is kept.
    public enum Method: String, Sendable, Hashable, CustomStringConvertible {
        /// As it is.
        case stored
        /// Compressed by deflate (RFC 1951).
        case deflate

        /// The name of the method.
        public var description: String { rawValue }
    }

    /// The name: a relative path with `/`, checked to be safe and unique.
    public let name: String

    /// How the content is kept.
    public let method: Method

    /// The bytes the content takes in the archive.
    public let compressedSize: Int

    /// The bytes of the content.
    public let uncompressedSize: Int

    /// The CRC-32 of the content, as stated; it is checked when the content is read.
    public let crc32: UInt32

    /// Where the entry's local header stands in the archive that was read; nil for an entry added since.
    public let offset: Int?
}
