#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes the CMS SignedData of a pass (RFC 5652 section 5), detached, in DER.
///
/// What does not change from pass to pass (certificates, algorithms, issuer and serial) is encoded once. Everything up
/// to the signed attributes is the same in every signature of the same length; it is kept as a ``Head``.
struct CMSEncoder: Sendable {
    /// What stands before the signed attributes, for signatures and attributes of one length each.
    private struct Head: Sendable {
        let attributesCount: Int
        let signatureCount: Int
        let bytes: [UInt8]
        /// The same as the beginning of a deflate stream.
        let deflated: [UInt8]
    }

    private let certificates: [UInt8]
    private let signerIdentifier: [UInt8]
    private let signatureAlgorithm: [UInt8]
    private let heads: [Head]

    private static let data = DER.objectIdentifier("1.2.840.113549.1.7.1")
    private static let signedData = DER.objectIdentifier("1.2.840.113549.1.7.2")
    private static let sha256 = DER.sequence(DER.objectIdentifier("2.16.840.1.101.3.4.2.1"))

    init(certificate: PassCertificate, intermediate: PassCertificate, algorithm: SignatureAlgorithm) {
        certificates = DER.encode(DER.Tag.context(0), DER.sorted([certificate.der, intermediate.der]))
        signerIdentifier = DER.sequence(
            certificate.handle.part(CertificatePart.issuer),
            certificate.handle.part(CertificatePart.serial)
        )
        let signatureCounts: [Int]
        switch algorithm {
        case .rsaPKCS1SHA256:
            signatureAlgorithm = DER.sequence(DER.objectIdentifier("1.2.840.113549.1.1.1"), DER.null)
            signatureCounts = [certificate.keyBits / 8]
        case .ecdsaP256SHA256:
            signatureAlgorithm = DER.sequence(DER.objectIdentifier("1.2.840.10045.4.3.2"))
            // Two integers of 32 bytes, each of which takes a 33rd half of the time; fewer are rare.
            signatureCounts = [70, 71, 72]
        }
        var heads: [Head] = []
        for count in signatureCounts {
            let bytes = Self.head(
                certificates,
                signerIdentifier,
                attributesCount: SignedAttributes.usualCount,
                rest: signatureAlgorithm.count + Self.octetStringHeader(count).count + count
            )
            let deflated = Deflate.part(bytes) ?? []
            heads.append(
                Head(
                    attributesCount: SignedAttributes.usualCount,
                    signatureCount: count,
                    bytes: bytes,
                    deflated: deflated.count < bytes.count ? deflated : []
                )
            )
        }
        self.heads = heads
    }

    /// A manifest's signature, and the same as a deflate stream where that costs nothing.
    struct Signature {
        let bytes: [UInt8]
        let deflated: [UInt8]?
    }

    /// The whole envelope around a signature of the attributes.
    func envelope(signedAttributes: [UInt8], signature: [UInt8]) -> Signature {
        let header = Self.octetStringHeader(signature.count)
        let tailCount = signedAttributes.count + signatureAlgorithm.count + header.count + signature.count
        let known = heads.first {
            $0.attributesCount == signedAttributes.count && $0.signatureCount == signature.count
        }
        let head =
            known?.bytes
            ?? Self.head(
                certificates,
                signerIdentifier,
                attributesCount: signedAttributes.count,
                rest: tailCount - signedAttributes.count
            )
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head.count + tailCount)
        bytes += head
        // In the envelope the attributes bear an implicit tag in place of that of SET (section 5.3).
        bytes.append(DER.Tag.context(0))
        bytes += signedAttributes[1...]
        bytes += signatureAlgorithm
        bytes += header
        bytes += signature

        // Behind the head everything is short or random: it stands in the stream as it is.
        guard let start = known?.deflated, !start.isEmpty else { return Signature(bytes: bytes, deflated: nil) }
        var deflated: [UInt8] = []
        deflated.reserveCapacity(start.count + tailCount + Deflate.storedBlockOverhead)
        deflated += start
        Deflate.appendStoredBlock(bytes[head.count...], isFinal: true, to: &deflated)
        return Signature(bytes: bytes, deflated: deflated)
    }

    /// Everything before the signed attributes; `rest` is how many bytes follow them.
    private static func head(
        _ certificates: [UInt8],
        _ signerIdentifier: [UInt8],
        attributesCount: Int,
        rest: Int
    ) -> [UInt8] {
        let signer = DER.integer(1) + signerIdentifier + sha256
        let signerCount = signer.count + attributesCount + rest
        let signers = DER.header(DER.Tag.sequence, signerCount) + signer
        let before = DER.integer(1) + DER.set([sha256]) + DER.sequence(data) + certificates
        let signersCount = signers.count + attributesCount + rest
        let content = before + DER.header(DER.Tag.set, signersCount) + signers
        let contentCount = content.count + attributesCount + rest
        let explicit = DER.header(DER.Tag.sequence, contentCount) + content
        let explicitCount = explicit.count + attributesCount + rest
        let all = signedData + DER.header(DER.Tag.context(0), explicitCount) + explicit
        return DER.header(DER.Tag.sequence, all.count + attributesCount + rest) + all
    }

    private static func octetStringHeader(_ count: Int) -> [UInt8] {
        DER.header(DER.Tag.octetString, count)
    }
}

/// The signed attributes (RFC 5652 section 11): content type, signing time and message digest, in the order that DER
/// asks of a SET OF.
enum SignedAttributes {
    private static let contentType = DER.sequence(
        DER.objectIdentifier("1.2.840.113549.1.9.3"),
        DER.set([DER.objectIdentifier("1.2.840.113549.1.7.1")])
    )
    private static let signingTime = DER.objectIdentifier("1.2.840.113549.1.9.5")
    private static let messageDigest = DER.objectIdentifier("1.2.840.113549.1.9.4")

    /// How many bytes they have before the year 2050.
    static let usualCount = encode(digest: [UInt8](repeating: 0, count: 32), time: Date(timeIntervalSince1970: 0)).count

    /// Encodes them as they are hashed and signed.
    static func encode(digest: [UInt8], time: Date) -> [UInt8] {
        // The first bytes of each differ in the length only, so the order is that of the lengths.
        let time = DER.time(time)
        let timeCount = signingTime.count + 2 + time.count
        let digestCount = messageDigest.count + 4 + digest.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128)
        bytes += [DER.Tag.set, UInt8(truncatingIfNeeded: contentType.count + 4 + timeCount + digestCount)]
        bytes += contentType
        bytes += [DER.Tag.sequence, UInt8(truncatingIfNeeded: timeCount)]
        bytes += signingTime
        bytes += [DER.Tag.set, UInt8(truncatingIfNeeded: time.count)]
        bytes += time
        bytes += [DER.Tag.sequence, UInt8(truncatingIfNeeded: digestCount)]
        bytes += messageDigest
        bytes += [DER.Tag.set, UInt8(truncatingIfNeeded: 2 + digest.count)]
        bytes += [DER.Tag.octetString, UInt8(truncatingIfNeeded: digest.count)]
        bytes += digest
        return bytes
    }
}
