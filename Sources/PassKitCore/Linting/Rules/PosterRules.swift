/// Rules for poster event tickets, semantic boarding passes and poster generic passes.
extension FindingRule {
    private static let posterTicket = Source.apple("Creating an event pass using semantic tags")
    private static let airlinePass = Source.apple("Creating an airline boarding pass using semantic tags")
    private static let posterGenericPass = Source.apple("Creating a poster generic pass")

    static let posterWithoutEventTicket = FindingRule(
        "lint.poster.no-event-ticket",
        .error,
        rule: 129,
        message: "The scheme posterEventTicket needs an eventTicket dictionary.",
        why: "Wallet refuses the scheme, and has no style to fall back to.",
        mend: "Add eventTicket, or remove the scheme.",
        source: posterTicket,
        systems: IOSVersionRange(from: 18)
    )

    static let posterTagMissing = FindingRule(
        "lint.poster.tag-missing",
        .error,
        rule: 130,
        message: "A poster event ticket needs the tag {tag}.",
        why: "Wallet draws the classic ticket instead.",
        mend: "Add the tag to semantics.",
        source: posterTicket,
        systems: IOSVersionRange(from: 18)
    )

    static let posterVenueMissing = FindingRule(
        "lint.poster.venue-tag-missing",
        .error,
        rule: 131,
        message: "A poster event ticket needs the tag {tag}.",
        why: "Apple demands it; systems of 2024 drew the poster without it.",
        mend: "Add the tag to semantics.",
        source: posterTicket,
        systems: IOSVersionRange(from: 18)
    )

    static let posterTeamMissing = FindingRule(
        "lint.poster.team-missing",
        .error,
        rule: 132,
        message: "A poster ticket for a sports event needs the tag {tag}.",
        why: "Wallet draws the classic ticket instead.",
        mend: "Add awayTeamAbbreviation and homeTeamAbbreviation to semantics.",
        source: posterTicket,
        systems: IOSVersionRange(from: 18)
    )

    static let posterPerformersMissing = FindingRule(
        "lint.poster.performers-missing",
        .error,
        rule: 133,
        message: "A poster ticket for a live performance needs the tag performerNames.",
        why: "Wallet draws the classic ticket instead.",
        mend: "Add performerNames to semantics.",
        source: posterTicket,
        systems: IOSVersionRange(from: 18)
    )

    static let posterTagRecommended = FindingRule(
        "lint.poster.recommended-tag-missing",
        .warning,
        rule: 134,
        message: "A poster event ticket should have the tag {tag}.",
        why: "The poster or its event guide leaves the place empty.",
        mend: "Add the tag to semantics.",
        source: posterTicket,
        systems: IOSVersionRange(from: 18)
    )

    static let posterArtworkMissing = FindingRule(
        "lint.poster.artwork-missing",
        .error,
        rule: 135,
        message: "A poster event ticket needs an artwork or background image.",
        why: "Without one there is no poster: Wallet draws the classic ticket.",
        mend: "Add artwork@2x.png and artwork@3x.png, and background images for iOS 18 to 26.",
        source: Source.builder,
        systems: IOSVersionRange(from: 18)
    )

    static let posterWithoutEntry = FindingRule(
        "lint.poster.no-entry",
        .error,
        rule: 136,
        message: "A poster event ticket needs nfc or barcodes.",
        why: "Nobody can enter with it: Wallet draws the classic ticket.",
        mend: "Add nfc, and barcodes for iOS 27.",
        source: Source.builder,
        systems: IOSVersionRange(from: 18)
    )

    static let posterWithoutNFC = FindingRule(
        "lint.poster.no-nfc",
        .warning,
        rule: 137,
        message: "The poster event ticket has barcodes, but no nfc.",
        why: "Before iOS 27 Wallet draws posters for tickets with NFC only.",
        mend: "Add nfc, or accept the classic ticket there.",
        source: Source.practice,
        systems: IOSVersionRange(from: 18, before: 27)
    )

    static let posterAuthenticationUnset = FindingRule(
        "lint.poster.authentication-unset",
        .warning,
        rule: 138,
        message: "nfc does not say whether it requires authentication.",
        why: "Apple's own tool demands that poster event tickets do.",
        mend: "Add \"requiresAuthentication\": true or false.",
        source: Source.builder,
        systems: IOSVersionRange(from: 18)
    )

    static let posterWithoutFields = FindingRule(
        "lint.poster.no-fallback-fields",
        .warning,
        rule: 139,
        message: "The poster event ticket has no fields on its face.",
        why: "Systems before iOS 18 show an empty ticket.",
        mend: "Fill headerFields, primaryFields and secondaryFields as for a classic ticket.",
        source: posterTicket,
        systems: IOSVersionRange(before: 18)
    )

