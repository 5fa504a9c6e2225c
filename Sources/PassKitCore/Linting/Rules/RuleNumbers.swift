/// The numbered list that `Docs/Findings.md` shows: which codes tell each of the 166 ways in which a pass can be wrong.
enum RuleNumbers {
    /// The highest number.
    static let count = 166

    /// Numbers that no code tells, and why not.
    static let notOffline: [Int: String] = [
        166: "only the web service knows whether the holder has signed up already"
    ]

    /// Codes of errors that tell a number: what cannot be opened or read is no finding, or one with the error's code.
    static let errors: [Int: [PassError.Code]] = [
        1: [
            .archiveNotAZip, .archiveEncrypted, .archiveEndRecord, .archiveComment, .archiveMultiDisk,
            .archiveEntryCount, .archiveDirectory, .archiveZip64, .archiveLocalHeader, .archiveHeaderMismatch,
            .archiveOverlappingEntries, .archiveUnclaimedBytes, .archiveDataDescriptor, .archiveMethod, .archiveFlags,
            .archiveExtraField, .archiveSizeMismatch, .archiveDeflate, .archiveChecksum,
        ],
        2: [.containerPassMissing],
        7: [.archiveName, .archiveFileType],
        8: [.archiveDuplicateName],
        10: [.archiveOverLimit],
        13: [
            .containerPNGSignature, .containerPNGHeader, .containerPNGChunk, .containerPNGChecksum,
            .containerPNGTruncated, .containerPNGNoData, .containerPNGTrailingBytes,
        ],
        19: [.archiveBundle, .archiveIsBundle],
        21: [.signingManifest],
        36: [.signingWrongUsage],
        37: [.signingMarker],
        44: [.signingWeakKey],
        46: [.jsonSyntax, .jsonEncoding, .jsonTooDeep, .jsonTooLarge, .passNotObject],
        47: [.jsonDuplicateKey],
        159: [.containerStringsEncoding, .containerStringsSyntax],
    ]
}
