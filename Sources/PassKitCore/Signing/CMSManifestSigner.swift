#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Signs manifests: detached CMS SignedData in DER, SHA-256, with content type, message digest and signing time.
///
/// ```swift
/// let identity = try SigningIdentity(pkcs12: p12, password: password, intermediates: wwdrG4)
/// let signer = try CMSManifestSigner(identity)
/// ```
///
/// Safe to share among tasks: signing takes no lock.
public struct CMSManifestSigner: ManifestSigner {
    enum Key: Sendable {
        case inProcess(PreparedKey)
        case remote(any SigningKey)
    }

    /// The certificate the signatures are made with.
    public let certificate: PassCertificate

    /// The certificate of the authority that issued it.
    package let intermediate: PassCertificate

    let key: Key
    private let encoder: CMSEncoder

    /// Makes a signer whose key is in this process, and lets it sign and verify a probe.
    /// - Throws: ``PassError`` with ``PassError/Code/signingFailed`` when the key does not sign, or what it signs cannot
    ///   be verified.
    public init(_ identity: SigningIdentity) throws(PassError) {
        guard let algorithm = identity.key.algorithm else { throw Self.unknownAlgorithm() }
        let key = try PreparedKey(identity.key)
        certificate = identity.certificate
        intermediate = identity.intermediate
        self.key = .inProcess(key)
        encoder = CMSEncoder(
            certificate: identity.certificate,
            intermediate: identity.intermediate,
            algorithm: algorithm
        )
        try check(key.signature(over: Self.probe), of: Self.probe)
    }

    /// Makes a signer whose key is elsewhere.
    ///
    /// Every signature that comes back is verified before it is used; call ``probe()`` to learn at the start of a
    /// server whether the key can be reached and is the right one.
    /// - Parameters:
    ///   - certificate: The certificate of the key, PEM or DER. A PEM file may hold the intermediate, too.
    ///   - intermediates: Certificates to choose the issuer from, PEM or DER.
    ///   - key: Signs the attributes.
    ///   - time: When the certificate must be valid.
    /// - Throws: ``PassError`` with a code that begins with `signing.` and names the fault.
    public init(
        certificate: some Collection<UInt8>,
        intermediates: some Collection<UInt8>,
        key: some SigningKey,
        validAt time: Date = .now
    ) throws(PassError) {
        let (leaf, others) = try SigningIdentity.certificates(certificate, intermediates)
        if let fault = leaf.signingFault(at: time) { throw fault }
        guard key.algorithm == leaf.signatureAlgorithm else { throw Self.keyMismatch(leaf) }
        let issuer = try SigningIdentity.issuer(of: leaf, among: others, at: time)
        self.certificate = leaf
        self.intermediate = issuer
        self.key = .remote(key)
        self.encoder = CMSEncoder(certificate: leaf, intermediate: issuer, algorithm: key.algorithm)
    }

    /// Lets the key sign, and verifies what it signed with the certificate.
    /// - Throws: ``PassError`` with ``PassError/Code/signingKeyMismatch`` when the signature was made with another key;
    ///   what a remote key throws.
    public func probe() async throws {
        switch key {
        case .inProcess(let key): try check(key.signature(over: Self.probe), of: Self.probe)
        case .remote(let key): try check(await key.signature(over: Self.probe), of: Self.probe)
        }
    }

    /// Signs a manifest.
    /// - Throws: ``PassError`` with ``PassError/Code/signingCertificateExpired`` and the like when the certificate may
    ///   not sign at that time, ``PassError/Code/signingKeyMismatch`` when a remote key signs with another key than the
    ///   certificate's; what a remote key throws.
    public func signature(for manifest: [UInt8], at time: Date) async throws -> [UInt8] {
        try await sign(manifest, at: time).bytes
    }

    /// Signs a manifest without suspending, with a key that is in this process.
    /// - Throws: ``PassError`` with ``PassError/Code/signingFailed`` when the key is elsewhere; otherwise as
    ///   ``signature(for:at:)``.
    public func signatureInProcess(for manifest: [UInt8], at time: Date) throws(PassError) -> [UInt8] {
        try signInProcess(manifest, at: time).bytes
    }

    /// Signs a manifest; of the signature there is a deflated form, too.
    func sign(_ manifest: [UInt8], at time: Date) async throws -> CMSEncoder.Signature {
        switch key {
        case .inProcess:
            return try signInProcess(manifest, at: time)
        case .remote(let key):
            let attributes = try checkedAttributes(of: manifest, at: time)
            let signature = try await key.signature(over: attributes)
            try check(signature, of: attributes)
            return encoder.envelope(signedAttributes: attributes, signature: signature)
        }
    }

    /// The same without suspending.
    func signInProcess(_ manifest: [UInt8], at time: Date) throws(PassError) -> CMSEncoder.Signature {
        guard case .inProcess(let key) = key else {
            throw PassError(.signingFailed, "The key is not in this process. Use the asynchronous function.")
        }
        let attributes = try checkedAttributes(of: manifest, at: time)
        return encoder.envelope(signedAttributes: attributes, signature: try key.signature(over: attributes))
    }

    private func checkedAttributes(of manifest: [UInt8], at time: Date) throws(PassError) -> [UInt8] {
        guard certificate.isValid(at: time) else {
            throw certificate.signingFault(at: time)
                ?? PassError(.signingFailed, "The certificate may not sign at that time. Renew it.")
        }
        return SignedAttributes.encode(digest: try Digest.sha256(manifest), time: time)
    }

    private func check(_ signature: [UInt8], of bytes: [UInt8]) throws(PassError) {
        guard certificate.verifies(signature, of: bytes) else { throw Self.keyMismatch(certificate) }
    }

    /// No DER, so that a signature of it is a signature of nothing.
    private static let probe = Array("PassKitCore probes a signing key.".utf8)

    private static func unknownAlgorithm() -> PassError {
        PassError(.signingWeakKey, "Passes are signed with RSA or P-256 keys. Make a certificate with one.")
    }

    private static func keyMismatch(_ certificate: PassCertificate) -> PassError {
        PassError(
            .signingKeyMismatch,
            "The key signs, but not with the key of the certificate for "
                + "\(certificate.passTypeIdentifier ?? "no pass type"). Name the key that the certificate was requested "
                + "with, and sign with SHA-256 (RSASSA-PKCS1-v1_5, or ECDSA as a DER sequence)."
        )
    }
}
