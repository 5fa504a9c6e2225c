import PassKitCore
import Testing

@Suite struct PassBundleTests {
    static func pass(_ text: String) throws -> [UInt8] {
        var archive = PassArchive(leadingNames: ["pass.json"])
        try archive.set(Array(text.utf8), for: "pass.json")
        return archive.bytes()
    }

    static func bundle(_ count: Int) throws -> PassBundle {
        PassBundle(passes: try (0..<count).map { .init(name: "\($0).pkpass", bytes: try pass("{\"n\":\($0)}")) })
    }

    @Test func comesBackAsItWas() throws {
        let bundle = try Self.bundle(10)
        let bytes = try bundle.bytes()
        #expect(try bundle.bytes() == bytes)
        let read = try PassBundle(reading: bytes)
        #expect(read.passes == bundle.passes)
        #expect(try PassArchive(reading: read.passes[3].bytes).bytes(of: "pass.json") == Array("{\"n\":3}".utf8))
    }

    @Test(arguments: [0, 11]) func refusesTooFewAndTooMany(_ count: Int) throws {
        let bundle = try Self.bundle(count)
        #expect(throws: PassError(.archiveBundle, "")) { try bundle.bytes() }
    }

    @Test(arguments: ["pass.json", "a/b.pkpass", "..pkpasses"]) func refusesOtherNames(_ name: String) throws {
        let bundle = PassBundle(passes: [.init(name: name, bytes: try Self.pass("{}"))])
        #expect(throws: PassError(.archiveBundle, "")) { try bundle.bytes() }
    }

    @Test(arguments: ["a.pkpass", "A.pkpass"]) func refusesTheSameNameTwice(_ name: String) throws {
        let pass = try Self.pass("{}")
        let bundle = PassBundle(passes: [.init(name: "a.pkpass", bytes: pass), .init(name: name, bytes: pass)])
        #expect(throws: PassError(.archiveDuplicateName, "")) { try bundle.bytes() }
    }

    @Test func aPassIsNoBundle() throws {
        let pass = try Self.pass("{}")
        #expect(throws: PassError(.archiveBundle, "")) { try PassBundle(reading: pass) }
        #expect(try !PassBundle.isBundle(PassArchive(reading: pass)))
    }

    @Test(arguments: [1, 2]) func aBundleIsNoPass(_ count: Int) throws {
        let bytes = try Self.bundle(count).bytes()
        #expect(throws: PassError(.archiveIsBundle, "")) { try PassArchive(reading: bytes) }
        #expect(try PassBundle.isBundle(PassArchive(reading: bytes, limits: .bundle)))
    }
}
