import Foundation
import Testing

@testable import PassKitCore
@testable import PassKitTesting

/// Certificates that are wrong in one way each, minted for the test, and what the verifier says of them.
@Suite struct CertificatePolicyTests {
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let code: Finding.Code
        let verdict: VerificationReport.Verdict
        var keys = TestAuthority.KeyKind.p256
        let spoil: @Sendable (inout MintedChain) throws -> Void

        init(
            _ description: String,
            _ code: Finding.Code,
            _ verdict: VerificationReport.Verdict = .invalid,
            keys: TestAuthority.KeyKind = .p256,
            _ spoil: @escaping @Sendable (inout MintedChain) throws -> Void
        ) {
            self.description = description
            self.code = code
            self.verdict = verdict
            self.keys = keys
            self.spoil = spoil
        }
    }

    static let profile: [Case] = [
        Case("usage for clients only", .certificateUsage) { chain in
            let usage = DER.sequence(DER.objectIdentifier("1.3.6.1.5.5.7.3.2"))
            chain.leaf.extensions = try chain.extensions(usage: CertificateMint.extension("2.5.29.37", usage))
        },
        Case("any usage", .certificateUsage) { chain in
            let usage = DER.sequence(DER.objectIdentifier("2.5.29.37.0"))
            chain.leaf.extensions = try chain.extensions(usage: CertificateMint.extension("2.5.29.37", usage))
        },
        Case("no usage stated", .certificateUsage) { $0.leaf.extensions = try $0.extensions(usage: nil) },
        Case("usage stated twice", .certificateUsage) { $0.leaf.extensions.append(MintedChain.usage) },
        Case("no marker", .certificateMarker) { $0.leaf.extensions = try $0.extensions(markers: []) },
        Case("marker of another pass type", .certificateMarker) { chain in
            let marker = MintedChain.marker(DER.Tag.utf8String, "pass.com.example.other")
            chain.leaf.extensions = try chain.extensions(markers: [marker])
        },
        Case("marker twice", .certificateMarker) { chain in
            chain.leaf.extensions = try chain.extensions(markers: [MintedChain.marker(), MintedChain.marker()])
        },
        Case("marker of another string type", .certificateMarker) { chain in
            chain.leaf.extensions = try chain.extensions(markers: [MintedChain.marker(DER.Tag.printableString)])
        },
        Case("marker with bytes behind it", .certificateMarker) { chain in
            let text = DER.encode(DER.Tag.utf8String, Array(MintedChain.type.utf8)) + [0]
            let marker = CertificateMint.extension("1.2.840.113635.100.6.1.16", text)
            chain.leaf.extensions = try chain.extensions(markers: [marker])
        },
        Case("no UID", .certificateMarker) { $0.leaf.subject = MintedChain.subject(uid: []) },
        Case("two UIDs", .certificateMarker) {
            $0.leaf.subject = MintedChain.subject(uid: [MintedChain.type, "pass.com.example.other"])
        },
        Case("no team", .certificateTeam) { $0.leaf.subject = MintedChain.subject(units: []) },
        Case("two teams", .certificateTeam) {
            $0.leaf.subject = MintedChain.subject(units: [MintedChain.team, "TEAMID5678"])
        },
        Case("pass of another type", .certificatePassType) {
            $0.pass.passTypeIdentifier = "pass.com.example.other"
        },
        Case("pass without type", .certificatePassType) { $0.pass.passTypeIdentifier = nil },
        Case("pass of another team", .certificateTeam) { $0.pass.teamIdentifier = "TEAMID5678" },
        Case("team that is the same to Unicode only", .certificateTeam) {
            $0.leaf.subject = MintedChain.subject(units: ["TEAMIDK234"])
            $0.pass.teamIdentifier = "TEAMID\u{212A}234"
        },
        Case("pass without team", .certificateTeam) { $0.pass.teamIdentifier = nil },
        Case("type in other case", .certificatePassType) {
            $0.pass.passTypeIdentifier = MintedChain.type.uppercased()
        },
        Case("RSA with 1024 bits", .certificateWeakKey, keys: .rsa1024) { _ in },
        Case("P-384", .certificateWeakKey, keys: .p384) { _ in },
        Case("RSA with the exponent 3", .certificateWeakKey, keys: .rsaExponent3) { _ in },
        Case("another name in the common name", .certificateCommonName, .trusted) {
            $0.leaf.subject = MintedChain.subject(commonName: "Pass Type ID: pass.com.example.other")
        },
    ]

    static let issuer: [Case] = [
        Case("unmarked intermediate", .certificateIssuerMarker) { $0.intermediate.extensions.removeLast() },
        Case("unmarked intermediate that is the anchor", .certificateIssuerMarker) {
            $0.intermediate.extensions.removeLast()
            $0.anchorIsIntermediate = true
        },
        Case("issued by the root itself", .certificateIssuerMarker) { chain in
            chain.leaf.issuer = (chain.root.subject, chain.root.key)
            chain.leaf.extensions = try chain.extensions(issuer: chain.root.key)
        },
        Case("signed by itself", .certificateIssuerMissing) { chain in
            chain.leaf.issuer = (chain.leaf.subject, chain.leaf.key)
            chain.leaf.extensions = try chain.extensions(issuer: chain.leaf.key)
        },
        Case("signed with another key than the intermediate's", .certificateIssuerMissing) { chain in
            chain.leaf.issuer = (chain.intermediate.subject, try CertificateMint.key(.p256))
        },
        Case("signed with another key than the anchor's", .certificateIssuerMissing) { chain in
            chain.leaf.issuer = (chain.intermediate.subject, try CertificateMint.key(.p256))
            chain.anchorIsIntermediate = true
            chain.includesIntermediate = false
        },
        Case("issuer left out", .certificateIssuerMissing) { $0.includesIntermediate = false },
        // The issuer's twin bears the marker, but the chain to the anchor goes through the one that does not.
        Case("marked twin of an unmarked intermediate", .certificateIssuerMarker) { chain in
            let marked = chain.intermediate.extensions
            chain.intermediate.extensions.removeLast()
            var twin = chain.intermediate
            twin.extensions = marked
            twin.issuer = (twin.subject, twin.key)
            chain.extraCertificates = [try twin.certificate((twin.subject, twin.key))]
        },
    ]

    static let chain: [Case] = [
        Case("intermediate that is no authority", .certificateChain) { chain in
            chain.intermediate.extensions =
                try CertificateMint.authorityExtensions(
                    key: chain.intermediate.key,
                    issuer: chain.root.key,
                    isAuthority: false
                ) + [MintedChain.developerRelations]
        },
        Case("one intermediate more than the path length allows", .certificateChain) { chain in
            // The root says: no intermediate below the next one.
            let upperKey = try CertificateMint.key(.p256)
            let constraints = DER.sequence(DER.encode(DER.Tag.boolean, [0xFF]), DER.integer(0))
            let upper = MintedChain.Recipe(
                subject: CertificateMint.name(commonName: "Upper", unit: "G4"),
                key: upperKey,
                notBefore: chain.intermediate.notBefore,
                notAfter: chain.intermediate.notAfter,
                extensions: try CertificateMint.keyIdentifiers(key: upperKey, issuer: chain.root.key)
                    + [CertificateMint.extension("2.5.29.19", isCritical: true, constraints)]
            )
            chain.extraCertificates = [try upper.certificate((chain.root.subject, chain.root.key))]
            chain.intermediate.issuer = (upper.subject, upperKey)
            chain.intermediate.extensions =
                try CertificateMint.authorityExtensions(key: chain.intermediate.key, issuer: upperKey)
                + [MintedChain.developerRelations]
        },
        Case("one intermediate more than three", .certificateChain) { try lengthen(&$0, by: 3) },
        Case("critical extension that nobody knows", .certificateChain) {
            $0.leaf.extensions.append(CertificateMint.extension("1.2.3.4.5", isCritical: true, DER.null))
        },
        Case("intermediate not signed by the root", .certificateChain) { chain in
            chain.intermediate.issuer = (chain.root.subject, try CertificateMint.key(.p256))
        },
        Case("intermediate of somebody else", .certificateNoKnownAnchor, .untrusted) { chain in
            let stranger = CertificateMint.name(commonName: "Stranger", unit: "CA")
            chain.intermediate.issuer = (stranger, try CertificateMint.key(.p256))
            let key = try CertificateMint.key(.p256)
            chain.intermediate.extensions =
                try CertificateMint.authorityExtensions(key: chain.intermediate.key, issuer: key)
                + [MintedChain.developerRelations]
        },
    ]

    /// Puts authorities between the root and the intermediate.
    static func lengthen(_ chain: inout MintedChain, by count: Int) throws {
        var issuer = (name: chain.root.subject, key: chain.root.key)
        for number in 0..<count {
            let key = try CertificateMint.key(.p256)
            let upper = MintedChain.Recipe(
                subject: CertificateMint.name(commonName: "Upper \(number)", unit: "CA"),
                key: key,
                notBefore: chain.intermediate.notBefore,
                notAfter: chain.intermediate.notAfter,
                extensions: try CertificateMint.authorityExtensions(key: key, issuer: issuer.key)
            )
            chain.extraCertificates.append(try upper.certificate(issuer))
            issuer = (upper.subject, key)
        }
        chain.intermediate.issuer = issuer
        chain.intermediate.extensions =
            try CertificateMint.authorityExtensions(key: chain.intermediate.key, issuer: issuer.key)
            + [MintedChain.developerRelations]
    }

    static let time: [Case] = [
        Case("expired when it signed", .certificateNotValidAtSigning) {
            $0.leaf.notAfter = $0.signingTime.addingTimeInterval(-1)
        },
        Case("not yet valid when it signed", .certificateNotValidAtSigning) {
            $0.leaf.notBefore = $0.signingTime.addingTimeInterval(60)
        },
        Case("signed in the future", .signatureTimeInFuture) {
            $0.signingTime = .now.addingTimeInterval(10 * 60)
        },
        Case("intermediate expired when it signed", .certificateExpired) {
            $0.intermediate.notAfter = $0.signingTime.addingTimeInterval(-60)
        },
        Case("anchor expired when it signed", .certificateExpired) {
            $0.root.notAfter = $0.signingTime.addingTimeInterval(-60)
        },
        Case("anchor not yet valid when it signed", .certificateExpired) {
            $0.root.notBefore = $0.signingTime.addingTimeInterval(60)
        },
    ]

    @Test func theChainItselfIsTrusted() throws {
        let report = try MintedChain().report()
        #expect(report.verdict == .trusted && report.findings.isEmpty && report.holdsNow, "\(report.findings)")
        var anchored = try MintedChain()
        anchored.anchorIsIntermediate = true
        anchored.includesIntermediate = false
        #expect(try anchored.report().verdict == .trusted)
        #expect(try MintedChain(.rsa2048).report().verdict == .trusted)
        var long = try MintedChain()
        try Self.lengthen(&long, by: 2)
        #expect(try long.report().verdict == .trusted)
    }

    @Test(arguments: profile + issuer + chain + time)
    func saysWhatIsWrong(_ wrong: Case) throws {
        var chain = try MintedChain(wrong.keys)
        try wrong.spoil(&chain)
        let report = try chain.report()
        #expect(report.findings.contains { $0.code == wrong.code }, "\(report.findings)")
        #expect(report.verdict == wrong.verdict, "\(report.findings)")
        #expect(report.isIntact, "Files and signature are right: \(report.findings)")
    }

    /// A pass stays valid when its certificate expires; whether it would hold now is told apart.
    @Test func expiredSinceIsNoFault() throws {
        var chain = try MintedChain()
        chain.signingTime = .now.addingTimeInterval(-300 * MintedChain.day)
        chain.leaf.notBefore = .now.addingTimeInterval(-400 * MintedChain.day)
        chain.leaf.notAfter = .now.addingTimeInterval(-10 * MintedChain.day)
        let then = try chain.report()
        #expect(then.verdict == .trusted && !then.holdsNow, "\(then.findings)")
        let now = try chain.report(at: .at(.now))
        #expect(now.verdict == .invalid && now.findings.contains { $0.code == .certificateExpired })
    }

    /// Apple's first intermediate signed with SHA-1; from February 2022 on that is too weak.
    @Test(arguments: [(-1, true), (0, false)])
    func sha1EndsWithItsEra(_ seconds: TimeInterval, _ isTrusted: Bool) throws {
        var chain = try MintedChain()
        chain.leaf.usesSHA1 = true
        chain.signingTime = Date(timeIntervalSince1970: 1_643_673_600 + seconds)
        chain.leaf.notBefore = chain.signingTime.addingTimeInterval(-MintedChain.day)
        let report = try chain.report()
        #expect(report.verdict == (isTrusted ? .trusted : .invalid), "\(report.findings)")
        #expect(report.findings.map(\.code) == (isTrusted ? [] : [.certificateWeak]))
    }

    /// While SHA-1 is let pass, nothing else that is weak is.
    @Test(arguments: [TestAuthority.KeyKind.rsa1024, .rsaExponent3], [Date.now, Date(timeIntervalSince1970: 1.6e9)])
    func noLinkOfTheChainIsWeak(_ keys: TestAuthority.KeyKind, _ time: Date) throws {
        for isRoot in [true, false] {
            var chain = try MintedChain()
            chain.signingTime = time
            chain.leaf.notBefore = time.addingTimeInterval(-MintedChain.day)
            if isRoot {
                chain.root.key = try CertificateMint.key(keys)
                chain.root.extensions = try CertificateMint.authorityExtensions(
                    key: chain.root.key,
                    issuer: chain.root.key
                )
            } else {
                chain.intermediate.key = try CertificateMint.key(keys)
            }
            chain.intermediate.extensions =
                try CertificateMint.authorityExtensions(key: chain.intermediate.key, issuer: chain.root.key)
                + [MintedChain.developerRelations]
            chain.leaf.extensions = try chain.extensions()
            let report = try chain.report()
            #expect(report.verdict == .invalid)
            #expect(report.findings.map(\.code) == [.certificateWeak], "\(report.findings)")
        }
    }

    /// A signature that says it was made before 2022 may have SHA-1 in its chain, but not MD5.
    @Test(.enabled(if: ExternalTool("openssl") != nil)) func md5IsTooWeakAtAnyTime() async throws {
        let openssl = try #require(ExternalTool("openssl"))
        try await withTemporaryFolder { folder in
            var chain = try MintedChain()
            chain.signingTime = Date(timeIntervalSince1970: 1.6e9)
            chain.leaf.notBefore = chain.signingTime.addingTimeInterval(-MintedChain.day)
            chain.leaf.usesSHA1 = true
            let issuer = try CertificateMint.key(.rsa2048)
            chain.intermediate.key = issuer
            chain.intermediate.extensions =
                try CertificateMint.authorityExtensions(key: issuer, issuer: chain.root.key)
                + [MintedChain.developerRelations]
            chain.leaf.extensions = try chain.extensions()
            #expect(try chain.report().verdict == .trusted)

            try Data(CertificateMint.privateKey(issuer)).write(to: folder.appending(path: "key.der"))
            chain.spoilEnvelope = { forge in
                forge.certificates[0] = try Self.signedWithMD5(forge.certificates[0], openssl, in: folder)
            }
            #expect(try chain.report().findings.map(\.code) == [.certificateWeak])
        }
    }

    /// A certificate that RSA with 2048 bits and SHA-1 signed, signed anew with MD5 by the key in `key.der`.
    private static func signedWithMD5(_ der: [UInt8], _ openssl: ExternalTool, in folder: URL) throws -> [UInt8] {
        var bytes = der
        let sha1 = DER.objectIdentifier("1.2.840.113549.1.1.5")
        var replaced = 0
        while let place = bytes.firstRange(of: sha1) {
            bytes.replaceSubrange(place, with: DER.objectIdentifier("1.2.840.113549.1.1.4"))
            replaced += 1
        }
        #expect(replaced == 2)
        var whole = BER(bytes, in: bytes.indices)
        let certificate = whole.next()
        var parts = BER(bytes, in: try #require(certificate).content)
        let toBeSigned = parts.next()
        try Data(bytes[try #require(toBeSigned).whole]).write(to: folder.appending(path: "tbs"))
        let arguments = ["dgst", "-md5", "-sign", "key.der", "-keyform", "DER", "-out", "signature", "tbs"]
        let (status, output) = try openssl.run(arguments, in: folder)
        #expect(status == 0, "\(output)")
        return try bytes.dropLast(256) + Data(contentsOf: folder.appending(path: "signature"))
    }

    @Test func aTypeMayBeLong() throws {
        for count in [127, 128, 200] {
            var chain = try MintedChain()
            let type = "pass.com." + String(repeating: "e", count: count - 9)
            chain.leaf.subject = MintedChain.subject(uid: [type], commonName: "Pass Type ID")
            chain.leaf.extensions = try chain.extensions(markers: [MintedChain.marker(DER.Tag.utf8String, type)])
            chain.pass.passTypeIdentifier = type
            let report = try chain.report()
            #expect(!report.findings.contains { $0.code == .certificateMarker }, "\(count): \(report.findings)")
        }
    }

    /// Five minutes of difference between clocks are forgiven.
    @Test func clocksMayDiffer() throws {
        var chain = try MintedChain()
        chain.signingTime = .now.addingTimeInterval(4 * 60)
        #expect(try chain.report().verdict == .trusted)
    }
}
