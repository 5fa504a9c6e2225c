import PassKitCore
import PassKitTesting
import Testing

@Suite struct ReplacementTests {
    static let token = "0123456789abcdef"

    static func report(
        _ authority: TestAuthority,
        _ edit: (inout Pass) -> Void = { _ in }
    ) async throws -> VerificationReport {
        var pass = Pass(
            type: authority.passTypeIdentifier,
            serial: "E-1",
            team: authority.teamIdentifier,
            organization: "Example",
            description: "Concert",
            style: .eventTicket
        )
        pass.json["authenticationToken"] = .string(token)
        edit(&pass)
        let package = PassPackage(pass: pass, images: ["icon.png": PNGForge.image()])
        return PassVerifier().verify(try PassArchive(reading: await package.signed(by: authority.signer())))
    }

    @Test func aNewVersionMayReplaceTheOld() async throws {
        let authority = try TestAuthority()
        let old = try await Self.report(authority)
        let new = try await Self.report(authority) { $0.logoText = "Gate B7" }
        #expect(new.isUpdate(of: old))
        // A renewed certificate and a renewed authority do not matter: type and team do.
        #expect(try await Self.report(TestAuthority()).isUpdate(of: old))
    }

    @Test func anythingThatNamesThePassMustStay() async throws {
        let authority = try TestAuthority()
        let old = try await Self.report(authority)
        let serial = try await Self.report(authority) { $0.serialNumber = "E-2" }
        #expect(serial.replacementFindings(for: old).map(\.code) == [.replacementSerialNumber])
        let noSerial = try await Self.report(authority) { $0.serialNumber = nil }
        #expect(noSerial.replacementFindings(for: noSerial).map(\.code) == [.replacementSerialNumber])
        let type = try await Self.report(TestAuthority(passTypeIdentifier: "pass.com.example.other"))
        #expect(type.replacementFindings(for: old).map(\.code) == [.replacementPassType, .replacementSigner])
        let team = try await Self.report(TestAuthority(teamIdentifier: "TEAMID5678"))
        #expect(team.replacementFindings(for: old).map(\.code) == [.replacementTeam, .replacementSigner])
        #expect(!team.isUpdate(of: old))
    }

    /// To Unicode the sign of the kelvin is a K; to Wallet it is not.
    @Test func whatIsTheSameToUnicodeOnlyIsAnother() async throws {
        let authority = try TestAuthority()
        let old = try await Self.report(authority) { $0.serialNumber = "K1" }
        let new = try await Self.report(authority) { $0.serialNumber = "\u{212A}1" }
        #expect(new.replacementFindings(for: old).map(\.code) == [.replacementSerialNumber])
    }

    @Test func theTokenMustStay() async throws {
        let authority = try TestAuthority()
        let old = try await Self.report(authority)
        let without = try await Self.report(authority) { $0.json["authenticationToken"] = nil }
        let other = try await Self.report(authority) { $0.json["authenticationToken"] = .string(Self.token + "0") }
        #expect(without.replacementFindings(for: old).map(\.code) == [.replacementToken])
        #expect(other.replacementFindings(for: old).map(\.code) == [.replacementToken])
        #expect(old.isUpdate(of: without), "A pass may get a web service that had none.")
    }
}
