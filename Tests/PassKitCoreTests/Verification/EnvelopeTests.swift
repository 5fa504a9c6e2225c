import Foundation
import Testing

@testable import PassKitCore
@testable import PassKitTesting

/// Signatures whose envelope is unusual or wrong in one way each.
@Suite struct EnvelopeTests {
    typealias OID = EnvelopeForge.OID
    typealias Algorithm = EnvelopeForge.Algorithm

    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let code: Finding.Code
        var keys = TestAuthority.KeyKind.p256
        let spoil: @Sendable (inout EnvelopeForge) throws -> Void

        init(
            _ description: String,
            _ code: Finding.Code,
            keys: TestAuthority.KeyKind = .p256,
            _ spoil: @escaping @Sendable (inout EnvelopeForge) throws -> Void
        ) {
            self.description = description
            self.code = code
            self.keys = keys
            self.spoil = spoil
        }
    }

    /// Keys that many cases share.
    private static let chains = Result { try (p256: MintedChain(), rsa: MintedChain(.rsa2048)) }

    static func chain(_ keys: TestAuthority.KeyKind = .p256) throws -> MintedChain {
        let chains = try chains.get()
        return keys == .p256 ? chains.p256 : chains.rsa
    }

    /// What the verifier says of a pass whose envelope was spoiled.
    static func report(
        _ keys: TestAuthority.KeyKind,
        _ spoil: @escaping @Sendable (inout EnvelopeForge) throws -> Void
    ) throws -> VerificationReport {
        var chain = try chain(keys)
        chain.spoilEnvelope = spoil
        return try chain.report()
    }

    static let algorithms: [Case] = [
        Case("no digest announced", .signatureDigestAlgorithms) { $0.digestAlgorithms = [] },
        Case("nine digests announced", .signatureDigestAlgorithms) {
            $0.digestAlgorithms = Array(repeating: Algorithm.sha256, count: 9)
        },
        Case("another digest announced", .signatureDigestAlgorithms) { $0.digestAlgorithms = [Algorithm.sha384] },
        Case("an unknown digest announced", .signatureDigestAlgorithms) {
            $0.digestAlgorithms = [DER.sequence(DER.objectIdentifier("1.2.3.4"))]
        },
        Case("SHA-384", .signatureDigestAlgorithm) {
            $0.digestAlgorithms = [Algorithm.sha384]
            $0.digestAlgorithm = Algorithm.sha384
        },
        Case("RSA-PSS", .signatureAlgorithm, keys: .rsa2048) { $0.signatureAlgorithm = Algorithm.rsaPSS },
        Case("DSA", .signatureAlgorithm) { $0.signatureAlgorithm = Algorithm.dsaSHA256 },
        Case("SHA-512", .signatureDigestAlgorithm) {
            $0.digestAlgorithms = [Algorithm.sha512]
            $0.digestAlgorithm = Algorithm.sha512
        },
        Case("ECDSA with another digest", .signatureAlgorithm) { $0.signatureAlgorithm = Algorithm.ecdsaSHA384 },
        Case("RSA with another digest", .signatureAlgorithm, keys: .rsa2048) {
            $0.signatureAlgorithm = Algorithm.rsaSHA1
        },
        Case("RSA named, ECDSA made", .signatureAlgorithm) { $0.signatureAlgorithm = Algorithm.rsa },
        Case("ECDSA named, RSA made", .signatureAlgorithm, keys: .rsa2048) {
            $0.signatureAlgorithm = Algorithm.ecdsaSHA256
        },
    ]

    static let structures: [Case] = [
        Case("enveloped data", .signatureNotSignedData) { $0.type = OID.envelopedData },
        Case("plain data", .signatureNotSignedData) { $0.type = OID.data },
        Case("content of another type", .signatureContentType) {
            $0.contentType = OID.envelopedData
            $0.version = 3
        },
        Case("no signer", .signatureSignerCount) { $0.signerCount = 0 },
        Case("two signers", .signatureSignerCount) { $0.signerCount = 2 },
        Case("nine certificates", .signatureCertificateCount) {
            $0.certificates = Array(repeating: $0.certificates[0], count: 9)
        },
        Case("revocation list", .signatureRevocationLists) { forge in
            let name = CertificateMint.name(commonName: "Issuer", unit: "CA")
            let list = DER.sequence(Algorithm.ecdsaSHA256, name, DER.time(.now))
            forge.revocationLists = [
                DER.sequence(list, Algorithm.ecdsaSHA256, DER.encode(DER.Tag.bitString, [0, 1, 2]))
            ]
        },
        Case("certificate of the signer left out", .signatureSignerMissing) { $0.certificates.removeFirst() },
        Case("no certificates", .signatureSignerMissing) { $0.certificates = [] },
        Case("broken certificate", .signatureMalformed) { $0.certificates[1] = DER.sequence(DER.null) },
        Case("signature flipped in one bit", .signatureWrong, keys: .rsa2048) { forge in
            forge.changeSignature = { $0[100] ^= 1 }
        },
        Case("empty signature", .signatureWrong) { forge in forge.changeSignature = { $0 = [] } },
        Case("signature with bytes behind it", .signatureWrong) { forge in forge.changeSignature = { $0.append(0) } },
    ]

    static let attributes: [Case] = [
        Case("no attributes", .signatureAttributeMissing) { $0.attributes = nil },
        Case("no content type", .signatureAttributeMissing) { $0.remove(OID.contentType) },
        Case("no message digest", .signatureAttributeMissing) { $0.remove(OID.messageDigest) },
        Case("no signing time", .signatureAttributeMissing) { $0.remove(OID.signingTime) },
        Case("two content types", .signatureAttributeRepeated) { $0.repeatAttribute(OID.contentType) },
        Case("two message digests", .signatureAttributeRepeated) { $0.repeatAttribute(OID.messageDigest) },
        Case("two signing times", .signatureAttributeRepeated) { $0.repeatAttribute(OID.signingTime) },
        Case("signing time with two values", .signatureAttributeRepeated) {
            $0.set(OID.signingTime, [DER.time(.now), DER.time(.now.addingTimeInterval(1))])
        },
        Case("content type of another type", .signatureAttributeInvalid) {
            $0.set(OID.contentType, [DER.encode(DER.Tag.octetString, [1])])
        },
        Case("content type that is not data", .signatureAttributeInvalid) {
            $0.set(OID.contentType, [OID.signedData])
        },
        Case("message digest of another type", .signatureAttributeInvalid) {
            $0.set(OID.messageDigest, [OID.data])
        },
        Case("signing time of another type", .signatureAttributeInvalid) {
            $0.set(OID.signingTime, [DER.encode(DER.Tag.utf8String, Array("261124120000Z".utf8))])
        },
        Case("signing time that is none", .signatureAttributeInvalid) {
            $0.set(OID.signingTime, [DER.encode(DER.Tag.utcTime, Array("269924120000Z".utf8))])
        },
        Case("message digest of something else", .signatureContentMismatch) {
            $0.set(OID.messageDigest, [DER.encode(DER.Tag.octetString, [UInt8](repeating: 7, count: 32))])
        },
        Case("message digest cut short", .signatureContentMismatch) {
            $0.set(OID.messageDigest, [DER.encode(DER.Tag.octetString, [1, 2, 3])])
        },
    ]

    @Test(arguments: algorithms + structures + attributes)
    func saysWhatIsWrong(_ wrong: Case) throws {
        let report = try Self.report(wrong.keys, wrong.spoil)
        #expect(report.verdict == .invalid)
        #expect(!report.isIntact)
        #expect(report.findings.contains { $0.code == wrong.code && $0.severity == .error }, "\(report.findings)")
    }

    /// An attribute without any value: refused by libcrypto's parser or by us, in any case not accepted.
    @Test func anAttributeNeedsAValue() throws {
        let report = try Self.report(.p256) { $0.set(OID.signingTime, []) }
        #expect(report.verdict == .invalid && !report.isIntact)
        #expect(report.findings.contains { $0.code.rawValue.hasPrefix("signature.") })
    }

    struct Variant: Sendable, CustomStringConvertible {
        let description: String
        var keys = TestAuthority.KeyKind.p256
        let change: @Sendable (inout EnvelopeForge) throws -> Void
    }

    static let variants: [Variant] = [
        Variant(description: "as we write it") { _ in },
        Variant(description: "rsaEncryption", keys: .rsa2048) { $0.signatureAlgorithm = Algorithm.rsa },
        Variant(description: "sha256WithRSAEncryption", keys: .rsa2048) {
            $0.signatureAlgorithm = Algorithm.rsaSHA256
        },
        Variant(description: "attributes in another order") { $0.attributes?.reverse() },
        Variant(description: "indefinite lengths") { $0.isIndefinite = true },
        Variant(description: "signer by key identifier") { forge in
            let leaf = try PassCertificate(reading: forge.certificates[0])
            forge.signerIdentifier = DER.encode(0x80, leaf.subjectKeyIdentifier)
            forge.signerVersion = 3
            forge.version = 3
        },
        Variant(description: "GeneralizedTime") { forge in
            let time = Array("20\(String(decoding: DER.time(.now).dropFirst(2), as: UTF8.self))".utf8)
            forge.set(OID.signingTime, [DER.encode(DER.Tag.generalizedTime, time)])
        },
        Variant(description: "one attribute more") { forge in
            forge.attributes?.append(.init(type: OID.capabilities, values: [DER.sequence()]))
        },
        Variant(description: "unsigned attribute") { forge in
            forge.unsignedAttributes = [.init(type: OID.capabilities, values: [DER.sequence()])]
        },
        Variant(description: "64 KiB exactly", keys: .rsa2048) { forge in
            func pad(_ count: Int) {
                let padding = DER.encode(DER.Tag.octetString, [UInt8](repeating: 7, count: count))
                forge.unsignedAttributes = [.init(type: OID.capabilities, values: [padding])]
            }
            // All lengths stay of the same length, so that the second try fits.
            pad(60_000)
            pad(60_000 + 65_536 - (try forge.bytes().count))
            guard try forge.bytes().count == 65_536 else { throw CocoaError(.coderInvalidValue) }
        },
        Variant(description: "intermediate in front") { $0.certificates.reverse() },
        Variant(description: "two digests announced") { $0.digestAlgorithms.insert(Algorithm.sha1, at: 0) },
    ]

    @Test(arguments: variants)
    func acceptsWhatOthersWrite(_ variant: Variant) throws {
        let report = try Self.report(variant.keys, variant.change)
        #expect(report.verdict == .trusted && report.findings.isEmpty, "\(report.findings)")
    }

    @Test(arguments: [Algorithm.rsa, Algorithm.rsaSHA1])
    func acceptsSHA1AsTheSignersDigest(_ algorithm: [UInt8]) throws {
        var chain = try Self.chain(.rsa2048)
        let manifest = try chain.build().archive.bytes(of: "manifest.json")
        chain.spoilEnvelope = { forge in
            try forge.useSHA1(manifest)
            forge.signatureAlgorithm = algorithm
        }
        #expect(try chain.report().verdict == .trusted)
    }

    /// Content in the envelope counts for nothing: the archive's manifest is what must have been signed.
    @Test func theManifestInTheEnvelopeIsNotTrusted() throws {
        var chain = try Self.chain()
        chain.spoilEnvelope = { $0.content = Array("{}".utf8) }
        let other = try chain.report()
        #expect(other.verdict == .trusted && other.findings.map(\.code) == [.signatureAttached], "\(other.findings)")

        // The right manifest in the envelope does not help an archive that holds another one.
        var (archive, anchors) = try chain.build()
        let manifest = try archive.bytes(of: "manifest.json")
        chain.spoilEnvelope = { $0.content = manifest }
        archive = try chain.build().archive
        try archive.set(Array("{\"a\":1}".utf8), for: "userInfo.json")
        try archive.set(Manifest(of: archive).bytes(), for: "manifest.json")
        let report = PassVerifier(anchors: anchors).verify(archive)
        #expect(report.verdict == .invalid && !report.isIntact)
        #expect(report.findings.contains { $0.code == .signatureContentMismatch }, "\(report.findings)")
    }
}
