/// What a multipart body may be, checked while it streams in.
///
/// A body of a real request has two to ten parts, and is a few hundred kilobytes long.
public struct MultipartLimits: Sendable, Hashable {
    /// The most bytes the whole body may have, whatever its stated length is.
    public var bodySize: Int

    /// The most bytes a file may have.
    public var fileSize: Int

    /// The most bytes a field, which is a part without a file name, may have.
    public var fieldSize: Int

    /// The most bytes all fields together may have.
    public var fieldsSize: Int

    /// The most parts.
    public var partCount: Int

    /// The most parts that are files.
    public var fileCount: Int

    /// The most headers of a part.
    public var headerCount: Int

    /// The most bytes a line of a part's headers may have.
    public var headerLineSize: Int

    /// The most bytes all headers of a part may have.
    public var headersSize: Int

    /// Makes limits; what is not given is as in ``default``.
    public init(
        bodySize: Int = 16 << 20,
        fileSize: Int = 10 << 20,
        fieldSize: Int = 256 << 10,
        fieldsSize: Int = 1 << 20,
        partCount: Int = 64,
        fileCount: Int = 16,
        headerCount: Int = 8,
        headerLineSize: Int = 4 << 10,
        headersSize: Int = 8 << 10
    ) {
        self.bodySize = bodySize
        self.fileSize = fileSize
        self.fieldSize = fieldSize
        self.fieldsSize = fieldsSize
        self.partCount = partCount
        self.fileCount = fileCount
        self.headerCount = headerCount
        self.headerLineSize = headerLineSize
        self.headersSize = headersSize
    }

    /// 16 MiB in all, files of at most 10 MiB, fields of at most 256 KiB, 64 parts of which 16 are files.
    public static let `default` = MultipartLimits()
}
