import Foundation
import PassKitCore
import PassKitTesting
import Testing

/// What the linter says of manifest, signature and certificates.
@Suite struct SignedPassLintTests {
    static let authority = Result { try TestAuthority() }

    /// A signed pass, changed afterwards.
    static func signed(
        _ kind: GoodPass.Kind = .event,
        afterwards change: (inout PassArchive) throws -> Void = { _ in }
    ) throws -> PassArchive {
        var archive = try GoodPass(kind).archive()
        let manifest = try Manifest(of: archive)
        let signer = try authority.get().signer()
        try archive.set(manifest.bytes(), for: "manifest.json")
        try archive.set(try signer.signatureInProcess(for: manifest.bytes(), at: .now), for: "signature")
        try change(&archive)
        return archive
    }

    static func linter(_ configuration: PassLinter.Configuration = .init(signature: .required)) throws -> PassLinter {
        var configuration = configuration
        configuration.anchors = try authority.get().anchors
        return PassLinter(configuration)
    }

    private func expect(_ codes: Set<String>, of archive: PassArchive, by linter: PassLinter? = nil) throws {
        let findings = try (linter ?? Self.linter()).findings(in: archive)
        #expect(Set(findings.map(\.code.rawValue)) == codes, "\(findings)")
    }

    @Test func aSignedPassGivesNothing() throws {
        try expect([], of: Self.signed())
    }

    @Test(arguments: ["pass.json", "icon@2x.png"]) func aFileThatChangedAfterSigningIsFound(_ name: String) throws {
        let other = try Self.signed { archive in
            let bytes = try archive.bytes(of: name)
            // Harmless in itself: a blank after the JSON, a byte after the image's end.
            try archive.set(bytes + [0x20], for: name)
        }
        let findings = try Self.linter().findings(in: other)
        #expect(findings.contains { $0.code == .init("manifest.hash-mismatch") && $0.path == name }, "\(findings)")
    }

    @Test func aPassThatTheManifestDoesNotListIsFound() throws {
        let other = try Self.signed { archive in
            let listed = try Manifest(parsing: archive.bytes(of: "manifest.json")).hashes
            let text = listed.filter { $0.key != "pass.json" }.map { "\"\($0.key)\":\"\($0.value)\"" }
            try archive.set(Array("{\(text.joined(separator: ","))}".utf8), for: "manifest.json")
        }
        let findings = try Self.linter().findings(in: other)
        #expect(findings.contains { $0.code == .init("manifest.file-unlisted") && $0.path == "pass.json" })
    }

    @Test func anUnsignedPassIsJudgedByWhatIsExpected() throws {
        let archive = try GoodPass(.event).archive()
        try expect(["manifest.missing", "signature.missing"], of: archive)
        try expect([], of: archive, by: PassLinter())
        let half = try Self.signed { $0.remove("signature") }
        try expect(["signature.missing"], of: half, by: PassLinter())
        try expect([], of: half, by: PassLinter(.init(signature: .ignored)))
    }

    @Test func anUnknownAuthorityIsAWarning() throws {
        let findings = PassLinter().findings(in: try Self.signed())
        #expect(findings.map(\.code) == ["certificate.no-known-anchor"])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test func theCertificateIsJudgedByTheClock() throws {
        let archive = try Self.signed()
        for (days, code) in [
            (340.0, "identity.expires-within-30-days"), (360, "identity.expires-within-7-days"),
            (400, "lint.certificate.expired-now"),
        ] {
            let clock = ManualClock(Date.now.addingTimeInterval(days * 86_400))
            try expect([code], of: archive, by: Self.linter(.init(clock: clock)))
        }
    }

    @Test(.enabled(if: SharedCorpus.isPresent)) func sha1IsAWarning() throws {
        let archive = try PassArchive(reading: SharedCorpus.bytes("passes/apple-event.pkpass"))
        #expect(PassLinter().findings(in: archive).contains { $0.code == "lint.signature.sha1" })
        let newer = try PassArchive(reading: SharedCorpus.bytes("passes/cinema-g4-key-identifier.pkpass"))
        #expect(!PassLinter().findings(in: newer).contains { $0.code == "lint.signature.sha1" })
    }

    @Test func theCertificateThatIsToSignIsChecked() throws {
        let certificate = try Self.authority.get().identity().certificate
        let poster = try GoodPass(.poster).archive()
        #expect(PassLinter().findings(in: poster, signer: certificate).map(\.code) == ["lint.nfc.certificate"])
        let capable = try TestAuthority(allowsNFC: true).identity().certificate
        #expect(PassLinter().findings(in: poster, signer: capable).isEmpty)

        let other = try TestAuthority(passTypeIdentifier: "pass.com.example.other", teamIdentifier: "OTHER12345")
        let findings = PassLinter().findings(
            in: try GoodPass(.event).archive(),
            signer: try other.identity().certificate
        )
        #expect(Set(findings.map(\.code)) == ["certificate.pass-type", "certificate.team"])
    }

    @Test func aBundleIsLintedPassByPass() throws {
        var broken = try GoodPass(.event)
        broken["formatVersion"] = nil
        let bundle = PassBundle(passes: [
            .init(name: "a.pkpass", bytes: try GoodPass(.event).archive().bytes()),
            .init(name: "b.pkpass", bytes: try broken.archive().bytes()),
            .init(name: "c.pkpass", bytes: [1, 2, 3]),
        ])
        let findings = PassLinter().findings(in: bundle).map { "\($0.code) \($0.path)" }
        #expect(
            Set(findings) == [
                "lint.bundle.repeated-pass b.pkpass", "lint.identity.format-version b.pkpass: formatVersion",
                "archive.not-a-zip c.pkpass",
            ]
        )
    }
}
