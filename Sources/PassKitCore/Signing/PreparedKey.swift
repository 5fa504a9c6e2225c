import CPassKitShims

/// A private key that is set up to sign, again and again and from several threads at once, without a lock.
final class PreparedKey: @unchecked Sendable {
    // The shim hands a context that is set up to one thread at a time.
    private let pointer: OpaquePointer

    /// The key it was made from.
    let key: PrivateKey
    private let signatureSize: Int

    init(_ key: PrivateKey) throws(PassError) {
        guard let pointer = passkit_signer_create(key.pointer) else { throw Self.failure() }
        self.pointer = pointer
        self.key = key
        // An RSA signature is as long as the modulus, an ECDSA one has at most 72 bytes.
        self.signatureSize = max(72, (Int(passkit_key_bits(key.pointer)) + 7) / 8)
    }

    deinit {
        passkit_signer_release(pointer)
    }

    /// Signs bytes, hashed with SHA-256.
    func signature(over bytes: [UInt8]) throws(PassError) -> [UInt8] {
        var length = 0
        let signature = [UInt8](unsafeUninitializedCapacity: signatureSize) { buffer, count in
            length = passkit_signer_sign(pointer, bytes, bytes.count, buffer.baseAddress, signatureSize)
            count = max(0, length)
        }
        guard length > 0 else { throw Self.failure() }
        return signature
    }

    /// The error of a key that makes no signature.
    static func failure() -> PassError {
        PassError(.signingFailed, "The private key failed to sign. Check that it is whole and of a known kind.")
    }
}
