import Foundation
import Testing

@testable import PassKitCore
@testable import PassKitTesting

/// A good pass, signed by a chain of certificates; each part may be spoiled before the next is made of it.
private struct SignedFault {
    var keys = TestAuthority.KeyKind.p256
    var chain: @Sendable (inout MintedChain) throws -> Void = { _ in }
    var manifest: @Sendable (inout [UInt8]) throws -> Void = { _ in }
    var envelope: @Sendable (inout EnvelopeForge) throws -> Void = { _ in }
    var signature: @Sendable (inout [UInt8]) -> Void = { _ in }
    var archive: @Sendable (inout PassArchive) throws -> Void = { _ in }
    /// Whether the signer's own certificate is the anchor, so that there is no chain to judge.
    var isAnchor = false
    var hasAnchor = true
    /// When the chain must hold; the linter asks for the signing time.
    var time = VerificationTime.signingTime

    func findings() throws -> [Finding] {
        var chain = try MintedChain(keys)
        try self.chain(&chain)
        let (root, intermediate, leaf) = (try chain.rootDER, try chain.intermediateDER, try chain.leafDER)
        var archive = try GoodPass(.event).archive()
        var manifest = try Manifest(of: archive).bytes()
        try self.manifest(&manifest)
        var envelope = try EnvelopeForge(
            leaf: leaf,
            key: chain.leaf.key,
            certificates: [leaf] + (chain.includesIntermediate ? [intermediate] : []) + chain.extraCertificates,
            manifest: manifest,
            time: chain.signingTime
        )
        try self.envelope(&envelope)
        var signature = try envelope.bytes()
        self.signature(&signature)
        try archive.set(manifest, for: "manifest.json")
        try archive.set(signature, for: "signature")
        try self.archive(&archive)
        var anchors = TrustAnchors()
        if hasAnchor { try anchors.add(reading: isAnchor ? leaf : root) }
        guard time == .signingTime else { return PassVerifier(anchors: anchors, time: time).verify(archive).findings }
        return PassLinter(.init(signature: .required, anchors: anchors)).findings(in: archive)
    }
}

extension CodeMutation {
    private static func signed(_ code: String, _ spoil: (inout SignedFault) -> Void) -> CodeMutation {
        var fault = SignedFault()
        spoil(&fault)
        return CodeMutation(code) { [fault] in try fault.findings() }
    }

    /// Changes hashes of the manifest.
    private static func manifest(
        _ code: String,
        _ edit: @escaping @Sendable (inout [String: String]) -> Void
    ) -> CodeMutation {
        signed(code) {
            $0.manifest = { bytes in
                var manifest = try Manifest(parsing: bytes)
                edit(&manifest.hashes)
                bytes = manifest.bytes()
            }
        }
    }

    /// A good pass of a kind, and a certificate that is to sign it.
    private static func signer(
        _ code: String,
        _ kind: GoodPass.Kind = .event,
        keys: TestAuthority.KeyKind = .p256,
        _ spoil: @escaping @Sendable (inout MintedChain) throws -> Void = { _ in }
    ) -> CodeMutation {
        CodeMutation(code) {
            var chain = try MintedChain(keys)
            try spoil(&chain)
            let certificate = try PassCertificate(reading: try chain.leafDER)
            return PassLinter().findings(in: try GoodPass(kind).archive(), signer: certificate)
        }
    }

    private static let day = MintedChain.day
    private static let icon = "icon@2x.png"

    static let manifests: [CodeMutation] = [
        signed("manifest.missing") { $0.archive = { $0.remove("manifest.json") } },
        signed("signing.manifest") { $0.manifest = { $0 = Array("[]".utf8) } },
        signed("manifest.hash-mismatch") { $0.archive = { try $0.set(BlankImage.png(58, 58), for: "icon@2x.png") } },
        manifest("manifest.file-missing") { $0["more.png"] = $0[icon] },
        manifest("manifest.file-unlisted") { $0[icon] = nil },
        manifest("manifest.hash-malformed") { $0[icon] = "12" },
        manifest("lint.manifest.uppercase-hash") { $0[icon] = $0[icon]?.uppercased() },
        manifest("lint.manifest.lists-itself") { $0["signature"] = $0[icon] },
    ]

