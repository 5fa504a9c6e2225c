#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The links of the guide below a poster event ticket: of the pass itself, and of each upcoming event.
///
/// Wallet shows a button for each link that is there, and collects them in a menu when there are more than four.
/// (Apple, Wallet Passes, "Pass" and "Pass.UpcomingPassInformationEntry.URLs".)
public protocol EventGuide: JSONView {}

extension Pass: EventGuide {}

extension EventGuide {
    /// What the place offers to visitors with disabilities (iOS 18).
    public var accessibilityURL: URL? {
        get { self["accessibilityURL"] }
        set { self["accessibilityURL"] = newValue }
    }

    /// Where to buy more for the event (iOS 18).
    public var addOnURL: URL? {
        get { self["addOnURL"] }
        set { self["addOnURL"] = newValue }
    }

    /// Which bags may be brought (iOS 18).
    public var bagPolicyURL: URL? {
        get { self["bagPolicyURL"] }
        set { self["bagPolicyURL"] = newValue }
    }

    /// The e-mail address of the venue (iOS 18).
    public var contactVenueEmail: String? {
        get { self["contactVenueEmail"] }
        set { self["contactVenueEmail"] = newValue }
    }

    /// The telephone number of the venue (iOS 18).
    public var contactVenuePhoneNumber: String? {
        get { self["contactVenuePhoneNumber"] }
        set { self["contactVenuePhoneNumber"] = newValue }
    }

    /// The site of the venue (iOS 18).
    public var contactVenueWebsite: URL? {
        get { self["contactVenueWebsite"] }
        set { self["contactVenueWebsite"] = newValue }
    }

    /// How to get there (iOS 18).
    public var directionsInformationURL: URL? {
        get { self["directionsInformationURL"] }
        set { self["directionsInformationURL"] = newValue }
    }

    /// Where to buy merchandise (iOS 18).
    public var merchandiseURL: URL? {
        get { self["merchandiseURL"] }
        set { self["merchandiseURL"] = newValue }
    }

    /// Where to order food, on semantic boarding passes since iOS 26 a meal (iOS 18).
    public var orderFoodURL: URL? {
        get { self["orderFoodURL"] }
        set { self["orderFoodURL"] = newValue }
    }

    /// Where to park (iOS 18).
    public var parkingInformationURL: URL? {
        get { self["parkingInformationURL"] }
        set { self["parkingInformationURL"] = newValue }
    }

    /// Where to buy a parking ticket (iOS 18).
    public var purchaseParkingURL: URL? {
        get { self["purchaseParkingURL"] }
        set { self["purchaseParkingURL"] = newValue }
    }

    /// Where to sell the ticket; shown near the Share button (iOS 18).
    public var sellURL: URL? {
        get { self["sellURL"] }
        set { self["sellURL"] = newValue }
    }

    /// Where to pass the ticket on to somebody else; shown near the Share button (iOS 18).
    public var transferURL: URL? {
        get { self["transferURL"] }
        set { self["transferURL"] = newValue }
    }

    /// Which public transport goes there (iOS 18).
    public var transitInformationURL: URL? {
        get { self["transitInformationURL"] }
        set { self["transitInformationURL"] = newValue }
    }
}
