/// Rules for the styles of a pass and the schemes it asks for.
extension FindingRule {
    static let styleMissing = FindingRule(
        "lint.style.missing",
        .error,
        rule: 73,
        message: "The pass has no style.",
        why: "Wallet refuses a pass without a style.",
        mend: "Add one of boardingPass, coupon, eventTicket, generic and storeCard, or posterGeneric.",
        source: Source.apple("Pass")
    )

    static let severalStyles = FindingRule(
        "lint.style.several",
        .error,
        rule: 74,
        message: "The pass has several styles: {styles}.",
        why: "Wallet takes one of them, and does not say which.",
        mend: "Keep one; only posterGeneric may stand beside another style.",
        source: Source.guide
    )

    static let styleNotAllowed = FindingRule(
        "lint.style.not-allowed",
        .error,
        message: "The pass is of the style {style}, which is not among those it may have.",
        why: "Whoever lints has said which styles passes may have.",
        mend: "Make the pass in one of those styles, or allow this one."
    )

    static let noFallbackStyle = FindingRule(
        "lint.style.no-fallback",
        .warning,
        rule: 75,
        message: "posterGeneric stands alone.",
        why: "Systems before iOS 27 do not know it, and refuse the pass.",
        mend: "Add generic, storeCard, coupon or eventTicket beside it.",
        source: Source.apple("Creating a poster generic pass"),
        systems: IOSVersionRange(before: 27)
    )

    static let posterWithBoardingPass = FindingRule(
        "lint.style.poster-with-boarding-pass",
        .warning,
        rule: 76,
        message: "posterGeneric stands beside boardingPass.",
        why: "Apple does not list boardingPass among the styles that may: what Wallet shows is not documented.",
        mend: "Use generic, storeCard, coupon or eventTicket beside posterGeneric, or boardingPass alone.",
        source: Source.apple("Creating a poster generic pass"),
        systems: IOSVersionRange(from: 27)
    )

    static let transitTypeMissing = FindingRule(
        "lint.style.transit-type-missing",
        .error,
        rule: 77,
        message: "boardingPass has no transitType.",
        why: "Wallet refuses a boarding pass without it.",
        mend: "Add transitType, such as PKTransitTypeAir or PKTransitTypeTrain.",
        source: Source.apple("PassFields")
    )

    static let transitTypeUnknown = FindingRule(
        "lint.style.transit-type-unknown",
        .error,
        rule: 77,
        message: "Wallet knows no transitType \"{value}\".",
        why: "Wallet refuses the boarding pass.",
        mend: "Use PKTransitTypeAir, PKTransitTypeBoat, PKTransitTypeBus, PKTransitTypeGeneric or PKTransitTypeTrain.",
        source: Source.apple("PassFields")
    )

    static let transitTypeUnused = FindingRule(
        "lint.style.transit-type-unused",
        .error,
        rule: 78,
        message: "transitType stands in {style}.",
        why: "It is for boarding passes only: Wallet does not show it.",
        mend: "Remove transitType, or make the pass a boardingPass.",
        source: Source.apple("PassFields")
    )

    static let schemeUnknown = FindingRule(
        "lint.style.scheme-unknown",
        .error,
        rule: 143,
        message: "Wallet knows no scheme \"{value}\".",
        why: "Wallet ignores it and draws the pass by its style.",
        mend: "Use posterEventTicket and eventTicket, or semanticBoardingPass and boardingPass.",
        source: Source.apple("Pass"),
        systems: IOSVersionRange(from: 18)
    )

    static let schemeMismatch = FindingRule(
        "lint.style.scheme-mismatch",
        .error,
        rule: 143,
        message: "The scheme {scheme} is not one of the pass's style.",
        why: "Wallet cannot draw the pass by it, and draws it by its style.",
        mend: "List only schemes of the style the pass has.",
        source: Source.apple("Pass"),
        systems: IOSVersionRange(from: 18)
    )

    static let fallbackSchemeMissing = FindingRule(
        "lint.style.fallback-scheme-missing",
        .warning,
        rule: 142,
        message: "preferredStyleSchemes names {scheme}, but not {fallback} after it.",
        why: "Apple asks for the classic scheme last, for when the first cannot be satisfied.",
        mend: "List the new scheme first and the classic one second.",
        source: Source.apple("Pass"),
        systems: IOSVersionRange(from: 18)
    )

    static let groupingIgnored = FindingRule(
        "lint.style.grouping-ignored",
        .warning,
        rule: 67,
        message: "groupingIdentifier has no effect on {style}.",
        why: "Wallet groups boarding passes and event tickets only.",
        mend: "Remove groupingIdentifier.",
        source: Source.guide
    )

    static let noBackFields = FindingRule(
        "lint.style.no-back-fields",
        .warning,
        rule: 94,
        message: "The pass has no back fields.",
        why: "Apple asks for the issuer's contact and the terms on the back of every pass.",
        mend: "Add backFields with who to ask about the pass, and how.",
        source: Source.interface
    )

    static let noLogo = FindingRule(
        "lint.style.no-logo",
        .warning,
        rule: 95,
        message: "The pass has neither a logo text nor a logo.",
        why: "Nobody can tell the pass from others in the stack.",
        mend: "Add logoText, or logo@2x.png and logo@3x.png."
    )

    static let style: [FindingRule] = [
        .styleMissing, .severalStyles, .styleNotAllowed, .noFallbackStyle, .posterWithBoardingPass,
        .transitTypeMissing, .transitTypeUnknown, .transitTypeUnused, .schemeUnknown, .schemeMismatch,
        .fallbackSchemeMissing, .groupingIgnored, .noBackFields, .noLogo,
    ]
}
