import CPassKitShims

/// Owns one private key of libcrypto.
///
/// Its bytes are never handed out, and libcrypto clears them when it goes.
package final class PrivateKey: @unchecked Sendable {
    package let pointer: OpaquePointer

    /// Takes over a reference.
    package init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        passkit_key_release(pointer)
    }

    /// Reads a key: PEM or DER, encrypted or not.
    package convenience init(
        reading bytes: some Collection<UInt8>,
        password: Password? = nil
    ) throws(PassError) {
        var pointer: OpaquePointer?
        // Read in place where that is possible; a copy is cleared.
        let outcome =
            bytes.withContiguousStorageIfAvailable { Self.read($0, password, &pointer) }
            ?? Memory.withClearedCopy(of: bytes) { Self.read($0, password, &pointer) }
        guard let pointer else { throw Self.error(Int(outcome)) }
        self.init(owning: pointer)
    }

    /// What it signs with, or nil for a kind of key that passes are not signed with.
    package var algorithm: SignatureAlgorithm? {
        switch Int(passkit_key_type(pointer)) {
        case PASSKIT_KEY_RSA: .rsaPKCS1SHA256
        case PASSKIT_KEY_P256: .ecdsaP256SHA256
        default: nil
        }
    }

    /// Whether its public half is that of a certificate.
    func belongs(to certificate: PassCertificate) -> Bool {
        passkit_certificate_matches_key(certificate.handle.pointer, pointer) == 1
    }

    /// Signs bytes, hashed with SHA-256.
    package func signature(over bytes: [UInt8]) throws(PassError) -> [UInt8] {
        try PreparedKey(self).signature(over: bytes)
    }

    /// Signs bytes, hashed with SHA-256, with RSASSA-PSS, as TLS 1.3 asks of RSA keys.
    package func signaturePSS(over bytes: [UInt8]) throws(PassError) -> [UInt8] {
        // The signature is as long as the modulus.
        let room = (Int(passkit_key_bits(pointer)) + 7) / 8
        var length = 0
        let signature = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            length = passkit_key_sign_pss(pointer, bytes, bytes.count, buffer.baseAddress, room)
            count = max(0, length)
        }
        guard length > 0 else { throw PreparedKey.failure() }
        return signature
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ password: Password?,
        _ pointer: inout OpaquePointer?
    ) -> Int32 {
        guard let password else { return passkit_key_read(bytes.baseAddress, bytes.count, nil, 0, &pointer) }
        return password.withBytes {
            passkit_key_read(bytes.baseAddress, bytes.count, $0.baseAddress, $0.count, &pointer)
        }
    }

    static func error(_ outcome: Int) -> PassError {
        switch outcome {
        case PASSKIT_WRONG_PASSWORD:
            PassError(.signingWrongPassword, "The password does not open the private key. Give the right one.")
        case PASSKIT_PASSWORD_NEEDED:
            PassError(.signingPasswordNeeded, "The private key is encrypted. Give its password.")
        default:
            PassError(
                .signingKeyUnreadable,
                "The bytes hold no private key. Give it as PEM (PKCS#1, SEC 1 or PKCS#8) or DER."
            )
        }
    }
}
