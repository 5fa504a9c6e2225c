/// Rules for what replaces an older version of a pass: what may not change, and what changes without effect.
extension FindingRule {
    private static let updating = Source.apple("Adding a web service to update passes")
    private static let fieldContent = Source.apple("PassFieldContent")

    // MARK: What may not change

    static let replacementPassType = replacement("pass-type", "passTypeIdentifier")
    static let replacementSerialNumber = replacement("serial-number", "serialNumber")
    static let replacementTeam = replacement("team", "teamIdentifier")
    static let replacementToken = replacement("token", "authenticationToken")

    static let replacementSigner = FindingRule(
        "replacement.signer",
        .error,
        rule: 72,
        message: "The packages are signed for different pass types or by different teams.",
        why: "Devices take an update from the issuer of the pass only.",
        mend: "Sign with a certificate of the same pass type and team; a renewed one is fine.",
        source: updating
    )

    private static func replacement(_ name: String, _ key: String) -> FindingRule {
        FindingRule(
            "replacement.\(name)",
            .error,
            rule: 72,
            message: "\(key) is missing, or is not that of the older package.",
            why: "Devices would hold two passes, or could not load updates any more.",
            mend: "Keep it as it was, or issue a new pass instead of an update.",
            source: updating
        )
    }

    static let updates: [FindingRule] = [
        .replacementSerialNumber, .replacementPassType, .replacementToken, .replacementTeam, .replacementSigner,
        .otherScales,
    ]

    // MARK: What changes without effect, or not for everybody

    static let otherScales = FindingRule(
        "update.other-scales",
        .warning,
        message: "The part \"{part}\" replaces {name}, but {others} stay as they were.",
        why: "Devices with another display go on showing the old image.",
        mend: "Send the image in every scale the pass has."
    )

    static let changedHiddenImage = FindingRule(
        "difference.hidden-image",
        .warning,
        message: "{name} stands at the root, in front of the image for one language that changed.",
        why: "An image at the root wins over those for languages: nobody sees the change.",
        mend: "Change or remove the image at the root.",
        source: Source.guide
    )

    static let changedLocalizedImage = FindingRule(
        "difference.localized-image",
        .note,
        message: "The image for one language changed.",
        why: "Devices that have the pass may go on showing the old image for a language.",
        mend: "Put an image that changes at the root, for all languages.",
        source: Source.apple("Creating the source for a pass")
    )

    static let changedHiddenColor = FindingRule(
        "difference.hidden-color",
        .note,
        message: "{key} changed, but {reason}.",
        why: "Wallet shows other colours than the one that changed.",
        mend: "Leave the colour as it was, or remove what hides it.",
        source: Source.apple("Pass")
    )

    static let changedOldBarcode = FindingRule(
        "difference.old-barcode",
        .warning,
        message: "barcode changed, and barcodes did not.",
        why: "Since iOS 9 devices show the code of barcodes, and that is the old one.",
        mend: "Change barcodes, too.",
        source: Source.apple("Pass.Barcodes")
    )

    static let changedFallback = FindingRule(
        "difference.fallback-only",
        .note,
        message: "This is shown where the pass is not drawn as {scheme}.",
        why: "The poster or semantic pass is drawn from its semantic tags: newer devices do not show the change.",
        mend: "Change the semantic tags that say the same, too.",
        source: Source.apple("Pass"),
        systems: IOSVersionRange(from: 18)
    )

    static let changedNewField = FindingRule(
        "difference.new-field",
        .note,
        message: "The field is new, and has a changeMessage.",
        why: "There is no old value to differ from, so Wallet shows no message this time.",
        mend: "Ship the field from the first version on, with an empty value.",
        source: fieldContent
    )

    static let changedHiddenValue = FindingRule(
        "difference.hidden-value",
        .warning,
        message: "The value changed, and attributedValue did not.",
        why: "Where there is an attributedValue, only watches show the value.",
        mend: "Change attributedValue, too.",
        source: fieldContent
    )

    static let changedTranslation = FindingRule(
        "difference.translated-value",
        .note,
        message: "What stands for the value in {languages} changed, and the value did not.",
        why:
            "Wallet compares the values of pass.json; that it shows a message for a new translation is not documented.",
        mend: "Write another key or the text itself as the value.",
        source: fieldContent
    )

    /// What differences find, besides what the linter says of the places that changed.
    static let differences: [FindingRule] = [
        .changedHiddenImage, .changedLocalizedImage, .changedHiddenColor, .changedOldBarcode, .changedFallback,
        .changedNewField, .changedHiddenValue, .changedTranslation,
    ]

    /// What the linter says of things that Wallet does not take notice of.
    static let ignoring: [FindingRule] = [
        .unknownKey, .misspelledKey, .unknownTag, .misspelledTag, .tagNotForStyle, .tagWordUnknown, .tagWrongType,
        .unknownFile, .imageUnused, .groupUnused, .rowIgnored, .alignmentUnknown, .alignmentNotAllowed,
        .detectorsIgnored, .changeMessageWithoutPlaceholder, .transitTypeUnused, .schemeUnknown, .schemeMismatch,
        .groupingIgnored, .storeIdentifiersMissing, .tooManyLocations, .locationInvalid, .tooManyBeacons,
        .maxDistance, .relevantDateIgnored, .relevantDateMissing, .intervalOpen, .posterKeyWithoutScheme,
        .posterLogoText, .boardingKeyWithoutScheme, .semanticBoardingPassNotAir, .upcomingWithoutScheme,
        .actionTypeUnknown, .actionKeyMissing, .tooManyActions, .upcomingKeyMissing, .upcomingTypeUnknown,
    ]
}
