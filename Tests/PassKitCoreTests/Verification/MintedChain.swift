import Foundation

@testable import PassKitCore
@testable import PassKitTesting

/// A root, an intermediate and a certificate for passes, each made by a recipe that a test may spoil.
struct MintedChain: Sendable {
    static let day: TimeInterval = 86_400
    static let type = SamplePass.passTypeIdentifier
    static let team = SamplePass.teamIdentifier

    /// What a certificate is made of.
    struct Recipe: Sendable {
        var subject: [UInt8]
        var key: PrivateKey
        var notBefore: Date
        var notAfter: Date
        var extensions: [[UInt8]]
        /// Whose name and key it is issued under; the next one of the chain when nil.
        var issuer: (name: [UInt8], key: PrivateKey)?
        var usesSHA1 = false

        func certificate(_ issuer: (name: [UInt8], key: PrivateKey)) throws -> [UInt8] {
            let issuer = self.issuer ?? issuer
            return try CertificateMint(
                subject: subject,
                key: key,
                notBefore: notBefore,
                notAfter: notAfter,
                extensions: extensions,
                usesSHA1: usesSHA1
            ).certificate(issuer: issuer.name, issuerKey: issuer.key)
        }
    }

    var root: Recipe
    var intermediate: Recipe
    var leaf: Recipe
    /// What the signature states, and what `pass.json` says.
    var signingTime = Date.now
    var pass = SamplePass.pass()
    /// What is added to the certificates in the envelope.
    var extraCertificates: [[UInt8]] = []
    var includesIntermediate = true
    var anchorIsIntermediate = false
    var spoilEnvelope: @Sendable (inout EnvelopeForge) throws -> Void = { _ in }

    /// A chain as it should be.
    init(_ keys: TestAuthority.KeyKind = .p256) throws {
        let now = Date.now
        let rootKey = try CertificateMint.key(.p256)
        let intermediateKey = try CertificateMint.key(.p256)
        let leafKey = try CertificateMint.key(keys)
        root = Recipe(
            subject: CertificateMint.name(commonName: "Root", unit: "Certification Authority"),
            key: rootKey,
            notBefore: now.addingTimeInterval(-9000 * Self.day),
            notAfter: now.addingTimeInterval(3000 * Self.day),
            extensions: try CertificateMint.authorityExtensions(key: rootKey, issuer: rootKey)
        )
        intermediate = Recipe(
            subject: CertificateMint.name(commonName: "Developer Relations", unit: "G4"),
            key: intermediateKey,
            notBefore: now.addingTimeInterval(-8000 * Self.day),
            notAfter: now.addingTimeInterval(2000 * Self.day),
            extensions: try CertificateMint.authorityExtensions(key: intermediateKey, issuer: rootKey)
                + [Self.developerRelations]
        )
        leaf = Recipe(
            subject: Self.subject(),
            key: leafKey,
            notBefore: now.addingTimeInterval(-Self.day),
            notAfter: now.addingTimeInterval(365 * Self.day),
            extensions: try Self.leafExtensions()
                + CertificateMint.keyIdentifiers(key: leafKey, issuer: intermediateKey)
        )
    }

    static let developerRelations = CertificateMint.extension("1.2.840.113635.100.6.2.1", DER.null)
    static let usage = CertificateMint.extension(
        "2.5.29.37",
        DER.sequence(DER.objectIdentifier("1.3.6.1.5.5.7.3.2"), DER.objectIdentifier("1.2.840.113635.100.4.14"))
    )

    static func marker(_ tag: UInt8 = DER.Tag.utf8String, _ type: String = type) -> [UInt8] {
        CertificateMint.extension("1.2.840.113635.100.6.1.16", DER.encode(tag, Array(type.utf8)))
    }

    static func subject(
        uid: [String] = [type],
        commonName: String = "Pass Type ID: \(type)",
        units: [String] = [team]
    ) -> [UInt8] {
        let attributes: [(StaticString, String)] =
            uid.map { ("0.9.2342.19200300.100.1.1", $0) } + [("2.5.4.3", commonName)]
            + units.map { ("2.5.4.11", $0) }
        return CertificateMint.name(attributes)
    }

    static func leafExtensions(usage: [UInt8]? = usage, markers: [[UInt8]] = [marker()]) -> [[UInt8]] {
        [
            CertificateMint.extension("2.5.29.19", isCritical: true, DER.sequence()),
            CertificateMint.extension("2.5.29.15", isCritical: true, CertificateMint.keyUsage(digitalSignature: true)),
        ] + (usage.map { [$0] } ?? []) + markers
    }

    /// The leaf's extensions as they should be, but for what is given.
    func extensions(
        usage: [UInt8]? = MintedChain.usage,
        markers: [[UInt8]] = [MintedChain.marker()],
        issuer: PrivateKey? = nil
    ) throws -> [[UInt8]] {
        try Self.leafExtensions(usage: usage, markers: markers)
            + CertificateMint.keyIdentifiers(key: leaf.key, issuer: issuer ?? intermediate.key)
    }

    // MARK: The pass

    var rootDER: [UInt8] {
        get throws { try root.certificate((root.subject, root.key)) }
    }

    var intermediateDER: [UInt8] {
        get throws { try intermediate.certificate((root.subject, root.key)) }
    }

    var leafDER: [UInt8] {
        get throws { try leaf.certificate((intermediate.subject, intermediate.key)) }
    }

    /// A pass that is signed by the chain, with the anchors to judge it by.
    func build() throws -> (archive: PassArchive, anchors: TrustAnchors) {
        let (root, intermediate, leaf) = (try rootDER, try intermediateDER, try leafDER)
        var archive = PassArchive()
        try archive.set(pass.bytes(), for: "pass.json")
        try archive.set(SigningFixtures.icon(), for: "icon.png")
        let manifest = try Manifest(of: archive).bytes()
        try archive.set(manifest, for: "manifest.json")
        var forge = try EnvelopeForge(
            leaf: leaf,
            key: self.leaf.key,
            certificates: [leaf] + (includesIntermediate ? [intermediate] : []) + extraCertificates,
            manifest: manifest,
            time: signingTime
        )
        try spoilEnvelope(&forge)
        try archive.set(try forge.bytes(), for: "signature")
        var anchors = TrustAnchors()
        try anchors.add(reading: anchorIsIntermediate ? intermediate : root)
        return (archive, anchors)
    }

    /// What the verifier says of that pass: the same by a verifier that knows its certificates as by one that does not.
    func report(at time: VerificationTime = .signingTime) throws -> VerificationReport {
        let (archive, anchors) = try build()
        let report = PassVerifier(anchors: anchors, time: time, knownSigners: 0).verify(archive)
        let verifier = PassVerifier(anchors: anchors, time: time)
        for _ in 0..<2 {
            let again = verifier.verify(archive)
            guard again.verdict == report.verdict, again.isIntact == report.isIntact,
                again.findings == report.findings
            else { throw Contradiction(first: report.findings, second: again.findings) }
        }
        return report
    }

    struct Contradiction: Error {
        let first: [Finding]
        let second: [Finding]
    }
}
