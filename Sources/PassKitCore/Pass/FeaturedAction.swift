#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A button below a pass. (Apple, Wallet Passes, "Pass.FeaturedActions"; iOS 27.)
public struct FeaturedAction: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes a button.
    /// - Parameters:
    ///   - identifier: What names the button, unique within the pass.
    ///   - type: What it does, from which Wallet takes its label.
    ///   - url: Where it leads.
    public init(_ identifier: String, _ type: Kind, url: URL? = nil) {
        json = JSONObject()
        self.identifier = identifier
        self.type = type
        self.url = url
    }

    /// What names the button, unique within the pass (iOS 27).
    public var identifier: String? {
        get { self["identifier"] }
        set { self["identifier"] = newValue }
    }

    /// What the button does; Wallet shows nothing for a type it does not know (iOS 27).
    public var type: Kind? {
        get { self["type"] }
        set { self["type"] = newValue }
    }

    /// Where the button leads (iOS 27).
    public var url: URL? {
        get { self["url"] }
        set { self["url"] = newValue }
    }

    /// What a button does.
    public struct Kind: JSONToken {
        /// The word, such as `viewSchedule`.
        public let rawValue: String

        /// Makes a type from its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// "View Schedule", for events.
        public static let viewSchedule = Self(rawValue: "viewSchedule")
        /// "Watch Trailer", for events.
        public static let watchTrailer = Self(rawValue: "watchTrailer")
        /// "Listen to Music", for events.
        public static let listenToMusic = Self(rawValue: "listenToMusic")
        /// "Call".
        public static let call = Self(rawValue: "call")
        /// "Go to Location", in Maps.
        public static let place = Self(rawValue: "place")
        /// "Add to Balance", for memberships.
        public static let addToBalance = Self(rawValue: "addToBalance")
        /// "Order Delivery or Pickup", for memberships.
        public static let order = Self(rawValue: "order")
        /// "Shop Online or In-App", for memberships.
        public static let shop = Self(rawValue: "shop")
        /// "View Membership Benefits", for memberships.
        public static let membershipBenefits = Self(rawValue: "membershipBenefits")
        /// "Book an Appointment", for memberships.
        public static let bookAppointment = Self(rawValue: "bookAppointment")
        /// "Book a Car", for memberships.
        public static let bookCar = Self(rawValue: "bookCar")
        /// "Book a Flight", for memberships.
        public static let bookFlight = Self(rawValue: "bookFlight")
        /// "Book a Stay", for memberships.
        public static let bookStay = Self(rawValue: "bookStay")
        /// "View Offers and Rewards", for all.
        public static let viewOffersRewards = Self(rawValue: "viewOffersRewards")

        /// The types that Apple documents.
        public static let documented: [Self] = [
            viewSchedule, watchTrailer, listenToMusic, call, place, addToBalance, order, shop, membershipBenefits,
            bookAppointment, bookCar, bookFlight, bookStay, viewOffersRewards,
        ]
    }
}
