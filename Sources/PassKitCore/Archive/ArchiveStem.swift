/// The entries that many archives share, written once; each archive adds its own behind them.
struct ArchiveStem: Sendable {
    private let entries: [UInt8]
    private let directory: [UInt8]
    private let count: Int

    /// Writes the entries of an archive.
    init(_ archive: PassArchive) {
        let slots = archive.orderedSlots.map { $0.withoutEndRecord(archive.source) }
        let writer = ArchiveWriter(slots, source: archive.source)
        entries = Array(writer.bytes().prefix(writer.entriesLength))
        directory = writer.directory
        count = slots.count
    }

    /// An archive of the shared entries and these.
    func bytes(adding slots: [ArchiveSlot]) -> [UInt8] {
        let slots = slots.map { $0.withoutEndRecord([]) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(
            entries.count + directory.count + slots.reduce(ZIP.endLength) { $0 + $1.footprint }
        )
        bytes += entries
        var offsets: [Int] = []
        for slot in slots {
            offsets.append(bytes.count)
            ArchiveRecords.appendLocal(slot, to: &bytes)
            if case .own(let content) = slot.payload { bytes += content }
        }
        let start = bytes.count
        bytes += directory
        for (slot, offset) in zip(slots, offsets) {
            ArchiveRecords.appendCentral(slot, offset: UInt32(truncatingIfNeeded: offset), to: &bytes)
        }
        let size = bytes.count - start
        ArchiveRecords.appendEnd(count: count + slots.count, offset: start, size: size, to: &bytes)
        return bytes
    }
}
