import PassKitCore

/// Writes ZIP archives field by field, so that a test can make exactly one of them wrong.
package struct ZIPForge {
    /// The fields that local header and central record share.
    package struct Header {
        package var version: UInt16 = 20
        package var flags: UInt16 = 0
        package var method: UInt16 = 0
        package var time: UInt16 = 0
        package var date: UInt16 = 0x21
        package var crc32: UInt32
        package var compressedSize: UInt32
        package var uncompressedSize: UInt32
        package var name: [UInt8]
        package var extra: [UInt8] = []

        package var bytes: [UInt8] {
            le16(version) + le16(flags) + le16(method) + le16(time) + le16(date) + le32(crc32) + le32(compressedSize)
                + le32(uncompressedSize) + le16(UInt16(name.count)) + le16(UInt16(extra.count))
        }
    }

    package struct Entry {
        package var local: Header
        package var central: Header
        package var data: [UInt8]
        /// What stands after the data.
        package var descriptor: [UInt8] = []
        /// What stands before the local header.
        package var before: [UInt8] = []
        package var localSignature: UInt32 = 0x0403_4B50
        package var centralSignature: UInt32 = 0x0201_4B50
        package var madeBy: UInt16 = 0x0314
        package var attributes: UInt32 = 0o100644 << 16
        package var comment: [UInt8] = []
        package var disk: UInt16 = 0
        /// What the central directory says of where the local header is; nil for the truth.
        package var offset: UInt32?

        /// A stored entry, or a deflated one with the stream given.
        package init(_ name: String, _ content: [UInt8], deflated: [UInt8]? = nil) {
            data = deflated ?? content
            local = Header(
                method: deflated == nil ? 0 : 8,
                crc32: CRC32.checksum(content),
                compressedSize: UInt32(data.count),
                uncompressedSize: UInt32(content.count),
                name: Array(name.utf8)
            )
            central = local
        }

        /// Changes both headers alike.
        package mutating func both(_ change: (inout Header) -> Void) {
            change(&local)
            change(&central)
        }

        /// Sets the descriptor flag, empties the local fields and appends a descriptor.
        package mutating func describe(signature: Bool = true, wide: Bool = false, openly: Bool = true) {
            both { $0.flags |= 8 }
            if openly { (local.crc32, local.compressedSize, local.uncompressedSize) = (0, 0, 0) }
            descriptor = signature ? le32(0x0807_4B50) : []
            descriptor += le32(central.crc32)
            for size in [central.compressedSize, central.uncompressedSize] {
                descriptor += wide ? le64(UInt64(size)) : le32(size)
            }
        }
    }

    /// The zip64 end record and its locator.
    package struct Zip64 {
        package var length: UInt64 = 44
        package var disk: UInt32 = 0
        package var countHere: UInt64?
        package var count: UInt64?
        package var size: UInt64?
        package var offset: UInt64?
        package var recordOffset: UInt64?
        package var disks: UInt32 = 1
        /// What stands between record and locator.
        package var between: [UInt8] = []

        package init(
            length: UInt64 = 44,
            disk: UInt32 = 0,
            countHere: UInt64? = nil,
            count: UInt64? = nil,
            size: UInt64? = nil,
            offset: UInt64? = nil,
            recordOffset: UInt64? = nil,
            disks: UInt32 = 1,
            between: [UInt8] = []
        ) {
            (self.length, self.disk, self.disks) = (length, disk, disks)
            (self.countHere, self.count, self.size, self.offset) = (countHere, count, size, offset)
            (self.recordOffset, self.between) = (recordOffset, between)
        }
    }

    package var entries: [Entry]
    package var beforeDirectory: [UInt8] = []
    package var afterDirectory: [UInt8] = []
    package var zip64: Zip64?
    package var disk: UInt16 = 0
    package var directoryDisk: UInt16 = 0
    package var countHere: UInt16?
    package var count: UInt16?
    package var size: UInt32?
    package var offset: UInt32?
    package var commentLength: UInt16?
    package var comment: [UInt8] = []
    package var after: [UInt8] = []

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            file += entry.before
            let offset = entry.offset ?? UInt32(file.count)
            file += le32(entry.localSignature) + entry.local.bytes + entry.local.name + entry.local.extra
            file += entry.data + entry.descriptor
            directory += le32(entry.centralSignature) + le16(entry.madeBy) + entry.central.bytes
            directory += le16(UInt16(entry.comment.count)) + le16(entry.disk) + le16(0) + le32(entry.attributes)
            directory += le32(offset) + entry.central.name + entry.central.extra + entry.comment
        }
        file += beforeDirectory
        let start = file.count
        file += directory + afterDirectory
        if let zip64 {
            let position = file.count
            file += le32(0x0606_4B50) + le64(zip64.length) + le16(45) + le16(45) + le32(zip64.disk) + le32(0)
            file += le64(zip64.countHere ?? UInt64(entries.count)) + le64(zip64.count ?? UInt64(entries.count))
            file += le64(zip64.size ?? UInt64(directory.count)) + le64(zip64.offset ?? UInt64(start))
            file += zip64.between
            file += le32(0x0706_4B50) + le32(0) + le64(zip64.recordOffset ?? UInt64(position)) + le32(zip64.disks)
        }
        file += le32(0x0605_4B50) + le16(disk) + le16(directoryDisk)
        file += le16(countHere ?? UInt16(entries.count)) + le16(count ?? UInt16(entries.count))
        file += le32(size ?? UInt32(directory.count)) + le32(offset ?? UInt32(start))
        file += le16(commentLength ?? UInt16(comment.count)) + comment + after
        return file
    }
}

/// A number in little-endian order.
package func le16(_ value: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
}
/// A number in little-endian order.
package func le32(_ value: UInt32) -> [UInt8] { le16(UInt16(truncatingIfNeeded: value)) + le16(UInt16(value >> 16)) }
/// A number in little-endian order.
package func le64(_ value: UInt64) -> [UInt8] { le32(UInt32(truncatingIfNeeded: value)) + le32(UInt32(value >> 32)) }
