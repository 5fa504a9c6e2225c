import CPassKitShims

/// What a PKCS#12 file holds (RFC 7292).
struct PKCS12Contents {
    let certificate: PassCertificate
    let key: PrivateKey
    let others: [PassCertificate]

    init(reading bytes: [UInt8], password: Password) throws(PassError) {
        var key: OpaquePointer?
        var certificate: OpaquePointer?
        var others = [OpaquePointer?](repeating: nil, count: 16)
        var count = 0
        let room = others.count
        let outcome = password.withBytes { password in
            passkit_pkcs12_read(bytes, bytes.count, password.baseAddress, &key, &certificate, &others, room, &count)
        }
        // Owned at once, so that nothing leaks whatever is thrown below.
        let ownedKey = key.map { PrivateKey(owning: $0) }
        let ownedCertificate = certificate.map { CertificateHandle(owning: $0) }
        let ownedOthers = others.prefix(count).compactMap { $0 }.map { CertificateHandle(owning: $0) }

        guard Int(outcome) != PASSKIT_WRONG_PASSWORD else {
            throw PassError(.signingWrongPassword, "The password does not open the PKCS#12 file. Give the right one.")
        }
        guard Int(outcome) == PASSKIT_OK else {
            throw PassError(
                .signingPKCS12Unreadable,
                "The bytes are no PKCS#12 file, or use algorithms that libcrypto does not have. Export it again."
            )
        }
        guard let ownedKey, let ownedCertificate else {
            throw PassError(
                .signingPKCS12Empty,
                "The PKCS#12 file lacks the certificate or the private key. Export both together."
            )
        }
        self.key = ownedKey
        self.certificate = PassCertificate(ownedCertificate)
        self.others = ownedOthers.map { PassCertificate($0) }
    }
}
