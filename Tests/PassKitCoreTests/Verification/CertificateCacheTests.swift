import Testing

@testable import PassKitCore
@testable import PassKitTesting

/// What a verifier remembers of signers is bounded.
@Suite struct CertificateCacheTests {
    private static func key(_ number: UInt8) throws -> CertificateKey { try #require(CertificateKey(of: [number])) }

    @Test func thoseUnusedLongestGo() throws {
        let cache = CertificateCache<String>(limit: 2)
        cache.insert("a", for: try Self.key(1))
        cache.insert("b", for: try Self.key(2))
        #expect(try cache.value(for: Self.key(1)) == "a")
        cache.insert("c", for: try Self.key(3))
        #expect(cache.count == 2)
        #expect(try cache.value(for: Self.key(1)) == "a")
        #expect(try cache.value(for: Self.key(3)) == "c")
        #expect(try cache.value(for: Self.key(2)) == nil)
        // What is there already takes no other's place.
        cache.insert("d", for: try Self.key(3))
        #expect(cache.count == 2)
        #expect(try cache.value(for: Self.key(3)) == "d")
        #expect(try cache.value(for: Self.key(1)) == "a")
    }

    @Test func zeroRemembersNothing() throws {
        let cache = CertificateCache<String>(limit: 0)
        cache.insert("a", for: try Self.key(1))
        #expect(cache.count == 0)
    }

    /// Many signers, more than are remembered, in turns: every verdict is right, and memory stays bounded.
    @Test func manySignersShareAVerifier() async throws {
        let authorities = try (0..<4).map { _ in try TestAuthority() }
        var anchors = TrustAnchors()
        for authority in authorities.dropLast() { try anchors.add(reading: authority.rootPEM) }
        let verifier = PassVerifier(anchors: anchors, knownSigners: 2)
        var archives: [PassArchive] = []
        for authority in authorities {
            let signed = try await SigningFixtures.package().signed(by: authority.signer())
            archives.append(try PassArchive(reading: signed))
        }
        for _ in 0..<3 {
            for (index, archive) in archives.enumerated() {
                let verdict = verifier.verify(archive).verdict
                #expect(verdict == (index == authorities.count - 1 ? .untrusted : .trusted))
            }
        }
        #expect(verifier.knownSignerCount == 2)
    }

    /// Authorities come into memory by a chain that holds only, and however many there are it stays bounded.
    @Test func onlyTrustedAuthoritiesAreRemembered() throws {
        let (trusted, stranger) = (try MintedChain(), try MintedChain())
        let (archive, anchors) = try trusted.build()
        let verifier = PassVerifier(anchors: anchors, knownSigners: 0)
        #expect(verifier.verify(try stranger.build().archive).verdict == .untrusted)
        #expect(verifier.knownIssuerCount == 0)
        for _ in 0..<3 {
            #expect(verifier.verify(archive).verdict == .trusted)
            #expect(verifier.knownIssuerCount == 1)
        }

        // Authorities that somebody adds to a signature that is right push others out, at most.
        var chain = trusted
        for _ in 0..<4 {
            chain.extraCertificates = try (0..<6).map { _ in try MintedChain().rootDER }
            #expect(verifier.verify(try chain.build().archive).verdict == .trusted)
            #expect(verifier.knownIssuerCount <= 16)
        }
    }

    /// An authority that is known is trusted no more than one that is not.
    @Test func whatIsKnownIsStillChecked() throws {
        var chain = try MintedChain()
        let (archive, anchors) = try chain.build()
        let verifier = PassVerifier(anchors: anchors, knownSigners: 0)
        #expect(verifier.verify(archive).verdict == .trusted)
        // The same authority, and a certificate that claims to be its own and is not.
        chain.leaf.issuer = (chain.intermediate.subject, try CertificateMint.key(.p256))
        let forged = verifier.verify(try chain.build().archive)
        #expect(forged.verdict == .invalid)
        #expect(forged.findings.contains { $0.code == .certificateIssuerMissing }, "\(forged.findings)")
    }
}
