/// The authorities that a signature's chain must end at.
///
/// An anchor is a name and a public key (RFC 5280 section 6.1.1 d), so Apple's stand in code without their
/// certificates.
public struct TrustAnchors: Sendable {
    /// Certificates that bear the anchors' names and keys; Apple's are stand-ins whose signatures do not count.
    private(set) var handles: [CertificateHandle]

    /// No anchors: no pass is trusted.
    public init() {
        handles = []
    }

    /// Apple's intermediates that sign, or signed, Pass Type ID certificates.
    public static let apple: TrustAnchors = {
        var anchors = TrustAnchors()
        anchors.handles = AppleAnchor.all.compactMap(\.handle)
        return anchors
    }()

    /// Adds every certificate of a PEM file, or the one of a DER file.
    /// - Throws: ``PassError`` with ``PassError/Code/signingCertificateUnreadable``.
    public mutating func add(reading bytes: some Collection<UInt8>) throws(PassError) {
        let certificates = try PassCertificate.all(in: bytes)
        guard !certificates.isEmpty else {
            throw PassError(
                .signingCertificateUnreadable,
                "The file holds no certificate to trust. Give certificates as PEM or DER."
            )
        }
        for certificate in certificates { add(certificate) }
    }

    /// Adds a certificate.
    public mutating func add(_ certificate: PassCertificate) {
        handles.append(certificate.handle)
    }
}
