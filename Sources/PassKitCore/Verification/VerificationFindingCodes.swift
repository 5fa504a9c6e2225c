// What the verifier can find. Docs/Findings.md lists them with what to do.

// MARK: - Manifest

extension Finding.Code {
    /// There is no `manifest.json`, so the pass is not signed.
    public static let manifestMissing = Self("manifest.missing")

    /// A file is not in the manifest.
    public static let manifestFileUnlisted = Self("manifest.file-unlisted")

    /// The manifest lists a file that is not there.
    public static let manifestFileMissing = Self("manifest.file-missing")

    /// A file is not the one that was signed.
    public static let manifestHashMismatch = Self("manifest.hash-mismatch")

    /// The manifest gives something else than a SHA-1 in 40 hexadecimal digits.
    public static let manifestHashMalformed = Self("manifest.hash-malformed")
}

// MARK: - Signature

extension Finding.Code {
    /// There is no signature.
    public static let signatureMissing = Self("signature.missing")

    /// The signature is larger than 64 KiB.
    public static let signatureTooLarge = Self("signature.too-large")

    /// The signature is no CMS in DER or BER.
    public static let signatureMalformed = Self("signature.malformed")

    /// Bytes follow the end of the signature.
    public static let signatureTrailingBytes = Self("signature.trailing-bytes")

    /// The signature is CMS of another type than SignedData.
    public static let signatureNotSignedData = Self("signature.not-signed-data")

    /// The signature is over something else than data.
    public static let signatureContentType = Self("signature.content-type")

    /// The signature has no signer, or more than one.
    public static let signatureSignerCount = Self("signature.signer-count")

    /// The signature carries more than eight certificates.
    public static let signatureCertificateCount = Self("signature.certificate-count")

    /// The signature carries revocation lists.
    public static let signatureRevocationLists = Self("signature.revocation-lists")

    /// The signature announces no digest, more than eight, or another one than its signer uses.
    public static let signatureDigestAlgorithms = Self("signature.digest-algorithms")

    /// The signer uses another digest than SHA-1 or SHA-256.
    public static let signatureDigestAlgorithm = Self("signature.digest-algorithm")

    /// The signer uses another algorithm than RSA PKCS #1 or ECDSA, or one for another digest or key than its own.
    public static let signatureAlgorithm = Self("signature.algorithm")

    /// A signed attribute that Wallet needs is missing: content type, message digest or signing time.
    public static let signatureAttributeMissing = Self("signature.attribute-missing")

    /// A signed attribute is there twice, or has several values.
    public static let signatureAttributeRepeated = Self("signature.attribute-repeated")

    /// A signed attribute has a value of the wrong type, or none.
    public static let signatureAttributeInvalid = Self("signature.attribute-invalid")

    /// The certificate of the signer is not in the signature.
    public static let signatureSignerMissing = Self("signature.signer-certificate-missing")

    /// The manifest is not the one that was signed.
    public static let signatureContentMismatch = Self("signature.content-mismatch")

    /// The signature was not made with the key of the signer's certificate.
    public static let signatureWrong = Self("signature.wrong")

    /// The signature carries a manifest of its own; the one in the archive was checked.
    public static let signatureAttached = Self("signature.attached")

    /// The signing time lies in the future.
    public static let signatureTimeInFuture = Self("signature.time-in-future")
}

// MARK: - Certificate

extension Finding.Code {
    /// The certificate is not for passes: its extended key usage …4.14 is missing.
    public static let certificateUsage = Self("certificate.usage")

    /// The certificate's marker …6.1.16 and the UID of its subject name different pass types, or none.
    public static let certificateMarker = Self("certificate.marker")

    /// The certificate's key is too short, or of a kind that passes are not signed with.
    public static let certificateWeakKey = Self("certificate.weak-key")

    /// The pass is of another type than the certificate signs for.
    public static let certificatePassType = Self("certificate.pass-type")

    /// The pass is of another team than the certificate.
    public static let certificateTeam = Self("certificate.team")

    /// The certificate's common name is not the usual one.
    public static let certificateCommonName = Self("certificate.common-name")

    /// The certificate that issued the signer's is not in the signature.
    public static let certificateIssuerMissing = Self("certificate.issuer-missing")

    /// The issuer of the certificate is no intermediate for developers: its marker …6.2.1 is missing.
    public static let certificateIssuerMarker = Self("certificate.issuer-marker")

    /// The certificate was not valid at the signing time.
    public static let certificateNotValidAtSigning = Self("certificate.not-valid-at-signing")

    /// A certificate of the chain is not valid at the time that is asked for.
    public static let certificateExpired = Self("certificate.expired")

    /// The chain uses a digest or a key that is too weak.
    public static let certificateWeak = Self("certificate.weak")

    /// The chain of certificates does not hold for another reason.
    public static let certificateChain = Self("certificate.chain")

    /// The chain of certificates ends at no known authority.
    public static let certificateNoKnownAnchor = Self("certificate.no-known-anchor")
}

// MARK: - Replacement

extension Finding.Code {
    /// The newer package is of another pass type.
    public static let replacementPassType = Self("replacement.pass-type")

    /// The newer package has another serial number.
    public static let replacementSerialNumber = Self("replacement.serial-number")

    /// The newer package is of another team.
    public static let replacementTeam = Self("replacement.team")

    /// The newer package has another authentication token, or none.
    public static let replacementToken = Self("replacement.token")

    /// The newer package is signed for another pass type or by another team.
    public static let replacementSigner = Self("replacement.signer")
}
