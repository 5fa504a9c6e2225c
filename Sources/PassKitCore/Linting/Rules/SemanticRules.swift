/// Rules for semantic tags.
extension FindingRule {
    static let unknownTag = FindingRule(
        "lint.semantics.unknown-tag",
        .warning,
        rule: 120,
        message: "The system knows no key \"{key}\" in {object}.",
        why: "The system ignores it.",
        mend: "Remove it, or use a tag that Apple documents.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 12)
    )

    static let misspelledTag = FindingRule(
        "lint.semantics.misspelled-tag",
        .warning,
        rule: 120,
        message: "The system knows no key \"{key}\" in {object}. Did you mean \"{known key}\"?",
        why: "The system ignores a misspelled tag.",
        mend: "Spell the tag as Apple does.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 12)
    )

    static let builderSpelling = FindingRule(
        "lint.semantics.builder-spelling",
        .warning,
        rule: 120,
        message: "\"{key}\" is what Apple's Pass Builder writes for \"{documented key}\".",
        why: "The documentation names the other: which of them Wallet reads is not known.",
        mend: "Write the documented tag, too.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 26)
    )

    static let tagWrongType = FindingRule(
        "lint.semantics.wrong-type",
        .error,
        rule: 121,
        message: "The tag must be {type}, and is {type found}.",
        why: "The system drops a tag of another type.",
        mend: "Write the value as the type named.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 12)
    )

    static let tagWordUnknown = FindingRule(
        "lint.semantics.word-unknown",
        .error,
        rule: 122,
        message: "The system knows no word \"{value}\" here.",
        why: "The system ignores the tag.",
        mend: "Use one of the words that Apple documents for the tag.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 12)
    )

    static let placeIncomplete = FindingRule(
        "lint.semantics.location-incomplete",
        .error,
        rule: 123,
        message: "The location has no latitude within ±90 and longitude within ±180.",
        why: "The system cannot tell where it is.",
        mend: "Write both as numbers in degrees.",
        source: Source.apple("SemanticTagType.Location"),
        systems: IOSVersionRange(from: 12)
    )

    static let wifiIncomplete = FindingRule(
        "lint.semantics.wifi-incomplete",
        .error,
        rule: 123,
        message: "The network has no {key}.",
        why: "Devices cannot join it.",
        mend: "Write ssid and password.",
        source: Source.apple("SemanticTagType.WifiNetwork"),
        systems: IOSVersionRange(from: 12)
    )

    static let tagNotForStyle = FindingRule(
        "lint.semantics.not-for-style",
        .warning,
        rule: 124,
        message: "The tag is for {kind}.",
        why: "The system ignores it on other passes.",
        mend: "Remove it, or check the style of the pass.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 12)
    )

    static let timeZoneUnknown = FindingRule(
        "lint.semantics.time-zone",
        .warning,
        rule: 125,
        message: "The IANA database has no time zone \"{value}\".",
        why: "Wallet shows the times in another zone.",
        mend: "Write a name such as Europe/Berlin.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 18)
    )

    static let tagConflict = FindingRule(
        "lint.semantics.conflict",
        .warning,
        rule: 126,
        message: "{tag} has another value at {place}.",
        why: "The place of a tag does not matter to the system: which value it takes is not documented.",
        mend: "Write the tag once.",
        systems: IOSVersionRange(from: 12)
    )

    static let eventOrder = FindingRule(
        "lint.semantics.event-order",
        .warning,
        rule: 127,
        message: "eventEndDate is before eventStartDate.",
        why: "The system cannot place the event in a calendar.",
        mend: "Exchange the dates, or mend their offsets from UTC.",
        source: Source.builder,
        systems: IOSVersionRange(from: 12)
    )

    static let flightCode = FindingRule(
        "lint.semantics.flight-code",
        .warning,
        rule: 128,
        message: "flightCode is not airlineCode and flightNumber together.",
        why: "The system looks a flight up by them, and finds another or none.",
        mend: "Write, for the airline EX and the flight 123, the code EX123.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 12)
    )

    static let airportCode = FindingRule(
        "lint.semantics.airport-code",
        .warning,
        rule: 148,
        message: "\"{value}\" is no airport code.",
        why: "The system finds no airport by it.",
        mend: "Write the three letters of IATA, such as SFO.",
        systems: IOSVersionRange(from: 12)
    )

    static let airlineCode = FindingRule(
        "lint.semantics.airline-code",
        .warning,
        rule: 148,
        message: "\"{value}\" is no airline code.",
        why: "The system finds no flight by it.",
        mend: "Write the two or three characters of IATA or ICAO, such as LH.",
        systems: IOSVersionRange(from: 12)
    )

    static let serviceCodeUnknown = FindingRule(
        "lint.semantics.service-code",
        .warning,
        rule: 149,
        message: "Wallet has no badge for the special service request \"{value}\".",
        why: "The pass shows nothing for it.",
        mend: "Use a code that Apple lists, or put it into passengerAirlineSSRs.",
        source: Source.apple("SemanticTags"),
        systems: IOSVersionRange(from: 26)
    )

    static let semantics: [FindingRule] = [
        .unknownTag, .misspelledTag, .builderSpelling, .tagWrongType, .tagWordUnknown, .placeIncomplete,
        .wifiIncomplete, .tagNotForStyle, .timeZoneUnknown, .tagConflict, .eventOrder, .flightCode, .airportCode,
        .airlineCode, .serviceCodeUnknown,
    ]
}
