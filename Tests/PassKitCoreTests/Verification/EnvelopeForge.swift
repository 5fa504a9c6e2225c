import Foundation

@testable import PassKitCore
@testable import PassKitTesting

/// Writes CMS SignedData (RFC 5652 section 5) part by part, right unless a part is replaced by a wrong one.
struct EnvelopeForge {
    enum OID {
        static let data = DER.objectIdentifier("1.2.840.113549.1.7.1")
        static let signedData = DER.objectIdentifier("1.2.840.113549.1.7.2")
        static let envelopedData = DER.objectIdentifier("1.2.840.113549.1.7.3")
        static let contentType = DER.objectIdentifier("1.2.840.113549.1.9.3")
        static let messageDigest = DER.objectIdentifier("1.2.840.113549.1.9.4")
        static let signingTime = DER.objectIdentifier("1.2.840.113549.1.9.5")
        static let capabilities = DER.objectIdentifier("1.2.840.113549.1.9.15")
    }

    enum Algorithm {
        static let sha1 = DER.sequence(DER.objectIdentifier("1.3.14.3.2.26"), DER.null)
        static let sha256 = DER.sequence(DER.objectIdentifier("2.16.840.1.101.3.4.2.1"))
        static let sha384 = DER.sequence(DER.objectIdentifier("2.16.840.1.101.3.4.2.2"))
        static let sha512 = DER.sequence(DER.objectIdentifier("2.16.840.1.101.3.4.2.3"))
        static let rsa = DER.sequence(DER.objectIdentifier("1.2.840.113549.1.1.1"), DER.null)
        static let rsaSHA1 = DER.sequence(DER.objectIdentifier("1.2.840.113549.1.1.5"), DER.null)
        static let rsaSHA256 = DER.sequence(DER.objectIdentifier("1.2.840.113549.1.1.11"), DER.null)
        static let rsaPSS = DER.sequence(DER.objectIdentifier("1.2.840.113549.1.1.10"))
        static let ecdsaSHA256 = DER.sequence(DER.objectIdentifier("1.2.840.10045.4.3.2"))
        static let ecdsaSHA384 = DER.sequence(DER.objectIdentifier("1.2.840.10045.4.3.3"))
        static let dsaSHA256 = DER.sequence(DER.objectIdentifier("2.16.840.1.101.3.4.3.2"))
    }

    /// A signed attribute: its type and the DER of its values.
    struct Attribute {
        var type: [UInt8]
        var values: [[UInt8]]

        var der: [UInt8] { DER.sequence(type, DER.set(values)) }
    }

    var type = OID.signedData
    var version: UInt8 = 1
    var digestAlgorithms = [Algorithm.sha256]
    var contentType = OID.data
    /// The content, when it is to stand in the envelope.
    var content: [UInt8]?
    var certificates: [[UInt8]]
    var revocationLists: [[UInt8]] = []
    var signerVersion: UInt8 = 1
    var signerIdentifier: [UInt8]
    var digestAlgorithm = Algorithm.sha256
    var attributes: [Attribute]?
    var unsignedAttributes: [Attribute] = []
    var signatureAlgorithm: [UInt8]
    var changeSignature: (inout [UInt8]) -> Void = { _ in }
    var signerCount = 1
    /// Whether the outer values have indefinite lengths, as BouncyCastle writes them.
    var isIndefinite = false

    private let key: PrivateKey

    /// An envelope as it should be.
    init(
        leaf: [UInt8],
        key: PrivateKey,
        certificates: [[UInt8]],
        manifest: [UInt8],
        time: Date = .now
    ) throws {
        let certificate = try PassCertificate(reading: leaf)
        self.key = key
        self.certificates = certificates
        signerIdentifier = DER.sequence(
            certificate.handle.part(CertificatePart.issuer),
            certificate.handle.part(CertificatePart.serial)
        )
        signatureAlgorithm = key.algorithm == .rsaPKCS1SHA256 ? Algorithm.rsa : Algorithm.ecdsaSHA256
        attributes = [
            Attribute(type: OID.contentType, values: [OID.data]),
            Attribute(type: OID.signingTime, values: [DER.time(time)]),
            Attribute(
                type: OID.messageDigest,
                values: [DER.encode(DER.Tag.octetString, try Digest.sha256(manifest))]
            ),
        ]
    }

    /// Lets the signer use SHA-1 in place of SHA-256.
    mutating func useSHA1(_ manifest: [UInt8]) throws {
        digestAlgorithms = [Algorithm.sha1]
        digestAlgorithm = Algorithm.sha1
        set(OID.messageDigest, [DER.encode(DER.Tag.octetString, try Digest.sha1(manifest.span))])
    }

    /// Replaces the values of an attribute.
    mutating func set(_ type: [UInt8], _ values: [[UInt8]]) {
        for index in (attributes ?? []).indices where attributes?[index].type == type {
            attributes?[index].values = values
        }
    }

    /// Removes an attribute.
    mutating func remove(_ type: [UInt8]) { attributes?.removeAll { $0.type == type } }

    /// Adds an attribute once more.
    mutating func repeatAttribute(_ type: [UInt8]) {
        if let attribute = attributes?.first(where: { $0.type == type }) { attributes?.append(attribute) }
    }

    /// The envelope, signed.
    func bytes() throws -> [UInt8] {
        var fields = [
            DER.integer(version),
            DER.encode(DER.Tag.set, Array(digestAlgorithms.joined())),
            DER.sequence(
                contentType,
                content.map { DER.encode(DER.Tag.context(0), DER.encode(DER.Tag.octetString, $0)) } ?? []
            ),
        ]
        if !certificates.isEmpty { fields.append(wrap(DER.Tag.context(0), Array(certificates.joined()))) }
        if !revocationLists.isEmpty {
            fields.append(DER.encode(DER.Tag.context(1), Array(revocationLists.joined())))
        }
        let signers = try (0..<signerCount).map { _ in try signer() }
        fields.append(DER.encode(DER.Tag.set, Array(signers.joined())))
        let signedData = wrap(DER.Tag.sequence, Array(fields.joined()))
        return wrap(DER.Tag.sequence, type + wrap(DER.Tag.context(0), signedData))
    }

    private func signer() throws -> [UInt8] {
        // In the order given: who signs decides it, and what is signed is what is written.
        let encoded = attributes.map { DER.encode(DER.Tag.set, Array($0.map(\.der).joined())) }
        var signature = try CertificateMint.signature(
            encoded ?? [],
            key,
            usesSHA1: digestAlgorithm == Algorithm.sha1
        )
        changeSignature(&signature)
        var implicit = encoded ?? []
        if !implicit.isEmpty { implicit[0] = DER.Tag.context(0) }
        let unsigned = unsignedAttributes.map(\.der).joined()
        return DER.sequence(
            DER.integer(signerVersion),
            signerIdentifier,
            digestAlgorithm,
            implicit,
            signatureAlgorithm,
            DER.encode(DER.Tag.octetString, signature),
            unsigned.isEmpty ? [] : DER.encode(DER.Tag.context(1), Array(unsigned))
        )
    }

    private func wrap(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        isIndefinite ? [tag, 0x80] + content + [0, 0] : DER.encode(tag, content)
    }
}
