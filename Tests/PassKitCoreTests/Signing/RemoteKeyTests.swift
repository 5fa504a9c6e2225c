import Foundation
import PassKitCore
import PassKitTesting
import Testing

/// Keys that sign elsewhere: what they sign is verified before it is used.
@Suite struct RemoteKeyTests {
    struct Unreachable: Error, Equatable {}

    /// A key service, reached across an actor's border, that does what it is told.
    actor KeyService: SigningKey {
        nonisolated let algorithm: SignatureAlgorithm
        private let answer: @Sendable ([UInt8]) throws -> [UInt8]
        private(set) var requests: [[UInt8]] = []

        init(_ algorithm: SignatureAlgorithm, _ answer: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
            self.algorithm = algorithm
            self.answer = answer
        }

        /// A service that holds the key.
        init(_ authority: TestAuthority) throws {
            let key = try PrivateKey(reading: authority.privateKeyPEM)
            self.init(try #require(key.algorithm)) { try key.signature(over: $0) }
        }

        func signature(over bytes: [UInt8]) async throws -> [UInt8] {
            await Task.yield()
            requests.append(bytes)
            return try answer(bytes)
        }
    }

    static func signer(_ authority: TestAuthority, _ key: some SigningKey) throws -> CMSManifestSigner {
        try CMSManifestSigner(
            certificate: authority.certificatePEM,
            intermediates: authority.intermediatePEM,
            key: key
        )
    }

    @Test(arguments: CMSManifestSignerTests.kinds)
    func signsWholePasses(_ keys: TestAuthority.KeyKind) async throws {
        let authority = try SigningFixtures.authority(keys)
        let service = try KeyService(authority)
        let signer = try Self.signer(authority, service)
        try await signer.probe()
        let signed = try await SigningFixtures.package().signed(by: signer)
        let made = try await PassTemplate(SigningFixtures.package()).makePass(signer: signer) { $0.serialNumber = "2" }
        let verifier = try PassVerifier(anchors: authority.anchors)
        for bytes in [signed, made] {
            #expect(try verifier.verify(PassArchive(reading: bytes)).verdict == .trusted)
        }
        // A probe and two passes, each the DER of a SET of attributes.
        let requests = await service.requests
        #expect(requests.count == 3)
        #expect(requests.dropFirst().allSatisfy { $0.first == DER.Tag.set && $0.count < 256 })
    }

    static let wrongAnswers: [@Sendable ([UInt8]) throws -> [UInt8]] = [
        { _ in [] },
        { _ in [UInt8](repeating: 7, count: 70) },
        { try PrivateKey(reading: SigningFixtures.otherAuthority().privateKeyPEM).signature(over: $0) },
        { try PrivateKey(reading: SigningFixtures.authority().privateKeyPEM).signature(over: $0 + [0]) },
        { try PrivateKey(reading: SigningFixtures.authority().privateKeyPEM).signature(over: $0) + [0] },
    ]

    @Test(arguments: wrongAnswers.indices)
    func aWrongSignatureIsCaught(_ index: Int) async throws {
        let service = KeyService(.ecdsaP256SHA256, Self.wrongAnswers[index])
        let signer = try Self.signer(SigningFixtures.authority(), service)
        await #expect(throws: PassError(.signingKeyMismatch, "")) { try await signer.probe() }
        await #expect(throws: PassError(.signingKeyMismatch, "")) {
            try await signer.signature(for: CMSManifestSignerTests.manifest, at: .now)
        }
        await #expect(throws: PassError(.signingKeyMismatch, "")) {
            try await SigningFixtures.package().signed(by: signer)
        }
    }

    @Test func aKeyOfAnotherKindIsRefusedAtOnce() throws {
        let service = KeyService(.rsaPKCS1SHA256) { _ in [] }
        #expect(throws: PassError(.signingKeyMismatch, "")) { try Self.signer(SigningFixtures.authority(), service) }
    }

    @Test func whatTheServiceThrowsPassesThrough() async throws {
        let signer = try Self.signer(
            SigningFixtures.authority(),
            KeyService(.ecdsaP256SHA256) { _ in throw Unreachable() }
        )
        await #expect(throws: Unreachable()) { try await signer.probe() }
        await #expect(throws: Unreachable()) { try await SigningFixtures.package().signed(by: signer) }
    }

    @Test func refusesTheCertificatesThatAnIdentityRefuses() throws {
        let authority = try TestAuthority(flaws: .wrongUsage)
        #expect(throws: PassError(.signingWrongUsage, "")) { try Self.signer(authority, KeyService(authority)) }
        let (one, other) = try (SigningFixtures.authority(), SigningFixtures.otherAuthority())
        #expect(throws: PassError(.signingIntermediateMissing, "")) {
            try CMSManifestSigner(
                certificate: one.certificatePEM,
                intermediates: other.intermediatePEM,
                key: KeyService(one)
            )
        }
    }

    /// A key file whose public half is the certificate's, and whose private half is not: only signing shows it.
    @Test func theProbeCatchesAKeyWhoseHalvesDiffer() throws {
        let (one, other) = try (SigningFixtures.authority(), SigningFixtures.otherAuthority())
        var der = try #require(PEM.decode(one.privateKeyPEM, label: "PRIVATE KEY").first)
        let donor = try #require(PEM.decode(other.privateKeyPEM, label: "PRIVATE KEY").first)
        // The private number is the first OCTET STRING of 32 bytes.
        let place = try #require(der.firstRange(of: [DER.Tag.octetString, 32])?.upperBound)
        let number = try #require(donor.firstRange(of: [DER.Tag.octetString, 32])?.upperBound)
        der.replaceSubrange(place..<(place + 32), with: donor[number..<(number + 32)])
        let identity = try SigningIdentity(
            certificate: one.certificatePEM,
            key: der,
            intermediates: one.intermediatePEM
        )
        #expect(throws: PassError(.signingKeyMismatch, "")) { try CMSManifestSigner(identity) }
    }
}
