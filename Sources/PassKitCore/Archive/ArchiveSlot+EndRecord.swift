extension ArchiveSlot {
    /// The same entry, with data that does not look like the end of an archive.
    ///
    /// One image in some ten thousand holds the four bytes by chance. Readers then differ where the archive ends, and
    /// this library refuses it.
    func withoutEndRecord(_ source: [UInt8]) -> ArchiveSlot {
        let data = data(in: source)
        guard joinsEndRecord(data) || data.position(of: ZIP.endSignature) != nil else { return self }
        let content =
            method == .stored ? Array(data) : try? Deflate.inflate(data.span, size: uncompressedSize, name: name)
        // What cannot be inflated is broken anyhow, and stays as it is.
        guard let content else { return self }
        let blocks = Deflate.storedBlocks(content, splitting: ZIP.endSignature)
        return ArchiveSlot(
            name: name,
            method: .deflate,
            compressedSize: blocks.count,
            uncompressedSize: uncompressedSize,
            crc32: crc32,
            payload: .own(blocks)
        )
    }

    /// Whether the end of the name and the beginning of the data, which follows it in the file, are the four bytes.
    func joinsEndRecord(_ data: ArraySlice<UInt8>) -> Bool {
        let last = name.utf8.last
        guard last == UInt8(ascii: "P") || last == UInt8(ascii: "K") else { return false }
        return (Array(name.utf8.suffix(3)) + data.prefix(3))[...].position(of: ZIP.endSignature) != nil
    }
}
