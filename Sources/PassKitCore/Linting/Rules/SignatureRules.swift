/// Rules for manifest and signature, of which ``PassVerifier`` makes its findings, and what only the linter tells.
extension FindingRule {
    private static let building = Source.apple("Building a pass")
    private static let cms = "RFC 5652"
    private static let signAnew = "Sign the pass anew."
    private static let unusual = "Readers understand such signatures differently; signers for passes make none."

    // MARK: Manifest

    static let manifestMissing = FindingRule(
        "manifest.missing",
        .error,
        rule: 3,
        message: "The pass has no manifest.json, so it is not signed.",
        why: "Wallet refuses a pass that is not signed.",
        mend: "Sign the pass.",
        source: building
    )

    static let manifestFileUnlisted = FindingRule(
        "manifest.file-unlisted",
        .error,
        rule: 22,
        message: "The file is not in the manifest.",
        why: "Whoever passed the pass on could have added it: Wallet refuses the pass.",
        mend: "Sign the pass anew, or remove the file.",
        source: building
    )

    static let manifestFileMissing = FindingRule(
        "manifest.file-missing",
        .error,
        rule: 23,
        message: "The manifest lists the file, but it is not there.",
        why: "Something was taken out after signing: Wallet refuses the pass.",
        mend: "Add the file, or sign the pass anew.",
        source: building
    )

    static let manifestHashMismatch = FindingRule(
        "manifest.hash-mismatch",
        .error,
        rule: 24,
        message: "The file is not the one that was signed: its SHA-1 differs from the manifest.",
        why: "Something was changed after signing: Wallet refuses the pass.",
        mend: signAnew,
        source: building
    )

    static let manifestListsItself = FindingRule(
        "lint.manifest.lists-itself",
        .error,
        rule: 25,
        message: "The manifest lists itself or the signature.",
        why: "Neither can hold its own hash: Wallet refuses the pass.",
        mend: "Leave manifest.json and signature out of the manifest, and sign the pass anew.",
        source: building
    )

    static let manifestHashMalformed = FindingRule(
        "manifest.hash-malformed",
        .error,
        rule: 26,
        message: "The manifest gives no SHA-1 in 40 hexadecimal digits for the file.",
        why: "Wallet cannot check the file, and refuses the pass.",
        mend: signAnew,
        source: building
    )

    static let manifestUppercase = FindingRule(
        "lint.manifest.uppercase-hash",
        .warning,
        rule: 26,
        message: "The manifest spells the hash in capital letters.",
        why: "Apple writes small ones; some readers compare the texts.",
        mend: "Write the hash in small letters, and sign the pass anew.",
        source: building
    )

    // MARK: Signature

    static let signatureMissing = signature(
        "missing",
        4,
        "The pass has no signature.",
        "Wallet refuses a pass that is not signed.",
        mend: "Sign the pass."
    )
    static let signatureNotSignedData = signature(
        "not-signed-data",
        27,
        "The signature is CMS, but not of the type SignedData."
    )
    static let signatureMalformed = signature("malformed", 27, "The signature is no CMS in DER or BER.")
    static let signatureTrailingBytes = signature("trailing-bytes", 27, "Bytes follow the end of the signature.")
    static let signatureContentType = signature("content-type", 27, "The signature is over something else than data.")
    static let signatureCertificateCount = signature(
        "certificate-count",
        27,
        "The signature carries more than eight certificates."
    )
    static let signatureRevocationLists = signature(
        "revocation-lists",
        27,
        "The signature carries revocation lists."
    )
    static let signatureTooLarge = signature("too-large", 27, "The signature is larger than 64 KiB.")

    static let signatureAttached = FindingRule(
        "signature.attached",
        .warning,
        rule: 27,
        message: "The signature carries a manifest of its own; the one in the archive was checked.",
        why: "Apple asks for a detached signature: two manifests in one pass can differ.",
        mend: "Make a detached signature.",
        source: building
    )

