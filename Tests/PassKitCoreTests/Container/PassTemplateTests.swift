import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct PassTemplateTests {
    static let kinds: [TestAuthority.KeyKind] = [.p256, .rsa2048]

    private struct Refusal: Error {}

    /// What a template makes holds the same files as what signing the package makes, and is trusted.
    @Test(arguments: kinds)
    func makesWhatSigningMakes(_ keys: TestAuthority.KeyKind) async throws {
        let authority = try SigningFixtures.authority(keys)
        let signer = try authority.signer()
        let time = Date.now
        let made = try await PassTemplate(SamplePass.package()).makePass(signer: signer, at: time) { pass in
            pass.serialNumber = "E-2"
            pass.fields.header[0].value = "B7"
        }
        var package = try SamplePass.package()
        package.pass.serialNumber = "E-2"
        package.pass.fields.header[0].value = "B7"
        let signed = try await package.signed(by: signer, at: time)

        let (left, right) = (try PassArchive(reading: made), try PassArchive(reading: signed))
        #expect(Set(left.entries.map(\.name)) == Set(right.entries.map(\.name)))
        for entry in right.entries where entry.name != "signature" || keys == .rsa2048 {
            #expect(try left.bytes(of: entry.name) == right.bytes(of: entry.name), "\(entry.name)")
        }
        #expect(try PassVerifier(anchors: authority.anchors).verify(left).verdict == .trusted)
        #expect(made.count <= signed.count * 102 / 100, "\(made.count) \(signed.count)")
    }

    @Test(.enabled(if: ExternalTool("unzip") != nil))
    func unzipReadsIt() async throws {
        let made = try await PassTemplate(SamplePass.package()).makePass(signer: SigningFixtures.authority().signer()) {
            _ in
        }
        try await withTemporaryFolder { folder in
            try Data(made).write(to: folder.appending(path: "made.pkpass"))
            let (status, output) = try #require(ExternalTool("unzip")).run(["-t", "made.pkpass"], in: folder)
            #expect(status == 0, "\(output)")
        }
    }

    /// The template of an opened package: what it held of manifest and signature is gone, every other file stays.
    @Test func worksFromASignedPackage() async throws {
        let authority = try SigningFixtures.authority()
        let signed = try await SamplePass.package().signed(by: authority.signer())
        let template = try PassTemplate(PassPackage(reading: signed))
        let made = try await template.makePass(signer: authority.signer()) { $0.serialNumber = "E-3" }
        let (old, new) = (try PassArchive(reading: signed), try PassArchive(reading: made))
        #expect(new.entries.count == old.entries.count)
        for entry in old.entries where !["pass.json", "manifest.json", "signature"].contains(entry.name) {
            #expect(try new.bytes(of: entry.name) == old.bytes(of: entry.name))
            #expect(new.entry(named: entry.name)?.compressedSize == entry.compressedSize)
        }
        #expect(try PassVerifier(anchors: authority.anchors).verify(new).verdict == .trusted)
        #expect(template.pass.serialNumber == "E-1029")
    }

    /// Manifests in which `pass.json` comes first, in the middle, last, or is hard to tell from other names.
    @Test(arguments: [["zz.png"], ["a.png"], ["a.png", "z.png"], [#"x"pass.json.png"#], ["de.lproj/pass.json.png"]])
    func findsThePlaceOfTheHash(_ names: [String]) throws {
        let authority = try SigningFixtures.authority()
        var package = try SigningFixtures.package()
        for name in names { package.images[name] = try SigningFixtures.icon() }
        let made = try PassTemplate(package).makePass(signer: authority.signer()) { $0.logoText = "Gate B7" }
        let report = try PassVerifier(anchors: authority.anchors).verify(PassArchive(reading: made))
        #expect(report.verdict == .trusted, "\(report.findings)")
    }

    @Test func refusesWhatSigningRefuses() throws {
        let signer = try SigningFixtures.authority().signer()
        #expect(throws: PassError(.containerIconMissing, "")) {
            try PassTemplate(PassPackage(pass: SamplePass.pass()))
        }
        let template = try PassTemplate(SigningFixtures.package())
        #expect(throws: PassError(.signingIdentityMismatch, "")) {
            try template.makePass(signer: signer) { $0.teamIdentifier = "TEAMID5678" }
        }
        #expect(throws: PassError(.signingIdentityMismatch, "")) {
            try template.makePass(signer: signer) { $0.passTypeIdentifier = "pass.com.example.other" }
        }
        #expect(throws: Refusal.self) { try template.makePass(signer: signer) { _ in throw Refusal() } }
    }

    /// The template is linted once: errors refuse it, the rest is told.
    @Test func isLinted() throws {
        var package = try SamplePass.package()
        #expect(try PassTemplate(package).findings.allSatisfy { $0.severity < .error })
        package.pass.fields.primary[0].value = nil
        #expect(throws: PassError(.init("lint.field.value-missing"), "")) { try PassTemplate(package) }
        let linter = PassLinter(.init(ignoredCodes: ["lint.field.value-missing"]))
        #expect(try PassTemplate(package, linter: linter).findings.allSatisfy { $0.severity < .error })
        package = try SamplePass.package()
        package.images["footer.png"] = try SigningFixtures.icon()
        #expect(
            try PassTemplate(package).findings.contains { $0.code == "lint.image.unused" && $0.severity == .warning }
        )
    }

    /// From many tasks at once: every pass is right, and has its own serial number.
    @Test func manyTasksShareATemplate() async throws {
        let authority = try SigningFixtures.authority()
        let template = try PassTemplate(SigningFixtures.package())
        let signer = try authority.signer()
        let verifier = try PassVerifier(anchors: authority.anchors)
        let serials = try await withThrowingTaskGroup(of: [String].self) { group in
            for task in 0..<8 {
                group.addTask {
                    try (0..<10).map { number in
                        let made = try template.makePass(signer: signer) { $0.serialNumber = "\(task)-\(number)" }
                        let report = verifier.verify(try PassArchive(reading: made))
                        #expect(report.verdict == .trusted, "\(report.findings)")
                        return report.serialNumber ?? ""
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(serials.count == 80)
    }
}