    static let signatures: [CodeMutation] = [
        signed("signature.missing") { $0.archive = { $0.remove("signature") } },
        signed("signature.malformed") { $0.signature = { $0 = [1, 2, 3] } },
        signed("signature.trailing-bytes") { $0.signature = { $0.append(0) } },
        signed("signature.too-large") { $0.signature = { $0 += [UInt8](repeating: 0, count: 64 << 10) } },
        signed("signature.not-signed-data") { $0.envelope = { $0.type = EnvelopeForge.OID.envelopedData } },
        signed("signature.content-type") { $0.envelope = { $0.contentType = EnvelopeForge.OID.signedData } },
        signed("signature.certificate-count") {
            $0.envelope = { $0.certificates += Array(repeating: $0.certificates[1], count: 7) }
        },
        signed("signature.revocation-lists") { $0.envelope = { $0.revocationLists = [try revocationList()] } },
        signed("signature.attached") { fault in
            fault.envelope = { $0.content = try Manifest(of: GoodPass(.event).archive()).bytes() }
        },
        signed("signature.signer-count") { $0.envelope = { $0.signerCount = 2 } },
        signed("signature.signer-certificate-missing") { $0.envelope = { $0.certificates.removeFirst() } },
        signed("signature.wrong") { $0.envelope = { $0.changeSignature = { $0[$0.count - 1] ^= 1 } } },
        signed("signature.content-mismatch") { fault in
            fault.envelope = { forge in
                let digest = DER.encode(DER.Tag.octetString, try Digest.sha256([1]))
                forge.set(EnvelopeForge.OID.messageDigest, [digest])
            }
        },
        signed("signature.digest-algorithm") { fault in
            fault.envelope = { forge in
                forge.digestAlgorithm = EnvelopeForge.Algorithm.sha384
                forge.digestAlgorithms = [EnvelopeForge.Algorithm.sha384]
            }
        },
        signed("signature.digest-algorithms") { $0.envelope = { $0.digestAlgorithms = [] } },
        signed("signature.algorithm") {
            $0.envelope = { $0.signatureAlgorithm = EnvelopeForge.Algorithm.ecdsaSHA384 }
        },
        signed("signature.attribute-missing") { $0.envelope = { $0.remove(EnvelopeForge.OID.signingTime) } },
        signed("signature.attribute-repeated") { $0.envelope = { $0.repeatAttribute(EnvelopeForge.OID.signingTime) } },
        signed("signature.attribute-invalid") { $0.envelope = { $0.set(EnvelopeForge.OID.signingTime, [DER.null]) } },
        signed("lint.signature.sha1") { fault in
            fault.envelope = { forge in
                try forge.useSHA1(Manifest(of: GoodPass(.event).archive()).bytes())
                forge.signatureAlgorithm = DER.sequence(DER.objectIdentifier("1.2.840.10045.4.1"))
            }
        },
        signed("signature.time-in-future") { $0.chain = { $0.signingTime = .now.addingTimeInterval(600) } },
    ]

    /// A list without entries, by nobody in particular (RFC 5280 section 5.1).
    @Sendable private static func revocationList() throws -> [UInt8] {
        let key = try CertificateMint.key(.p256)
        let list = DER.sequence(
            DER.integer(1),
            EnvelopeForge.Algorithm.ecdsaSHA256,
            CertificateMint.name(commonName: "Root", unit: "CA"),
            DER.time(.now)
        )
        let signature = DER.encode(DER.Tag.bitString, [0] + (try key.signature(over: list)))
        return DER.sequence(list, EnvelopeForge.Algorithm.ecdsaSHA256, signature)
    }

