import CPassKitShims
public import PassKitCore

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A throw-away certificate authority with one pass identity, so that passes can be signed without an Apple account.
///
/// It looks like Apple's: a root, an intermediate with Apple's marker for developer relations, and a certificate with
/// the profile of a Pass Type ID certificate. Wallet does not trust it; `PassVerifier` does, with ``anchors``.
public struct TestAuthority: Sendable {
    /// The kind of the keys.
    public enum KeyKind: Sendable, Hashable {
        /// P-256: fast to make and to sign with.
        case p256
        /// RSA with 2048 bits, as Apple's certificates have.
        case rsa2048
        /// P-384, which Wallet does not take.
        case p384
        /// RSA with 1024 bits, which nothing should accept.
        case rsa1024
        /// RSA with 2048 bits and the exponent 3, which nothing should accept.
        case rsaExponent3
    }

    /// What may be wrong with the identity's certificate, for tests of what refuses it.
    public struct Flaws: OptionSet, Sendable {
        /// The flaws, as bits.
        public let rawValue: Int

        /// Takes flaws as bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The extended key usage lacks Apple's purpose for passes.
        public static let wrongUsage = Flaws(rawValue: 1 << 0)
        /// Apple's marker with the pass type identifier is missing.
        public static let noMarker = Flaws(rawValue: 1 << 1)
        /// The marker names another pass type identifier.
        public static let otherMarker = Flaws(rawValue: 1 << 2)
        /// The subject has no `UID`.
        public static let noUserID = Flaws(rawValue: 1 << 3)
        /// The subject has no `OU`.
        public static let noTeam = Flaws(rawValue: 1 << 4)
        /// The common name names another pass type identifier.
        public static let otherCommonName = Flaws(rawValue: 1 << 5)
        /// The intermediate lacks Apple's marker for developer relations.
        public static let unmarkedIntermediate = Flaws(rawValue: 1 << 6)
        /// The intermediate is no certificate authority.
        public static let intermediateIsNoAuthority = Flaws(rawValue: 1 << 7)
        /// The intermediate had expired when the identity was made.
        public static let expiredIntermediate = Flaws(rawValue: 1 << 8)
        /// The certificate was signed with another key than the intermediate's.
        public static let forged = Flaws(rawValue: 1 << 9)
    }

    /// The pass type identifier the identity signs for.
    public let passTypeIdentifier: String

    /// The team the identity belongs to.
    public let teamIdentifier: String

    /// The root's certificate, in PEM.
    public let rootPEM: [UInt8]

    /// The intermediate's certificate, in PEM.
    public let intermediatePEM: [UInt8]

    /// The identity's certificate, in PEM.
    public let certificatePEM: [UInt8]

    /// The identity's private key, in PEM (PKCS#8, not encrypted).
    public let privateKeyPEM: [UInt8]

    private let key: PrivateKey

    /// Makes an authority and its identity.
    /// - Parameters:
    ///   - passTypeIdentifier: What the identity signs for.
    ///   - teamIdentifier: The team the identity belongs to.
    ///   - keys: The kind of the keys.
    ///   - allowsNFC: Whether the identity may sign passes with `nfc`.
    ///   - time: The middle of the day from which on the identity is valid, which is a year; the authority's
    ///     certificates are valid for years before and after.
    ///   - flaws: What is to be wrong with it.
    /// - Throws: `PassError` when libcrypto fails.
    public init(
        passTypeIdentifier: String = SamplePass.passTypeIdentifier,
        teamIdentifier: String = SamplePass.teamIdentifier,
        keys: KeyKind = .p256,
        allowsNFC: Bool = false,
        validFrom time: Date = .now,
        flaws: Flaws = []
    ) throws(PassError) {
        self.passTypeIdentifier = passTypeIdentifier
        self.teamIdentifier = teamIdentifier
        let day: TimeInterval = 86_400
        let start = time.addingTimeInterval(-day / 2)

        let rootKey = try CertificateMint.key(keys.isWeak ? .rsa2048 : keys)
        let rootName = CertificateMint.name(commonName: "PassKitTesting Root CA", unit: "Certification Authority")
        let root = try CertificateMint(
            subject: rootName,
            key: rootKey,
            notBefore: start.addingTimeInterval(-3650 * day),
            notAfter: start.addingTimeInterval(3650 * day),
            extensions: CertificateMint.authorityExtensions(key: rootKey, issuer: rootKey)
        ).certificate(issuer: rootName, issuerKey: rootKey)

        let intermediateKey = try CertificateMint.key(keys.isWeak ? .rsa2048 : keys)
        let intermediateName = CertificateMint.name(
            // A common name has at most 64 characters (RFC 5280 appendix A.1).
            commonName: "PassKitTesting Developer Relations Certification Authority",
            unit: "G4"
        )
        var extensions = try CertificateMint.authorityExtensions(
            key: intermediateKey,
            issuer: rootKey,
            isAuthority: !flaws.contains(.intermediateIsNoAuthority)
        )
        if !flaws.contains(.unmarkedIntermediate) {
            extensions.append(CertificateMint.extension("1.2.840.113635.100.6.2.1", DER.null))
        }
        let intermediate = try CertificateMint(
            subject: intermediateName,
            key: intermediateKey,
            notBefore: start.addingTimeInterval(-3000 * day),
            notAfter: start.addingTimeInterval(flaws.contains(.expiredIntermediate) ? -day : 3000 * day),
            extensions: extensions
        ).certificate(issuer: rootName, issuerKey: rootKey)

        let key = try CertificateMint.key(keys)
        let certificate = try CertificateMint(
            subject: Self.subject(passTypeIdentifier, teamIdentifier, allowsNFC: allowsNFC, flaws),
            key: key,
            notBefore: start,
            notAfter: start.addingTimeInterval(365 * day),
            extensions: Self.extensions(passTypeIdentifier, key, intermediateKey, allowsNFC: allowsNFC, flaws)
        ).certificate(
            issuer: intermediateName,
            issuerKey: flaws.contains(.forged) ? CertificateMint.key(keys) : intermediateKey
        )

        self.key = key
        self.rootPEM = PEM.encode(root, label: "CERTIFICATE")
        self.intermediatePEM = PEM.encode(intermediate, label: "CERTIFICATE")
        self.certificatePEM = PEM.encode(certificate, label: "CERTIFICATE")
        self.privateKeyPEM = PEM.encode(try CertificateMint.privateKey(key), label: "PRIVATE KEY")
    }

