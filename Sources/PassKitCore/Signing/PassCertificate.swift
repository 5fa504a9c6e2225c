import CPassKitShims

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a certificate says that matters for passes.
///
/// Any certificate can be read; whether it may sign a pass is told by ``signingFault(at:)`` and, for a signature that
/// is there, by ``PassVerifier``. (Apple, "Create Wallet identifiers and certificates"; the profile is that of Apple's
/// `SecPolicyCreatePassbookCardSigner`.)
public struct PassCertificate: Sendable, Hashable {
    let handle: CertificateHandle

    /// The certificate in DER.
    public let der: [UInt8]

    /// The pass type identifier it signs for: the `UID` of the subject.
    public let passTypeIdentifier: String?

    /// The team it belongs to: the `OU` of the subject.
    public let teamIdentifier: String?

    /// The common name of the subject, for people.
    public let commonName: String?

    /// The pass type identifier of Apple's marker, extension 1.2.840.113635.100.6.1.16; it must equal the `UID`.
    public let markedIdentifier: String?

    /// From when on it is valid.
    public let notBefore: Date

    /// Until when it is valid.
    public let notAfter: Date

    /// Reads one certificate, PEM or DER; of several in PEM the first.
    /// - Throws: ``PassError`` with ``PassError/Code/signingCertificateUnreadable``.
    public init(reading bytes: some Collection<UInt8>) throws(PassError) {
        guard let first = try Self.all(in: bytes).first else { throw Self.unreadable() }
        self = first
    }

    /// Reads every certificate of a PEM file, or the one of a DER file.
    /// - Throws: ``PassError`` with ``PassError/Code/signingCertificateUnreadable`` when one is broken; a PEM file
    ///   without certificates gives none.
    public static func all(in bytes: some Collection<UInt8>) throws(PassError) -> [PassCertificate] {
        let ders = PEM.isPEM(bytes) ? PEM.decode(bytes, label: "CERTIFICATE") : [Array(bytes)]
        var certificates: [PassCertificate] = []
        for der in ders {
            guard let handle = CertificateHandle(der: der) else { throw unreadable() }
            certificates.append(PassCertificate(handle))
        }
        return certificates
    }

    init(_ handle: CertificateHandle) {
        self.handle = handle
        self.der = handle.part(CertificatePart.certificate)
        self.passTypeIdentifier = handle.subject(ObjectIdentifier.userID)
        self.teamIdentifier = handle.subject(ObjectIdentifier.organizationalUnit)
        self.commonName = handle.subject(ObjectIdentifier.commonName)
        self.markedIdentifier = handle.extension(ObjectIdentifier.passMarker).flatMap(Self.utf8String)
        self.notBefore = Self.date(passkit_certificate_not_before(handle.pointer))
        self.notAfter = Self.date(passkit_certificate_not_after(handle.pointer))
    }

    /// Equal when the certificates are, byte for byte.
    public static func == (left: PassCertificate, right: PassCertificate) -> Bool {
        left.der == right.der
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(der)
    }

    private static func unreadable() -> PassError {
        PassError(
            .signingCertificateUnreadable,
            "The bytes hold no X.509 certificate. Give a certificate as PEM or DER, such as the .cer file from Apple."
        )
    }

    private static func date(_ seconds: Int64) -> Date {
        seconds == .min ? .distantPast : Date(timeIntervalSince1970: TimeInterval(seconds))
    }

    /// The text of an extension that is a UTF8String, as Apple writes the marker.
    private static func utf8String(_ der: [UInt8]) -> String? {
        guard der.count >= 2, der[0] == DER.Tag.utf8String else { return nil }
        // One byte of length, or 0x81 and one: longer names would have no use.
        let head = der[1] == 0x81 ? 3 : 2
        guard der.count >= head, Int(der[head - 1]) == der.count - head, (der[head - 1] < 0x80) == (head == 2) else {
            return nil
        }
        return String(validating: der.dropFirst(head), as: UTF8.self)
    }
}

// MARK: - Details

extension PassCertificate {
    /// The serial number, in lowercase hexadecimal digits.
    public var serialNumber: String {
        Hex.encode(handle.part(CertificatePart.serial).dropFirst(2))
    }

