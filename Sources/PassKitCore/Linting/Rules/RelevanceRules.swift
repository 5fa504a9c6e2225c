/// Rules for when and where the pass is relevant.
extension FindingRule {
    static let tooManyLocations = FindingRule(
        "lint.relevance.too-many-locations",
        .error,
        rule: 110,
        message: "There are {count} locations.",
        why: "Wallet takes ten, and ignores the others.",
        mend: "Keep the ten that matter most to the holder.",
        source: Source.apple("Pass")
    )

    static let locationInvalid = FindingRule(
        "lint.relevance.location-invalid",
        .error,
        rule: 111,
        message: "The location has no latitude within ±90 and longitude within ±180.",
        why: "Wallet cannot tell where it is, and ignores the locations or refuses the pass.",
        mend: "Write both as numbers in degrees.",
        source: Source.apple("Pass.Locations")
    )

    static let tooManyBeacons = FindingRule(
        "lint.relevance.too-many-beacons",
        .error,
        rule: 112,
        message: "There are {count} different proximity UUIDs.",
        why: "Wallet takes ten, and ignores the others.",
        mend: "Use one UUID for several beacons, and tell them apart by major and minor.",
        source: Source.guide
    )

    static let beaconUUID = FindingRule(
        "lint.relevance.beacon-uuid",
        .error,
        rule: 112,
        message: "The beacon's proximityUUID is missing or no UUID.",
        why: "Wallet cannot recognize the beacon.",
        mend: "Write it as F8F589E9-C07E-58B0-AEAB-A36BE4D48FAC.",
        source: Source.apple("Pass.Beacons")
    )

    static let beaconNumber = FindingRule(
        "lint.relevance.beacon-number",
        .error,
        rule: 112,
        message: "{key} is no whole number from 0 to 65535.",
        why: "Wallet cannot recognize the beacon.",
        mend: "Write the beacon's number, or leave it out for any.",
        source: Source.apple("Pass.Beacons")
    )

    static let maxDistance = FindingRule(
        "lint.relevance.max-distance",
        .error,
        rule: 113,
        message: "maxDistance is not greater than 0.",
        why: "The pass would be relevant nowhere: Wallet ignores it.",
        mend: "Write the distance in metres, or leave it out.",
        source: Source.apple("Pass")
    )

    static let relevanceWithoutLocations = FindingRule(
        "lint.relevance.no-locations",
        .warning,
        rule: 114,
        message: "{style} has something that makes it relevant, but no locations.",
        why: "Passes of this style are relevant at a location only.",
        mend: "Add locations, or remove beacons and dates.",
        source: Source.apple("Showing a pass on the lock screen")
    )

    static let relevantDateIgnored = FindingRule(
        "lint.relevance.date-ignored",
        .warning,
        rule: 115,
        message: "{style} has a relevant date.",
        why: "Coupons and store cards are relevant at locations only: Wallet ignores the date.",
        mend: "Remove the date, or make it the expirationDate.",
        source: Source.guide
    )

    static let relevantDateMissing = FindingRule(
        "lint.relevance.date-missing",
        .error,
        rule: 116,
        message: "The entry has neither a date nor a startDate.",
        why: "Wallet ignores it.",
        mend: "Add date, or startDate and endDate.",
        source: Source.apple("Pass.RelevantDates"),
        systems: IOSVersionRange(from: 18)
    )

    static let intervalOpen = FindingRule(
        "lint.relevance.interval-open",
        .error,
        rule: 116,
        message: "The interval has no {key}.",
        why: "Wallet needs both ends, and ignores the entry.",
        mend: "Add it, or write a single date.",
        source: Source.apple("Pass.RelevantDates"),
        systems: IOSVersionRange(from: 18)
    )

    static let intervalOrder = FindingRule(
        "lint.relevance.interval-order",
        .error,
        rule: 117,
        message: "endDate is not after startDate.",
        why: "The pass would never be relevant.",
        mend: "Exchange the dates, or mend their offsets from UTC.",
        source: Source.apple("Pass.RelevantDates"),
        systems: IOSVersionRange(from: 18)
    )

    static let intervalLong = FindingRule(
        "lint.relevance.interval-long",
        .warning,
        rule: 118,
        message: "The interval is longer than 24 hours.",
        why: "Wallet is known to cut longer intervals.",
        mend: "Write one entry a day.",
        source: Source.practice,
        systems: IOSVersionRange(from: 18)
    )

    static let dateAndInterval = FindingRule(
        "lint.relevance.date-and-interval",
        .warning,
        rule: 119,
        message: "The entry has a date and an interval.",
        why: "Wallet takes one of them, and does not say which.",
        mend: "Make two entries of it.",
        source: Source.apple("Pass.RelevantDates"),
        systems: IOSVersionRange(from: 18)
    )

    static let relevance: [FindingRule] = [
        .tooManyLocations, .locationInvalid, .tooManyBeacons, .beaconUUID, .beaconNumber, .maxDistance,
        .relevanceWithoutLocations, .relevantDateIgnored, .relevantDateMissing, .intervalOpen, .intervalOrder,
        .intervalLong, .dateAndInterval,
    ]
}
