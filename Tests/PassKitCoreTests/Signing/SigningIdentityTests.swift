import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct SigningIdentityTests {
    @Test func tellsWhatTheCertificateHolds() throws {
        let authority = try TestAuthority(keys: .rsa2048, allowsNFC: true)
        let certificate = try authority.identity().certificate
        #expect(certificate.passTypeIdentifier == "pass.com.example.ticket")
        #expect(certificate.markedIdentifier == "pass.com.example.ticket")
        #expect(certificate.teamIdentifier == "TEAMID1234")
        #expect(certificate.commonName == "Pass Type ID with NFC: pass.com.example.ticket")
        #expect(certificate.allowsNFC)
        #expect(certificate.isForPasses)
        #expect(certificate.keyType == .rsa(bits: 2048))
        #expect((363...365).contains(certificate.daysLeft(at: .now)))
        #expect(certificate.serialNumber.count == 24 || certificate.serialNumber.count == 26)
        #expect(certificate.fingerprint.count == 64)
        let intermediate = try authority.identity().intermediate
        #expect(intermediate.isDeveloperRelations && intermediate.isAuthority)
        #expect(certificate.authorityKeyIdentifier == intermediate.subjectKeyIdentifier)
    }

    static let flaws: [(TestAuthority.Flaws, PassError.Code)] = [
        (.wrongUsage, .signingWrongUsage), (.noMarker, .signingMarker), (.otherMarker, .signingMarker),
        (.noUserID, .signingMarker), (.forged, .signingIntermediateMissing),
    ]

    @Test(arguments: flaws)
    func refusesFlawedCertificates(_ flaw: TestAuthority.Flaws, _ code: PassError.Code) throws {
        let authority = try TestAuthority(flaws: flaw)
        #expect(throws: PassError(code, "")) { try authority.identity() }
    }

    @Test func refusesWeakKeysAndWrongTimes() throws {
        for keys in [TestAuthority.KeyKind.rsa1024, .rsaExponent3, .p384] {
            #expect(throws: PassError(.signingWeakKey, "")) { try TestAuthority(keys: keys).identity() }
        }
        let past = try TestAuthority(validFrom: .now.addingTimeInterval(-500 * 86_400))
        #expect(throws: PassError(.signingCertificateExpired, "")) { try past.identity() }
        let future = try TestAuthority(validFrom: .now.addingTimeInterval(500 * 86_400))
        #expect(throws: PassError(.signingCertificateNotYetValid, "")) { try future.identity() }
    }

    @Test func refusesPartsThatDoNotBelongTogether() throws {
        let (one, other) = (try TestAuthority(), try TestAuthority())
        #expect(throws: PassError(.signingKeyMismatch, "")) {
            try SigningIdentity(
                certificate: one.certificatePEM,
                key: other.privateKeyPEM,
                intermediates: one.intermediatePEM
            )
        }
        #expect(throws: PassError(.signingIntermediateMissing, "")) {
            try SigningIdentity(
                certificate: one.certificatePEM,
                key: one.privateKeyPEM,
                intermediates: other.intermediatePEM
            )
        }
        // Of several intermediates the one that issued the certificate is chosen.
        let identity = try SigningIdentity(
            certificate: one.certificatePEM,
            key: one.privateKeyPEM,
            intermediates: other.intermediatePEM + one.intermediatePEM
        )
        #expect(try identity.intermediate == PassCertificate(reading: one.intermediatePEM))
    }

    @Test func refusesGarbage() throws {
        let authority = try TestAuthority()
        let garbage = Array("garbage".utf8)
        #expect(throws: PassError(.signingCertificateUnreadable, "")) {
            try SigningIdentity(certificate: garbage, key: authority.privateKeyPEM, intermediates: garbage)
        }
        #expect(throws: PassError(.signingKeyUnreadable, "")) {
            try SigningIdentity(
                certificate: authority.certificatePEM,
                key: garbage,
                intermediates: authority.intermediatePEM
            )
        }
        #expect(throws: PassError(.signingPKCS12Unreadable, "")) {
            try SigningIdentity(pkcs12: garbage, password: "test")
        }
    }

    static let keyForms: [[String]] = [
        ["pkcs8", "-topk8", "-v2", "aes256"], ["pkcs8", "-topk8", "-v1", "PBE-SHA1-3DES"], ["rsa", "-aes128"],
        ["rsa", "-aes128", "-traditional"], ["rsa", "-des3", "-traditional"],
    ]

    @Test(.enabled(if: ExternalTool("openssl") != nil), arguments: keyForms)
    func readsEncryptedKeys(_ command: [String]) async throws {
        let authority = try SigningFixtures.authority(.rsa2048)
        try await withTemporaryFolder { folder in
            try Data(authority.privateKeyPEM).write(to: folder.appending(path: "pass.key"))
            let openssl = try #require(ExternalTool("openssl"))
            let (status, output) = try openssl.run(
                command + ["-in", "pass.key", "-out", "encrypted.key", "-passout", "pass:test"],
                in: folder
            )
            #expect(status == 0, "\(output)")
            let key = try [UInt8](Data(contentsOf: folder.appending(path: "encrypted.key")))
            func identity(_ password: Password?) throws -> SigningIdentity {
                try SigningIdentity(
                    certificate: authority.certificatePEM,
                    key: key,
                    intermediates: authority.intermediatePEM,
                    password: password
                )
            }
            _ = try identity("test")
            #expect(throws: PassError(.signingWrongPassword, "")) { try identity("wrong") }
            #expect(throws: PassError(.signingPasswordNeeded, "")) { try identity(nil) }
        }
    }

    /// Plain keys in every form they come in.
    static let plainForms: [([String], TestAuthority.KeyKind)] = [
        (["rsa", "-traditional"], .rsa2048), (["rsa", "-outform", "DER", "-traditional"], .rsa2048),
        (["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], .rsa2048), (["ec"], .p256),
        (["ec", "-outform", "DER"], .p256),
    ]

    @Test(.enabled(if: ExternalTool("openssl") != nil), arguments: plainForms)
    func readsPlainKeys(_ command: [String], _ keys: TestAuthority.KeyKind) async throws {
        let authority = try SigningFixtures.authority(keys)
        try await withTemporaryFolder { folder in
            try Data(authority.privateKeyPEM).write(to: folder.appending(path: "pass.key"))
            let openssl = try #require(ExternalTool("openssl"))
            let (status, output) = try openssl.run(command + ["-in", "pass.key", "-out", "new.key"], in: folder)
            #expect(status == 0, "\(output)")
            let identity = try SigningIdentity(
                certificate: authority.certificatePEM,
                key: [UInt8](Data(contentsOf: folder.appending(path: "new.key"))),
                intermediates: authority.intermediatePEM
            )
            _ = try CMSManifestSigner(identity)
        }
    }

    /// Nothing of a key or password is in what is thrown.
    @Test func errorsHoldNothingOfTheKey() throws {
        let authority = try SigningFixtures.authority()
        let broken = Array(authority.privateKeyPEM.dropLast(60))
        let error = #expect(throws: PassError.self) {
            try SigningIdentity(
                certificate: authority.certificatePEM,
                key: broken,
                intermediates: authority.intermediatePEM,
                password: "hunter2"
            )
        }
        let text = String(reflecting: error)
        let lines = String(decoding: broken, as: UTF8.self).split(separator: "\n").dropFirst()
        #expect(!text.contains("hunter2"))
        #expect(!lines.isEmpty && lines.allSatisfy { !text.contains($0) })
    }

    @Test func passwordsAreNotDescribed() {
        let password = Password("hunter2")
        for text in ["\(password)", String(reflecting: password), String(describing: [password])] {
            #expect(!text.contains("hunter2"))
        }
        var dumped = ""
        dump(password, to: &dumped)
        #expect(!dumped.contains("hunter2"))
    }
}
