/// What kind of pass it is: the key under which `pass.json` holds the fields.
public struct PassStyle: JSONToken {
    /// The key, such as `eventTicket`.
    public let rawValue: String

    /// Makes a style from its key.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A ticket for train, flight, bus or boat (iOS 6).
    public static let boardingPass = Self(rawValue: "boardingPass")
    /// A coupon or offer (iOS 6).
    public static let coupon = Self(rawValue: "coupon")
    /// A ticket for an event (iOS 6).
    public static let eventTicket = Self(rawValue: "eventTicket")
    /// Anything that is none of the others (iOS 6).
    public static let generic = Self(rawValue: "generic")
    /// A card of a shop: loyalty, points, stored value (iOS 6).
    public static let storeCard = Self(rawValue: "storeCard")
    /// A pass with artwork over its whole face; may stand beside a classic style, which older systems show (iOS 27).
    public static let posterGeneric = Self(rawValue: "posterGeneric")

    /// The styles that Apple documents.
    public static let documented: [Self] = [boardingPass, coupon, eventTicket, generic, storeCard, posterGeneric]
}

/// A way to draw the pass that Wallet tries before the style itself.
public struct PassStyleScheme: JSONToken {
    /// The word, such as `posterEventTicket`.
    public let rawValue: String

    /// Makes a scheme from its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An event ticket drawn from its semantic tags over artwork (iOS 18).
    public static let posterEventTicket = Self(rawValue: "posterEventTicket")
    /// The classic event ticket.
    public static let eventTicket = Self(rawValue: "eventTicket")
    /// An airline boarding pass drawn from its semantic tags (iOS 26).
    public static let semanticBoardingPass = Self(rawValue: "semanticBoardingPass")
    /// The classic boarding pass.
    public static let boardingPass = Self(rawValue: "boardingPass")

    /// The schemes that Apple documents.
    public static let documented: [Self] = [posterEventTicket, eventTicket, semanticBoardingPass, boardingPass]
}
