import Foundation
import PassKitCore
import PassKitTesting
import Testing

/// PKCS#12 files as OpenSSL, Keychain and old tools write them.
@Suite struct PKCS12Tests {
    @Test(arguments: CMSManifestSignerTests.kinds)
    func readsPKCS12(_ keys: TestAuthority.KeyKind) throws {
        let authority = try SigningFixtures.authority(keys)
        let file = try authority.pkcs12(password: "secret")
        let identity = try SigningIdentity(pkcs12: file, password: "secret")
        #expect(try identity.certificate == PassCertificate(reading: authority.certificatePEM))
        #expect(throws: PassError(.signingWrongPassword, "")) {
            try SigningIdentity(pkcs12: file, password: "wrong")
        }
        for count in [0, 1, 100, file.count - 10, file.count - 1] {
            #expect(throws: PassError(.signingPKCS12Unreadable, "")) {
                try SigningIdentity(pkcs12: file.prefix(count), password: "secret")
            }
        }
        #expect(throws: PassError(.signingPKCS12Unreadable, "")) {
            try SigningIdentity(pkcs12: file + [0], password: "secret")
        }
    }

    /// A file without anything in it, and without a password.
    @Test func refusesAnEmptyFile() {
        let data = DER.objectIdentifier("1.2.840.113549.1.7.1")
        let safe = DER.encode(DER.Tag.octetString, DER.sequence())
        let file = DER.sequence(DER.integer(3), DER.sequence(data, DER.encode(DER.Tag.context(0), safe)))
        #expect(throws: PassError(.signingPKCS12Empty, "")) { try SigningIdentity(pkcs12: file, password: "") }
    }

    @Test(.enabled(if: ExternalTool("openssl") != nil), arguments: [["-nokeys"], ["-nocerts"]])
    func refusesAFileWithHalfOfIt(_ option: [String]) async throws {
        let file = try await Self.export(SigningFixtures.authority(), option, password: "test")
        #expect(throws: PassError(.signingPKCS12Empty, "")) { try SigningIdentity(pkcs12: file, password: "test") }
    }

    /// Certificates and keys each under every algorithm that is met; Keychain writes the first.
    static let exports: [[String]] = [
        ["-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1", "-legacy"],
        ["-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-RC2-40", "-legacy"],
        ["-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1"],
        ["-certpbe", "AES-256-CBC", "-keypbe", "AES-256-CBC"],
        ["-certpbe", "AES-128-CBC", "-keypbe", "AES-128-CBC", "-macalg", "sha512"],
        ["-certpbe", "NONE", "-keypbe", "PBE-SHA1-3DES", "-legacy"],
        ["-certfile", "intermediate.pem"],
    ]

    @Test(.enabled(if: ExternalTool("openssl") != nil), arguments: exports, ["test", "", "pässwörd"])
    func readsWhatOthersExport(_ options: [String], _ password: String) async throws {
        let authority = try SigningFixtures.authority(.rsa2048)
        let file = try await Self.export(authority, options, password: password)
        // The chain comes out of the file where it is there.
        let isWhole = options.contains("-certfile")
        let identity = try SigningIdentity(
            pkcs12: file,
            password: Password(password),
            intermediates: isWhole ? [] : authority.intermediatePEM
        )
        #expect(identity.certificate.passTypeIdentifier == authority.passTypeIdentifier)
        _ = try CMSManifestSigner(identity)
        #expect(throws: PassError(.signingWrongPassword, "")) {
            try SigningIdentity(pkcs12: file, password: "wrong", intermediates: authority.intermediatePEM)
        }
        if !isWhole {
            #expect(throws: PassError(.signingIntermediateMissing, "")) {
                try SigningIdentity(pkcs12: file, password: Password(password))
            }
        }
    }

    static func export(
        _ authority: TestAuthority,
        _ options: [String],
        password: String
    ) async throws -> [UInt8] {
        try await withTemporaryFolder { folder in
            try Data(authority.certificatePEM).write(to: folder.appending(path: "pass.pem"))
            try Data(authority.privateKeyPEM).write(to: folder.appending(path: "pass.key"))
            try Data(authority.intermediatePEM).write(to: folder.appending(path: "intermediate.pem"))
            let openssl = try #require(ExternalTool("openssl"))
            let (status, output) = try openssl.run(
                ["pkcs12", "-export", "-in", "pass.pem", "-inkey", "pass.key", "-out", "pass.p12"] + options
                    + ["-passout", "pass:\(password)"],
                in: folder
            )
            #expect(status == 0, "\(output)")
            return try [UInt8](Data(contentsOf: folder.appending(path: "pass.p12")))
        }
    }
}
