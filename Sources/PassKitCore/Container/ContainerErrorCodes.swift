extension PassError.Code {
    /// A folder cannot be read as a pass.
    public static let containerFolder = Self("container.folder")

    /// The archive holds no `pass.json`, so it is no pass.
    public static let containerPassMissing = Self("container.pass-missing")

    /// The file name given for an image is not one a pass can hold.
    public static let containerImageName = Self("container.image-name")

    /// The pass has no icon, without which Wallet refuses it.
    public static let containerIconMissing = Self("container.icon-missing")

    /// A language is no tag that can name an `.lproj` folder.
    public static let containerLanguage = Self("container.language")

    /// A strings file is in no encoding that Wallet reads.
    public static let containerStringsEncoding = Self("container.strings-encoding")

    /// A strings file breaks the syntax of strings files.
    public static let containerStringsSyntax = Self("container.strings-syntax")

    /// The bytes of an image do not begin as a PNG file does.
    public static let containerPNGSignature = Self("container.png-signature")

    /// The header of a PNG file states a size, depth, color type or method that PNG does not have.
    public static let containerPNGHeader = Self("container.png-header")

    /// The chunks of a PNG file are broken, unknown, or in the wrong order.
    public static let containerPNGChunk = Self("container.png-chunk")

    /// A chunk of a PNG file does not have the CRC that is stated.
    public static let containerPNGChecksum = Self("container.png-checksum")

    /// A PNG file breaks off before its end.
    public static let containerPNGTruncated = Self("container.png-truncated")

    /// A PNG file holds no image data.
    public static let containerPNGNoData = Self("container.png-no-data")

    /// Bytes follow the end of a PNG file.
    public static let containerPNGTrailingBytes = Self("container.png-trailing-bytes")
}