    static let certificates: [CodeMutation] = [
        signed("certificate.issuer-missing") { fault in
            fault.chain = { $0.includesIntermediate = false }
            fault.isAnchor = true
        },
        signed("certificate.no-known-anchor") { $0.hasAnchor = false },
        signed("certificate.chain") { fault in
            fault.chain = { $0.intermediate.issuer = ($0.root.subject, try CertificateMint.key(.p256)) }
        },
        signed("certificate.usage") { $0.chain = { $0.leaf.extensions = try $0.extensions(usage: nil) } },
        signed("certificate.marker") { $0.chain = { $0.leaf.extensions = try $0.extensions(markers: []) } },
        signed("certificate.pass-type") { fault in
            fault.chain = { chain in
                let type = "pass.com.example.other"
                chain.leaf.subject = MintedChain.subject(uid: [type], commonName: "Pass Type ID: \(type)")
                chain.leaf.extensions = try chain.extensions(markers: [MintedChain.marker(DER.Tag.utf8String, type)])
            }
        },
        signed("certificate.common-name") {
            $0.chain = { $0.leaf.subject = MintedChain.subject(commonName: "Pass Type ID: pass.com.example.other") }
        },
        signed("certificate.team") { $0.chain = { $0.leaf.subject = MintedChain.subject(units: ["OTHER12345"]) } },
        signed("certificate.issuer-marker") { $0.chain = { $0.intermediate.extensions.removeLast() } },
        signed("certificate.not-valid-at-signing") { fault in
            fault.chain = { $0.signingTime = .now.addingTimeInterval(-2 * day) }
            // At the signing time the chain does not hold, either.
            fault.time = .at(.now)
        },
        signed("certificate.expired") {
            $0.chain = { $0.intermediate.notAfter = $0.signingTime.addingTimeInterval(-60) }
        },
        signed("certificate.weak-key") { $0.keys = .rsa1024 },
        signed("certificate.weak") { fault in
            // Apple's first intermediate signed with SHA-1, and no other may.
            fault.chain = { $0.leaf.usesSHA1 = true }
        },
        signed("lint.certificate.expired-now") { fault in
            fault.chain = { chain in
                chain.signingTime = .now.addingTimeInterval(-10 * day)
                chain.leaf.notBefore = .now.addingTimeInterval(-20 * day)
                chain.leaf.notAfter = .now.addingTimeInterval(-day)
            }
        },
        signed("identity.expires-within-7-days") { $0.chain = { $0.leaf.notAfter = .now.addingTimeInterval(5 * day) } },
        signed("identity.expires-within-30-days") {
            $0.chain = { $0.leaf.notAfter = .now.addingTimeInterval(20 * day) }
        },
        signer("identity.expired") { chain in
            chain.leaf.notBefore = .now.addingTimeInterval(-20 * day)
            chain.leaf.notAfter = .now.addingTimeInterval(-day)
        },
        signer("identity.not-yet-valid") { $0.leaf.notBefore = .now.addingTimeInterval(day) },
        signer("lint.nfc.certificate", .poster),
        signer("signing.wrong-usage") { $0.leaf.extensions = try $0.extensions(usage: nil) },
        signer("signing.marker") { $0.leaf.extensions = try $0.extensions(markers: []) },
        signer("signing.weak-key", keys: .rsa1024),
        CodeMutation("replacement.signer") {
            func report(_ team: String) throws -> VerificationReport {
                let authority = try TestAuthority(teamIdentifier: team)
                var archive = try GoodPass(.event).archive()
                let manifest = try Manifest(of: archive).bytes()
                try archive.set(manifest, for: "manifest.json")
                let signature = try authority.signer().signatureInProcess(for: manifest, at: .now)
                try archive.set(signature, for: "signature")
                return PassVerifier(anchors: try authority.anchors).verify(archive)
            }
            return try report("OTHER12345").replacementFindings(for: report(SamplePass.teamIdentifier))
        },
        CodeMutation("update.other-scales") {
            let image = PassUpdateRequest.Image(name: "logo@2x", bytes: try SamplePass.otherLogo())
            let request = PassUpdateRequest(pkPass: [], images: [image], content: .init(recipients: []))
            var package = try SamplePass.package()
            return try UpdateImages(request, ignoresUnknown: false).apply(to: &package)
        },
    ]
}
