/// Writes an archive: entries that were read are copied as they stand, new ones get plain headers.
///
/// The same entries give the same bytes: no clock is read, and no extra field is written.
struct ArchiveWriter {
    /// The archive in pieces that share their memory with the entries.
    private(set) var pieces: [ArraySlice<UInt8>] = []
    /// The bytes of all pieces together.
    private(set) var length = 0

    /// The records of the central directory.
    private(set) var directory: [UInt8] = []
    /// How many bytes stand before the central directory.
    private(set) var entriesLength = 0

    /// Whether a name and the data after it look like an end record together, which no reader takes.
    private(set) var hasJoinedEnd = false

    private let source: [UInt8]
    private var copied = 0..<0

    init(_ slots: [ArchiveSlot], source: [UInt8]) {
        self.source = source
        for slot in slots { append(slot) }
        flush()
        entriesLength = length
        append(directory[...])
        var end: [UInt8] = []
        ArchiveRecords.appendEnd(count: slots.count, offset: entriesLength, size: directory.count, to: &end)
        append(end[...])
    }

    func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        for piece in pieces { bytes += piece }
        return bytes
    }

    /// Whether bytes near the end look like an end record, before the true one.
    var mayEndEarlier: Bool {
        tail.dropLast().contains { $0.position(of: ZIP.endSignature) != nil }
    }

    /// Whether a reader could take such bytes for the end record even where archives in archives are expected.
    var endsAmbiguously: Bool {
        let bytes = ZIPBytes(bytes: Array(tail.joined()))
        return (try? ArchiveEndRecord.find(bytes, .permissive)) == nil
    }

    /// The last pieces, cut to the bytes among which a reader looks for the end record.
    private var tail: [ArraySlice<UInt8>] {
        var rest = ZIP.endLength + Int(UInt16.max)
        var tail: [ArraySlice<UInt8>] = []
        for piece in pieces.reversed() where rest > 0 {
            tail.append(piece.suffix(rest))
            rest -= piece.count
        }
        return tail.reversed()
    }

    private mutating func append(_ slot: ArchiveSlot) {
        let offset = UInt32(truncatingIfNeeded: length + copied.count)
        switch slot.payload {
        case .source(_, let record) where !record.usesZip64:
            copy(record.local)
            ArchiveRecords.appendCentral(source[record.central], offset: offset, to: &directory)
        case .source(let data, _):
            appendAnew(slot, source[data], offset: offset)
        case .own(let content):
            appendAnew(slot, content[...], offset: offset)
        }
    }

    private mutating func appendAnew(_ slot: ArchiveSlot, _ content: ArraySlice<UInt8>, offset: UInt32) {
        flush()
        if slot.joinsEndRecord(content) { hasJoinedEnd = true }
        var header: [UInt8] = []
        header.reserveCapacity(ZIP.localLength + slot.name.utf8.count)
        ArchiveRecords.appendLocal(slot, to: &header)
        append(header[...])
        append(content)
        ArchiveRecords.appendCentral(slot, offset: offset, to: &directory)
    }

    /// Copies a stretch of the source; neighbours become one piece.
    private mutating func copy(_ range: Range<Int>) {
        if copied.upperBound != range.lowerBound || copied.isEmpty {
            flush()
            copied = range
        } else {
            copied = copied.lowerBound..<range.upperBound
        }
    }

    private mutating func flush() {
        append(source[copied])
        copied = 0..<0
    }

    private mutating func append(_ piece: ArraySlice<UInt8>) {
        guard !piece.isEmpty else { return }
        pieces.append(piece)
        length += piece.count
    }
}
