import ArchiveForge
import PassKitCore
import Testing

/// Archives with one fault each are refused with the code of that fault, and sound ones that look odd are read.
@Suite struct ArchiveHostileTests {
    static func code(_ bytes: [UInt8], _ limits: ArchiveLimits = .default) -> PassError.Code? {
        let archive: PassArchive
        do { archive = try PassArchive(reading: bytes, limits: limits) } catch { return error.code }
        var code: PassError.Code?
        do { try archive.checkContents() } catch { code = error.code }
        // Whichever way the contents are read, the same is said.
        #expect(Self.code { try archive.entries.forEach { _ = try archive.bytes(of: $0.name) } } == code)
        #expect(Self.code { try archive.entries.forEach { try archive.withBytes(of: $0.name) { _ in } } } == code)
        return code
    }

    private static func code(_ body: () throws -> Void) -> PassError.Code? {
        do {
            try body()
            return nil
        } catch { return (error as? PassError)?.code }
    }

    @Test(arguments: ArchiveFault.all) func refuses(_ fault: ArchiveFault) {
        var forge = ArchiveFault.sound
        #expect(Self.code(forge.bytes) == nil)
        fault.change(&forge)
        #expect(Self.code(forge.bytes) == fault.code)
    }

    static let forms = [(true, false), (true, true), (false, false), (false, true)]

    @Test(arguments: forms, [true, false]) func readsEveryDescriptor(_ form: (Bool, Bool), openly: Bool) throws {
        var forge = ArchiveFault.sound
        for index in forge.entries.indices {
            forge.entries[index].describe(signature: form.0, wide: form.1, openly: openly)
        }
        #expect(Self.code(forge.bytes) == nil)
        var archive = try PassArchive(reading: forge.bytes)
        archive.remove("a.txt")
        #expect(try PassArchive(reading: archive.bytes()).bytes(of: "b.txt") == ArchiveFault.content)
    }

    @Test func readsZip64ThatAgrees() throws {
        var forge = ArchiveFault.sound
        forge.zip64 = .init()
        (forge.offset, forge.size, forge.count, forge.countHere) = (.max, .max, 0xFFFF, 0xFFFF)
        let size = UInt64(forge.entries[0].data.count)
        forge.entries[0].both {
            ($0.compressedSize, $0.uncompressedSize) = (.max, .max)
            $0.extra = ArchiveFault.extra(1, le64(size) + le64(size))
        }
        #expect(Self.code(forge.bytes) == nil)
        var archive = try PassArchive(reading: forge.bytes)
        archive.remove("b.txt")
        #expect(try PassArchive(reading: archive.bytes()).bytes(of: "a.txt") == ArchiveFault.content)
    }

    @Test func readsADirectoryInAnotherOrderThanTheEntries() throws {
        var forge = ArchiveFault.sound
        let bytes = forge.bytes
        let first = UInt32(30 + 5 + forge.entries[0].data.count)
        // Swap what the central records say; the local headers stay.
        (forge.entries[0].central, forge.entries[1].central) = (forge.entries[1].central, forge.entries[0].central)
        (forge.entries[0].offset, forge.entries[1].offset) = (first, 0)
        #expect(Self.code(forge.bytes) == nil)
        #expect(try PassArchive(reading: forge.bytes).entries.map(\.name) == ["b.txt", "a.txt"])
        #expect(bytes.count == forge.bytes.count)
    }

    @Test func readsFoldersAndKeepsThem() throws {
        var forge = ArchiveFault.sound
        forge.entries.insert(.init("x/", []), at: 0)
        forge.entries[0].attributes = 0o040755 << 16 | 0x10
        var archive = try PassArchive(reading: forge.bytes)
        #expect(archive.entries.map(\.name) == ["a.txt", "b.txt"])
        #expect(archive.entry(named: "x/") == nil)
        archive.remove("a.txt")
        forge.entries.remove(at: 1)
        #expect(archive.bytes() == forge.bytes)
    }

    @Test func permissiveLimitsTakeComments() {
        var forge = ArchiveFault.sound
        forge.comment = [65]
        forge.entries[0].comment = [65]
        #expect(Self.code(forge.bytes, .permissive) == nil)
    }

    /// However an archive is cut off, it is refused.
    @Test func refusesEveryPrefix() {
        let bytes = ArchiveFault.sound.bytes
        for length in bytes.indices { #expect(Self.code(Array(bytes.prefix(length))) != nil) }
    }

    /// Stored blocks of nothing, none of them the last.
    @Test func aStreamThatGoesOnForeverIsStopped() {
        var forge = ArchiveFault.sound
        let data = [[UInt8]](repeating: [0, 0, 0, 0xFF, 0xFF], count: 100_000).flatMap(\.self)
        forge.entries[1].data = data
        forge.entries[1].both { $0.compressedSize = UInt32(data.count) }
        #expect(Self.code(forge.bytes) == .archiveDeflate)
    }

    /// Names that each lie in dozens of folders are told apart without a table of all those.
    @Test func manyDeepNamesAreToldApart() throws {
        let deep = (0..<62).map { _ in "f" }.joined(separator: "/")
        var forge = ZIPForge((0..<2000).map { .init("\($0)/\(deep)", []) })
        #expect(Self.code(forge.bytes, .permissive) == nil)
        forge.entries.append(.init("1999/f/f", []))
        #expect(Self.code(forge.bytes, .permissive) == .archiveDuplicateName)
    }

    @Test(.timeLimit(.minutes(10))) func manyEntriesTakeLinearTime() throws {
        let forge = ZIPForge((0..<20_000).map { .init("folder/\($0)", []) })
        var archive = try PassArchive(reading: forge.bytes, limits: .permissive)
        for number in 0..<20_000 {
            archive.remove("folder/\(number)")
            try archive.set([1], for: "new/\(number)")
        }
        #expect(archive.entries.count == 20_000)
    }
}
