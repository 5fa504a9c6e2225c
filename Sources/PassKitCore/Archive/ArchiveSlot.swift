/// What an archive keeps of one entry, file or folder: the facts of its headers and where its data is.
struct ArchiveSlot: Sendable {
    /// Where the compressed data is.
    enum Payload: Sendable {
        /// In the archive that was read.
        case source(data: Range<Int>, record: SourceRecord)
        /// Made since; arrays are shared until changed, so one payload can stand in many archives.
        case own([UInt8])
    }

    /// The bytes of an entry's own records in the archive that was read, to be copied as they are.
    struct SourceRecord: Sendable {
        /// The local header, name, extra fields, data and descriptor.
        let local: Range<Int>
        /// The record in the central directory.
        let central: Range<Int>
        /// Whether zip64 fields are used: then the headers are written anew, without them.
        let usesZip64: Bool
    }

    let name: String
    let method: ArchiveEntry.Method
    let compressedSize: Int
    let uncompressedSize: Int
    let crc32: UInt32
    let payload: Payload
    /// The content, when it was set here: then there is nothing to inflate and nothing to check.
    var content: [UInt8]?

    var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }

    /// How many bytes its two headers, data and descriptor take when written, rounded up.
    var footprint: Int {
        let headers = ZIP.localLength + ZIP.centralLength + 2 * name.utf8.count
        if case .source(_, let record) = payload { return max(record.local.count + record.central.count, headers) }
        return headers + compressedSize
    }

    /// Its data, of the archive that was read or made since.
    func data(in source: [UInt8]) -> ArraySlice<UInt8> {
        switch payload {
        case .source(let data, _): source[data]
        case .own(let bytes): bytes[...]
        }
    }

    var entry: ArchiveEntry {
        var offset: Int?
        if case .source(_, let record) = payload { offset = record.local.lowerBound }
        return ArchiveEntry(
            name: name,
            method: method,
            compressedSize: compressedSize,
            uncompressedSize: uncompressedSize,
            crc32: crc32,
            offset: offset
        )
    }
}

extension ArchiveSlot {
    /// A file that is made anew: compressed when a stream is given, stored otherwise.
    init(name: String, content: [UInt8], deflated: [UInt8]?, crc32: UInt32) {
        self.init(
            name: name,
            method: deflated == nil ? .stored : .deflate,
            compressedSize: deflated?.count ?? content.count,
            uncompressedSize: content.count,
            crc32: crc32,
            payload: .own(deflated ?? content),
            content: content
        )
    }
}
