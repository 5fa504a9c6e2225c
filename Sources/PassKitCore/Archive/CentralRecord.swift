/// One record of the central directory (APPNOTE 4.3.12), checked by itself.
struct CentralRecord {
    let range: Range<Int>
    let name: ArchiveName
    let nameBytes: Range<Int>
    let version: UInt16
    let flags: UInt16
    let method: ArchiveEntry.Method
    let time: UInt16
    let date: UInt16
    let crc32: UInt32
    let compressedSize: Int
    let uncompressedSize: Int
    let localOffset: Int
    let usesZip64: Bool

    var hasDescriptor: Bool { flags & ZIP.Flag.descriptor != 0 }

    init(_ bytes: ZIPBytes, at position: Int, before end: Int, _ limits: ArchiveLimits) throws(PassError) {
        guard
            position <= end - ZIP.centralLength, bytes.u32(position) == ZIP.centralSignature,
            let madeBy = bytes.u16(position + 4), let version = bytes.u16(position + 6),
            let flags = bytes.u16(position + 8), let methodCode = bytes.u16(position + 10),
            let time = bytes.u16(position + 12), let date = bytes.u16(position + 14),
            let crc32 = bytes.u32(position + 16), let compressed = bytes.u32(position + 20),
            let uncompressed = bytes.u32(position + 24), let nameLength = bytes.u16(position + 28),
            let extraLength = bytes.u16(position + 30), let commentLength = bytes.u16(position + 32),
            let disk = bytes.u16(position + 34), let attributes = bytes.u32(position + 38),
            let offset = bytes.u32(position + 42)
        else { throw Self.broken() }
        let length = ZIP.centralLength + Int(nameLength) + Int(extraLength) + Int(commentLength)
        guard
            length <= end - position,
            let nameBytes = bytes.range(position + ZIP.centralLength, Int(nameLength)),
            let extra = bytes.range(nameBytes.upperBound, Int(extraLength))
        else { throw Self.broken() }

        self.range = position..<(position + length)
        self.name = try ArchiveName(bytes.bytes[nameBytes], utf8: flags & ZIP.Flag.utf8 != 0, limits)
        let name = name.text
        self.nameBytes = nameBytes
        self.version = version
        self.flags = flags
        self.time = time
        self.date = date
        self.crc32 = crc32
        try Self.checkFlags(flags, name)
        self.method = try Self.method(methodCode, name)

        let zip64 = try ZIPExtraFields(bytes, extra, name).zip64
        var values = zip64.map { ZIPExtraFields.Zip64Values(bytes, $0) }
        self.uncompressedSize = try Self.value(uncompressed, &values, name)
        self.compressedSize = try Self.value(compressed, &values, name)
        self.localOffset = try Self.value(offset, &values, name)
        guard values?.isUsedUp ?? true else {
            throw ArchiveEndRecord.zip64("The zip64 field of \"\(name)\" holds more than its header leaves open.")
        }
        self.usesZip64 = zip64 != nil

        guard disk == 0 else {
            throw PassError(.archiveMultiDisk, "The archive is one of several disks. Make it anew, in one piece.")
        }
        guard commentLength == 0 || limits.allowsComments else {
            throw PassError(.archiveComment, "The entry \"\(name)\" has a comment. Make the archive anew, without it.")
        }
        try checkType(madeBy: madeBy, attributes: attributes)
        guard method != .stored || compressedSize == uncompressedSize else {
            throw PassError(
                .archiveSizeMismatch,
                "The entry \"\(name)\" is stored, but its two sizes differ. Make the archive anew."
            )
        }
    }

    private static func value(
        _ field: UInt32,
        _ zip64: inout ZIPExtraFields.Zip64Values?,
        _ name: String
    ) throws(PassError) -> Int {
        guard field == ZIP.sentinel32 else { return Int(field) }
        guard let value = zip64?.next() else {
            throw ArchiveEndRecord.zip64("The zip64 field of \"\(name)\" is missing or too short.")
        }
        return value
    }

    private static func checkFlags(_ flags: UInt16, _ name: String) throws(PassError) {
        let encryption = ZIP.Flag.encrypted | ZIP.Flag.strongEncryption | ZIP.Flag.maskedHeaders
        guard flags & encryption == 0 else {
            throw PassError(
                .archiveEncrypted,
                "The entry \"\(name)\" is encrypted. Make the archive without a password."
            )
        }
        guard flags & ~ZIP.Flag.allowed == 0 else {
            throw PassError(.archiveFlags, "The entry \"\(name)\" has flags no pass needs. Make the archive anew.")
        }
    }

    private static func method(_ code: UInt16, _ name: String) throws(PassError) -> ArchiveEntry.Method {
        switch code {
        case 0: return .stored
        case 8: return .deflate
        default:
            throw PassError(
                .archiveMethod,
                "The entry \"\(name)\" is compressed by method \(code). Use deflate, or store it."
            )
        }
    }

    /// Refuses links and devices, and folders that only one of name, attributes and sizes calls one.
    private func checkType(madeBy: UInt16, attributes: UInt32) throws(PassError) {
        let isFolder = name.isFolder
        let unixType = attributes >> 28
        let saysFolder = attributes & 0x10 != 0 || unixType == 0x4
        let isPlain = unixType == 0 || unixType == 0x4 || unixType == 0x8
        // Some writers deflate the nothing that a folder holds.
        let room = method == .deflate ? Deflate.storedBlockOverhead : 0
        let isEmpty = compressedSize <= room && uncompressedSize == 0 && crc32 == 0
        let agrees = isFolder ? unixType != 0x8 && isEmpty : !saysFolder
        guard isPlain, agrees else {
            throw PassError(
                .archiveFileType,
                "The entry \"\(name.text)\" is a link, a device, or a folder that is not empty. Keep plain files only."
            )
        }
    }

    private static func broken() -> PassError {
        PassError(
            .archiveDirectory,
            "A record of the central directory is broken or breaks off. Make the archive anew."
        )
    }
}
