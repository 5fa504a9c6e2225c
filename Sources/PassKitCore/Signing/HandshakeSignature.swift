/// How a key signs in a TLS handshake (RFC 8446 section 4.2.3).
package enum HandshakeAlgorithm: Sendable, Hashable {
    /// RSASSA-PSS with SHA-256, for TLS 1.2 and 1.3.
    case rsaPSSSHA256
    /// RSASSA-PKCS1-v1_5 with SHA-256, for TLS 1.2 only.
    case rsaPKCS1SHA256
    /// ECDSA over P-256 with SHA-256, for TLS 1.2 and 1.3.
    case ecdsaP256SHA256
}

/// Signs the handshake of a TLS client that presents the certificate, as Apple's push service demands of who pushes.
///
/// The key stays where it is, in libcrypto or in a service: it is asked for a signature, and never for its bytes.
extension CMSManifestSigner {
    /// How the key can sign a handshake, the best first.
    package var handshakeAlgorithms: [HandshakeAlgorithm] {
        switch key {
        case .inProcess(let key):
            key.key.algorithm == .ecdsaP256SHA256 ? [.ecdsaP256SHA256] : [.rsaPSSSHA256, .rsaPKCS1SHA256]
        case .remote(let key):
            key.algorithm == .ecdsaP256SHA256 ? [.ecdsaP256SHA256] : [.rsaPKCS1SHA256]
        }
    }

    /// Whether the key is in this process, so that ``handshakeSignatureInProcess(over:by:)`` will do.
    package var isInProcess: Bool {
        if case .inProcess = key { true } else { false }
    }

    /// Signs what a handshake wants signed.
    /// - Throws: ``PassError`` with ``PassError/Code/signingFailed`` for an algorithm that is not one of
    ///   ``handshakeAlgorithms``; what a remote key throws.
    package func handshakeSignature(over bytes: [UInt8], by algorithm: HandshakeAlgorithm) async throws -> [UInt8] {
        guard case .remote(let key) = key else { return try handshakeSignatureInProcess(over: bytes, by: algorithm) }
        guard handshakeAlgorithms.contains(algorithm) else { throw Self.cannotSign() }
        return try await key.signature(over: bytes)
    }

    /// Signs what a handshake wants signed, with a key that is in this process, without suspending.
    package func handshakeSignatureInProcess(
        over bytes: [UInt8],
        by algorithm: HandshakeAlgorithm
    ) throws(PassError) -> [UInt8] {
        guard case .inProcess(let key) = key, handshakeAlgorithms.contains(algorithm) else { throw Self.cannotSign() }
        return try algorithm == .rsaPSSSHA256 ? key.key.signaturePSS(over: bytes) : key.signature(over: bytes)
    }

    private static func cannotSign() -> PassError {
        PassError(.signingFailed, "The key cannot sign a TLS handshake in that way. Offer only what it can.")
    }
}
