import CPassKitShims
import PassKitCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes certificates (RFC 5280 section 4.1), right ones and deliberately wrong ones.
struct CertificateMint {
    let subject: [UInt8]
    let key: PrivateKey
    let notBefore: Date
    let notAfter: Date
    let extensions: [[UInt8]]
    /// Whether the issuer signs with SHA-1, as Apple's first intermediate did.
    var usesSHA1 = false

    /// The certificate in DER, signed by the issuer's key.
    func certificate(issuer: [UInt8], issuerKey: PrivateKey) throws(PassError) -> [UInt8] {
        let isEC = issuerKey.algorithm == .ecdsaP256SHA256
        let algorithm =
            switch (isEC, usesSHA1) {
            case (true, false): DER.sequence(DER.objectIdentifier("1.2.840.10045.4.3.2"))
            case (true, true): DER.sequence(DER.objectIdentifier("1.2.840.10045.4.1"))
            case (false, false): DER.sequence(DER.objectIdentifier("1.2.840.113549.1.1.11"), DER.null)
            case (false, true): DER.sequence(DER.objectIdentifier("1.2.840.113549.1.1.5"), DER.null)
            }
        let toBeSigned = DER.sequence(
            DER.encode(DER.Tag.context(0), DER.integer(2)),
            DER.integer(unsigned: RandomBytes.system(12)),
            algorithm,
            issuer,
            DER.sequence(DER.time(notBefore), DER.time(notAfter)),
            subject,
            try Self.publicKey(key),
            DER.encode(DER.Tag.context(3), DER.encode(DER.Tag.sequence, Array(extensions.joined())))
        )
        let signature =
            try usesSHA1
            ? Self.signature(toBeSigned, issuerKey, usesSHA1: true) : issuerKey.signature(over: toBeSigned)
        return DER.sequence(toBeSigned, algorithm, DER.encode(DER.Tag.bitString, [0] + signature))
    }

    // MARK: Keys

    static func key(_ kind: TestAuthority.KeyKind) throws(PassError) -> PrivateKey {
        let pointer =
            switch kind {
            case .p256: passkit_key_generate_ec("P-256")
            case .p384: passkit_key_generate_ec("P-384")
            case .rsa2048: passkit_key_generate_rsa(2048, 65537)
            case .rsa1024: passkit_key_generate_rsa(1024, 65537)
            case .rsaExponent3: passkit_key_generate_rsa(2048, 3)
            }
        guard let pointer else { throw failure() }
        return PrivateKey(owning: pointer)
    }

    /// What a key of any kind signs, hashed with SHA-256 or SHA-1.
    static func signature(
        _ bytes: [UInt8],
        _ key: PrivateKey,
        usesSHA1: Bool = false
    ) throws(PassError) -> [UInt8] {
        try Self.bytes { passkit_key_sign_any(key.pointer, usesSHA1 ? 1 : 0, bytes, bytes.count, $0, $1) }
    }

    static func publicKey(_ key: PrivateKey) throws(PassError) -> [UInt8] {
        try bytes { passkit_key_public_der(key.pointer, $0, $1) }
    }

    static func privateKey(_ key: PrivateKey) throws(PassError) -> [UInt8] {
        try bytes { passkit_key_private_der(key.pointer, $0, $1) }
    }

    // MARK: Parts

    static func name(commonName: String, unit: String) -> [UInt8] {
        name([("2.5.4.3", commonName), ("2.5.4.11", unit), ("2.5.4.10", "Example"), ("2.5.4.6", "US")])
    }

    static func name(_ attributes: [(StaticString, String)]) -> [UInt8] {
        DER.encode(
            DER.Tag.sequence,
            attributes.flatMap { attribute, value in
                DER.set([
                    DER.sequence(
                        DER.objectIdentifier(attribute),
                        DER.encode(DER.Tag.utf8String, Array(value.utf8))
                    )
                ])
            }
        )
    }

    static func `extension`(_ identifier: StaticString, isCritical: Bool = false, _ content: [UInt8]) -> [UInt8] {
        let critical = isCritical ? DER.encode(DER.Tag.boolean, [0xFF]) : []
        return DER.sequence(
            DER.objectIdentifier(identifier),
            critical,
            DER.encode(DER.Tag.octetString, content)
        )
    }

    static func keyUsage(digitalSignature: Bool) -> [UInt8] {
        // digitalSignature is bit 0; keyCertSign and cRLSign are bits 5 and 6.
        DER.encode(DER.Tag.bitString, digitalSignature ? [7, 0x80] : [1, 0x06])
    }

    static func authorityExtensions(
        key: PrivateKey,
        issuer: PrivateKey,
        isAuthority: Bool = true
    ) throws(PassError) -> [[UInt8]] {
        let constraints = isAuthority ? DER.sequence(DER.encode(DER.Tag.boolean, [0xFF])) : DER.sequence()
        return try [
            `extension`("2.5.29.19", isCritical: true, constraints),
            `extension`("2.5.29.15", isCritical: true, keyUsage(digitalSignature: !isAuthority)),
        ] + keyIdentifiers(key: key, issuer: issuer)
    }

    static func keyIdentifiers(key: PrivateKey, issuer: PrivateKey) throws(PassError) -> [[UInt8]] {
        let own = try identifier(of: key)
        let issuers = try identifier(of: issuer)
        return [
            `extension`("2.5.29.14", DER.encode(DER.Tag.octetString, own)),
            `extension`("2.5.29.35", DER.sequence(DER.encode(0x80, issuers))),
        ]
    }

    private static func identifier(of key: PrivateKey) throws(PassError) -> [UInt8] {
        Array(try Digest.sha256(publicKey(key)).prefix(20))
    }

    // MARK: Shim

    static func handle(_ pem: [UInt8]) throws(PassError) -> OpaquePointer {
        guard let der = PEM.decode(pem, label: "CERTIFICATE").first,
            let pointer = passkit_certificate_read(der, der.count)
        else { throw failure() }
        return pointer
    }

    static func bytes(_ fill: (UnsafeMutablePointer<UInt8>?, Int) -> Int) throws(PassError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 8192)
        let room = bytes.count
        let length = bytes.withUnsafeMutableBufferPointer { fill($0.baseAddress, room) }
        guard length > 0, length <= room else { throw failure() }
        return Array(bytes[..<length])
    }

    static func failure() -> PassError {
        PassError(.cryptoUnavailable, "libcrypto cannot make a key or a certificate. Check its configuration.")
    }
}
