/// The end of an archive: where the central directory is, and how many entries it has.
struct ArchiveEndRecord {
    let count: Int
    let directory: Range<Int>
    /// Where bytes stand that look like an end record before the true one, ascending.
    let lookalikes: [Int]

    init(_ bytes: ZIPBytes, _ limits: ArchiveLimits) throws(PassError) {
        let (position, lookalikes) = try Self.find(bytes, limits)
        self.lookalikes = lookalikes
        guard
            let disk = bytes.u16(position + 4), let directoryDisk = bytes.u16(position + 6),
            let countHere = bytes.u16(position + 8), let count = bytes.u16(position + 10),
            let size = bytes.u32(position + 12), let offset = bytes.u32(position + 16)
        else { throw Self.noEnd(bytes) }

        let hasSentinel =
            countHere == ZIP.sentinel16 || count == ZIP.sentinel16 || size == ZIP.sentinel32
            || offset == ZIP.sentinel32 || disk == ZIP.sentinel16 || directoryDisk == ZIP.sentinel16
        let hasLocator = bytes.u32(position - ZIP.zip64LocatorLength) == ZIP.zip64LocatorSignature
        // 65,535 entries are a true count where nothing else speaks of zip64.
        let isFullCount = count == ZIP.sentinel16 && countHere == count && size != ZIP.sentinel32 && !hasLocator
        guard hasLocator == hasSentinel || isFullCount else {
            throw Self.zip64("The end record and the zip64 records do not agree whether there are any.")
        }
        guard hasLocator else {
            guard disk == 0, directoryDisk == 0 else { throw Self.multiDisk() }
            guard countHere == count else { throw Self.counts() }
            self.count = Int(count)
            self.directory = try Self.directory(offset: Int(offset), size: Int(size), end: position)
            return
        }

        let record = try Zip64EndRecord(bytes, endRecord: position)
        // A field that is no sentinel must say the same as its 64-bit twin.
        guard
            disk == 0 || disk == ZIP.sentinel16, directoryDisk == 0 || directoryDisk == ZIP.sentinel16
        else { throw Self.multiDisk() }
        guard
            countHere == ZIP.sentinel16 || Int(countHere) == record.count,
            count == ZIP.sentinel16 || Int(count) == record.count,
            size == ZIP.sentinel32 || Int(size) == record.size,
            offset == ZIP.sentinel32 || Int(offset) == record.offset
        else { throw Self.zip64("The end record and its zip64 twin say different things.") }
        self.count = record.count
        self.directory = try Self.directory(offset: record.offset, size: record.size, end: record.position)
    }

    /// The position of the one end record, whose comment ends with the file, and those of its lookalikes.
    static func find(
        _ bytes: ZIPBytes,
        _ limits: ArchiveLimits
    ) throws(PassError) -> (position: Int, lookalikes: [Int]) {
        let last = bytes.count - ZIP.endLength
        guard last >= 0 else { throw noEnd(bytes) }
        let tail = max(0, last - Int(UInt16.max))..<bytes.count
        var all: [Int] = []
        var next = tail.lowerBound
        while let found = bytes.find(ZIP.endSignature, in: next..<tail.upperBound) {
            all.append(found)
            next = found + 1
        }
        let fitting = all.filter { position in
            bytes.u16(position + 20).map { position + ZIP.endLength + Int($0) == bytes.count } ?? false
        }
        guard let position = fitting.first else {
            guard !all.isEmpty else { throw noEnd(bytes) }
            throw PassError(
                .archiveEndRecord,
                "Bytes follow the end of the archive, or it breaks off there. Make the archive anew."
            )
        }
        // With two that fit, one reader takes the first and another the last; so it is with one in the comment.
        guard fitting.count == 1, all.last == position else { throw several() }
        guard limits.allowsComments || position == last else {
            throw PassError(.archiveComment, "The archive has a comment. Make the archive anew, without one.")
        }
        return (position, all.dropLast())
    }

    static func several() -> PassError {
        PassError(.archiveEndRecord, "The archive has more than one end record. Make the archive anew.")
    }

    private static func directory(offset: Int, size: Int, end: Int) throws(PassError) -> Range<Int> {
        guard offset <= end, size == end - offset else {
            throw PassError(
                .archiveDirectory,
                "The central directory is not where the end record says. Make the archive anew; do not put bytes in "
                    + "front of it."
            )
        }
        return offset..<end
    }

    private static func noEnd(_ bytes: ZIPBytes) -> PassError {
        let looksLikeZip = bytes.u16(0) == 0x4B50
        return looksLikeZip
            ? PassError(.archiveEndRecord, "The archive has no end record: it breaks off. Transfer it again.")
            : PassError(.archiveNotAZip, "These bytes are no ZIP archive, so they are no pass. Is it the right file?")
    }

    private static func multiDisk() -> PassError {
        PassError(.archiveMultiDisk, "The archive is one of several disks. Make it anew, in one piece.")
    }

    private static func counts() -> PassError {
        PassError(.archiveEntryCount, "The end record counts the entries twice, differently. Make the archive anew.")
    }

    static func zip64(_ fault: String) -> PassError {
        PassError(.archiveZip64, "\(fault) Make the archive anew; a pass needs no zip64.")
    }
}

/// The zip64 end record and its locator (APPNOTE 4.3.14, 4.3.15), which must stand next to the end record.
struct Zip64EndRecord {
    let position: Int
    let count: Int
    let size: Int
    let offset: Int

    init(_ bytes: ZIPBytes, endRecord: Int) throws(PassError) {
        let locator = endRecord - ZIP.zip64LocatorLength
        position = locator - ZIP.zip64EndLength
        guard
            bytes.u32(locator + 4) == 0, bytes.int64(locator + 8) == position, bytes.u32(locator + 16) == 1,
            bytes.u32(position) == ZIP.zip64EndSignature,
            bytes.int64(position + 4) == ZIP.zip64EndLength - 12,
            bytes.u32(position + 16) == 0, bytes.u32(position + 20) == 0,
            let countHere = bytes.int64(position + 24), let count = bytes.int64(position + 32), countHere == count,
            let size = bytes.int64(position + 40), let offset = bytes.int64(position + 48)
        else { throw ArchiveEndRecord.zip64("The zip64 records are broken, or not next to the end record.") }
        self.count = count
        self.size = size
        self.offset = offset
    }
}
