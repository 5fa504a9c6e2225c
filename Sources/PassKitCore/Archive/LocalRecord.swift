/// An entry's local header (APPNOTE 4.3.7), which must say what the central directory says.
struct LocalRecord {
    /// The compressed data.
    let data: Range<Int>
    let usesZip64: Bool
    /// Whether the header leaves the size of stored data to the descriptor after it.
    private let leavesSizeOpen: Bool

    init(_ bytes: ZIPBytes, of record: CentralRecord, before end: Int) throws(PassError) {
        let position = record.localOffset
        guard
            position <= end - ZIP.localLength, bytes.u32(position) == ZIP.localSignature,
            let version = bytes.u16(position + 4), let flags = bytes.u16(position + 6),
            let method = bytes.u16(position + 8), let time = bytes.u16(position + 10),
            let date = bytes.u16(position + 12), let crc32 = bytes.u32(position + 14),
            let compressed = bytes.u32(position + 18), let uncompressed = bytes.u32(position + 22),
            let nameLength = bytes.u16(position + 26), let extraLength = bytes.u16(position + 28),
            let name = bytes.range(position + ZIP.localLength, Int(nameLength)),
            let extra = bytes.range(name.upperBound, Int(extraLength))
        else { throw Self.missing(record) }
        guard bytes.areEqual(name, record.nameBytes) else { throw Self.mismatch(record, "name") }
        guard version == record.version else { throw Self.mismatch(record, "version") }
        guard flags == record.flags else { throw Self.mismatch(record, "flags") }
        guard method == (record.method == .stored ? 0 : 8) else { throw Self.mismatch(record, "method") }
        guard time == record.time, date == record.date else { throw Self.mismatch(record, "time") }

        let zip64 = try ZIPExtraFields(bytes, extra, record.name.text).zip64
        let values = zip64.map { ZIPExtraFields.Zip64Values(bytes, $0) }
        try Self.checkSizes(uncompressed, compressed, values, record)
        guard crc32 == record.crc32 || record.hasDescriptor && crc32 == 0 else {
            throw Self.mismatch(record, "CRC-32")
        }

        let start = extra.upperBound
        guard start <= end, record.compressedSize <= end - start else {
            throw PassError(
                .archiveOverlappingEntries,
                "The data of the entry \"\(record.name.text)\" reaches beyond the central directory. Make the archive anew."
            )
        }
        self.data = start..<(start + record.compressedSize)
        self.usesZip64 = zip64 != nil
        // A zip64 field beside descriptors leaves it open, too, as far as a reader without zip64 can see.
        self.leavesSizeOpen =
            record.hasDescriptor && record.method == .stored && record.compressedSize != 0
            && Int(compressed) != record.compressedSize
    }

    private static func checkSizes(
        _ uncompressed: UInt32,
        _ compressed: UInt32,
        _ zip64: ZIPExtraFields.Zip64Values?,
        _ record: CentralRecord
    ) throws(PassError) {
        var values = zip64
        for (field, stated) in [(uncompressed, record.uncompressedSize), (compressed, record.compressedSize)] {
            var size = Int(field)
            if field == ZIP.sentinel32 {
                guard let value = values?.next() else { throw mismatch(record, "zip64 sizes") }
                size = value
            }
            // Whoever writes without knowing the sizes leaves zero and adds a descriptor.
            guard size == stated || record.hasDescriptor && size == 0 else { throw mismatch(record, "sizes") }
        }
        // A writer that reserves the field ahead leaves both sizes in it, even where the header has them, too.
        if var both = zip64, !(values?.isUsedUp ?? true) {
            guard
                let first = both.next(), let second = both.next(), both.isUsedUp,
                first == record.uncompressedSize || record.hasDescriptor && first == 0,
                second == record.compressedSize || record.hasDescriptor && second == 0
            else { throw mismatch(record, "zip64 sizes") }
        }
    }

    /// Checks what stands between the data and the next entry: nothing, or one data descriptor (APPNOTE 4.3.9).
    ///
    /// There are four forms, told apart by length: with a signature or without, with 32-bit sizes or 64-bit ones.
    func checkDescriptor(_ bytes: ZIPBytes, of record: CentralRecord, before next: Int) throws(PassError) {
        let length = next - data.upperBound
        guard record.hasDescriptor else {
            guard length >= 0 else { throw Self.overlap(record) }
            guard length == 0 else { throw Self.unclaimed("after the entry \"\(record.name.text)\"") }
            return
        }
        let hasSignature = length == 16 || length == 24
        let is64Bit = length == 20 || length == 24
        var position = data.upperBound
        var agrees = hasSignature || length == 12 || length == 20
        if agrees, hasSignature {
            agrees = bytes.u32(position) == ZIP.descriptorSignature
            position += 4
        }
        if agrees {
            let size = is64Bit ? 8 : 4
            let compressed = is64Bit ? bytes.int64(position + 4) : bytes.u32(position + 4).map { Int($0) }
            let uncompressed =
                is64Bit ? bytes.int64(position + 4 + size) : bytes.u32(position + 4 + size).map { Int($0) }
            agrees =
                bytes.u32(position) == record.crc32 && compressed == record.compressedSize
                && uncompressed == record.uncompressedSize
        }
        if leavesSizeOpen { try checkStoredData(bytes, of: record) }
        guard agrees else {
            throw PassError(
                .archiveDataDescriptor,
                "The data descriptor of the entry \"\(record.name.text)\" is missing, or does not say what the central "
                    + "directory says. Make the archive anew."
            )
        }
    }

    /// A reader that streams finds the end of such data by the signature of what follows: there must be none inside.
    private func checkStoredData(_ bytes: ZIPBytes, of record: CentralRecord) throws(PassError) {
        for signature in [ZIP.descriptorSignature, ZIP.localSignature, ZIP.centralSignature] {
            guard bytes.find(signature, in: data) == nil else {
                throw PassError(
                    .archiveDataDescriptor,
                    "The entry \"\(record.name.text)\" is stored without its size in front, and holds bytes that look like "
                        + "its end. Make the archive anew, without data descriptors."
                )
            }
        }
    }

    private static func mismatch(_ record: CentralRecord, _ field: String) -> PassError {
        PassError(
            .archiveHeaderMismatch,
            "The local header of the entry \"\(record.name.text)\" states another \(field) than the central directory. Make "
                + "the archive anew."
        )
    }

    static func missing(_ record: CentralRecord) -> PassError {
        PassError(
            .archiveLocalHeader,
            "The local header of the entry \"\(record.name.text)\" is missing or breaks off. Make the archive anew."
        )
    }

    static func overlap(_ record: CentralRecord) -> PassError {
        PassError(
            .archiveOverlappingEntries,
            "The entry \"\(record.name.text)\" overlaps another one. Make the archive anew."
        )
    }

    static func unclaimed(_ place: String) -> PassError {
        PassError(.archiveUnclaimedBytes, "Bytes \(place) belong to no entry. Make the archive anew.")
    }
}
