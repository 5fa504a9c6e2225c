/// Where the parts of a SignedData stand (RFC 5652 section 5.1), told before libcrypto is asked to parse it.
///
/// Limits are checked here, so that libcrypto never parses another type of CMS, or hundreds of certificates. What the
/// parts mean is libcrypto's to say.
struct EnvelopeOutline {
    /// The certificates with their tag, when they are there and every length around them is stated.
    let certificates: Range<Int>?

    /// Each of the certificates, where nothing else stands among them; empty otherwise.
    let eachCertificate: [Range<Int>]

    private let beforeCertificates: Range<Int>
    private let afterCertificates: Range<Int>

    /// The most certificates a signature may carry: leaf, intermediate and root, and room for those who add more.
    static let certificateLimit = 8
    /// The most digests a signature may announce; libcrypto computes them all.
    static let digestLimit = 8

    private static let signedData = DER.objectIdentifier("1.2.840.113549.1.7.2")

    init(of bytes: [UInt8]) throws(SignatureFault) {
        var all = BER(bytes, in: bytes.indices)
        guard let contentInfo = all.next(DER.Tag.sequence) else { throw .malformed }
        guard all.isAtEnd else { throw .trailingBytes }

        var parts = BER(bytes, in: contentInfo.content)
        guard let type = parts.next(DER.Tag.objectIdentifier) else { throw .malformed }
        guard bytes[type.whole].elementsEqual(Self.signedData) else { throw .notSignedData }
        guard let explicit = parts.next(DER.Tag.context(0)), parts.isAtEnd else { throw .malformed }
        var inner = BER(bytes, in: explicit.content)
        guard let signedData = inner.next(DER.Tag.sequence), inner.isAtEnd else { throw .malformed }

        var fields = BER(bytes, in: signedData.content)
        guard let version = fields.next(DER.Tag.integer), let digests = fields.next(DER.Tag.set),
            let content = fields.next(DER.Tag.sequence)
        else { throw .malformed }
        guard let digests = Self.values(bytes, digests.content) else { throw .malformed }
        guard (1...Self.digestLimit).contains(digests.count) else { throw .digestAlgorithms }

        let certificates = fields.next(DER.Tag.context(0))
        var each: [BER.Element] = []
        if let certificates {
            guard let found = Self.values(bytes, certificates.content) else { throw .malformed }
            guard found.count <= Self.certificateLimit else { throw .certificateCount }
            each = found
        }
        // The certificates are parsed apart from the rest, so that libcrypto would not see what is beside them.
        _ = fields.next(DER.Tag.context(1))
        let signers = fields.next(DER.Tag.set)
        guard signers != nil, fields.isAtEnd else { throw .malformed }
        if let signers { try Self.checkAttributes(bytes, of: signers) }
        eachCertificate = each.allSatisfy { $0.tag == DER.Tag.sequence } ? each.map(\.whole) : []
        let isDefinite = [contentInfo, explicit, signedData].allSatisfy(\.isDefinite)
        self.certificates = isDefinite && certificates?.isDefinite == true ? certificates?.whole : nil
        self.beforeCertificates = version.whole.lowerBound..<content.whole.upperBound
        self.afterCertificates =
            (certificates?.whole.upperBound ?? content.whole.upperBound)..<signedData.content.upperBound
    }

    /// Makes sure that signed attributes are spelled as they were signed: libcrypto hashes them as it would write them,
    /// and reads over tags that it would not.
    private static func checkAttributes(_ bytes: [UInt8], of signers: BER.Element) throws(SignatureFault) {
        guard let signers = values(bytes, signers.content) else { throw .malformed }
        for signer in signers {
            guard signer.tag == DER.Tag.sequence, let parts = values(bytes, signer.content), parts.count > 3 else {
                throw .malformed
            }
            // After version, signer and digest: the attributes, or the signature's algorithm.
            guard parts[3].tag == DER.Tag.context(0) else {
                guard parts[3].tag == DER.Tag.sequence else { throw .malformed }
                continue
            }
            guard let attributes = values(bytes, parts[3].content) else { throw .malformed }
            for attribute in attributes {
                var fields = BER(bytes, in: attribute.content)
                guard attribute.tag == DER.Tag.sequence, fields.next(DER.Tag.objectIdentifier) != nil,
                    fields.next(DER.Tag.set) != nil, fields.isAtEnd
                else { throw .malformed }
            }
        }
    }

    /// The same envelope without its certificates, in DER.
    func withoutCertificates(_ bytes: [UInt8]) -> [UInt8] {
        let count = beforeCertificates.count + afterCertificates.count
        let signedData = DER.header(DER.Tag.sequence, count)
        let explicit = DER.header(DER.Tag.context(0), signedData.count + count) + signedData
        let inner = Self.signedData + explicit
        var envelope = DER.header(DER.Tag.sequence, inner.count + count)
        envelope.reserveCapacity(envelope.count + inner.count + count)
        envelope += inner
        envelope += bytes[beforeCertificates]
        envelope += bytes[afterCertificates]
        return envelope
    }

    /// The values in a range; nil when it holds something else.
    private static func values(_ bytes: [UInt8], _ range: Range<Int>) -> [BER.Element]? {
        var values = BER(bytes, in: range)
        var found: [BER.Element] = []
        while let value = values.next() { found.append(value) }
        return values.isAtEnd ? found : nil
    }
}
