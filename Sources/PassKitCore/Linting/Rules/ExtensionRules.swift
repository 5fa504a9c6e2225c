/// Rules for featured actions, upcoming events and the form of a reward programme.
extension FindingRule {
    private static let actions = Source.apple("Pass.FeaturedActions")
    private static let upcomingEntry = Source.apple("Pass.UpcomingPassInformationEntry")
    private static let personalize = Source.apple("Personalize")

    static let actionKeyMissing = FindingRule(
        "lint.action.key-missing",
        .error,
        rule: 153,
        message: "The featured action has no {key}.",
        why: "Wallet does not show the action.",
        mend: "Add identifier and type.",
        source: Source.builder,
        systems: IOSVersionRange(from: 27)
    )

    static let actionRepeated = FindingRule(
        "lint.action.identifier-repeated",
        .error,
        rule: 153,
        message: "Another featured action has the identifier \"{identifier}\", too.",
        why: "Wallet cannot tell the actions apart.",
        mend: "Give each action an identifier of its own.",
        source: Source.builder,
        systems: IOSVersionRange(from: 27)
    )

    static let tooManyActions = FindingRule(
        "lint.action.too-many",
        .warning,
        rule: 154,
        message: "There are {count} featured actions.",
        why: "Wallet shows the first two.",
        mend: "Put the two that matter most in front.",
        source: actions,
        systems: IOSVersionRange(from: 27)
    )

    static let actionTypeUnknown = FindingRule(
        "lint.action.type-unknown",
        .warning,
        rule: 154,
        message: "Wallet knows no type of action \"{value}\".",
        why: "Wallet does not show the action.",
        mend: "Use one of Apple's types, such as shop or call.",
        source: actions,
        systems: IOSVersionRange(from: 27)
    )

    static let actionURL = FindingRule(
        "lint.action.url",
        .warning,
        rule: 154,
        message: "The action's url is missing or no URL.",
        why: "The action has nothing to open.",
        mend: "Write the whole URL with its scheme.",
        source: actions,
        systems: IOSVersionRange(from: 27)
    )

    static let upcomingKeyMissing = FindingRule(
        "lint.upcoming.key-missing",
        .error,
        rule: 155,
        message: "The upcoming event has no {key}.",
        why: "Wallet does not show the event.",
        mend: "Add type, identifier and name.",
        source: upcomingEntry,
        systems: IOSVersionRange(from: 26)
    )

    static let upcomingTypeUnknown = FindingRule(
        "lint.upcoming.type-unknown",
        .error,
        rule: 155,
        message: "\"{value}\" is no type of an upcoming pass.",
        why: "Wallet knows the type event only.",
        mend: "Write \"type\": \"event\".",
        source: upcomingEntry,
        systems: IOSVersionRange(from: 26)
    )

    static let upcomingRepeated = FindingRule(
        "lint.upcoming.identifier-repeated",
        .error,
        rule: 155,
        message: "Another upcoming event has the identifier \"{identifier}\", too.",
        why: "Wallet cannot tell the events apart.",
        mend: "Give each event an identifier of its own.",
        source: upcomingEntry,
        systems: IOSVersionRange(from: 26)
    )

    static let upcomingWithoutScheme = FindingRule(
        "lint.upcoming.no-scheme",
        .error,
        rule: 156,
        message: "upcomingPassInformation needs the scheme posterEventTicket.",
        why: "Wallet lists upcoming events on poster event tickets only.",
        mend: "Add posterEventTicket to preferredStyleSchemes.",
        source: Source.practice,
        systems: IOSVersionRange(from: 26)
    )

    static let imageURLInvalid = FindingRule(
        "lint.upcoming.image-url",
        .error,
        rule: 157,
        message: "The image's URL is missing or not https.",
        why: "Wallet does not load the image.",
        mend: "Write a URL that begins with https://.",
        source: upcomingEntry,
        systems: IOSVersionRange(from: 26)
    )

    static let imageHashInvalid = FindingRule(
        "lint.upcoming.image-hash",
        .error,
        rule: 157,
        message: "The image's SHA256 is missing or not 64 hexadecimal digits.",
        why: "Wallet cannot check the image, and does not show it.",
        mend: "Write the SHA-256 of the image's bytes in hexadecimal digits.",
        source: upcomingEntry,
        systems: IOSVersionRange(from: 26)
    )

    static let imageTooLarge = FindingRule(
        "lint.upcoming.image-size",
        .error,
        rule: 157,
        message: "The image has {size} bytes.",
        why: "Wallet loads no image beyond 2 MB (2,097,152 bytes).",
        mend: "Make the image smaller.",
        source: upcomingEntry,
        systems: IOSVersionRange(from: 26)
    )

    static let upcomingWithoutDate = FindingRule(
        "lint.upcoming.no-date",
        .warning,
        rule: 158,
        message: "The upcoming event has no dateInformation.",
        why: "Wallet shows its date as not yet known.",
        mend: "Add dateInformation, unless that is meant.",
        source: upcomingEntry,
        systems: IOSVersionRange(from: 26)
    )

    static let upcomingWithoutBackFields = FindingRule(
        "lint.upcoming.no-back-fields",
        .warning,
        rule: 158,
        message: "The upcoming event has no backFields.",
        why: "Wallet is known to show its details only where there are some.",
        mend: "Add backFields.",
        source: Source.practice,
        systems: IOSVersionRange(from: 26)
    )

    static let personalizationKeyMissing = FindingRule(
        "lint.personalization.key-missing",
        .error,
        rule: 164,
        message: "personalization.json has no {key}, or an empty one.",
        why: "Wallet cannot show the form.",
        mend: "Add description and requiredPersonalizationFields.",
        source: personalize,
        systems: IOSVersionRange(from: 10)
    )

    static let personalizationFieldUnknown = FindingRule(
        "lint.personalization.field-unknown",
        .error,
        rule: 164,
        message: "Wallet cannot ask for \"{value}\".",
        why: "Wallet cannot show the form.",
        mend: "Use PKPassPersonalizationFieldName, …PostalCode, …EmailAddress and …PhoneNumber.",
        source: personalize,
        systems: IOSVersionRange(from: 10)
    )

    static let personalizationWithoutNFC = FindingRule(
        "lint.personalization.no-nfc",
        .error,
        rule: 165,
        message: "There is a personalization.json, but no nfc.",
        why: "Only reward passes with NFC can be personalized: Wallet shows no form.",
        mend: "Add nfc, or remove personalization.json.",
        source: Source.practice,
        systems: IOSVersionRange(from: 10)
    )

    static let personalizationWithoutLogo = FindingRule(
        "lint.personalization.no-logo",
        .error,
        rule: 165,
        message: "There is a personalization.json, but no personalizationLogo image.",
        why: "The form has a place for the logo: Wallet shows no form without it.",
        mend: "Add personalizationLogo@2x.png and personalizationLogo@3x.png.",
        source: Source.practice,
        systems: IOSVersionRange(from: 10)
    )

    static let extensions: [FindingRule] = [
        .actionKeyMissing, .actionRepeated, .tooManyActions, .actionTypeUnknown, .actionURL, .upcomingKeyMissing,
        .upcomingTypeUnknown, .upcomingRepeated, .upcomingWithoutScheme, .imageURLInvalid, .imageHashInvalid,
        .imageTooLarge, .upcomingWithoutDate, .upcomingWithoutBackFields, .personalizationKeyMissing,
        .personalizationFieldUnknown, .personalizationWithoutNFC, .personalizationWithoutLogo,
    ]
}
