/// Reads the structure of an archive: end record, central directory, local headers, and that they tile the file.
///
/// The rules leave no room for two readers to understand an archive differently (You et al., "My ZIP isn't your ZIP",
/// USENIX Security 2025). Content is not inflated here.
struct ArchiveReader {
    private let bytes: ZIPBytes
    private let limits: ArchiveLimits

    init(_ bytes: [UInt8], _ limits: ArchiveLimits) {
        self.bytes = ZIPBytes(bytes: bytes)
        self.limits = limits
    }

    /// The entries, and where each stands among them.
    func read() throws(PassError) -> (slots: [ArchiveSlot?], index: ArchiveIndex) {
        let end = try ArchiveEndRecord(bytes, limits)
        let records = try centralRecords(end)
        let index = try ArchiveIndex(records)
        try checkBudgets(records)
        let slots = try slots(records, directory: end.directory)
        if !end.lookalikes.isEmpty { try check(end.lookalikes, slots) }
        return (slots, index)
    }

    /// Bytes that look like an end record may stand in content only, and only where archives in archives are expected.
    private func check(_ lookalikes: [Int], _ slots: [ArchiveSlot?]) throws(PassError) {
        let contents: [Range<Int>] = slots.compactMap { slot in
            if case .source(let data, _)? = slot?.payload { data } else { nil }
        }.sorted { $0.lowerBound < $1.lowerBound }
        var rest = contents[...]
        for position in lookalikes {
            rest = rest.drop { $0.upperBound < position + 4 }
            guard let content = rest.first, content.lowerBound <= position else { throw ArchiveEndRecord.several() }
            guard !limits.allowsEndRecordInContent else { continue }
            guard bytes.u32(content.lowerBound) == ZIP.localSignature else { throw ArchiveEndRecord.several() }
            throw PassError(
                .archiveIsBundle,
                "The archive holds other archives, as a bundle of passes does. Open it with PassBundle, and each pass "
                    + "of it by itself."
            )
        }
    }

    private func centralRecords(_ end: ArchiveEndRecord) throws(PassError) -> [CentralRecord] {
        guard end.count <= limits.entryCount else {
            throw PassError(
                .archiveOverLimit,
                "The archive has \(end.count) entries, more than the \(limits.entryCount) allowed. Remove some, or "
                    + "raise the limit."
            )
        }
        var records: [CentralRecord] = []
        records.reserveCapacity(end.count)
        var position = end.directory.lowerBound
        for _ in 0..<end.count {
            let record = try CentralRecord(bytes, at: position, before: end.directory.upperBound, limits)
            guard record.localOffset < end.directory.lowerBound else { throw LocalRecord.missing(record) }
            position = record.range.upperBound
            records.append(record)
        }
        guard position == end.directory.upperBound else {
            throw PassError(
                .archiveEntryCount,
                "The central directory holds more than the \(end.count) entries that the end record counts. Make the "
                    + "archive anew."
            )
        }
        return records
    }

    private func checkBudgets(_ records: [CentralRecord]) throws(PassError) {
        var total = 0
        for record in records {
            guard record.uncompressedSize <= limits.entrySize else {
                throw overLimit("The entry \"\(record.name.text)\" inflates to more than \(limits.entrySize) bytes.")
            }
            guard record.uncompressedSize <= limits.totalSize - total else {
                throw overLimit("The entries inflate to more than \(limits.totalSize) bytes in all.")
            }
            total += record.uncompressedSize
            guard !limits.isBomb(inflated: record.uncompressedSize, compressed: record.compressedSize) else {
                throw overLimit(
                    "The entry \"\(record.name.text)\" inflates to more than \(limits.ratio) times its size."
                )
            }
        }
    }

    /// Checks the local headers, and that entries tile the file from its start to the central directory.
    private func slots(
        _ records: [CentralRecord],
        directory: Range<Int>
    ) throws(PassError) -> [ArchiveSlot?] {
        // Nearly always the directory lists the entries as they stand.
        let isOrdered = zip(records, records.dropFirst()).allSatisfy { $0.localOffset <= $1.localOffset }
        let order = isOrdered ? [] : records.indices.sorted { records[$0].localOffset < records[$1].localOffset }
        var slots: [ArchiveSlot?] = Array(repeating: nil, count: records.count)
        var position = 0
        for rank in records.indices {
            let index = isOrdered ? rank : order[rank]
            let record = records[index]
            guard record.localOffset >= position else { throw LocalRecord.overlap(record) }
            guard record.localOffset == position else {
                throw LocalRecord.unclaimed("before the entry \"\(record.name.text)\"")
            }
            var next = directory.lowerBound
            if rank + 1 < records.count { next = records[isOrdered ? rank + 1 : order[rank + 1]].localOffset }
            let local = try LocalRecord(bytes, of: record, before: directory.lowerBound)
            try local.checkDescriptor(bytes, of: record, before: next)
            if record.name.isFolder, record.compressedSize > 0 {
                _ = try Deflate.inflate(bytes.bytes[local.data].span, size: 0, name: record.name.text)
            }
            position = next
            slots[index] = ArchiveSlot(
                name: record.name.text,
                method: record.method,
                compressedSize: record.compressedSize,
                uncompressedSize: record.uncompressedSize,
                crc32: record.crc32,
                payload: .source(
                    data: local.data,
                    record: .init(
                        local: record.localOffset..<next,
                        central: record.range,
                        usesZip64: record.usesZip64 || local.usesZip64
                    )
                )
            )
        }
        guard position == directory.lowerBound else {
            throw LocalRecord.unclaimed("before the central directory")
        }
        return slots
    }

    private func overLimit(_ fault: String) -> PassError {
        PassError(.archiveOverLimit, "\(fault) Make it smaller, or raise the limit.")
    }
}
