import ArchiveForge
import Foundation
import PassKitCore
import Testing

@Suite struct PassArchiveTests {
    static let text = Array(String(repeating: "All the world's a stage. ", count: 40).utf8)
    static let noise = (0..<500).map { _ in UInt8.random(in: .min ... .max) }

    static func sample() throws -> PassArchive {
        var archive = PassArchive(leadingNames: ["pass.json"])
        try archive.set(noise, for: "logo.png")
        try archive.set(text, for: "pass.json")
        try archive.set([], for: "empty")
        try archive.set(text, for: "de.lproj/pass.strings")
        return archive
    }

    @Test func writesLeadingNamesFirstAndTheRestSorted() throws {
        let archive = try PassArchive(reading: Self.sample().bytes())
        #expect(archive.entries.map(\.name) == ["pass.json", "de.lproj/pass.strings", "empty", "logo.png"])
        #expect(archive.entries.map(\.method) == [.deflate, .deflate, .stored, .stored])
        #expect(try archive.bytes(of: "pass.json") == Self.text)
        #expect(try archive.bytes(of: "logo.png") == Self.noise)
        #expect(try archive.bytes(of: "empty") == [])
    }

    @Test func sameContentGivesSameBytes() throws {
        #expect(try Self.sample().bytes() == Self.sample().bytes())
    }

    @Test func anUnchangedArchiveGivesBackItsBytes() throws {
        let bytes = try Self.sample().bytes()
        var archive = try PassArchive(reading: bytes)
        #expect(archive.bytes() == bytes)
        try archive.set(Self.text, for: "pass.json")
        #expect(!archive.isModified, "Setting what is there is no change.")
        archive.remove("nothing")
        #expect(archive.bytes() == bytes)
    }

    @Test func aChangeLeavesOtherEntriesAlone() throws {
        let bytes = try Self.sample().bytes()
        var archive = try PassArchive(reading: bytes)
        try archive.set(Array("new".utf8), for: "empty")
        try archive.set(Array("added".utf8), for: "added.txt")
        archive.remove("logo.png")
        let changed = try PassArchive(reading: archive.bytes())
        #expect(changed.entries.map(\.name) == ["pass.json", "de.lproj/pass.strings", "empty", "added.txt"])
        #expect(try changed.bytes(of: "empty") == Array("new".utf8))
        #expect(changed.entry(named: "pass.json")?.offset == 0)
        // What stands before the first change is as it was.
        let prefix = try #require(changed.entry(named: "empty")?.offset)
        #expect(prefix > 0 && prefix < bytes.count)
        #expect(archive.bytes().prefix(prefix) == bytes.prefix(prefix))
    }

    @Test(arguments: ["empty", "pass.json", "logo.png", "new"])
    func theBytesOfUntouchedEntriesStay(_ changed: String) throws {
        // Data descriptors and extra fields, which the library itself does not write, stay as well.
        var forge = ArchiveFault.sound
        forge.entries[0].describe()
        forge.entries[1].both { $0.extra = ArchiveFault.extra(0x5455, [0, 1]) }
        for bytes in [try Self.sample().bytes(), forge.bytes] {
            var archive = try PassArchive(reading: bytes)
            let before = try Self.records(of: bytes)
            try archive.set(Self.text + Self.noise, for: changed)
            var after = try Self.records(of: archive.bytes())
            #expect(after.map(\.name).prefix(before.count) == before.map(\.name)[...], "The order changed.")
            after.removeAll { $0.name == changed }
            #expect(after.map(\.bytes) == before.filter { $0.name != changed }.map(\.bytes))
            archive.remove(changed)
            #expect(try Self.records(of: archive.bytes()).map(\.bytes) == after.map(\.bytes))
        }
    }