    static let signatureWrong = signature(
        "wrong",
        28,
        "The signature was not made with the key of the signer's certificate.",
        "Somebody else signed, or the signature was damaged: Wallet refuses the pass."
    )
    static let signatureContentMismatch = signature(
        "content-mismatch",
        28,
        "The manifest is not the one that was signed.",
        "The manifest was changed after signing: Wallet refuses the pass."
    )
    static let signatureDigestAlgorithm = signature(
        "digest-algorithm",
        28,
        "The signature uses another digest than SHA-1 or SHA-256."
    )
    static let signatureDigestAlgorithms = signature(
        "digest-algorithms",
        28,
        "The signature announces no digest, more than eight, or another one than its signer uses."
    )
    static let signatureAlgorithm = signature(
        "algorithm",
        28,
        "The signature uses another algorithm than RSA PKCS #1 or ECDSA with its digest, or none that fits its key."
    )

    static let signatureAttributeMissing = FindingRule(
        "signature.attribute-missing",
        .error,
        rule: 29,
        30,
        message: "The signature lacks the {attribute}, which Wallet needs.",
        why: "Wallet judges the certificate at the signing time, and refuses a signature without it.",
        mend: "Sign the pass anew, with signed attributes.",
        source: cms
    )
    static let signatureAttributeRepeated = signature(
        "attribute-repeated",
        29,
        "The signature has the {attribute} twice."
    )
    static let signatureAttributeInvalid = signature(
        "attribute-invalid",
        29,
        "The signature has a broken {attribute}."
    )

    static let signatureTimeInFuture = signature(
        "time-in-future",
        31,
        "The signing time lies in the future.",
        "The clock of the signer was wrong: the certificate may not be valid then.",
        mend: "Set the clock right, and sign the pass anew."
    )
    static let signatureSignerMissing = signature(
        "signer-certificate-missing",
        32,
        "The signer's certificate is not in the signature.",
        "Devices have no other place to get it from: Wallet refuses the pass.",
        mend: "Sign the pass anew, including the certificate."
    )

    static let signatureSHA1 = FindingRule(
        "lint.signature.sha1",
        .warning,
        rule: 43,
        message: "The signature uses SHA-1.",
        why: "Devices still take it, but others can forge it with enough effort, and libraries begin to refuse it.",
        mend: "Sign with SHA-256; only the manifest's hashes must be SHA-1.",
        source: "RFC 8933; NIST SP 800-131A"
    )

    static let signatureSignerCount = signature(
        "signer-count",
        45,
        "The signature has no signer, or more than one."
    )

    private static func signature(
        _ code: String,
        _ number: Int,
        _ message: String,
        _ reason: String = unusual,
        mend remedy: String = signAnew
    ) -> FindingRule {
        FindingRule(
            "signature.\(code)",
            .error,
            rule: number,
            message: message,
            why: reason,
            mend: remedy,
            source: "\(building); \(cms)"
        )
    }

    static let bundleRepeatedPass = FindingRule(
        "lint.bundle.repeated-pass",
        .warning,
        rule: 20,
        message: "The bundle holds the pass of {name}, too: both have one type and serial number.",
        why: "Wallet keeps one of the two.",
        mend: "Remove one, or give each a serial number of its own."
    )

    static let signing: [FindingRule] = [
        .manifestMissing, .manifestFileUnlisted, .manifestFileMissing, .manifestHashMismatch, .manifestListsItself,
        .manifestHashMalformed, .manifestUppercase, .signatureMissing, .signatureNotSignedData, .signatureMalformed,
        .signatureTrailingBytes, .signatureContentType, .signatureCertificateCount, .signatureRevocationLists,
        .signatureTooLarge, .signatureAttached, .signatureWrong, .signatureContentMismatch,
        .signatureDigestAlgorithm, .signatureDigestAlgorithms, .signatureAlgorithm, .signatureAttributeMissing,
        .signatureAttributeRepeated, .signatureAttributeInvalid, .signatureTimeInFuture, .signatureSignerMissing,
        .signatureSHA1, .signatureSignerCount, .bundleRepeatedPass,
    ]
}
