extension PassArchive {
    /// The archive's bytes: those it was read from when nothing changed.
    public func bytes() -> [UInt8] {
        isModified ? writer().bytes() : source
    }

    /// The archive's bytes as a body of known length, without making them one array.
    ///
    /// The chunks share their memory with the archive, so sending it takes little more than the archive itself.
    /// - Parameter chunkSize: The most bytes a chunk has.
    public func body(chunkSize: Int = 64 << 10) -> PassBody {
        PassBody(pieces: isModified ? writer().pieces : [source[...]], chunkSize: chunkSize)
    }

    private func writer() -> ArchiveWriter {
        let slots = orderedSlots
        let writer = ArchiveWriter(slots, source: source)
        let isClear = !writer.mayEndEarlier || limits.allowsEndRecordInContent && !writer.endsAmbiguously
        guard writer.hasJoinedEnd || !isClear else { return writer }
        let clear = ArchiveWriter(slots.map { $0.withoutEndRecord(source) }, source: source)
        // It is a little longer; an archive of nearly 4 GiB has no room for that.
        return clear.length < Int(UInt32.max) ? clear : writer
    }
}
