import PassKitCore
import Testing

/// Opening a real pass and writing it again: unchanged it is identical, changed everything else is.
@Suite(.enabled(if: SharedCorpus.isPresent)) struct PackageRoundTripTests {
    static let names: [String] = ["passes", "peers"].flatMap { folder in
        SharedCorpus.files(in: folder, suffix: ".pkpass").map { "\(folder)/\($0)" }
    }

    /// What cannot be opened, and why.
    static let unreadable = [
        "passes/five-bytes.pkpass": "archive.not-a-zip", "passes/apple-boarding-pass.pkpass": "json.syntax",
    ]

    static let readable = names.filter { unreadable[$0] == nil }

    @Test func theCorpusIsWhole() {
        #expect(Self.readable.count > 10)
    }

    @Test(arguments: readable) func unchangedItIsIdentical(_ name: String) throws {
        let bytes = try SharedCorpus.bytes(name)
        #expect(try PassPackage(reading: bytes).archive().bytes() == bytes)
    }

    @Test(arguments: unreadable) func sayWhyTheyAreNotOpened(_ name: String, _ code: String) throws {
        let bytes = try SharedCorpus.bytes(name)
        #expect(throws: PassError(.init(code), "")) { try PassPackage(reading: bytes) }
    }

    @Test(arguments: readable) func theTreeOfThePassPrintsEqual(_ name: String) throws {
        let bytes = try PassArchive(reading: SharedCorpus.bytes(name)).bytes(of: "pass.json")
        let pass = try Pass(parsing: bytes)
        #expect(try JSONValue(parsing: pass.bytes()) == JSONValue(parsing: bytes))
    }

    @Test(arguments: readable) func oneChangeLeavesEverythingElse(_ name: String) throws {
        let before = try PassArchive(reading: SharedCorpus.bytes(name))
        var package = try PassPackage(before)
        package.pass.logoText = "Changed"
        package.images["logo@3x.png"] = PNGForge.image(width: 3)
        package.localizations["eo"] = ["gate": "Pordo"]
        let after = try PassArchive(reading: package.archive().bytes())

        let changed: Set = ["pass.json", "logo@3x.png", "eo.lproj/pass.strings", "manifest.json", "signature"]
        for entry in before.entries where !changed.contains(entry.name) {
            let kept = try #require(after.entry(named: entry.name))
            #expect(kept.method == entry.method && kept.compressedSize == entry.compressedSize)
            #expect(try after.bytes(of: entry.name) == before.bytes(of: entry.name))
        }
        #expect(
            Set(after.entries.map(\.name))
                == Set(before.entries.map(\.name)).subtracting(["manifest.json", "signature"])
                .union(["pass.json", "logo@3x.png", "eo.lproj/pass.strings"])
        )

        var expected = try JSONValue(parsing: before.bytes(of: "pass.json"))
        expected["logoText"] = "Changed"
        #expect(try JSONValue(parsing: after.bytes(of: "pass.json")) == expected)
    }

    @Test(arguments: readable) func everyTypedPropertyWrittenOverItselfChangesNothing(_ name: String) throws {
        let bytes = try SharedCorpus.bytes(name)
        var package = try PassPackage(reading: bytes)
        let pass = package.pass
        for property in PassKeyTable.properties { if property.reads(pass) { property.copy(pass, &package.pass) } }
        #expect(package.pass == pass)
        #expect(try package.archive().bytes() == bytes)
    }
}

@Suite struct PassPackageTests {
    @Test func isMadeFromNothing() throws {
        var package = PassPackage(pass: PassTests.pass(), images: ["icon.png": PNGForge.image()])
        package.localizations["de"] = ["EVENT": "Ereignis"]
        let archive = try PassArchive(reading: package.archive().bytes())
        #expect(archive.entries.map(\.name) == ["de.lproj/pass.strings", "icon.png", "pass.json"])
        #expect(try PassPackage(archive).pass == package.pass)
    }

    @Test func aFileThatIsNoPassIsToldFromABrokenOne() throws {
        var archive = PassArchive()
        try archive.set([1], for: "Ticket.pass/pass.json")
        #expect(throws: PassError(.containerPassMissing, "")) { try PassPackage(archive) }
        try archive.set(Array("[]".utf8), for: "pass.json")
        #expect(throws: PassError(.passNotObject, "")) { try PassPackage(archive) }
    }

    @Test func aChangeVoidsTheSignature() throws {
        var archive = try PassPackage(pass: PassTests.pass(), images: ["icon.png": PNGForge.image()]).archive()
        try archive.set([1], for: "manifest.json")
        try archive.set([2], for: "signature")
        try archive.set([3], for: "tooling.json")
        let bytes = archive.bytes()
        var package = try PassPackage(reading: bytes)
        #expect(try package.archive().bytes() == bytes)
        package.pass.voided = true
        #expect(try package.archive().entries.map(\.name) == ["icon.png", "pass.json", "tooling.json"])
        package.pass.voided = nil
        #expect(try package.archive().bytes() == bytes)
    }

    @Test func theFormForPersonalizationIsTyped() throws {
        var package = PassPackage(pass: PassTests.pass(.storeCard), images: ["icon.png": PNGForge.image()])
        #expect(package.personalization == nil)
        package.personalization = Personalization(description: "Join", fields: [.name, .emailAddress], terms: "T")
        let bytes = try package.archive().bytes()
        package = try PassPackage(reading: bytes)
        #expect(package.personalization?.requiredPersonalizationFields == [.name, .emailAddress])
        package.personalization?.termsAndConditions = "T"
        #expect(try package.archive().bytes() == bytes)
        package.personalization?.termsAndConditions = nil
        let changed = try package.archive().bytes(of: "personalization.json")
        #expect(try JSONValue(parsing: changed).objectValue?.keys == ["description", "requiredPersonalizationFields"])
        package.personalization = nil
        #expect(try package.archive().entry(named: "personalization.json") == nil)
    }

    @Test func aBrokenFormReadsAsNoneAndStays() throws {
        var archive = try PassPackage(pass: PassTests.pass(), images: ["icon.png": PNGForge.image()]).archive()
        try archive.set(Array("[".utf8), for: "personalization.json")
        var package = try PassPackage(archive)
        #expect(package.personalization == nil)
        package.pass.voided = true
        #expect(try package.archive().bytes(of: "personalization.json") == Array("[".utf8))
    }
}
