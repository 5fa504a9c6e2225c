import CPassKitShims

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension PassCertificate {
    /// Why this certificate may not sign a pass at a time; nil when it may.
    public func signingFault(at time: Date) -> PassError? { signingFaults(at: time).first }

    /// Everything that keeps this certificate from signing a pass at a time; empty when it may.
    public func signingFaults(at time: Date) -> [PassError] {
        var faults: [PassError] = []
        if time > notAfter {
            faults.append(
                PassError(
                    .signingCertificateExpired,
                    "The certificate for \(name) expired on \(day(notAfter)). Renew it at Apple and use the new one."
                )
            )
        }
        if time < notBefore {
            faults.append(
                PassError(
                    .signingCertificateNotYetValid,
                    "The certificate for \(name) is valid from \(day(notBefore)) on. Wait, or set the clock right."
                )
            )
        }
        if !isForPasses {
            faults.append(
                PassError(
                    .signingWrongUsage,
                    "The certificate \(name) is not for passes: the extended key usage 1.2.840.113635.100.4.14 is "
                        + "missing. Make a Pass Type ID certificate at Apple."
                )
            )
        }
        if passTypeIdentifier == nil || !markedIdentifier.isSpelled(as: passTypeIdentifier) {
            faults.append(
                PassError(
                    .signingMarker,
                    "The certificate \(name) names no pass type identifier in its UID, or its marker "
                        + "1.2.840.113635.100.6.1.16 names another one. Make a Pass Type ID certificate at Apple."
                )
            )
        }
        if !hasStrongKey {
            faults.append(
                PassError(
                    .signingWeakKey,
                    "The key of the certificate \(name) is of \(keyType). Use RSA with at least 2048 bits and the "
                        + "exponent 65537, or P-256."
                )
            )
        }
        return faults
    }

    /// Whether a signature of bytes, hashed with SHA-256, was made with the certificate's key.
    func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        passkit_certificate_verify(handle.pointer, bytes, bytes.count, signature, signature.count) == 1
    }

    /// How its key signs; nil for a kind of key that passes are not signed with.
    var signatureAlgorithm: SignatureAlgorithm? {
        switch keyType {
        case .rsa: .rsaPKCS1SHA256
        case .p256: .ecdsaP256SHA256
        case .other: nil
        }
    }

    private var name: String { passTypeIdentifier ?? commonName ?? "without a name" }

    private func day(_ date: Date) -> String {
        String(date.formatted(.iso8601).prefix(10))
    }
}
