public import PassKitCore

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A throw-away TLS identity for a server on this machine, with the authority that issued it.
public struct TestServerIdentity: Sendable {
    /// The authority's certificate, in PEM: what a client is to trust.
    public let rootPEM: [UInt8]

    /// The server's certificate, in PEM.
    public let certificatePEM: [UInt8]

    /// The server's private key, in PEM (PKCS#8, not encrypted).
    public let privateKeyPEM: [UInt8]

    /// Makes an authority and an identity, valid for a year around a time.
    /// - Parameters:
    ///   - names: The host names it is for.
    ///   - addresses: The IPv4 addresses it is for, four bytes each.
    ///   - time: The middle of its time.
    /// - Throws: `PassError` when libcrypto fails.
    public init(
        names: [String] = ["localhost"],
        addresses: [[UInt8]] = [[127, 0, 0, 1]],
        validAround time: Date = .now
    ) throws(PassError) {
        let halfYear: TimeInterval = 183 * 86_400
        let (start, end) = (time.addingTimeInterval(-halfYear), time.addingTimeInterval(halfYear))
        let rootKey = try CertificateMint.key(.p256)
        let rootName = CertificateMint.name(commonName: "PassKitTesting Server Root CA", unit: "Testing")
        let root = try CertificateMint(
            subject: rootName,
            key: rootKey,
            notBefore: start,
            notAfter: end,
            extensions: CertificateMint.authorityExtensions(key: rootKey, issuer: rootKey)
        ).certificate(issuer: rootName, issuerKey: rootKey)

        let key = try CertificateMint.key(.p256)
        let alternatives =
            names.flatMap { DER.encode(GeneralName.dnsName, Array($0.utf8)) }
            + addresses.flatMap { DER.encode(GeneralName.ipAddress, $0) }
        let serverAuthentication = DER.objectIdentifier("1.3.6.1.5.5.7.3.1")
        let certificate = try CertificateMint(
            subject: CertificateMint.name(commonName: names.first ?? "server", unit: "Testing"),
            key: key,
            notBefore: start,
            notAfter: end,
            extensions: [
                CertificateMint.extension("2.5.29.19", isCritical: true, DER.sequence()),
                CertificateMint.extension(
                    "2.5.29.15",
                    isCritical: true,
                    CertificateMint.keyUsage(digitalSignature: true)
                ),
                CertificateMint.extension("2.5.29.37", DER.sequence(serverAuthentication)),
                CertificateMint.extension("2.5.29.17", DER.encode(DER.Tag.sequence, alternatives)),
            ] + CertificateMint.keyIdentifiers(key: key, issuer: rootKey)
        ).certificate(issuer: rootName, issuerKey: rootKey)

        self.rootPEM = PEM.encode(root, label: "CERTIFICATE")
        self.certificatePEM = PEM.encode(certificate, label: "CERTIFICATE")
        self.privateKeyPEM = PEM.encode(try CertificateMint.privateKey(key), label: "PRIVATE KEY")
    }

    /// The authority's certificate.
    public var root: PassCertificate {
        get throws(PassError) { try PassCertificate(reading: rootPEM) }
    }
}

/// Tags of the alternative names of a certificate (RFC 5280 section 4.2.1.6).
private enum GeneralName {
    static let dnsName: UInt8 = 0x82
    static let ipAddress: UInt8 = 0x87
}