    static let posterWithoutImages = FindingRule(
        "lint.poster.no-fallback-images",
        .warning,
        rule: 139,
        message: "The poster event ticket has none of the images of a classic ticket.",
        why: "Systems before iOS 18 show a bare ticket.",
        mend: "Add logo, and strip, thumbnail or background.",
        source: posterTicket,
        systems: IOSVersionRange(before: 18)
    )

    static let posterKeyWithoutScheme = FindingRule(
        "lint.poster.key-without-scheme",
        .warning,
        rule: 140,
        message: "\"{key}\" is for poster event tickets.",
        why: "Wallet ignores it on other passes.",
        mend: "Add posterEventTicket to preferredStyleSchemes, or remove the key.",
        source: posterTicket,
        systems: IOSVersionRange(from: 18)
    )

    static let posterLogoText = FindingRule(
        "lint.poster.logo-text",
        .warning,
        rule: 141,
        message: "There is a logoText, but no eventLogoText.",
        why: "Poster event tickets do not show logoText.",
        mend: "Add eventLogoText.",
        source: posterTicket,
        systems: IOSVersionRange(from: IOSVersion(18, 1))
    )

    static let semanticBoardingPassNotAir = FindingRule(
        "lint.boarding-pass.not-air",
        .error,
        rule: 144,
        message: "The scheme semanticBoardingPass needs a boardingPass with transitType PKTransitTypeAir.",
        why: "Wallet ignores the scheme.",
        mend: "Remove the scheme, or make the pass an airline's boarding pass.",
        source: airlinePass,
        systems: IOSVersionRange(from: 26)
    )

    static let boardingTagMissing = FindingRule(
        "lint.boarding-pass.tag-missing",
        .error,
        rule: 145,
        message: "A semantic boarding pass needs the tag {tag}.",
        why: "Wallet draws the classic boarding pass instead.",
        mend: "Add the tag to semantics.",
        source: airlinePass,
        systems: IOSVersionRange(from: 26)
    )

    static let boardingPlaceMissing = FindingRule(
        "lint.boarding-pass.place-tag-missing",
        .error,
        rule: 145,
        message: "A semantic boarding pass needs the tag {tag}.",
        why: "Apple demands it, and Wallet draws the classic boarding pass; Apple's own tool only warns.",
        mend: "Add the tag to semantics.",
        source: airlinePass,
        systems: IOSVersionRange(from: 26)
    )

    static let passengerNameEmpty = FindingRule(
        "lint.boarding-pass.passenger-name-empty",
        .error,
        rule: 146,
        message: "passengerName has no part that is filled in.",
        why: "The pass names nobody: Wallet draws the classic boarding pass.",
        mend: "Add givenName and familyName.",
        source: Source.builder,
        systems: IOSVersionRange(from: 26)
    )

    static let boardingDateOrder = FindingRule(
        "lint.boarding-pass.date-order",
        .warning,
        rule: 147,
        message: "Boarding, departure and arrival are not in this order.",
        why: "Wallet reckons the boarding time from their distances.",
        mend: "Check the dates and their offsets from UTC.",
        systems: IOSVersionRange(from: 26)
    )

    static let boardingKeyWithoutScheme = FindingRule(
        "lint.boarding-pass.key-without-scheme",
        .warning,
        rule: 150,
        message: "\"{key}\" is for semantic boarding passes.",
        why: "Wallet ignores it on other passes.",
        mend: "Add semanticBoardingPass to preferredStyleSchemes, or remove the key.",
        source: airlinePass,
        systems: IOSVersionRange(from: 26)
    )

    static let posterGenericArtworkMissing = FindingRule(
        "lint.poster-generic.artwork-missing",
        .error,
        rule: 151,
        message: "A poster generic pass needs an artwork image.",
        why: "Without it there is no poster.",
        mend: "Add artwork@2x.png and artwork@3x.png.",
        source: posterGenericPass,
        systems: IOSVersionRange(from: 27)
    )

    static let posterGenericTooManyFields = FindingRule(
        "lint.poster-generic.too-many-fields",
        .warning,
        rule: 152,
        message: "posterGeneric shows at most {count} fields in {group}, and has {number}.",
        why: "Wallet leaves out the surplus.",
        mend: "Move the less important fields to the back.",
        source: posterGenericPass,
        systems: IOSVersionRange(from: 27)
    )

    static let poster: [FindingRule] = [
        .posterWithoutEventTicket, .posterTagMissing, .posterVenueMissing, .posterTeamMissing,
        .posterPerformersMissing, .posterTagRecommended, .posterArtworkMissing, .posterWithoutEntry,
        .posterWithoutNFC, .posterAuthenticationUnset, .posterWithoutFields, .posterWithoutImages,
        .posterKeyWithoutScheme, .posterLogoText, .semanticBoardingPassNotAir, .boardingTagMissing,
        .boardingPlaceMissing, .passengerNameEmpty, .boardingDateOrder, .boardingKeyWithoutScheme,
        .posterGenericArtworkMissing, .posterGenericTooManyFields,
    ]
}