    private static func subject(
        _ type: String,
        _ team: String,
        allowsNFC: Bool,
        _ flaws: Flaws
    ) -> [UInt8] {
        let named = flaws.contains(.otherCommonName) ? "pass.com.example.other" : type
        var attributes: [(StaticString, String)] = []
        if !flaws.contains(.noUserID) { attributes.append(("0.9.2342.19200300.100.1.1", type)) }
        attributes.append(("2.5.4.3", allowsNFC ? "Pass Type ID with NFC: \(named)" : "Pass Type ID: \(named)"))
        if !flaws.contains(.noTeam) { attributes.append(("2.5.4.11", team)) }
        attributes += [("2.5.4.10", "Example"), ("2.5.4.6", "US")]
        return CertificateMint.name(attributes)
    }

    private static func extensions(
        _ type: String,
        _ key: PrivateKey,
        _ issuer: PrivateKey,
        allowsNFC: Bool,
        _ flaws: Flaws
    ) throws(PassError) -> [[UInt8]] {
        let clientAuthentication = DER.objectIdentifier("1.3.6.1.5.5.7.3.2")
        let passSigning = DER.objectIdentifier("1.2.840.113635.100.4.14")
        var extensions =
            try [
                CertificateMint.extension("2.5.29.19", isCritical: true, DER.sequence()),
                CertificateMint.extension(
                    "2.5.29.15",
                    isCritical: true,
                    CertificateMint.keyUsage(digitalSignature: true)
                ),
                CertificateMint.extension(
                    "2.5.29.37",
                    flaws.contains(.wrongUsage)
                        ? DER.sequence(clientAuthentication) : DER.sequence(clientAuthentication, passSigning)
                ),
            ] + CertificateMint.keyIdentifiers(key: key, issuer: issuer)
        if !flaws.contains(.noMarker) {
            let marked = flaws.contains(.otherMarker) ? "pass.com.example.other" : type
            extensions.append(
                CertificateMint.extension(
                    "1.2.840.113635.100.6.1.16",
                    DER.encode(DER.Tag.utf8String, Array(marked.utf8))
                )
            )
        }
        extensions.append(CertificateMint.extension("1.2.840.113635.100.6.3.2", DER.null))
        if allowsNFC { extensions.append(CertificateMint.extension("1.2.840.113635.100.6.1.26", DER.null)) }
        return extensions
    }
}

extension TestAuthority.KeyKind {
    fileprivate var isWeak: Bool { self != .p256 && self != .rsa2048 }
}

// MARK: - Use

extension TestAuthority {
    /// The root as the only anchor.
    public var anchors: TrustAnchors {
        get throws(PassError) {
            var anchors = TrustAnchors()
            try anchors.add(reading: rootPEM)
            return anchors
        }
    }

    /// The identity, checked as any other.
    public func identity(validAt time: Date = .now) throws(PassError) -> SigningIdentity {
        try SigningIdentity(
            certificate: certificatePEM,
            key: privateKeyPEM,
            intermediates: intermediatePEM,
            validAt: time
        )
    }

    /// A signer with the identity.
    public func signer(validAt time: Date = .now) throws(PassError) -> CMSManifestSigner {
        try CMSManifestSigner(identity(validAt: time))
    }

    /// The identity with the intermediate as a PKCS#12 file.
    public func pkcs12(password: String) throws(PassError) -> [UInt8] {
        let certificate = try CertificateMint.handle(certificatePEM)
        let intermediate = try CertificateMint.handle(intermediatePEM)
        defer {
            passkit_certificate_release(certificate)
            passkit_certificate_release(intermediate)
        }
        let others: [OpaquePointer?] = [intermediate]
        return try CertificateMint.bytes {
            passkit_pkcs12_create(password, key.pointer, certificate, others, others.count, $0, $1)
        }
    }
}