    /// Each entry's local header, data and descriptor, by name.
    static func records(of bytes: [UInt8]) throws -> [(name: String, bytes: ArraySlice<UInt8>)] {
        let entries = try PassArchive(reading: bytes).entries
        let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: le32(0x0201_4B50)) })
        let ends = entries.dropFirst().map(\.offset) + [directory]
        return try zip(entries, ends).map { entry, end in
            (entry.name, bytes[try #require(entry.offset)..<(try #require(end))])
        }
    }

    /// What looks like the end of an archive must not stand in one's content, whatever the content is.
    @Test(arguments: [0, 6]) func contentThatLooksLikeTheEndIsWrittenSoThatItIsRead(_ level: Int) throws {
        let endRecord: [UInt8] = [0x50, 0x4B, 5, 6]
        let content = Self.noise + endRecord + endRecord + Self.noise + endRecord
        var archive = PassArchive()
        try archive.set(content, for: "a", level: level)
        try archive.set(ZIPForge([]).bytes, for: "inner.zip", level: level)
        let read = try PassArchive(reading: archive.bytes())
        #expect(try read.bytes(of: "a") == content)
        #expect(try read.bytes(of: "inner.zip") == ZIPForge([]).bytes)
    }

    /// Bytes that could be the end record itself, comment and all: limits that take archives in archives do not help.
    @Test func contentThatFitsTheEndIsWrittenSoThatItIsRead() throws {
        var archive = PassArchive(limits: .bundle)
        var end = ZIPForge([])
        // After the record in the content come the directory of one entry named "a" and the true end record.
        end.commentLength = 46 + 1 + 22
        try archive.set(end.bytes, for: "a", level: 0)
        #expect(try PassArchive(reading: archive.bytes(), limits: .bundle).bytes(of: "a") == end.bytes)
    }

    @Test func removingAnEntryBringsNoOtherEndNear() throws {
        let far = (0..<40_000).map { _ in UInt8.random(in: 0x80 ... .max) }
        let content = far + [0x50, 0x4B, 5, 6] + far
        var forge = ZIPForge([.init("a", content), .init("b", far), .init("c", far)])
        forge.entries[0].describe(openly: false)
        var archive = try PassArchive(reading: forge.bytes)
        archive.remove("b")
        archive.remove("c")
        #expect(try PassArchive(reading: archive.bytes()).bytes(of: "a") == content)
        // Broken data cannot be mended, and stays as it is.
        forge.entries[0].both {
            $0.method = 8
            $0.uncompressedSize += 1
        }
        forge.entries[0].describe(openly: false)
        archive = try PassArchive(reading: forge.bytes)
        archive.remove("c")
        archive.remove("b")
        #expect(archive.bytes().starts(with: forge.bytes.prefix(80_000)))
    }

    @Test func inflatesInStepsWhatIsMuchLargerThanItsData() throws {
        for count in [4095, 4096, 65_536, 65_537, 131_074, 1 << 20] {
            var archive = PassArchive()
            try archive.set([UInt8](repeating: 7, count: count), for: "a")
            archive = try PassArchive(reading: archive.bytes())
            #expect(archive.entry(named: "a")?.method == .deflate)
            #expect(try archive.bytes(of: "a") == [UInt8](repeating: 7, count: count))
            try archive.checkContents()
        }
    }

    @Test func handsOutContentWithoutCopying() throws {
        let archive = try PassArchive(reading: Self.sample().bytes())
        #expect(try archive.withBytes(of: "logo.png") { $0.count } == Self.noise.count)
        #expect(try archive.withBytes(of: "pass.json") { $0[0] } == UInt8(ascii: "A"))
        #expect(throws: CancellationError.self) {
            try archive.withBytes(of: "pass.json") { (_: Span<UInt8>) throws(CancellationError) in
                throw CancellationError()
            }
        }
    }

    @Test(arguments: ["", "/a", "a//b", "../a", "a/./b", "a\\b", "C:a", "a\u{0}", "a/", "\u{202E}a", "a/b/c/d"])
    func refusesNames(_ name: String) {
        var archive = PassArchive()
        #expect(throws: PassError(.archiveName, "")) { try archive.set([1], for: name) }
    }

    @Test(arguments: [("a", "A"), ("straße", "STRASSE"), ("\u{e9}", "e\u{301}"), ("a", "a/b"), ("a/b", "A")])
    func refusesNamesThatSystemsConfuse(_ first: String, _ second: String) throws {
        var archive = PassArchive()
        try archive.set([1], for: first)
        #expect(throws: PassError(.archiveDuplicateName, "")) { try archive.set([2], for: second) }
    }

    /// Folding case comes between these two and their normal form.
    @Test func refusesNamesThatDifferInTheOrderOfTheirMarks() throws {
        let (first, second) = ("\u{3B1}\u{345}\u{301}.png", "\u{3B1}\u{301}\u{345}.png")
        var archive = PassArchive()
        try archive.set([1], for: first)
        #expect(throws: PassError(.archiveDuplicateName, "")) { try archive.set([2], for: second) }
        archive.remove(first)
        try archive.set([2], for: second)
        var forge = ZIPForge([.init(first, [1]), .init(second, [2])])
        for index in forge.entries.indices { forge.entries[index].both { $0.flags = 1 << 11 } }
        #expect(throws: PassError(.archiveDuplicateName, "")) { try PassArchive(reading: forge.bytes) }
    }

    // MARK: What is written can be read

    @Test(arguments: [("PK", [5, 6, 0]), ("P", [0x4B, 5, 6]), ("de.lproj/PK", [5, 6])] as [(String, [UInt8])])
    func aNameAndItsContentMakeNoEnd(_ name: String, _ content: [UInt8]) throws {
        for limits in [ArchiveLimits.default, .permissive] {
            var archive = PassArchive(limits: limits)
            try archive.set(content, for: name)
            let again = try PassArchive(reading: archive.bytes(), limits: limits)
            #expect(try again.bytes(of: name) == content)
        }
    }

    @Test func whatRepeatsItselfIsNoBomb() throws {
        var archive = PassArchive()
        try archive.set([UInt8](repeating: 0, count: 2 << 20), for: "zeros")
        let again = try PassArchive(reading: archive.bytes())
        #expect(again.entry(named: "zeros")?.method == .stored)
    }

    @Test func growsNoLargerThanMayBeRead() throws {
        let noise = RandomBytes.system(3000)
        var archive = PassArchive(limits: ArchiveLimits(archiveSize: 10_000))
        for name in ["a", "b", "c"] { try archive.set(noise, for: name) }
        #expect(throws: PassError(.archiveOverLimit, "")) { try archive.set(noise, for: "d") }
        let again = try PassArchive(reading: archive.bytes(), limits: ArchiveLimits(archiveSize: 10_000))
        #expect(again.entries.count == 3)
        archive.remove("a")
        try archive.set(noise, for: "d")

        var texts = PassArchive(limits: ArchiveLimits(totalSize: 10_000))
        try texts.set([UInt8](repeating: 7, count: 9000), for: "a")
        #expect(throws: PassError(.archiveOverLimit, "")) {
            try texts.set([UInt8](repeating: 7, count: 1001), for: "b")
        }
        try texts.set([UInt8](repeating: 7, count: 10_000), for: "a")
        #expect(texts.entries.count == 1)
    }

    @Test func limitsHold() throws {
        let bytes = try Self.sample().bytes()
        func code(_ limits: ArchiveLimits) -> PassError.Code? {
            do {
                _ = try PassArchive(reading: bytes, limits: limits)
                return nil
            } catch { return error.code }
        }
        #expect(code(.init(archiveSize: bytes.count)) == nil)
        #expect(code(.init(archiveSize: bytes.count - 1)) == .archiveOverLimit)
        #expect(code(.init(entryCount: 3)) == .archiveOverLimit)
        #expect(code(.init(entrySize: 999)) == .archiveOverLimit)
        #expect(code(.init(totalSize: 2499)) == .archiveOverLimit)
        #expect(code(.init(nameLength: 9)) == .archiveName)
        #expect(code(.init(nameDepth: 1)) == .archiveName)
    }

    /// Java's and Python's writers deflate the nothing that a folder holds.
    @Test(arguments: [[0x03, 0x00], [0x01, 0x00, 0x00, 0xFF, 0xFF]] as [[UInt8]])
    func aFolderMayBeDeflated(_ nothing: [UInt8]) throws {
        var forge = ZIPForge([.init("en.lproj/", [], deflated: nothing), .init("en.lproj/a.txt", [1])])
        forge.entries[0].attributes = 0o040755 << 16 | 0x10
        var archive = try PassArchive(reading: forge.bytes)
        #expect(archive.entries.map(\.name) == ["en.lproj/a.txt"])
        try archive.set([2], for: "b.txt")
        #expect(try PassArchive(reading: archive.bytes()).bytes(of: "en.lproj/a.txt") == [1])
    }

    @Test func noLimitHasMoreEntriesThanAnEndRecordCounts() {
        var limits = ArchiveLimits(entryCount: 70_000)
        #expect(limits.entryCount == 65_535)
        limits.entryCount = 70_000
        #expect(limits.entryCount == 65_535)
    }

    @Test func everyFlippedByteIsSeenOrHarmless() throws {
        let original = try Self.sample()
        let bytes = original.bytes()
        var opened = 0
        for position in bytes.indices {
            var flipped = bytes
            flipped[position] ^= 0x01
            guard let archive = try? PassArchive(reading: flipped) else { continue }
            opened += 1
            for entry in archive.entries {
                guard let content = try? archive.bytes(of: entry.name) else { continue }
                #expect((try? original.bytes(of: entry.name)) == content, "byte \(position)")
            }
        }
        #expect(opened > 0 && opened < bytes.count)
    }

    @Test(arguments: [1, 7, 64 << 10]) func sendsItsBytesInChunksOfKnownLength(_ chunkSize: Int) async throws {
        var archive = try Self.sample()
        for _ in 0..<2 {
            let bytes = archive.bytes()
            let body = archive.body(chunkSize: chunkSize)
            #expect(body.length == bytes.count)
            for _ in 0..<2 {
                var sent: [UInt8] = []
                for try await chunk in body {
                    #expect(!chunk.isEmpty && chunk.count <= chunkSize)
                    sent += chunk
                }
                #expect(sent == bytes)
            }
            archive = try PassArchive(reading: bytes)
            archive.remove("empty")
        }
    }

    @Test func levelsChangeTheSizeAndNotTheContent() throws {
        var sizes: [Int] = []
        let text = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) & 0x1F }
        for level in [0, 1, 9] {
            var archive = PassArchive()
            try archive.set(text, for: "a", level: level)
            #expect(try archive.bytes(of: "a") == text)
            sizes.append(archive.entry(named: "a")?.compressedSize ?? 0)
        }
        #expect(sizes[0] == text.count)
        #expect(sizes[1] < sizes[0] && sizes[2] <= sizes[1])
    }

    @Test func compressedFormatsAreStored() throws {
        var archive = PassArchive()
        try archive.set([0x89, 0x50, 0x4E, 0x47] + Self.text, for: "a.png")
        #expect(archive.entry(named: "a.png")?.method == .stored)
    }

    @Test func copiesAFileWithoutInflatingIt() throws {
        let from = try PassArchive(reading: Self.sample().bytes())
        var to = PassArchive()
        try to.copy("pass.json", from: from)
        #expect(try to.bytes(of: "pass.json") == Self.text)
        #expect(to.entry(named: "pass.json")?.compressedSize == from.entry(named: "pass.json")?.compressedSize)
    }

    @Test func saysWhichFileIsMissing() throws {
        let archive = try Self.sample()
        #expect(throws: PassError(.archiveNoSuchEntry, "")) { try archive.bytes(of: "PASS.JSON") }
        #expect(throws: PassError(.archiveNoSuchEntry, "")) { try archive.withBytes(of: "x") { $0.count } }
    }

    @Test(.enabled(if: ExternalTool("unzip") != nil && ExternalTool("python3") != nil))
    func otherReadersTakeIt() async throws {
        try await withTemporaryFolder { folder in
            var archive = try Self.sample()
            try archive.set(Self.text, for: "é.txt")
            try Data(archive.bytes()).write(to: folder.appending(path: "sample.zip"))
            for (tool, arguments) in [("unzip", ["-tqq"]), ("python3", ["-m", "zipfile", "-t"])] {
                let (status, output) = try #require(ExternalTool(tool)).run(arguments + ["sample.zip"], in: folder)
                #expect(status == 0, "\(tool): \(output)")
            }
        }
    }
}
