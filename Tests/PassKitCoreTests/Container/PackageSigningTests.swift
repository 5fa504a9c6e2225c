import Foundation
import PassKitCore
import PassKitTesting
import Testing

/// What `PassPackage.signed(by:)` refuses, and what it says then.
@Suite struct PackageSigningTests {
    static let otherType = "pass.com.example.other"
    static let otherTeam = "TEAMID5678"

    static let mismatches: [(description: String, edit: @Sendable (inout Pass) -> Void, named: String)] = [
        ("another type", { $0.passTypeIdentifier = otherType }, otherType),
        ("another team", { $0.teamIdentifier = otherTeam }, otherTeam),
        ("a type in capitals", { $0.passTypeIdentifier = "PASS.com.example.ticket" }, "PASS.com.example.ticket"),
        ("no type", { $0.passTypeIdentifier = nil }, "no type"),
        ("no team", { $0.teamIdentifier = nil }, "none"),
    ]

    @Test(arguments: mismatches.indices)
    func refusesTheCertificateOfAnotherPassType(_ index: Int) async throws {
        let authority = try SigningFixtures.authority()
        var package = try SigningFixtures.package()
        Self.mismatches[index].edit(&package.pass)
        let error = await #expect(throws: PassError(.signingIdentityMismatch, "")) {
            try await package.signed(by: authority.signer())
        }
        // Both are named, so that the reader sees which one is wrong.
        let message = error?.message ?? ""
        let names = [authority.passTypeIdentifier, authority.teamIdentifier, Self.mismatches[index].named]
        #expect(names.allSatisfy(message.contains), "\(message)")
    }

    static let icons = ["icon.png", "icon@2x.png", "icon@3x.png", "de.lproj/icon@2x.png"]

    @Test(arguments: icons)
    func anyIconWillDo(_ name: String) async throws {
        var package = PassPackage(pass: SamplePass.pass())
        package.images["logo.png"] = try SigningFixtures.icon()
        let signer = try SigningFixtures.authority().signer()
        await #expect(throws: PassError(.containerIconMissing, "")) { try await package.signed(by: signer) }
        package.images[name] = try SigningFixtures.icon()
        let signed = try await package.signed(by: signer)
        #expect(try PassArchive(reading: signed).entry(named: name) != nil)
    }

    @Test func refusesACertificateThatIsNotValidAtThatTime() async throws {
        let signer = try SigningFixtures.authority().signer()
        let package = try SigningFixtures.package()
        for (days, code) in [(400.0, PassError.Code.signingCertificateExpired), (-3, .signingCertificateNotYetValid)] {
            await #expect(throws: PassError(code, "")) {
                try await package.signed(by: signer, at: .now.addingTimeInterval(days * 86_400))
            }
        }
    }

    /// A signer of the host's own makes the signature; the package takes it as it is.
    @Test func takesTheSignatureOfAnySigner() async throws {
        struct HostSigner: ManifestSigner {
            struct Refusal: Error {}
            let certificate: PassCertificate
            let answer: [UInt8]?

            func signature(for manifest: [UInt8], at time: Date) async throws -> [UInt8] {
                guard let answer else { throw Refusal() }
                return answer + Array("\(manifest.count)".utf8)
            }
        }
        let certificate = try PassCertificate(reading: SigningFixtures.authority().certificatePEM)
        let signed = try await SigningFixtures.package().signed(
            by: HostSigner(certificate: certificate, answer: [1, 2])
        )
        let archive = try PassArchive(reading: signed)
        let count = try archive.bytes(of: "manifest.json").count
        #expect(try archive.bytes(of: "signature") == [1, 2] + Array("\(count)".utf8))
        await #expect(throws: HostSigner.Refusal.self) {
            try await SigningFixtures.package().signed(by: HostSigner(certificate: certificate, answer: nil))
        }
    }
}
