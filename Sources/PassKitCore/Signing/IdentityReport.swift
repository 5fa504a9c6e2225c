#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What files with credentials hold, and why nothing could be signed with them.
///
/// Whatever can be read is told, and every fault of it at once; ``SigningIdentity`` refuses at the first. Made for
/// people who look at the files they got from Apple or out of Keychain.
///
/// ```swift
/// let report = try IdentityReport(reading: p12, password: password)
/// print(report.certificate.passTypeIdentifier ?? "no pass type", report.maySign)
/// ```
public struct IdentityReport: Sendable {
    /// How the credentials are written.
    public enum Form: String, Sendable, Hashable {
        /// One certificate in DER, such as the `.cer` file from Apple.
        case der
        /// Certificates, and perhaps a key, in PEM.
        case pem
        /// A PKCS#12 file (RFC 7292), as Keychain exports it.
        case pkcs12
    }

    /// How the credentials are written.
    public let form: Form

    /// The certificate that signs.
    public let certificate: PassCertificate

    /// The other certificates that are there, in their order.
    public let others: [PassCertificate]

    /// The certificate among ``others`` that issued ``certificate``, and that goes into signatures.
    public let issuer: PassCertificate?

    /// Whether a private key is there and could be read.
    public let hasKey: Bool

    /// Everything that is worth telling, errors first.
    ///
    /// Errors keep the certificate from signing; what is missing or runs out is a warning or a note.
    public let findings: [Finding]

    /// Whether nothing of what is there would be refused.
    public var maySign: Bool { !findings.contains { $0.severity == .error } }

    /// Whether key and issuer are there, so that nothing more is needed to sign.
    public var isComplete: Bool { hasKey && issuer != nil }

    /// Reads credentials.
    /// - Parameters:
    ///   - bytes: The file: a certificate in DER, PEM, or PKCS#12.
    ///   - key: The private key, when it is in a file of its own: PEM or DER.
    ///   - intermediates: Certificates to choose the issuer from besides those in the file, PEM or DER.
    ///   - password: The password of the PKCS#12 file, or of the key.
    ///   - time: When the certificate must be valid.
    /// - Throws: ``PassError`` with ``PassError/Code/signingCertificateUnreadable``,
    ///   ``PassError/Code/signingPKCS12Unreadable``, ``PassError/Code/signingPKCS12Empty`` or
    ///   ``PassError/Code/signingWrongPassword`` when there is nothing to tell of.
    public init(
        reading bytes: some Collection<UInt8>,
        key: [UInt8]? = nil,
        intermediates: some Collection<UInt8> = [],
        password: Password? = nil,
        at time: Date = .now
    ) throws(PassError) {
        let contents = try Contents(Array(bytes), key, password)
        form = contents.form
        certificate = contents.certificate
        others = try contents.others + (intermediates.isEmpty ? [] : PassCertificate.all(in: intermediates))
        hasKey = contents.key != nil

        var findings = certificate.signingFaults(at: time).map { Finding($0, path: "certificate") }
        if let key = contents.key {
            if !key.belongs(to: certificate) {
                findings.append(Finding(SigningIdentity.keyMismatch(certificate), path: "key"))
            }
        } else {
            findings.append(Self.missingKey(contents.keyError))
        }
        do throws(PassError) {
            issuer = try SigningIdentity.issuer(of: certificate, among: others, at: time)
        } catch {
            issuer = nil
            // Apple and Keychain hand out certificates without their issuer; the wrong issuer is a fault.
            findings.append(Finding(error, others.isEmpty ? .note : .error, path: "intermediate"))
        }
        if time <= certificate.notAfter, let expiry = IdentityExpiry.finding(for: certificate, at: time) {
            findings.append(expiry)
        }
        self.findings = findings.sorted { $0.severity > $1.severity }
    }

    private static func missingKey(_ error: PassError?) -> Finding {
        if let error { return Finding(error, path: "key") }
        return Finding(
            .init(.signingKeyUnreadable),
            .note,
            path: "key",
            message: "No private key is there.",
            remedy: "Give the key that the certificate was requested with, to sign."
        )
    }

    /// What was read, before it is judged.
    private struct Contents {
        let form: Form
        let certificate: PassCertificate
        let others: [PassCertificate]
        let key: PrivateKey?
        let keyError: PassError?

        init(_ bytes: [UInt8], _ separateKey: [UInt8]?, _ password: Password?) throws(PassError) {
            var keyBytes = separateKey
            var included: PrivateKey?
            if PEM.isPEM(bytes) {
                form = .pem
                (certificate, others) = try SigningIdentity.certificates(bytes, [])
                if keyBytes == nil, PEM.holdsKey(bytes) { keyBytes = bytes }
            } else if let single = try? PassCertificate(reading: bytes) {
                form = .der
                (certificate, others) = (single, [])
            } else {
                form = .pkcs12
                let contents = try Self.pkcs12(bytes, password)
                (certificate, others, included) = (contents.certificate, contents.others, contents.key)
            }
            guard let keyBytes else {
                (key, keyError) = (included, nil)
                return
            }
            do throws(PassError) {
                (key, keyError) = (try PrivateKey(reading: keyBytes, password: password), nil)
            } catch {
                (key, keyError) = (nil, error)
            }
        }

        private static func pkcs12(_ bytes: [UInt8], _ password: Password?) throws(PassError) -> PKCS12Contents {
            do throws(PassError) {
                return try PKCS12Contents(reading: bytes, password: password ?? "")
            } catch  where password == nil && error.code == .signingWrongPassword {
                throw PassError(.signingPasswordNeeded, "The PKCS#12 file is encrypted. Give its password.")
            }
        }
    }
}
