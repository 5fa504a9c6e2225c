/// How much of a date or a time Wallet shows.
public struct PassDateStyle: JSONToken {
    /// The word, such as `PKDateStyleShort`.
    public let rawValue: String

    /// Makes a style from its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not at all: `PKDateStyleNone`.
    public static let hidden = Self(rawValue: "PKDateStyleNone")
    /// In digits, such as 11/23/37 or 3:30 PM.
    public static let short = Self(rawValue: "PKDateStyleShort")
    /// Abbreviated, such as Nov 23, 1937 or 3:30:32 PM.
    public static let medium = Self(rawValue: "PKDateStyleMedium")
    /// With the month's name, such as November 23, 1937.
    public static let long = Self(rawValue: "PKDateStyleLong")
    /// In full, with weekday or zone.
    public static let full = Self(rawValue: "PKDateStyleFull")

    /// The styles that Apple documents.
    public static let documented: [Self] = [hidden, short, medium, long, full]
}

/// How Wallet shows a number.
public struct PassNumberStyle: JSONToken {
    /// The word, such as `PKNumberStyleDecimal`.
    public let rawValue: String

    /// Makes a style from its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// With the separators of the region.
    public static let decimal = Self(rawValue: "PKNumberStyleDecimal")
    /// As a percentage: 0.5 is 50 %.
    public static let percent = Self(rawValue: "PKNumberStylePercent")
    /// With a power of ten.
    public static let scientific = Self(rawValue: "PKNumberStyleScientific")
    /// In words.
    public static let spellOut = Self(rawValue: "PKNumberStyleSpellOut")

    /// The styles that Apple documents.
    public static let documented: [Self] = [decimal, percent, scientific, spellOut]
}

/// How the text of a field is aligned.
public struct PassTextAlignment: JSONToken {
    /// The word, such as `PKTextAlignmentLeft`.
    public let rawValue: String

    /// Makes an alignment from its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// To the left.
    public static let left = Self(rawValue: "PKTextAlignmentLeft")
    /// In the middle.
    public static let center = Self(rawValue: "PKTextAlignmentCenter")
    /// To the right.
    public static let right = Self(rawValue: "PKTextAlignmentRight")
    /// As the language is written.
    public static let natural = Self(rawValue: "PKTextAlignmentNatural")

    /// The alignments that Apple documents.
    public static let documented: [Self] = [left, center, right, natural]
}

/// What Wallet turns into links in a back field.
public struct DataDetectorType: JSONToken {
    /// The word, such as `PKDataDetectorTypeLink`.
    public let rawValue: String

    /// Makes a type from its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Telephone numbers.
    public static let phoneNumber = Self(rawValue: "PKDataDetectorTypePhoneNumber")
    /// Links.
    public static let link = Self(rawValue: "PKDataDetectorTypeLink")
    /// Postal addresses.
    public static let address = Self(rawValue: "PKDataDetectorTypeAddress")
    /// Dates of events.
    public static let calendarEvent = Self(rawValue: "PKDataDetectorTypeCalendarEvent")

    /// The types that Apple documents.
    public static let documented: [Self] = [phoneNumber, link, address, calendarEvent]
}
