#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Pass {
    /// Where devices register and fetch updates: Wallet appends `/v1/…` (iOS 6).
    ///
    /// Wallet ignores it without ``authenticationToken``; outside of development it must be https.
    public var webServiceURL: URL? {
        get { self["webServiceURL"] }
        set { self["webServiceURL"] = newValue }
    }

    /// What devices send to the web service to prove that they hold the pass: at least 16 characters (iOS 6).
    ///
    /// Never change it in an update: a device that missed the update still sends the old one.
    public var authenticationToken: String? {
        get { self["authenticationToken"] }
        set { self["authenticationToken"] = newValue }
    }

    /// The App Store numbers of the apps that belong to the pass: Wallet links the first that fits the device; not on a
    /// watch (iOS 6).
    public var associatedStoreIdentifiers: [Int] {
        get { self[list: "associatedStoreIdentifiers"] }
        set { self[list: "associatedStoreIdentifiers"] = newValue }
    }

    /// The App Store numbers of further apps, on poster event tickets; not on a watch (iOS 18).
    public var auxiliaryStoreIdentifiers: [Int] {
        get { self[list: "auxiliaryStoreIdentifiers"] }
        set { self[list: "auxiliaryStoreIdentifiers"] = newValue }
    }

    /// What Wallet hands to the app it opens from the pass; needs ``associatedStoreIdentifiers``; not on a watch (iOS 6
    /// at the earliest).
    public var appLaunchURL: URL? {
        get { self["appLaunchURL"] }
        set { self["appLaunchURL"] = newValue }
    }

    /// Anything the issuer's apps want to find in the pass; Wallet does not show it (iOS 7).
    public var userInfo: JSONValue? {
        get { self["userInfo"] }
        set { self["userInfo"] = newValue }
    }

    /// What the pass says to a contactless terminal; needs a certificate with NFC (iOS 9).
    public var nfc: PassNFC? {
        get { self["nfc"] }
        set { self["nfc"] = newValue }
    }

    /// What the pass means to the system; has the same effect as at a field (iOS 12).
    public var semantics: SemanticTags {
        get { self[object: "semantics"] }
        set { self[object: "semantics"] = newValue }
    }

    /// Buttons below the pass, the most important first; Wallet shows two (iOS 27).
    public var featuredActions: [FeaturedAction] {
        get { self[list: "featuredActions"] }
        set { self[list: "featuredActions"] = newValue }
    }

    /// The events that a poster event ticket, such as a season ticket, is still good for (iOS 26).
    public var upcomingPassInformation: [UpcomingPassInformation] {
        get { self[list: "upcomingPassInformation"] }
        set { self[list: "upcomingPassInformation"] = newValue }
    }
}
