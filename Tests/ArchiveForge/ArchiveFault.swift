package import PassKitCore

/// One way to make a sound archive of two entries ("a.txt" stored, "b.txt" deflated) unsound, and what must be said.
package struct ArchiveFault: Sendable, CustomStringConvertible {
    package let name: String
    package let code: PassError.Code
    package let change: @Sendable (inout ZIPForge) -> Void

    init(_ name: String, _ code: PassError.Code, _ change: @escaping @Sendable (inout ZIPForge) -> Void) {
        self.name = name
        self.code = code
        self.change = change
    }

    package var description: String { name }

    package static let content = Array("To be, or not to be, that is the question.".utf8)

    /// A stored block and the end: a deflate stream made by hand.
    package static func storedBlock(_ content: [UInt8]) -> [UInt8] {
        let length = UInt16(content.count)
        return [1] + le16(length) + le16(~length) + content
    }

    package static var sound: ZIPForge {
        ZIPForge([
            .init("a.txt", content),
            .init("b.txt", content, deflated: storedBlock(content)),
        ])
    }

    /// An extra field.
    package static func extra(_ id: UInt16, _ content: [UInt8]) -> [UInt8] {
        le16(id) + le16(UInt16(content.count)) + content
    }

    /// All of them.
    package static let all = endRecord + zip64 + directory + headers + layout + contents + names + types + budgets

    package static let endRecord: [ArchiveFault] = [
        .init("bytes after the end", .archiveEndRecord) { $0.after = [0] },
        .init("comment shorter than stated", .archiveEndRecord) { $0.commentLength = 3 },
        .init("comment longer than stated", .archiveEndRecord) {
            $0.comment = [1, 2, 3]; $0.commentLength = 2
        },
        .init("archive comment", .archiveComment) { $0.comment = [65] },
        .init("end record in the comment, both fit", .archiveEndRecord) { $0.comment = ZIPForge([]).bytes },
        .init("end record in the comment, one fits", .archiveEndRecord) { $0.comment = ZIPForge([]).bytes + [0] },
        .init("end record in content", .archiveEndRecord) {
            $0.entries[0] = .init("a.txt", [0] + ZIPForge([]).bytes)
        },
        .init("archive in content", .archiveIsBundle) { forge in
            let inner = forge.bytes
            forge.entries[0] = .init("a.txt", inner)
        },
        .init("bytes and no entry", .archiveUnclaimedBytes) {
            $0 = ZIPForge([])
            $0.beforeDirectory = [0]
        },
        .init("end record before the directory", .archiveUnclaimedBytes) { $0.beforeDirectory = ZIPForge([]).bytes },
        .init("disk number", .archiveMultiDisk) { $0.disk = 1 },
        .init("directory's disk number", .archiveMultiDisk) { $0.directoryDisk = 1 },
        .init("counts differ", .archiveEntryCount) { $0.countHere = 1 },
        .init("one entry fewer than there are", .archiveEntryCount) {
            $0.countHere = 1; $0.count = 1
        },
        .init("one entry more than there are", .archiveDirectory) {
            $0.countHere = 3; $0.count = 3
        },
        .init("65,538 entries stated in zip64", .archiveOverLimit) {
            $0.zip64 = .init(countHere: 65_538, count: 65_538)
            ($0.countHere, $0.count) = (0xFFFF, 0xFFFF)
        },
    ]

    package static let zip64: [ArchiveFault] = [
        .init("locator without sentinel", .archiveZip64) { $0.zip64 = .init() },
        .init("sentinel without locator", .archiveZip64) { $0.offset = .max },
        .init("count sentinel without locator", .archiveOverLimit) { ($0.count, $0.countHere) = (0xFFFF, 0xFFFF) },
        .init("record of another length", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(length: 45)
        },
        .init("record not adjacent", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(between: [0])
        },
        .init("record elsewhere", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(recordOffset: 0)
        },
        .init("record beyond Int", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(recordOffset: .max)
        },
        .init("record's counts differ", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(countHere: 1)
        },
        .init("record's disk", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(disk: 1)
        },
        .init("locator's disks", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(disks: 2)
        },
        .init("disk number beside zip64", .archiveMultiDisk) {
            $0.offset = .max; $0.zip64 = .init(); $0.disk = 1
        },
        .init("directory's disk number beside zip64", .archiveMultiDisk) {
            $0.offset = .max; $0.zip64 = .init(); $0.directoryDisk = 1
        },
        .init("twins differ in size", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(size: 1)
        },
        .init("twins differ in count", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(countHere: 3, count: 3)
        },
        .init("twins differ in offset", .archiveZip64) {
            $0.size = .max; $0.zip64 = .init(offset: 1)
        },
        .init("offset beyond Int", .archiveZip64) {
            $0.offset = .max; $0.zip64 = .init(offset: .max)
        },
        .init("entry's sentinel without field", .archiveZip64) { $0.entries[0].central.compressedSize = .max },
        .init("entry's field without sentinel", .archiveZip64) {
            $0.entries[0].central.extra = extra(1, le64(42))
        },
        .init("entry's field too short", .archiveZip64) {
            $0.entries[0].central.compressedSize = .max
            $0.entries[0].central.extra = extra(1, le32(42))
        },
        .init("local field says another size", .archiveHeaderMismatch) {
            $0.entries[0].local.uncompressedSize = .max
            $0.entries[0].local.extra = extra(1, le64(41))
        },
        .init("local field beside sizes says another size", .archiveHeaderMismatch) {
            $0.entries[0].local.extra = extra(1, le64(41) + le64(42))
        },
        .init("local field beside sizes says another compressed size", .archiveHeaderMismatch) {
            $0.entries[0].local.extra = extra(1, le64(42) + le64(41))
        },
        .init("local field too long", .archiveHeaderMismatch) {
            $0.entries[0].local.extra = extra(1, le64(42) + le64(42) + le64(0))
        },
        .init("local sentinel without field", .archiveHeaderMismatch) { $0.entries[0].local.uncompressedSize = .max },
    ]

    package static let directory: [ArchiveFault] = [
        .init("directory earlier than stated", .archiveDirectory) { $0.offset = 1000 },
        .init("directory smaller than stated", .archiveDirectory) { $0.size = 500 },
        .init("directory beyond the file", .archiveDirectory) { $0.offset = 0xFFFF_0000 },
        .init("bytes after the directory", .archiveDirectory) { $0.afterDirectory = [0] },
        .init("broken signature", .archiveDirectory) { $0.entries[0].centralSignature = 0x0201_4B51 },
        .init("record cut off", .archiveDirectory) {
            $0.entries[1].centralSignature = 0x0201_4B50
            $0.entries[1].comment = []
            $0.countHere = 3
            $0.count = 3
        },
        .init("entry's disk", .archiveMultiDisk) { $0.entries[0].disk = 1 },
        .init("entry's comment", .archiveComment) { $0.entries[0].comment = [65] },
        .init("deflate64", .archiveMethod) { $0.entries[0].both { $0.method = 9 } },
        .init("LZMA", .archiveMethod) { $0.entries[0].both { $0.method = 14 } },
        .init("AES", .archiveMethod) { $0.entries[0].both { $0.method = 99 } },
        .init("encrypted", .archiveEncrypted) { $0.entries[0].both { $0.flags = 1 } },
        .init("strong encryption", .archiveEncrypted) { $0.entries[0].both { $0.flags = 1 << 6 } },
        .init("masked headers", .archiveEncrypted) { $0.entries[0].both { $0.flags = 1 << 13 } },
        .init("patch data", .archiveFlags) { $0.entries[0].both { $0.flags = 1 << 5 } },
        .init("reserved flag", .archiveFlags) { $0.entries[0].both { $0.flags = 1 << 15 } },
        .init("extra field cut off", .archiveExtraField) { $0.entries[0].central.extra = [1, 0, 8] },
        .init("extra field too long", .archiveExtraField) { $0.entries[0].central.extra = [9, 0, 8, 0, 1] },
        .init("extra field of encryption", .archiveExtraField) { $0.entries[0].central.extra = extra(0x9901, [2, 0]) },
        .init("extra field twice", .archiveExtraField) {
            $0.entries[0].central.extra = extra(9, []) + extra(9, [])
        },
        .init("Unicode path", .archiveExtraField) { $0.entries[0].central.extra = extra(0x7075, [1]) },
        .init("Unicode comment", .archiveExtraField) { $0.entries[0].central.extra = extra(0x6375, [1]) },
        .init("local Unicode path", .archiveExtraField) { $0.entries[0].local.extra = extra(0x7075, [1]) },
        .init("local extra field twice", .archiveExtraField) {
            $0.entries[0].local.extra = extra(9, []) + extra(9, [])
        },
        .init("local extra field cut off", .archiveExtraField) { $0.entries[0].local.extra = [1, 0, 8] },
    ]

    package static let headers: [ArchiveFault] = [
        .init("local signature", .archiveLocalHeader) { $0.entries[0].localSignature = 0x0403_4B51 },
        .init("local name", .archiveHeaderMismatch) { $0.entries[0].local.name = Array("x.txt".utf8) },
        .init("local name's length", .archiveHeaderMismatch) { $0.entries[0].local.name = Array("a.tx".utf8) },
        .init("local version", .archiveHeaderMismatch) { $0.entries[0].local.version = 10 },
        .init("local flags", .archiveHeaderMismatch) { $0.entries[0].local.flags = 2 },
        .init("local method", .archiveHeaderMismatch) { $0.entries[0].local.method = 8 },
        .init("local time", .archiveHeaderMismatch) { $0.entries[0].local.time = 1 },
        .init("local date", .archiveHeaderMismatch) { $0.entries[0].local.date = 1 },
        .init("local CRC-32", .archiveHeaderMismatch) { $0.entries[0].local.crc32 = 1 },
        .init("local CRC-32 left open without descriptor", .archiveHeaderMismatch) { $0.entries[0].local.crc32 = 0 },
        .init("local compressed size", .archiveHeaderMismatch) { $0.entries[1].local.compressedSize = 1 },
        .init("local uncompressed size", .archiveHeaderMismatch) { $0.entries[1].local.uncompressedSize = 1 },
        .init("local size left open without descriptor", .archiveHeaderMismatch) {
            $0.entries[1].local.uncompressedSize = 0
        },
        .init("descriptor missing", .archiveDataDescriptor) { $0.entries[1].both { $0.flags = 8 } },
        .init("descriptor's CRC-32", .archiveDataDescriptor) {
            $0.entries[1].describe()
            $0.entries[1].descriptor[4] ^= 1
        },
        .init("descriptor's compressed size", .archiveDataDescriptor) {
            $0.entries[1].describe(signature: false)
            $0.entries[1].descriptor[4] ^= 1
        },
        .init("descriptor's uncompressed size", .archiveDataDescriptor) {
            $0.entries[1].describe(wide: true)
            $0.entries[1].descriptor[23] ^= 1
        },
        .init("descriptor's signature", .archiveDataDescriptor) {
            $0.entries[1].describe()
            $0.entries[1].descriptor[0] ^= 1
        },
        .init("descriptor without flag", .archiveUnclaimedBytes) {
            $0.entries[0].descriptor = le32(0x0807_4B50) + le32(0) + le32(0) + le32(0)
        },
        .init("stored entry of open size that holds a descriptor", .archiveDataDescriptor) {
            $0.entries[0] = .init("a.txt", content + le32(0x0807_4B50) + content)
            $0.entries[0].describe()
        },
        .init("stored entry of open size that holds a local header", .archiveDataDescriptor) {
            $0.entries[0] = .init("a.txt", content + le32(0x0403_4B50) + content)
            $0.entries[0].describe()
        },
    ]

    package static let layout: [ArchiveFault] = [
        .init("bytes in front", .archiveUnclaimedBytes) { $0.entries[0].before = [0] },
        .init("program in front", .archiveUnclaimedBytes) { $0.entries[0].before = [0x4D, 0x5A] + content },
        .init("gap between entries", .archiveUnclaimedBytes) { $0.entries[1].before = [0] },
        .init("gap before the directory", .archiveUnclaimedBytes) { $0.beforeDirectory = [0] },
        .init("entry the directory does not list", .archiveUnclaimedBytes) {
            $0.entries[1].before = Array(ZIPForge([.init("hidden", content)]).bytes.prefix(78))
        },
        .init("two records for one local header", .archiveDuplicateName) { $0.entries[1] = $0.entries[0] },
        .init("offsets meet in one local header", .archiveOverlappingEntries) {
            ($0.entries[0].offset, $0.entries[1].offset) = (0, 0)
        },
        .init("offset inside the other entry", .archiveOverlappingEntries) { $0.entries[1].offset = 40 },
        .init("offset beyond the directory", .archiveLocalHeader) { $0.entries[1].offset = 0x7FFF_FFFF },
        .init("data beyond the directory", .archiveOverlappingEntries) {
            $0.entries[1].both {
                $0.compressedSize = 4000; $0.uncompressedSize = 4000
            }
        },
        .init("data over the next entry", .archiveOverlappingEntries) {
            $0.entries[0].both {
                $0.compressedSize += 8; $0.uncompressedSize += 8
            }
        },
    ]

    package static let contents: [ArchiveFault] = [
        .init("stored sizes differ", .archiveSizeMismatch) { $0.entries[0].both { $0.uncompressedSize += 1 } },
        .init("stored CRC-32", .archiveChecksum) { $0.entries[0].both { $0.crc32 ^= 1 } },
        .init("deflated CRC-32", .archiveChecksum) { $0.entries[1].both { $0.crc32 ^= 1 } },
        .init("no deflate stream", .archiveDeflate) { $0.entries[1].data[0] = 7 },
        .init("stream breaks off", .archiveDeflate) {
            $0.entries[1].data.removeLast()
            $0.entries[1].both { $0.compressedSize -= 1 }
        },
        .init("stream without a last block", .archiveDeflate) { $0.entries[1].data[0] = 0 },
        .init("bytes after the stream", .archiveDeflate) {
            $0.entries[1].data.append(0)
            $0.entries[1].both { $0.compressedSize += 1 }
        },
        .init("inflates to more than stated", .archiveDeflate) { $0.entries[1].both { $0.uncompressedSize -= 1 } },
        .init("inflates to less than stated", .archiveDeflate) { $0.entries[1].both { $0.uncompressedSize += 1 } },
        .init("inflates to something, empty stated", .archiveDeflate) {
            $0.entries[1].both {
                $0.uncompressedSize = 0; $0.crc32 = 0
            }
        },
        .init("empty deflate stream", .archiveDeflate) {
            $0.entries[1].data = []
            $0.entries[1].both {
                $0.compressedSize = 0; $0.uncompressedSize = 0; $0.crc32 = 0
            }
        },
    ]

    private static func named(_ name: [UInt8], utf8: Bool = true) -> @Sendable (inout ZIPForge) -> Void {
        { forge in
            forge.entries[0].both {
                $0.name = name
                $0.flags = utf8 ? 1 << 11 : 0
            }
        }
    }

    private static func named(_ name: String) -> @Sendable (inout ZIPForge) -> Void { named(Array(name.utf8)) }

    package static let names: [ArchiveFault] = [
        .init("empty name", .archiveName, named("")),
        .init("name not UTF-8", .archiveName, named([0x61, 0xFF])),
        .init("overlong UTF-8", .archiveName, named([0xC0, 0xAF, 0x61])),
        .init("surrogate in UTF-8", .archiveName, named([0xED, 0xA0, 0x80])),
        .init("UTF-8 without its flag", .archiveName, named(Array("é".utf8), utf8: false)),
        .init("NUL in a name", .archiveName, named("a\u{0}.txt")),
        .init("newline in a name", .archiveName, named("a\n.txt")),
        .init("DEL in a name", .archiveName, named("a\u{7F}.txt")),
        .init("C1 control in a name", .archiveName, named("a\u{85}.txt")),
        .init("right-to-left override", .archiveName, named("a\u{202E}gnp.exe")),
        .init("zero-width space", .archiveName, named("a\u{200B}.txt")),
        .init("line separator", .archiveName, named("a\u{2028}.txt")),
        .init("paragraph separator", .archiveName, named("a\u{2029}.txt")),
        .init("backslash", .archiveName, named("..\\a.txt")),
        .init("drive", .archiveName, named("C:a.txt")),
        .init("rooted name", .archiveName, named("/a.txt")),
        .init("dot segment", .archiveName, named("./a.txt")),
        .init("parent segment", .archiveName, named("x/../a.txt")),
        .init("parent at the end", .archiveName, named("x/..")),
        // To Swift's characters, the slash and the mark after it are one, and no slash.
        .init("parent segment before a combining mark", .archiveName, named("../\u{301}a")),
        .init("four segments that begin with combining marks", .archiveName) { forge in
            named(["a", "\u{301}b", "\u{301}c", "\u{301}d"].joined(separator: "/"))(&forge)
        },
        .init("folder that is only a dot", .archiveName, named("./")),
        .init("empty segment", .archiveName, named("x//a.txt")),
        .init("only a slash", .archiveName, named("/")),
        .init("256 bytes", .archiveName, named([UInt8](repeating: 0x61, count: 256))),
        .init("four segments", .archiveName, named("a/b/c/d")),
        .init("same name", .archiveDuplicateName, named("b.txt")),
        .init("same but for case", .archiveDuplicateName, named("B.TXT")),
        .init("file and folder", .archiveDuplicateName, named("b.txt/a")),
        .init("file and folder but for case", .archiveDuplicateName, named("B.txt/a")),
        .init("same but for case folding", .archiveDuplicateName) { forge in
            named("straße")(&forge)
            forge.entries[1].both { $0.name = Array("STRASSE".utf8) }
        },
        .init("same but for the capital sharp s", .archiveDuplicateName) { forge in
            named("ẞ.png")(&forge)
            forge.entries[1].both {
                $0.name = Array("ß.png".utf8); $0.flags = 1 << 11
            }
        },
        .init("same but for normalisation", .archiveDuplicateName) { forge in
            named("e\u{301}")(&forge)
            forge.entries[1].both {
                $0.name = Array("\u{E9}".utf8); $0.flags = 1 << 11
            }
        },
        .init("folder twice", .archiveDuplicateName) { forge in
            forge.entries = [.init("x/", []), .init("x/", [])]
            for index in 0...1 { forge.entries[index].attributes = 0o040755 << 16 }
        },
    ]

    private static func attributes(_ value: UInt32) -> @Sendable (inout ZIPForge) -> Void {
        { $0.entries[0].attributes = value }
    }

    package static let types: [ArchiveFault] = [
        .init("symbolic link", .archiveFileType, attributes(0o120777 << 16)),
        .init("character device", .archiveFileType, attributes(0o020644 << 16)),
        .init("block device", .archiveFileType, attributes(0o060644 << 16)),
        .init("named pipe", .archiveFileType, attributes(0o010644 << 16)),
        .init("socket", .archiveFileType, attributes(0o140644 << 16)),
        .init("folder by mode only", .archiveFileType, attributes(0o040755 << 16)),
        .init("folder by DOS attribute only", .archiveFileType, attributes(0x10)),
        .init("folder by name only", .archiveFileType) { $0.entries.append(.init("x/", [])) },
        .init("folder with deflated content", .archiveDeflate) {
            $0.entries.append(.init("x/", [], deflated: [0x4B, 0x04, 0x00]))
            $0.entries[2].attributes = 0o040755 << 16
        },
        .init("folder with bytes after its nothing", .archiveDeflate) {
            $0.entries.append(.init("x/", [], deflated: [0x03, 0x00, 0x41]))
            $0.entries[2].attributes = 0o040755 << 16
        },
        .init("folder with content", .archiveFileType) {
            $0.entries.append(.init("x/", content))
            $0.entries[2].attributes = 0o040755 << 16
        },
    ]

    package static let budgets: [ArchiveFault] = [
        .init("129 entries", .archiveOverLimit) { forge in
            forge.entries = (0..<129).map { .init("\($0)", []) }
        },
        .init("entry of more than 5 MiB", .archiveOverLimit) {
            $0.entries[1].both { $0.uncompressedSize = 5 << 20 | 1 }
        },
        .init("4 GiB stated", .archiveOverLimit) { $0.entries[1].both { $0.uncompressedSize = .max - 1 } },
        .init("20 MiB in all", .archiveOverLimit) { forge in
            forge.entries = (0..<5).map { number in
                var entry = ZIPForge.Entry("\(number)", content, deflated: [UInt8](repeating: 0, count: 100_000))
                entry.both { $0.uncompressedSize = 4 << 20 | 1 }
                return entry
            }
        },
        .init("inflates more than a hundredfold", .archiveOverLimit) {
            $0.entries[1].both { $0.uncompressedSize = 1 << 20 | 1 }
        },
        .init("zip64 entry size", .archiveOverLimit) {
            $0.entries[1].central.uncompressedSize = .max
            $0.entries[1].central.extra = extra(1, le64(1 << 62))
        },
        .init("zip64 entry size beyond Int", .archiveZip64) {
            $0.entries[1].central.uncompressedSize = .max
            $0.entries[1].central.extra = extra(1, le64(.max))
        },
    ]
}
