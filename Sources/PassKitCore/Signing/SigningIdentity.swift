#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A certificate with its private key and the intermediate certificate that issued it: what signing a pass takes.
///
/// Making one checks everything that would otherwise show only as Wallet's silence: that the key is the certificate's,
/// that the certificate is for passes and valid, that the intermediate is the one that issued it.
public struct SigningIdentity: Sendable {
    /// The certificate.
    public let certificate: PassCertificate

    /// The certificate of the authority that issued it, which goes into every signature.
    public let intermediate: PassCertificate

    let key: PrivateKey

    /// Reads an identity from a certificate and a key.
    /// - Parameters:
    ///   - certificate: The certificate, PEM or DER. A PEM file may hold the intermediate, too.
    ///   - key: The private key: PEM (PKCS#1, SEC 1, PKCS#8, encrypted or not) or DER.
    ///   - intermediates: Certificates to choose the issuer from, PEM or DER. Give all you have: the right one is told
    ///     by its key identifier, never by its date.
    ///   - password: The password of the key.
    ///   - time: When the certificate must be valid; now, unless you sign for another time.
    /// - Throws: ``PassError`` with a code that begins with `signing.` and names the fault.
    public init(
        certificate: some Collection<UInt8>,
        key: some Collection<UInt8>,
        intermediates: some Collection<UInt8>,
        password: Password? = nil,
        validAt time: Date = .now
    ) throws(PassError) {
        let (leaf, others) = try Self.certificates(certificate, intermediates)
        try self.init(leaf, PrivateKey(reading: key, password: password), others, time)
    }

    /// Reads an identity from a PKCS#12 file (`.p12`), as Keychain exports it or OpenSSL writes it.
    /// - Parameters:
    ///   - bytes: The file.
    ///   - password: Its password; an empty one when it has none.
    ///   - intermediates: Certificates to choose the issuer from besides those in the file, PEM or DER.
    ///   - time: When the certificate must be valid; now, unless you sign for another time.
    /// - Throws: ``PassError`` with a code that begins with `signing.` and names the fault.
    public init(
        pkcs12 bytes: some Collection<UInt8>,
        password: Password,
        intermediates: some Collection<UInt8> = [],
        validAt time: Date = .now
    ) throws(PassError) {
        let contents = try PKCS12Contents(reading: Array(bytes), password: password)
        var others = contents.others
        if !intermediates.isEmpty { others += try PassCertificate.all(in: intermediates) }
        try self.init(contents.certificate, contents.key, others, time)
    }

    init(
        _ certificate: PassCertificate,
        _ key: PrivateKey,
        _ intermediates: [PassCertificate],
        _ time: Date
    ) throws(PassError) {
        guard key.belongs(to: certificate) else { throw Self.keyMismatch(certificate) }
        if let fault = certificate.signingFault(at: time) { throw fault }
        self.certificate = certificate
        self.key = key
        self.intermediate = try Self.issuer(of: certificate, among: intermediates, at: time)
    }

    static func keyMismatch(_ certificate: PassCertificate) -> PassError {
        PassError(
            .signingKeyMismatch,
            "The private key is not that of the certificate for \(certificate.passTypeIdentifier ?? "no pass type"). "
                + "Use the key that the certificate was requested with."
        )
    }

    /// The certificate to sign with, and those to choose its issuer from.
    ///
    /// Of several certificates in one file the first for passes signs: exports do not always put it in front.
    static func certificates(
        _ certificate: some Collection<UInt8>,
        _ intermediates: some Collection<UInt8>
    ) throws(PassError) -> (leaf: PassCertificate, others: [PassCertificate]) {
        var certificates = try PassCertificate.all(in: certificate)
        let place = certificates.firstIndex { $0.isForPasses } ?? 0
        let leaf = try certificates.isEmpty ? PassCertificate(reading: certificate) : certificates.remove(at: place)
        if !intermediates.isEmpty { certificates += try PassCertificate.all(in: intermediates) }
        return (leaf, certificates)
    }

    /// The certificate that issued another one; of several for the same key the one that lasts longest.
    static func issuer(
        of certificate: PassCertificate,
        among candidates: [PassCertificate],
        at time: Date
    ) throws(PassError) -> PassCertificate {
        let issuers = candidates.filter { certificate.isIssued(by: $0) }
        if let issuer = issuers.filter({ $0.isValid(at: time) }).max(by: { $0.notAfter < $1.notAfter }) {
            guard issuer.isDeveloperRelations, issuer.isAuthority else {
                throw PassError(
                    .signingIntermediateUnsuitable,
                    "The certificate that issued that for \(certificate.passTypeIdentifier ?? "no pass type") is none of "
                        + "Apple's intermediates for developers: its marker 1.2.840.113635.100.6.2.1 is missing, or it "
                        + "may not issue certificates. Make a Pass Type ID certificate at Apple."
                )
            }
            return issuer
        }
        guard issuers.isEmpty else {
            throw PassError(
                .signingIntermediateExpired,
                "The intermediate certificate that issued that for "
                    + "\(certificate.passTypeIdentifier ?? "no pass type") has expired or is not valid yet. Give Apple's "
                    + "current certificate for the same key, or renew the Pass Type ID certificate."
            )
        }
        let wanted = Hex.encode(certificate.authorityKeyIdentifier)
        throw PassError(
            .signingIntermediateMissing,
            "None of the \(candidates.count) intermediate certificates given issued the certificate for "
                + "\(certificate.passTypeIdentifier ?? "no pass type"). Add Apple's intermediate whose key identifier is "
                + "\(wanted.isEmpty ? "that of the issuer" : wanted) (for passes: Worldwide Developer Relations G4)."
        )
    }
}
