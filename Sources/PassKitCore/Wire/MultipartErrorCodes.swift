extension PassError.Code {
    /// The body is not said to be `multipart/form-data`.
    public static let multipartContentType = Self("multipart.content-type")

    /// The boundary is missing, too long, or has characters that no boundary may have.
    public static let multipartBoundary = Self("multipart.boundary")

    /// Something else than the boundary stands at the beginning.
    public static let multipartPreamble = Self("multipart.preamble")

    /// Something follows the last boundary.
    public static let multipartEpilogue = Self("multipart.epilogue")

    /// Blanks follow a boundary, which readers take for a boundary or for content.
    public static let multipartDelimiter = Self("multipart.delimiter")

    /// A header of a part is broken, folded over lines, or there twice.
    public static let multipartHeader = Self("multipart.header")

    /// A part has no `Content-Disposition: form-data` with one clear name.
    public static let multipartDisposition = Self("multipart.disposition")

    /// A part is encoded for transport, is a multipart body itself, or names a character set for others.
    public static let multipartEncoding = Self("multipart.encoding")

    /// A text is in another character set than UTF-8, US-ASCII or ISO 8859-1, or not in the one that is stated.
    public static let multipartCharset = Self("multipart.charset")

    /// The body ends before its last boundary.
    public static let multipartTruncated = Self("multipart.truncated")

    /// The body is longer than the limit.
    public static let multipartBodyTooLarge = Self("multipart.body-too-large")

    /// A part is longer than the limit, or all fields together are.
    public static let multipartPartTooLarge = Self("multipart.part-too-large")

    /// There are more parts, or more files, than the limit.
    public static let multipartTooManyParts = Self("multipart.too-many-parts")

    /// The headers of a part are longer, or more, than the limit.
    public static let multipartHeaderTooLarge = Self("multipart.header-too-large")

    /// A name cannot be sent so that every reader understands the same.
    public static let multipartName = Self("multipart.name")

    /// A part is there twice that may be there once.
    public static let multipartRepeatedPart = Self("multipart.repeated-part")

    /// A part is missing that must be there.
    public static let multipartMissingPart = Self("multipart.missing-part")
}
