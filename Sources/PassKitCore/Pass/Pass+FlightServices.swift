#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Pass {
    /// Where to change the seat: a link below a semantic boarding pass (iOS 26).
    public var changeSeatURL: URL? {
        get { self["changeSeatURL"] }
        set { self["changeSeatURL"] = newValue }
    }

    /// What there is to watch on board: a link below a semantic boarding pass (iOS 26).
    public var entertainmentURL: URL? {
        get { self["entertainmentURL"] }
        set { self["entertainmentURL"] = newValue }
    }

    /// Where to manage the booking: a link below a semantic boarding pass (iOS 26).
    public var managementURL: URL? {
        get { self["managementURL"] }
        set { self["managementURL"] = newValue }
    }

    /// Where to buy more baggage: a link below a semantic boarding pass (iOS 26).
    public var purchaseAdditionalBaggageURL: URL? {
        get { self["purchaseAdditionalBaggageURL"] }
        set { self["purchaseAdditionalBaggageURL"] = newValue }
    }

    /// Where to buy access to a lounge: a link below a semantic boarding pass (iOS 26).
    public var purchaseLoungeAccessURL: URL? {
        get { self["purchaseLoungeAccessURL"] }
        set { self["purchaseLoungeAccessURL"] = newValue }
    }

    /// Where to buy Wi-Fi on board: a link below a semantic boarding pass (iOS 26).
    public var purchaseWifiURL: URL? {
        get { self["purchaseWifiURL"] }
        set { self["purchaseWifiURL"] = newValue }
    }

    /// Where to register a service animal: a link below a semantic boarding pass (iOS 26).
    public var registerServiceAnimalURL: URL? {
        get { self["registerServiceAnimalURL"] }
        set { self["registerServiceAnimalURL"] = newValue }
    }

    /// Where to report a lost bag: a link below a semantic boarding pass (iOS 26).
    public var reportLostBagURL: URL? {
        get { self["reportLostBagURL"] }
        set { self["reportLostBagURL"] = newValue }
    }

    /// Where to ask for a wheelchair: a link below a semantic boarding pass (iOS 26).
    public var requestWheelchairURL: URL? {
        get { self["requestWheelchairURL"] }
        set { self["requestWheelchairURL"] = newValue }
    }

    /// Where to track bags: a link below a semantic boarding pass (iOS 26).
    public var trackBagsURL: URL? {
        get { self["trackBagsURL"] }
        set { self["trackBagsURL"] = newValue }
    }

    /// The e-mail address of the airline, below a semantic boarding pass (iOS 26).
    public var transitProviderEmail: String? {
        get { self["transitProviderEmail"] }
        set { self["transitProviderEmail"] = newValue }
    }

    /// The telephone number of the airline, below a semantic boarding pass (iOS 26).
    public var transitProviderPhoneNumber: String? {
        get { self["transitProviderPhoneNumber"] }
        set { self["transitProviderPhoneNumber"] = newValue }
    }

    /// The site of the airline: a link below a semantic boarding pass (iOS 26).
    public var transitProviderWebsiteURL: URL? {
        get { self["transitProviderWebsiteURL"] }
        set { self["transitProviderWebsiteURL"] = newValue }
    }

    /// Where to buy an upgrade: a link below a semantic boarding pass (iOS 26).
    public var upgradeURL: URL? {
        get { self["upgradeURL"] }
        set { self["upgradeURL"] = newValue }
    }
}
