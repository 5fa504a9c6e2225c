extension PassError.Code {
    /// The bytes hold no certificate.
    public static let signingCertificateUnreadable = Self("signing.certificate-unreadable")

    /// The bytes hold no private key.
    public static let signingKeyUnreadable = Self("signing.key-unreadable")

    /// The bytes are no PKCS#12 file.
    public static let signingPKCS12Unreadable = Self("signing.pkcs12-unreadable")

    /// The PKCS#12 file lacks the certificate or the key.
    public static let signingPKCS12Empty = Self("signing.pkcs12-empty")

    /// The password does not open the key or the PKCS#12 file.
    public static let signingWrongPassword = Self("signing.wrong-password")

    /// The key is encrypted, and no password was given.
    public static let signingPasswordNeeded = Self("signing.password-needed")

    /// The private key is not that of the certificate.
    public static let signingKeyMismatch = Self("signing.key-mismatch")

    /// The key is too short, or of a type that passes are not signed with.
    public static let signingWeakKey = Self("signing.weak-key")

    /// The certificate is not valid any more.
    public static let signingCertificateExpired = Self("signing.certificate-expired")

    /// The certificate is not valid yet.
    public static let signingCertificateNotYetValid = Self("signing.certificate-not-yet-valid")

    /// The certificate is not one for signing passes: Apple's purpose is missing.
    public static let signingWrongUsage = Self("signing.wrong-usage")

    /// The certificate names no pass type identifier, or its marker names another one.
    public static let signingMarker = Self("signing.marker")

    /// None of the intermediate certificates given issued the certificate.
    public static let signingIntermediateMissing = Self("signing.intermediate-missing")

    /// The intermediate certificate that issued the certificate has expired, or is not valid yet.
    public static let signingIntermediateExpired = Self("signing.intermediate-expired")

    /// The issuer of the certificate is no intermediate for developers.
    public static let signingIntermediateUnsuitable = Self("signing.intermediate-unsuitable")

    /// The certificate signs for another pass type or team than the pass has.
    public static let signingIdentityMismatch = Self("signing.identity-mismatch")

    /// No signing identity for the pass type and team was ever given.
    public static let signingUnknownIdentity = Self("signing.unknown-identity")

    /// Signing identities for the pass type and team are there, but none is valid at that time.
    public static let signingNoValidIdentity = Self("signing.no-valid-identity")

    /// The key failed to sign.
    public static let signingFailed = Self("signing.failed")

    /// The manifest cannot be read.
    public static let signingManifest = Self("signing.manifest")
}
