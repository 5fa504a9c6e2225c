/// A place on a pass that an image fills: the base of the file names, such as `logo` in `logo@2x.png`.
///
/// (Apple, Human Interface Guidelines, "Wallet"; PassKit Package Format Reference.)
public struct ImageSlot: Hashable, Sendable, CustomStringConvertible {
    /// The base of the file names.
    public let rawValue: String

    /// Makes a slot from the base of its file names.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// On the lock screen and in lists; every pass must have it, and the system rounds its corners (iOS 6).
    public static let icon = Self(rawValue: "icon")
    /// Top left of classic passes (iOS 6).
    public static let logo = Self(rawValue: "logo")
    /// Top left of poster event tickets, and since iOS 26 and 27 of semantic boarding and poster generic passes (iOS 18).
    public static let primaryLogo = Self(rawValue: "primaryLogo")
    /// Bottom right of poster event tickets (iOS 18).
    public static let secondaryLogo = Self(rawValue: "secondaryLogo")
    /// Behind the primary fields of coupons, store cards and event tickets; not on a watch (iOS 6).
    public static let strip = Self(rawValue: "strip")
    /// Beside the fields of generic passes and event tickets; not on a watch (iOS 6).
    public static let thumbnail = Self(rawValue: "thumbnail")
    /// Behind a whole event ticket: blurred, but not on posters (iOS 6).
    public static let background = Self(rawValue: "background")
    /// Behind poster event tickets and poster generic passes; before iOS 27 posters show the background (iOS 27).
    public static let artwork = Self(rawValue: "artwork")
    /// Above the code of a boarding pass (iOS 6).
    public static let footer = Self(rawValue: "footer")
    /// At the top of the form that signs up for a reward programme (iOS 10).
    public static let personalizationLogo = Self(rawValue: "personalizationLogo")
    /// The map in the guide to a poster ticket's event (iOS 18).
    public static let venueMap = Self(rawValue: "venueMap")

    /// The slots that are known.
    public static let documented: [Self] = [
        icon, logo, primaryLogo, secondaryLogo, strip, thumbnail, background, artwork, footer, personalizationLogo,
        venueMap,
    ]

    /// The scales an image may come in: `name.png`, `name@2x.png`, `name@3x.png`.
    public static let scales = 1...3

    /// Whether the slot is one of those that are known.
    public var isDocumented: Bool { Self.documented.contains(self) }

    /// The base of the file names.
    public var description: String { rawValue }
}
