extension SemanticTags {
    /// The seats the pass is good for (iOS 12).
    public var seats: [Seat] {
        get { self[list: "seats"] }
        set { self[list: "seats"] = newValue }
    }

    /// How long it takes, in seconds (iOS 12).
    public var duration: Double? {
        get { self["duration"] }
        set { self["duration"] = newValue }
    }

    /// Whether the device should be silent meanwhile: the system may suggest Do Not Disturb (iOS 12).
    public var silenceRequested: Bool? {
        get { self["silenceRequested"] }
        set { self["silenceRequested"] = newValue }
    }

    /// What the pass cost (iOS 12).
    public var totalPrice: CurrencyAmount? {
        get { self["totalPrice"] }
        set { self["totalPrice"] = newValue }
    }

    /// What is left on a store card (iOS 12).
    public var balance: CurrencyAmount? {
        get { self["balance"] }
        set { self["balance"] = newValue }
    }

    /// The Wi-Fi networks that the holder may use (iOS 12).
    public var wifiAccess: [WifiNetwork] {
        get { self[list: "wifiAccess"] }
        set { self[list: "wifiAccess"] = newValue }
    }
}
