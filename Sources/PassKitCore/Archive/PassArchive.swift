/// A ZIP archive in memory: read strictly, changed without touching what did not change.
///
/// Reading checks the structure at once and each entry's content when it is asked for. Nothing is written to a disk.
/// An archive that was read and not changed gives back the very bytes it was read from.
public struct PassArchive: Sendable {
    let source: [UInt8]
    let limits: ArchiveLimits
    let leadingNames: [String]
    /// In the order of the directory; where an entry was removed, nothing.
    var slots: [ArchiveSlot?]
    var index: ArchiveIndex
    /// No fewer bytes than the archive has when written.
    var footprint: Int
    /// How many bytes all entries have together when inflated.
    var contentSize: Int

    /// Whether the archive differs from the one that was read.
    public internal(set) var isModified: Bool

    /// An empty archive.
    /// - Parameters:
    ///   - leadingNames: The names of entries to write first, in this order; the others follow, sorted.
    ///   - limits: What the archive may become.
    public init(leadingNames: [String] = [], limits: ArchiveLimits = .default) {
        self.source = []
        self.limits = limits
        self.leadingNames = leadingNames
        self.slots = []
        self.index = ArchiveIndex()
        self.footprint = ZIP.endLength
        self.contentSize = 0
        self.isModified = true
    }

    /// Reads an archive's structure: end record, central directory, local headers.
    ///
    /// `Docs/Archive.md` says what is accepted and why. The content of entries is not inflated yet.
    /// - Throws: ``PassError`` with a code that begins with `archive.` and names the first fault.
    public init(reading bytes: some Collection<UInt8>, limits: ArchiveLimits = .default) throws(PassError) {
        guard bytes.count <= limits.archiveSize else {
            throw PassError(
                .archiveOverLimit,
                "The archive has \(bytes.count) bytes, more than the \(limits.archiveSize) allowed. Make it smaller, "
                    + "or raise the limit."
            )
        }
        let bytes = Array(bytes)
        let (slots, index) = try ArchiveReader(bytes, limits).read()
        self.source = bytes
        self.limits = limits
        self.leadingNames = []
        self.slots = slots
        self.index = index
        self.footprint = bytes.count
        self.contentSize = slots.reduce(0) { $0 + ($1?.uncompressedSize ?? 0) }
        self.isModified = false
    }

    // MARK: Reading

    /// The files, in the order in which they are written.
    ///
    /// Folders are accepted, ignored, and kept.
    public var entries: [ArchiveEntry] {
        orderedSlots.lazy.filter { !$0.isFolder }.map(\.entry)
    }

    /// The file of that name.
    public func entry(named name: String) -> ArchiveEntry? {
        guard let slot = slot(name), !slot.isFolder else { return nil }
        return slot.entry
    }

    /// The content of a file, inflated and checked.
    /// - Throws: ``PassError`` with ``PassError/Code/archiveNoSuchEntry``, ``PassError/Code/archiveDeflate`` or
    ///   ``PassError/Code/archiveChecksum``.
    public func bytes(of name: String) throws(PassError) -> [UInt8] {
        let slot = try file(name)
        if let content = slot.content { return content }
        let content = slot.method == .stored ? Array(compressed(slot)) : try inflated(slot)
        try Self.check(CRC32.checksum(content), slot)
        return content
    }

    /// Hands the content of a file, inflated and checked, to a closure; a stored file's is not copied.
    /// - Throws: as ``bytes(of:)``, and what the closure throws.
    public func withBytes<Result, Failure: Error>(
        of name: String,
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws -> Result {
        let slot = try file(name)
        if let content = slot.content {
            let span = content.span
            return try body(span)
        }
        switch slot.method {
        case .stored:
            let content = compressed(slot)
            let span = content.span
            try Self.check(CRC32.checksum(span), slot)
            return try body(span)
        case .deflate:
            let content = try inflated(slot)
            let span = content.span
            try Self.check(CRC32.checksum(span), slot)
            return try body(span)
        }
    }

    /// Inflates and checks every file, piece by piece: whatever they inflate to, it takes no memory to speak of.
    /// - Throws: as ``bytes(of:)``, for the first file at fault.
    public func checkContents() throws(PassError) {
        for slot in slots {
            guard let slot, !slot.isFolder, slot.content == nil else { continue }
            let data = compressed(slot)
            let crc32: UInt32
            switch slot.method {
            case .stored: crc32 = CRC32.checksum(data.span)
            case .deflate:
                crc32 = try Deflate.checksum(of: data.span, size: slot.uncompressedSize, name: slot.name)
            }
            try Self.check(crc32, slot)
        }
    }

    /// The content of an entry, inflated and checked; a stored one's shares its memory with the archive.
    func content(of slot: ArchiveSlot) throws(PassError) -> ArraySlice<UInt8> {
        if let content = slot.content { return content[...] }
        let content = slot.method == .stored ? compressed(slot) : try inflated(slot)[...]
        try Self.check(CRC32.checksum(content.span), slot)
        return content
    }

    // MARK: Slots

    /// The entries, folders included, in the order in which they are written.
    var orderedSlots: [ArchiveSlot] {
        let slots = slots.compactMap(\.self)
        guard source.isEmpty else { return slots }
        let ranks = Dictionary(leadingNames.enumerated().map { ($1, $0) }) { first, _ in first }
        return slots.sorted { left, right in
            let (leftRank, rightRank) = (ranks[left.name] ?? .max, ranks[right.name] ?? .max)
            return leftRank == rightRank
                ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : leftRank < rightRank
        }
    }

    func slot(_ name: String) -> ArchiveSlot? {
        place(of: name).flatMap { slots[$0] }
    }

    /// Where the entry of exactly that name is: the index takes names for the same that differ in case only.
    func place(of name: String) -> Int? {
        guard let place = index.place(of: name), slots[place]?.name.utf8.elementsEqual(name.utf8) == true else {
            return nil
        }
        return place
    }

    func file(_ name: String) throws(PassError) -> ArchiveSlot {
        guard let slot = slot(name), !slot.isFolder else {
            throw PassError(
                .archiveNoSuchEntry,
                "The archive holds no file \"\(name.prefix(80))\". Names are case-sensitive; list them with `entries`."
            )
        }
        return slot
    }

    func compressed(_ slot: ArchiveSlot) -> ArraySlice<UInt8> { slot.data(in: source) }

    private func inflated(_ slot: ArchiveSlot) throws(PassError) -> [UInt8] {
        let data = compressed(slot)
        let span = data.span
        return try Deflate.inflate(span, size: slot.uncompressedSize, name: slot.name)
    }

    private static func check(_ crc32: UInt32, _ slot: ArchiveSlot) throws(PassError) {
        guard crc32 == slot.crc32 else {
            throw PassError(
                .archiveChecksum,
                "The content of the entry \"\(slot.name)\" does not have the CRC-32 that is stated. Transfer the "
                    + "archive again."
            )
        }
    }
}
