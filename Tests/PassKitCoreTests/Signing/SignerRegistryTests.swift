import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct SignerRegistryTests {
    static let day: TimeInterval = 86_400
    static let now = Date.now

    /// A signer whose certificate is valid for 365 days from half a day before `start` on.
    static func signer(
        _ type: String = "pass.com.example.ticket",
        team: String = "TEAMID1234",
        from start: Date = now
    ) throws -> CMSManifestSigner {
        try TestAuthority(passTypeIdentifier: type, teamIdentifier: team, validFrom: start).signer(validAt: start)
    }

    @Test func findsTheSignerByTypeAndTeam() throws {
        let ticket = try Self.signer()
        let coupon = try Self.signer("pass.com.example.coupon")
        let other = try Self.signer(team: "TEAMID5678")
        let registry: SignerRegistry = [ticket, coupon, other]
        for each in [ticket, coupon, other] {
            let found = try registry.signer(
                forType: each.certificate.passTypeIdentifier,
                team: each.certificate.teamIdentifier
            )
            #expect(found.certificate == each.certificate)
        }
        var pass = Pass(json: JSONObject())
        pass.passTypeIdentifier = "pass.com.example.coupon"
        pass.teamIdentifier = "TEAMID1234"
        #expect(try registry.signer(for: pass).certificate == coupon.certificate)
        #expect(registry.certificates == [coupon, ticket, other].map(\.certificate))
    }

    @Test func tellsUnknownFromNotValidNow() throws {
        let registry: SignerRegistry = [try Self.signer(from: Self.now.addingTimeInterval(-400 * Self.day))]
        #expect(throws: PassError(.signingNoValidIdentity, "")) {
            try registry.signer(forType: "pass.com.example.ticket", team: "TEAMID1234", at: Self.now)
        }
        #expect(registry.knows(type: "pass.com.example.ticket", team: "TEAMID1234"))
        let unknown = [("pass.com.example.ticket", "TEAMID5678"), ("pass.com.example.coupon", "TEAMID1234")]
        for (type, team) in unknown {
            #expect(throws: PassError(.signingUnknownIdentity, "")) {
                try registry.signer(forType: type, team: team, at: Self.now)
            }
            #expect(!registry.knows(type: type, team: team))
        }
        #expect(throws: PassError(.signingUnknownIdentity, "")) {
            try registry.signer(for: Pass(json: JSONObject()), at: Self.now)
        }
    }

    /// While certificates overlap the one that became valid last signs, in whichever order they were added.
    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
    func theNewestValidOneSigns(_ order: [Int]) throws {
        let starts: [TimeInterval] = [-100, 0, 100]
        let signers = try starts.map { try Self.signer(from: Self.now.addingTimeInterval($0 * Self.day)) }
        let registry = SignerRegistry(order.map { signers[$0] })
        let expected: [(TimeInterval, Int)] = [(-50, 0), (1, 1), (99, 1), (101, 2), (400, 2)]
        for (days, index) in expected {
            let time = Self.now.addingTimeInterval(days * Self.day)
            let found = try registry.signer(forType: "pass.com.example.ticket", team: "TEAMID1234", at: time)
            #expect(found.certificate == signers[index].certificate, "after \(days) days")
        }
    }

    @Test func addsAndRemoves() throws {
        let (old, new) = (try Self.signer(from: Self.now.addingTimeInterval(-Self.day)), try Self.signer())
        var registry = SignerRegistry()
        #expect(registry.isEmpty)
        registry.add(old)
        registry.add(new)
        registry.add(old)
        #expect(registry.certificates == [new.certificate, old.certificate])
        registry.remove(new.certificate)
        #expect(registry.certificates == [old.certificate])
        registry.remove(old.certificate)
        #expect(registry.isEmpty)
        #expect(!registry.knows(type: "pass.com.example.ticket", team: "TEAMID1234"))
    }

    static let warnings: [(daysLeft: Double, code: Finding.Code?, severity: Finding.Severity?)] = [
        (31.5, nil, nil), (30.5, .identityExpiresThisMonth, .note), (8.5, .identityExpiresThisMonth, .note),
        (7.5, .identityExpiresThisWeek, .warning), (0.5, .identityExpiresThisWeek, .warning),
        (-0.5, .identityExpired, .error),
    ]

    @Test(arguments: warnings)
    func warnsAheadOfTime(_ daysLeft: Double, _ code: Finding.Code?, _ severity: Finding.Severity?) throws {
        let registry: SignerRegistry = [try Self.signer()]
        let end = try #require(registry.certificates.first).notAfter
        let findings = registry.expiryFindings(at: end.addingTimeInterval(-daysLeft * Self.day))
        #expect(findings.map(\.code) == (code.map { [$0] } ?? []))
        #expect(findings.first?.severity == severity)
    }

    @Test func aRenewedCertificateSilencesTheWarning() throws {
        var registry: SignerRegistry = [try Self.signer()]
        let end = try #require(registry.certificates.first).notAfter
        #expect(registry.expiryFindings(at: end).map(\.code) == [.identityExpiresThisWeek])
        registry.add(try Self.signer(from: end.addingTimeInterval(-Self.day)))
        #expect(registry.expiryFindings(at: end).isEmpty)
        // A gap between the old and the new one is an error although nothing expires soon.
        let late: SignerRegistry = [try Self.signer(from: end.addingTimeInterval(10 * Self.day))]
        #expect(late.expiryFindings(at: end).map(\.code) == [.identityNotYetValid])
    }
}
