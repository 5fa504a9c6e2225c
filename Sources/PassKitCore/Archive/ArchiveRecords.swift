/// The records of a ZIP archive as they are written.
enum ArchiveRecords {
    /// The header in front of an entry.
    static func appendLocal(_ slot: ArchiveSlot, to bytes: inout [UInt8]) {
        bytes.append32(ZIP.localSignature)
        appendCommon(slot, to: &bytes)
        bytes += slot.name.utf8
    }

    /// What both headers hold: version, flags, method, time, CRC, sizes, and the lengths of name and extra fields.
    private static func appendCommon(_ slot: ArchiveSlot, to bytes: inout [UInt8]) {
        bytes.append16(20)
        bytes.append16(slot.name.utf8.allSatisfy { $0 < 0x80 } ? 0 : ZIP.Flag.utf8)
        bytes.append16(slot.method == .stored ? 0 : 8)
        bytes.append16(ZIP.fixedTime.time)
        bytes.append16(ZIP.fixedTime.date)
        bytes.append32(slot.crc32)
        bytes.append32(UInt32(truncatingIfNeeded: slot.compressedSize))
        bytes.append32(UInt32(truncatingIfNeeded: slot.uncompressedSize))
        bytes.append16(UInt16(truncatingIfNeeded: slot.name.utf8.count))
        bytes.append16(0)
    }

    /// The record of an entry in the central directory.
    static func appendCentral(_ slot: ArchiveSlot, offset: UInt32, to bytes: inout [UInt8]) {
        let isUnix: UInt16 = 3 << 8
        let mode: UInt32 = slot.isFolder ? 0o040755 : 0o100644
        bytes.append32(ZIP.centralSignature)
        bytes.append16(isUnix | 20)
        appendCommon(slot, to: &bytes)
        bytes.append16(0)  // comment
        bytes.append16(0)  // disk
        bytes.append16(0)  // internal attributes
        bytes.append32(mode << 16 | (slot.isFolder ? 0x10 : 0))
        bytes.append32(offset)
        bytes += slot.name.utf8
    }

    /// Copies a record of the central directory; only where its entry stands may have changed.
    static func appendCentral(_ record: ArraySlice<UInt8>, offset: UInt32, to bytes: inout [UInt8]) {
        bytes += record.prefix(42)
        bytes.append32(offset)
        bytes += record.dropFirst(46)
    }

    /// The record that ends the archive.
    static func appendEnd(count: Int, offset: Int, size: Int, to bytes: inout [UInt8]) {
        let count = UInt16(truncatingIfNeeded: count)
        bytes.append32(ZIP.endSignature)
        bytes.append16(0)
        bytes.append16(0)
        bytes.append16(count)
        bytes.append16(count)
        bytes.append32(UInt32(truncatingIfNeeded: size))
        bytes.append32(UInt32(truncatingIfNeeded: offset))
        bytes.append16(0)
    }
}
