import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct CMSManifestSignerTests {
    static let manifest = Array(#"{"pass.json":"0000000000000000000000000000000000000000"}"#.utf8)
    static let kinds: [TestAuthority.KeyKind] = [.p256, .rsa2048]

    @Test(.enabled(if: ExternalTool("openssl") != nil), arguments: kinds)
    func opensslAcceptsTheSignature(_ keys: TestAuthority.KeyKind) async throws {
        let authority = try SigningFixtures.authority(keys)
        let signature = try await authority.signer().signature(for: Self.manifest, at: .now)
        try await withTemporaryFolder { folder in
            try Data(signature).write(to: folder.appending(path: "signature"))
            try Data(Self.manifest).write(to: folder.appending(path: "manifest.json"))
            try Data(authority.rootPEM).write(to: folder.appending(path: "ca.pem"))
            let openssl = try #require(ExternalTool("openssl"))
            let verify = [
                "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature", "-content", "manifest.json",
                "-CAfile", "ca.pem", "-purpose", "any", "-out", "/dev/null",
            ]
            let (status, output) = try openssl.run(verify, in: folder)
            #expect(status == 0, "\(output)")

            try Data(Self.manifest + [0x20]).write(to: folder.appending(path: "manifest.json"))
            #expect(try openssl.run(verify, in: folder).status != 0)
        }
    }

    /// Everything but the time is determined for RSA, so the envelope must be what OpenSSL itself would write.
    @Test(.enabled(if: ExternalTool("openssl") != nil))
    func writesTheSameBytesAsOpenSSL() async throws {
        let authority = try SigningFixtures.authority(.rsa2048)
        let theirs = try await Self.openSSLSignature(authority)
        let time = try #require(Self.signingTime(of: theirs))
        let ours = try await authority.signer(validAt: time).signature(for: Self.manifest, at: time)
        #expect(Hex.encode(ours) == Hex.encode(theirs))
    }

    /// The signing time, which is the only UTCTime behind the object identifier of its attribute.
    static func signingTime(of signature: [UInt8]) -> Date? {
        let attribute = DER.objectIdentifier("1.2.840.113549.1.9.5")
        guard let place = signature.firstRange(of: attribute)?.upperBound else { return nil }
        // SET and UTCTime with their lengths, then YYMMDDHHMMSSZ.
        let digits = String(decoding: signature[(place + 4)..<(place + 16)], as: UTF8.self)
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "yyMMddHHmmss"
        return formatter.date(from: digits)
    }

    /// With ECDSA every signature is another one; everything around it must be what OpenSSL writes.
    @Test(.enabled(if: ExternalTool("openssl") != nil))
    func writesTheSameAroundTheSignatureAsOpenSSL() async throws {
        let authority = try SigningFixtures.authority(.p256)
        let theirs = try await Self.openSSLSignature(authority)
        let time = try #require(Self.signingTime(of: theirs))
        let signer = try authority.signer(validAt: time)
        // The signature has 70 to 72 bytes, and all lengths around it follow.
        var ours: [UInt8] = []
        for _ in 0..<200 where ours.count != theirs.count {
            ours = try signer.signatureInProcess(for: Self.manifest, at: time)
        }
        #expect(ours.count == theirs.count)
        let algorithm = DER.sequence(DER.objectIdentifier("1.2.840.10045.4.3.2"))
        // Behind the last algorithm stand the signature's tag, its length, and the signature.
        let end = try #require(theirs.ranges(of: algorithm).last?.upperBound) + 2
        #expect(theirs.count - end == Int(theirs[end - 1]))
        #expect(Hex.encode(ours.prefix(end)) == Hex.encode(theirs.prefix(end)))
    }

    static func openSSLSignature(_ authority: TestAuthority) async throws -> [UInt8] {
        try await withTemporaryFolder { folder in
            try Data(manifest).write(to: folder.appending(path: "manifest.json"))
            try Data(authority.certificatePEM).write(to: folder.appending(path: "pass.pem"))
            try Data(authority.privateKeyPEM).write(to: folder.appending(path: "pass.key"))
            try Data(authority.intermediatePEM).write(to: folder.appending(path: "intermediate.pem"))
            let openssl = try #require(ExternalTool("openssl"))
            let (status, output) = try openssl.run(
                [
                    "cms", "-sign", "-binary", "-nosmimecap", "-md", "sha256", "-outform", "DER", "-in",
                    "manifest.json", "-signer", "pass.pem", "-inkey", "pass.key", "-certfile", "intermediate.pem",
                    "-out", "signature",
                ],
                in: folder
            )
            #expect(status == 0, "\(output)")
            return try [UInt8](Data(contentsOf: folder.appending(path: "signature")))
        }
    }

    /// The signing time is a UTCTime through 2049, and a GeneralizedTime from 2050 on (RFC 5652 section 11.3).
    static let times: [(TimeInterval, UInt8, String)] = [
        (2_524_607_999, DER.Tag.utcTime, "491231235959Z"), (2_524_608_000, DER.Tag.generalizedTime, "20500101000000Z"),
    ]

    @Test(arguments: times)
    func theSigningTimeChangesItsFormIn2050(_ seconds: TimeInterval, _ tag: UInt8, _ text: String) async throws {
        let time = Date(timeIntervalSince1970: seconds)
        let authority = try TestAuthority(validFrom: time)
        let signer = try authority.signer(validAt: time)
        let signature = try await signer.signature(for: Self.manifest, at: time)
        let attribute =
            DER.objectIdentifier("1.2.840.113549.1.9.5") + DER.set([DER.encode(tag, Array(text.utf8))])
        #expect(signature.firstRange(of: attribute) != nil)

        let signed = try await SigningFixtures.package().signed(by: signer, at: time)
        let verifier = PassVerifier(anchors: try authority.anchors, clock: ManualClock(time))
        let report = verifier.verify(try PassArchive(reading: signed))
        #expect(report.verdict == .trusted && report.signingTime == time, "\(report.findings)")

        guard let openssl = ExternalTool("openssl") else { return }
        try await withTemporaryFolder { folder in
            try Data(signature).write(to: folder.appending(path: "signature"))
            try Data(Self.manifest).write(to: folder.appending(path: "manifest.json"))
            try Data(authority.rootPEM).write(to: folder.appending(path: "ca.pem"))
            let (status, output) = try openssl.run(
                [
                    "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature", "-content", "manifest.json",
                    "-CAfile", "ca.pem", "-purpose", "any", "-attime", "\(Int(seconds))", "-out", "/dev/null",
                ],
                in: folder
            )
            #expect(status == 0, "\(output)")
        }
    }

    /// What an in-process key and a remote one make is the same, where the signature is determined.
    @Test func aRemoteKeySignsTheSame() async throws {
        let authority = try SigningFixtures.authority(.rsa2048)
        let remote = try RemoteKeyTests.signer(authority, RemoteKeyTests.KeyService(authority))
        let time = Date.now
        let theirs = try await remote.signature(for: Self.manifest, at: time)
        #expect(try await authority.signer().signature(for: Self.manifest, at: time) == theirs)
        #expect(throws: PassError(.signingFailed, "")) {
            try remote.signatureInProcess(for: Self.manifest, at: time)
        }
    }

    @Test func refusesToSignWhenTheCertificateIsNotValid() async throws {
        let authority = try TestAuthority()
        let signer = try authority.signer()
        await #expect(throws: PassError(.signingCertificateExpired, "")) {
            try await signer.signature(for: Self.manifest, at: .now.addingTimeInterval(400 * 86_400))
        }
        await #expect(throws: PassError(.signingCertificateNotYetValid, "")) {
            try await signer.signature(for: Self.manifest, at: .now.addingTimeInterval(-2 * 86_400))
        }
    }
}
