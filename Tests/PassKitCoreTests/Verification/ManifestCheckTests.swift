import Foundation
import Testing

@testable import PassKitCore
@testable import PassKitTesting

/// The manifest and the files must agree both ways, whatever the signature says.
@Suite struct ManifestCheckTests {
    /// What the verifier says of a signed pass whose archive, or whose manifest before it was signed, was changed.
    static func findings(
        archive changeArchive: (inout PassArchive) throws -> Void = { _ in },
        manifest changeManifest: (inout Manifest) -> Void = { _ in }
    ) async throws -> [String] {
        let authority = try TestAuthority()
        var archive = try PassArchive(reading: await SamplePass.package().signed(by: authority.signer()))
        var manifest = try Manifest(parsing: archive.bytes(of: "manifest.json"))
        changeManifest(&manifest)
        let bytes = manifest.bytes()
        try archive.set(bytes, for: "manifest.json")
        try archive.set(authority.signer().signatureInProcess(for: bytes, at: .now), for: "signature")
        try changeArchive(&archive)
        let report = PassVerifier(anchors: try authority.anchors).verify(archive)
        #expect((report.verdict == .trusted) == report.findings.isEmpty)
        return report.findings.map { "\($0.code) \($0.path)" }
    }

    @Test func whatAgreesIsTrusted() async throws {
        #expect(try await Self.findings() == [])
    }

    @Test func everyFileMustBeListed() async throws {
        #expect(
            try await Self.findings(archive: { try $0.set([1], for: "extra.bin") })
                == ["manifest.file-unlisted extra.bin"]
        )
        #expect(
            try await Self.findings(manifest: { $0.hashes["icon.png"] = nil }) == ["manifest.file-unlisted icon.png"]
        )
    }

    @Test func everyListedFileMustBeThere() async throws {
        #expect(
            try await Self.findings(manifest: { $0.hashes["lost.png"] = $0.hashes["icon.png"] })
                == ["manifest.file-missing lost.png"]
        )
        #expect(try await Self.findings(archive: { $0.remove("icon.png") }) == ["manifest.file-missing icon.png"])
    }

    @Test func aHundredFilesThatAreNotThereTellEnough() async throws {
        let findings = try await Self.findings(manifest: { manifest in
            for number in 1000..<2000 { manifest.hashes["\(number).png"] = manifest.hashes["icon.png"] }
        })
        #expect(findings.count == 100 && findings.first == "manifest.file-missing 1000.png")
    }

    @Test func everyHashMustBeThatOfItsFile() async throws {
        #expect(
            try await Self.findings(archive: { try $0.set([1], for: "icon.png") })
                == ["manifest.hash-mismatch icon.png"]
        )
    }

    /// A name spelled otherwise is another name, though Unicode takes the two for the same.
    @Test func namesAreComparedByTheirBytes() async throws {
        let (composed, decomposed) = ("caf\u{E9}.bin", "cafe\u{301}.bin")
        let hash = Hex.encode(try Digest.sha1([UInt8]([1]).span))
        let findings = try await Self.findings(
            archive: { try $0.set([1], for: composed) },
            manifest: { $0.hashes[decomposed] = hash }
        )
        #expect(findings == ["manifest.file-unlisted \(composed)", "manifest.file-missing \(decomposed)"])
    }
}