    /// The SHA-256 of the certificate, in lowercase hexadecimal digits.
    public var fingerprint: String {
        (try? Digest.sha256(der)).map { Hex.encode($0) } ?? ""
    }

    /// The name of its issuer, for people: `CN=…,OU=G4,O=Apple Inc.,C=US` (RFC 4514).
    public var issuer: String {
        Shim.bytes { passkit_certificate_issuer_text(handle.pointer, $0, $1) }.map {
            String(decoding: $0, as: UTF8.self)
        }
            ?? ""
    }

    /// Whether the common name is the one Apple gives to a certificate for ``passTypeIdentifier``.
    ///
    /// The name is free text: that it differs is odd, not wrong.
    public var hasUsualCommonName: Bool {
        guard let type = passTypeIdentifier else { return false }
        return commonName == "Pass Type ID: \(type)" || commonName == "Pass Type ID with NFC: \(type)"
    }

    /// The identifier of its own key (RFC 5280 section 4.2.1.2); empty when it states none.
    public var subjectKeyIdentifier: [UInt8] { handle.part(CertificatePart.subjectKeyIdentifier) }

    /// The identifier of its issuer's key (RFC 5280 section 4.2.1.1); empty when it states none.
    public var authorityKeyIdentifier: [UInt8] { handle.part(CertificatePart.authorityKeyIdentifier) }

    /// The kind of the key.
    public var keyType: KeyType {
        switch Int(passkit_certificate_key_type(handle.pointer)) {
        case PASSKIT_KEY_RSA: .rsa(bits: keyBits)
        case PASSKIT_KEY_P256: .p256
        default: .other
        }
    }

    /// The length of the key: of RSA that of the modulus, in bits.
    var keyBits: Int { Int(passkit_certificate_key_bits(handle.pointer)) }

    /// Whether the key is one that passes are signed with: RSA of 2048 bits or more with an exponent of 65537 or more,
    /// or P-256.
    public var hasStrongKey: Bool { passkit_certificate_key_is_strong(handle.pointer) == 1 }

    /// Whether passes it signs may carry `nfc`: Apple's extension 1.2.840.113635.100.6.1.26 is there.
    public var allowsNFC: Bool { handle.extension(ObjectIdentifier.nfcEntitlement) != nil }

    /// Whether Apple's purpose for signing passes, 1.2.840.113635.100.4.14, is among its extended key usages.
    public var isForPasses: Bool { handle.hasUsage(ObjectIdentifier.passSigning) == true }

    /// Whether it is one of Apple's intermediates for developers, or made like one: extension …6.2.1 is there.
    public var isDeveloperRelations: Bool { handle.extension(ObjectIdentifier.developerRelations) != nil }

    /// Whether it may issue certificates.
    public var isAuthority: Bool { handle.isAuthority }

    /// Whole days until it expires; negative when it has.
    public func daysLeft(at time: Date) -> Int {
        Int((notAfter.timeIntervalSince(time) / 86_400).rounded(.down))
    }

    /// Whether it is valid at a time.
    public func isValid(at time: Date) -> Bool {
        notBefore <= time && time <= notAfter
    }

    /// Whether the other certificate issued this one: names, key identifiers and signature agree.
    public func isIssued(by issuer: PassCertificate) -> Bool {
        handle.isIssued(by: issuer.handle)
    }

    /// The kind of a certificate's key.
    public enum KeyType: Sendable, Hashable, CustomStringConvertible {
        /// RSA, with the length of the modulus.
        case rsa(bits: Int)
        /// Elliptic curve P-256.
        case p256
        /// Anything else, which passes are not signed with.
        case other

        /// For people.
        public var description: String {
            switch self {
            case .rsa(let bits): "RSA \(bits)"
            case .p256: "P-256"
            case .other: "another kind"
            }
        }
    }
}

/// The object identifiers of the profile for passes, in dotted form.
enum ObjectIdentifier {
    static let userID = "0.9.2342.19200300.100.1.1"
    static let organizationalUnit = "2.5.4.11"
    static let commonName = "2.5.4.3"
    static let passMarker = "1.2.840.113635.100.6.1.16"
    static let nfcEntitlement = "1.2.840.113635.100.6.1.26"
    static let developerRelations = "1.2.840.113635.100.6.2.1"
    static let passSigning = "1.2.840.113635.100.4.14"
}
