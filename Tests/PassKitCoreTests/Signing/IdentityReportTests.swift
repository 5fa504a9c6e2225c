import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct IdentityReportTests {
    @Test func tellsWhatAP12Holds() throws {
        let authority = try SigningFixtures.authority()
        let report = try IdentityReport(reading: authority.pkcs12(password: "secret"), password: "secret")
        #expect(report.form == .pkcs12)
        #expect(report.maySign && report.isComplete && report.hasKey)
        #expect(report.certificate.passTypeIdentifier == authority.passTypeIdentifier)
        #expect(try report.issuer == PassCertificate(reading: authority.intermediatePEM))
        #expect(report.findings.isEmpty, "\(report.findings)")
    }

    /// What is missing is told, and no reason to refuse: Apple hands out the bare certificate.
    @Test func aBareCertificateMaySign() throws {
        let authority = try SigningFixtures.authority()
        let der = try PassCertificate(reading: authority.certificatePEM).der
        for (bytes, form) in [(der, IdentityReport.Form.der), (authority.certificatePEM, .pem)] {
            let report = try IdentityReport(reading: bytes)
            #expect(report.form == form)
            #expect(report.maySign && !report.isComplete && !report.hasKey && report.issuer == nil)
            #expect(report.findings.map(\.code) == ["signing.key-unreadable", "signing.intermediate-missing"])
            #expect(report.findings.allSatisfy { $0.severity == .note })
        }
        let whole = try IdentityReport(
            reading: authority.certificatePEM + authority.privateKeyPEM,
            intermediates: authority.intermediatePEM
        )
        #expect(whole.isComplete && whole.findings.isEmpty)
    }

    @Test func tellsEveryFaultAtOnce() throws {
        let day: TimeInterval = 86_400
        let authority = try TestAuthority(
            validFrom: .now.addingTimeInterval(-500 * day),
            flaws: [.wrongUsage, .otherMarker]
        )
        let report = try IdentityReport(
            reading: authority.certificatePEM,
            key: SigningFixtures.authority().privateKeyPEM,
            intermediates: SigningFixtures.authority().intermediatePEM
        )
        #expect(!report.maySign)
        let codes: Set<Finding.Code> = [
            "signing.certificate-expired", "signing.wrong-usage", "signing.marker", "signing.key-mismatch",
            "signing.intermediate-missing",
        ]
        #expect(Set(report.findings.map(\.code)) == codes)
        #expect(report.findings.allSatisfy { $0.severity == .error })
    }

    static let flaws: [(TestAuthority.Flaws, Finding.Code)] = [
        (.unmarkedIntermediate, "signing.intermediate-unsuitable"),
        (.intermediateIsNoAuthority, "signing.intermediate-missing"),
        (.expiredIntermediate, "signing.intermediate-expired"), (.forged, "signing.intermediate-missing"),
    ]

    @Test(arguments: flaws)
    func tellsWhatIsWrongWithTheIssuer(_ flaw: TestAuthority.Flaws, _ code: Finding.Code) throws {
        let authority = try TestAuthority(flaws: flaw)
        let report = try IdentityReport(
            reading: authority.certificatePEM + authority.privateKeyPEM + authority.intermediatePEM
        )
        #expect(!report.maySign && report.issuer == nil)
        #expect(report.findings.map(\.code) == [code], "\(report.findings)")
    }

    @Test func warnsBeforeItExpires() throws {
        let authority = try SigningFixtures.authority()
        let end = try PassCertificate(reading: authority.certificatePEM).notAfter
        let soon = end.addingTimeInterval(-5 * 86_400)
        let report = try IdentityReport(
            reading: authority.certificatePEM + authority.privateKeyPEM,
            intermediates: authority.intermediatePEM,
            at: soon
        )
        #expect(report.maySign)
        #expect(report.findings.map(\.code) == [.identityExpiresThisWeek])
    }

    @Test func throwsWhenThereIsNothingToTell() throws {
        let authority = try SigningFixtures.authority()
        let file = try authority.pkcs12(password: "secret")
        #expect(throws: PassError(.signingPasswordNeeded, "")) { try IdentityReport(reading: file) }
        #expect(throws: PassError(.signingWrongPassword, "")) { try IdentityReport(reading: file, password: "no") }
        #expect(throws: PassError(.signingPKCS12Unreadable, "")) { try IdentityReport(reading: Array("x".utf8)) }
        #expect(throws: PassError(.signingCertificateUnreadable, "")) {
            try IdentityReport(reading: authority.privateKeyPEM)
        }
    }

    @Test(.enabled(if: ExternalTool("openssl") != nil))
    func anEncryptedKeyIsAFaultOnlyWithoutItsPassword() async throws {
        let authority = try SigningFixtures.authority()
        try await withTemporaryFolder { folder in
            try Data(authority.privateKeyPEM).write(to: folder.appending(path: "pass.key"))
            let openssl = try #require(ExternalTool("openssl"))
            _ = try openssl.run(
                ["pkcs8", "-topk8", "-v2", "aes256", "-in", "pass.key", "-out", "new.key", "-passout", "pass:test"],
                in: folder
            )
            let key = try [UInt8](Data(contentsOf: folder.appending(path: "new.key")))
            func report(_ password: Password?) throws -> IdentityReport {
                try IdentityReport(
                    reading: authority.certificatePEM + key,
                    intermediates: authority.intermediatePEM,
                    password: password
                )
            }
            #expect(try report("test").isComplete)
            #expect(try report(nil).findings.map(\.code) == ["signing.password-needed"])
            #expect(try report("wrong").findings.map(\.code) == ["signing.wrong-password"])
        }
    }
}
