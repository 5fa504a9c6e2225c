import PassKitCore
import Testing

@Suite(.enabled(if: SharedCorpus.isPresent)) struct VerificationCorpusTests {
    static let passes = SharedCorpus.table("passes/expect.tsv").filter { ["trusted", "invalid"].contains($0[1]) }

    @Test(arguments: passes.map { ($0[0], $0[1]) })
    func givesTheExpectedVerdict(_ name: String, _ verdict: String) throws {
        let archive = try PassArchive(reading: SharedCorpus.bytes("passes/\(name)"))
        let report = PassVerifier().verify(archive)
        #expect(report.verdict.rawValue == verdict, "\(report.findings)")
    }

    static let reasons: [(String, String, Bool)] = [
        ("apple-boarding-pass.pkpass", "json.syntax", true),
        ("bad-marker-extension.pkpass", "certificate.marker", true),
        ("pass-json-hash-wrong.pkpass", "manifest.hash-mismatch", false),
        ("no-signature-no-icon.pkpass", "signature.missing", false),
        ("unsigned-lproj-directories.pkpass", "manifest.missing", false),
    ]

    @Test(arguments: reasons)
    func saysWhy(_ name: String, _ code: String, _ isIntact: Bool) throws {
        let archive = try PassArchive(reading: SharedCorpus.bytes("passes/\(name)"))
        let report = PassVerifier().verify(archive)
        #expect(report.findings.contains { $0.code.rawValue == code && $0.severity == .error }, "\(report.findings)")
        #expect(report.isIntact == isIntact)
    }

    @Test(arguments: SharedCorpus.files(in: "peers", suffix: ".pkpass"))
    func trustsWhatOtherLibrariesSign(_ name: String) throws {
        let archive = try PassArchive(reading: SharedCorpus.bytes("peers/\(name)"))
        #expect(PassVerifier().verify(archive).verdict == .untrusted)
        var anchors = TrustAnchors.apple
        try anchors.add(reading: SharedCorpus.bytes("peers/anchor.pem"))
        let report = PassVerifier(anchors: anchors).verify(archive)
        #expect(report.verdict == .trusted, "\(report.findings)")
    }
}
