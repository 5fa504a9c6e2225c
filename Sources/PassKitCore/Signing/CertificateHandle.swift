import CPassKitShims

/// Owns one certificate of libcrypto, which is never changed after it was read.
final class CertificateHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes over a reference.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    /// Reads a DER certificate; nil when the bytes are none.
    convenience init?(der: [UInt8]) {
        guard let pointer = passkit_certificate_read(der, der.count) else { return nil }
        self.init(owning: pointer)
    }

    deinit {
        passkit_certificate_release(pointer)
    }

    func part(_ part: Int) -> [UInt8] {
        Shim.bytes { passkit_certificate_part(pointer, Int32(part), $0, $1) } ?? []
    }

    /// The only value of an attribute of the subject, as text.
    func subject(_ attribute: String) -> String? {
        Shim.bytes { passkit_certificate_subject(pointer, attribute, $0, $1) }
            .flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The content of an extension that is there once.
    func `extension`(_ identifier: String) -> [UInt8]? {
        Shim.bytes { passkit_certificate_extension(pointer, identifier, $0, $1) }
    }

    /// Whether the extended key usage names the purpose; nil without that extension.
    func hasUsage(_ purpose: String) -> Bool? {
        switch passkit_certificate_has_usage(pointer, purpose) {
        case 1: true
        case 0: false
        default: nil
        }
    }

    /// Whether it may issue certificates.
    var isAuthority: Bool { passkit_certificate_is_authority(pointer) == 1 }

    func isIssued(by issuer: CertificateHandle) -> Bool {
        passkit_certificate_issued_by(pointer, issuer.pointer) == 1
    }
}

/// The parts of a certificate that can be had in DER, or as plain bytes.
enum CertificatePart {
    static let certificate = PASSKIT_PART_CERTIFICATE
    static let subject = PASSKIT_PART_SUBJECT
    static let issuer = PASSKIT_PART_ISSUER
    static let serial = PASSKIT_PART_SERIAL
    static let publicKey = PASSKIT_PART_PUBLIC_KEY
    static let subjectKeyIdentifier = PASSKIT_PART_SUBJECT_KEY_ID
    static let authorityKeyIdentifier = PASSKIT_PART_AUTHORITY_KEY_ID
}

/// Calls of the shim that fill a buffer: once to learn the length, once more when the first buffer was too small.
enum Shim {
    static func bytes(_ fill: (UnsafeMutablePointer<UInt8>?, Int) -> Int) -> [UInt8]? {
        var room = 512
        while true {
            var length = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                length = fill(buffer.baseAddress, room)
                count = length >= 0 && length <= room ? length : 0
            }
            guard length >= 0 else { return nil }
            guard length > room else { return bytes }
            room = length
        }
    }
}
