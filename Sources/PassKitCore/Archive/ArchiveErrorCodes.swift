extension PassError.Code {
    /// The bytes are no ZIP archive at all.
    public static let archiveNotAZip = Self("archive.not-a-zip")

    /// The archive, an entry, or their number is beyond the limits.
    public static let archiveOverLimit = Self("archive.over-limit")

    /// There is no end record, or more than one that could be meant, or bytes follow it.
    public static let archiveEndRecord = Self("archive.end-record")

    /// The archive or an entry carries a comment.
    public static let archiveComment = Self("archive.comment")

    /// The archive is one of several disks.
    public static let archiveMultiDisk = Self("archive.multi-disk")

    /// The counts of entries do not agree.
    public static let archiveEntryCount = Self("archive.entry-count")

    /// The central directory is not where the end record says, or its records do not fill it.
    public static let archiveDirectory = Self("archive.central-directory")

    /// The zip64 records do not agree with each other or with the end record.
    public static let archiveZip64 = Self("archive.zip64")

    /// A local header is missing or broken.
    public static let archiveLocalHeader = Self("archive.local-header")

    /// A local header says something else than the central directory.
    public static let archiveHeaderMismatch = Self("archive.header-mismatch")

    /// An entry overlaps another one, or the central directory.
    public static let archiveOverlappingEntries = Self("archive.overlapping-entries")

    /// Bytes before, between or after the entries belong to none.
    public static let archiveUnclaimedBytes = Self("archive.unclaimed-bytes")

    /// A data descriptor is missing or says something else than the central directory.
    public static let archiveDataDescriptor = Self("archive.data-descriptor")

    /// An entry is compressed by another method than deflate.
    public static let archiveMethod = Self("archive.method")

    /// An entry is encrypted.
    public static let archiveEncrypted = Self("archive.encrypted")

    /// An entry has flags that a pass does not need and readers treat differently.
    public static let archiveFlags = Self("archive.flags")

    /// An extra field is broken, repeated, or could give the entry another name or size.
    public static let archiveExtraField = Self("archive.extra-field")

    /// The name of an entry is not safe or not clear.
    public static let archiveName = Self("archive.name")

    /// Two entries have the same name, or names that some systems take for the same.
    public static let archiveDuplicateName = Self("archive.duplicate-name")

    /// An entry is a link, a device, or a folder that is not one.
    public static let archiveFileType = Self("archive.file-type")

    /// A stored entry's sizes differ.
    public static let archiveSizeMismatch = Self("archive.size-mismatch")

    /// An entry's compressed data is broken, too short, too long, or followed by other bytes.
    public static let archiveDeflate = Self("archive.deflate")

    /// An entry's content does not have the CRC-32 that is stated.
    public static let archiveChecksum = Self("archive.checksum")

    /// There is no entry of that name.
    public static let archiveNoSuchEntry = Self("archive.no-such-entry")

    /// The archive is a bundle of passes where a single pass is expected.
    public static let archiveIsBundle = Self("archive.is-bundle")

    /// A bundle is not one: it holds something else than passes, or too many.
    public static let archiveBundle = Self("archive.bundle")

    /// There is not enough memory to inflate or deflate an entry.
    public static let archiveMemory = Self("archive.memory")
}
