extension PassArchive {
    /// Adds a file, or replaces the one of that name in its place.
    ///
    /// The content is compressed at once, unless that gains nothing; setting the content that is there changes nothing.
    /// - Parameters:
    ///   - bytes: The content.
    ///   - name: A relative path with `/`.
    ///   - level: How hard to compress, from 1, the fastest, to 9, the smallest; 0 stores the content as it is.
    /// - Throws: ``PassError`` with ``PassError/Code/archiveName``, ``PassError/Code/archiveDuplicateName`` or
    ///   ``PassError/Code/archiveOverLimit``.
    public mutating func set(_ bytes: [UInt8], for name: String, level: Int = 6) throws(PassError) {
        let entryName = try ArchiveName(Array(name.utf8)[...], utf8: true, limits)
        guard !entryName.isFolder else {
            throw PassError(.archiveName, "The name \"\(name)\" is that of a folder. Folders need no entry.")
        }
        guard bytes.count <= min(limits.entrySize, Int(UInt32.max) - 1) else {
            throw PassError(
                .archiveOverLimit,
                "The content for \"\(name)\" has \(bytes.count) bytes, more than the \(limits.entrySize) allowed. Make "
                    + "it smaller, or raise the limit."
            )
        }
        let crc32 = CRC32.checksum(bytes)
        if let old = slot(name), old.crc32 == crc32, old.uncompressedSize == bytes.count,
            (try? self.bytes(of: name)) == bytes
        {
            return
        }
        let isStored = level <= 0 || Self.isCompressed(bytes)
        var compressed = isStored ? nil : try Deflate.compress(bytes, level: min(level, 9))
        // What is said again and again for a megabyte is stored: else a reader takes it for a bomb.
        if let count = compressed?.count, limits.isBomb(inflated: bytes.count, compressed: count) { compressed = nil }
        try insert(ArchiveSlot(name: name, content: bytes, deflated: compressed, crc32: crc32))
    }

    /// Removes a file; nothing happens when there is none.
    public mutating func remove(_ name: String) {
        guard let place = place(of: name), let slot = slots[place], !slot.isFolder else { return }
        index.remove(name)
        footprint -= slot.footprint
        contentSize -= slot.uncompressedSize
        slots[place] = nil
        isModified = true
    }

    /// Adds a file as it stands in another archive, without inflating or compressing it.
    ///
    /// A file that was set there shares its memory with this one.
    package mutating func copy(_ name: String, from other: PassArchive) throws(PassError) {
        let slot = try other.file(name)
        let payload: [UInt8]
        switch slot.payload {
        case .own(let bytes): payload = bytes
        case .source(let data, _): payload = Array(other.source[data])
        }
        try insert(
            ArchiveSlot(
                name: name,
                method: slot.method,
                compressedSize: slot.compressedSize,
                uncompressedSize: slot.uncompressedSize,
                crc32: slot.crc32,
                payload: .own(payload),
                content: slot.content
            )
        )
    }

    /// Adds a file whose content the caller has compressed already, or replaces the one of that name in its place.
    ///
    /// The caller vouches for the name, and that the stream inflates to the content.
    mutating func set(_ bytes: [UInt8], deflated: [UInt8], for name: String) throws(PassError) {
        try insert(ArchiveSlot(name: name, content: bytes, deflated: deflated, crc32: CRC32.checksum(bytes)))
    }

    private mutating func insert(_ slot: ArchiveSlot) throws(PassError) {
        let place = place(of: slot.name)
        let replaced = place.flatMap { slots[$0] }
        let footprint = footprint - (replaced?.footprint ?? 0) + slot.footprint
        let contentSize = contentSize - (replaced?.uncompressedSize ?? 0) + slot.uncompressedSize
        try checkSize(footprint, contentSize, with: slot.name)
        if let place {
            slots[place] = slot
        } else {
            guard index.count < min(limits.entryCount, 65_535) else {
                throw PassError(
                    .archiveOverLimit,
                    "The archive has \(index.count) entries already, as many as allowed. Remove some, or raise the "
                        + "limit."
                )
            }
            try index.insert(slot.name, at: slots.count)
            slots.append(slot)
        }
        self.footprint = footprint
        self.contentSize = contentSize
        isModified = true
    }

    /// Refuses what could not be read again under the same limits.
    private func checkSize(_ footprint: Int, _ contentSize: Int, with name: String) throws(PassError) {
        let most = min(limits.archiveSize, Int(UInt32.max) - 1)
        guard footprint <= most, contentSize <= limits.totalSize else {
            let (size, limit) = footprint > most ? (footprint, most) : (contentSize, limits.totalSize)
            throw PassError(
                .archiveOverLimit,
                "With \"\(name)\" the archive would have \(size) bytes\(footprint > most ? "" : " of content"), more than "
                    + "the \(limit) allowed. Make its files smaller, or raise the limit."
            )
        }
    }

    /// Whether content begins like a format that is compressed already: deflating it again costs and gains nothing.
    private static func isCompressed(_ bytes: [UInt8]) -> Bool {
        switch ZIPBytes(bytes: bytes).u32(0) {
        // PNG, ZIP, and two formats that are told by fewer bytes: JPEG, gzip.
        case 0x474E_5089, ZIP.localSignature: true
        case let start?: start & 0xFF_FFFF == 0xFF_D8FF || start & 0xFFFF == 0x8B1F
        case nil: false
        }
    }
}
