/// How a key signs.
public enum SignatureAlgorithm: Sendable, Hashable {
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 8.2); the signature is as long as the modulus.
    case rsaPKCS1SHA256
    /// ECDSA over P-256 with SHA-256 (RFC 5753); the signature is the DER SEQUENCE of two integers.
    case ecdsaP256SHA256
}

/// A private key that signs, wherever it is: in this process, in a key management service, in a hardware module.
///
/// ```swift
/// struct CloudKey: SigningKey {
///     let algorithm = SignatureAlgorithm.rsaPKCS1SHA256
///     let client: CloudClient
///     func signature(over bytes: [UInt8]) async throws -> [UInt8] {
///         try await client.sign(digest: SHA256.hash(data: bytes), algorithm: "RSASSA_PKCS1_V1_5_SHA_256")
///     }
/// }
/// ```
public protocol SigningKey: Sendable {
    /// How the key signs.
    var algorithm: SignatureAlgorithm { get }

    /// Signs bytes: the DER of a signature's signed attributes, or what a TLS handshake with Apple's push service wants
    /// signed. The key hashes them with SHA-256.
    func signature(over bytes: [UInt8]) async throws -> [UInt8]
}
