/// Rules for certificates, of which ``PassVerifier`` and ``SignerRegistry`` make their findings, and what only the
/// linter tells.
extension FindingRule {
    private static let policy = "Apple, Security framework: SecPolicyCreatePassbookCardSigner"

    static let certificateIssuerMissing = certificate(
        "issuer-missing",
        33,
        "The certificate that issued the signer's is not in the signature.",
        "Devices cannot build the chain to Apple: Wallet refuses the pass."
    )

    static let certificateNoKnownAnchor = FindingRule(
        "certificate.no-known-anchor",
        .warning,
        rule: 34,
        message: "The chain of certificates ends at no known authority.",
        why: "Wallet refuses a pass whose chain does not end at Apple; for development others may be right.",
        mend: "Sign the pass with a certificate from Apple, or add the authority as an anchor if you trust it.",
        source: "\(policy); RFC 5280 section 6"
    )

    static let certificateChain = certificate("chain", 35, "The chain of certificates does not hold: {reason}.")
    static let certificateUsage = certificate(
        "usage",
        36,
        "The certificate is not for passes: its extended key usage …4.14 is missing."
    )
    static let certificateMarker = certificate(
        "marker",
        37,
        "The certificate's marker …6.1.16 and the UID of its subject name different pass types, or none."
    )
    static let certificatePassType = certificate(
        "pass-type",
        38,
        "The pass is of type {type}, the certificate signs {certified type}."
    )

    static let certificateCommonName = FindingRule(
        "certificate.common-name",
        .warning,
        rule: 38,
        message: "The certificate's common name is not that of a certificate for {type}.",
        why: "The name is free text, but Apple writes it by one pattern: something is odd.",
        mend: "Check which certificate signs this pass.",
        source: policy
    )

    static let certificateTeam = certificate(
        "team",
        39,
        "The pass is of team {team}, the certificate of {certified team}."
    )
    static let certificateIssuerMarker = certificate(
        "issuer-marker",
        40,
        "The issuer of the certificate is no intermediate for developers: its marker …6.2.1 is missing."
    )

    static let certificateNotValidAtSigning = FindingRule(
        "certificate.not-valid-at-signing",
        .error,
        rule: 31,
        41,
        message: "The certificate was not valid at the signing time.",
        why: "Wallet refuses the pass.",
        mend: "Renew the certificate at Apple and sign the pass anew.",
        source: policy
    )

    static let certificateExpired = certificate("expired", 41, "A certificate of the chain is not valid at that time.")

    static let certificateExpiredNow = FindingRule(
        "lint.certificate.expired-now",
        .warning,
        rule: 42,
        message: "The certificate of the signature expired on {date}.",
        why: "Passes that are installed live on; devices refuse to add it anew.",
        mend: "Sign the pass with a certificate that is valid.",
        source: Source.apple("PKPassKitError")
    )

    static let certificateWeakKey = certificate(
        "weak-key",
        44,
        "The certificate's key is {kind of key}, which is too weak."
    )
    static let certificateWeak = certificate(
        "weak",
        44,
        "The chain uses a digest or a key that is too weak: {reason}."
    )

    private static func certificate(
        _ code: String,
        _ number: Int,
        _ message: String,
        _ reason: String = "Wallet checks certificates by Apple's policy for passes, and refuses the pass."
    ) -> FindingRule {
        FindingRule(
            "certificate.\(code)",
            .error,
            rule: number,
            message: message,
            why: reason,
            mend: "Sign the pass with its own Pass Type ID certificate from Apple.",
            source: policy
        )
    }

    // MARK: Identities that sign

    static let identityExpired = identity("expired", .error, "expired; nothing can be signed for it")
    static let identityNotYetValid = identity(
        "not-yet-valid",
        .error,
        "is not valid yet; nothing can be signed for it"
    )
    static let identityExpiresThisWeek = identity("expires-within-7-days", .warning, "has {days} days left")
    static let identityExpiresThisMonth = identity("expires-within-30-days", .note, "has {days} days left")

    private static func identity(_ code: String, _ severity: Finding.Severity, _ state: String) -> FindingRule {
        FindingRule(
            "identity.\(code)",
            severity,
            rule: 42,
            message: "The certificate for {type} of team {team} \(state).",
            why: "Passes signed before its end stay; after it nothing can be signed or pushed.",
            mend: "Renew the Pass Type ID certificate at Apple and add it beside the old one.",
            source: "Apple, \"Create Wallet identifiers and certificates\""
        )
    }

    static let certificates: [FindingRule] = [
        .certificateIssuerMissing, .certificateNoKnownAnchor, .certificateChain, .certificateUsage,
        .certificateMarker, .certificatePassType, .certificateCommonName, .certificateTeam,
        .certificateIssuerMarker, .certificateNotValidAtSigning, .certificateExpired, .certificateExpiredNow,
        .certificateWeakKey, .certificateWeak, .identityExpired, .identityNotYetValid, .identityExpiresThisWeek,
        .identityExpiresThisMonth,
    ]
}
