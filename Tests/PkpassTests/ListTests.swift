#if CommandLineTool
    import ArchiveForge
    import Foundation
    import PassKitCore
    import Testing

    /// `pkpass list`: what it says of archives, sound and hostile.
    @Suite struct ListTests {
        @Test func givesNameMethodSizesCRCAndOffset() throws {
            let result = try Self.list(ArchiveFault.sound.bytes)
            #expect(result.status == 0)
            let entries = try #require(try result.json["entries"]?.arrayValue)
            #expect(entries.map { $0["name"]?.stringValue } == ["a.txt", "b.txt"])
            #expect(entries.map { $0["method"]?.stringValue } == ["stored", "deflate"])
            let size = ArchiveFault.content.count
            #expect(entries.map { $0["compressedSize"]?.numberValue?.int } == [size, size + 5])
            #expect(entries.map { $0["size"]?.numberValue?.int } == [size, size])
            #expect(entries.map { $0["offset"]?.numberValue?.int } == [0, 30 + 5 + size])
            let digits = String(CRC32.checksum(ArchiveFault.content), radix: 16)
            let crc32 = String(repeating: "0", count: 8 - digits.count) + digits
            #expect(entries.map { $0["crc32"]?.stringValue } == [crc32, crc32])
        }

        @Test func anEmptyArchiveHasNoEntries() throws {
            let result = try Self.list(ZIPForge([]).bytes)
            #expect(result.status == 0)
            #expect(try result.json == ["entries": []])
        }

        /// One of each kind; all are run in ``ListMemoryTests``.
        static let hostile = Dictionary(
            grouping: ArchiveFault.all.filter { !ListMemoryTests.permitted.contains($0.name) },
            by: \.code.rawValue
        ).values.compactMap(\.last)

        @Test(arguments: hostile) func refusesWithACodeAndTwo(_ fault: ArchiveFault) throws {
            var forge = ArchiveFault.sound
            fault.change(&forge)
            let result = try Self.list(forge.bytes)
            let error = try #require(try result.json["error"])
            #expect(result.status == 2)
            #expect(error["code"]?.stringValue == fault.code.rawValue)
            #expect(error["message"]?.stringValue?.isEmpty == false)
        }

        private static func list(_ bytes: [UInt8]) throws -> Tool.Result {
            try withTemporaryFolder { folder in
                let file = folder.appending(path: "archive.zip")
                try Data(bytes).write(to: file)
                return try Tool.run("list", file.path, "--json")
            }
        }
    }
#endif
