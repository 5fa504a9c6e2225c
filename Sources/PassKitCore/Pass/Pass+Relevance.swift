extension Pass {
    /// Where the pass is of interest: Wallet offers it on the lock screen there; at most ten count (iOS 6).
    ///
    /// Coupons, store cards and generic passes need a location for any relevance at all.
    public var locations: [PassLocation] {
        get { self[list: "locations"] }
        set { self[list: "locations"] = newValue }
    }

    /// The beacons near which the pass is of interest, of at most ten different UUIDs (iOS 7).
    public var beacons: [PassBeacon] {
        get { self[list: "beacons"] }
        set { self[list: "beacons"] = newValue }
    }

    /// How near a location must be to count, in metres; the smaller of this and the system's own distance counts (iOS
    /// 7).
    public var maxDistance: Double? {
        get { self["maxDistance"] }
        set { self["maxDistance"] = newValue }
    }

    /// When the pass is of interest; Wallet ignores it on coupons and store cards (iOS 6).
    ///
    /// Deprecated by Apple since iOS 18: write ``relevantDates``, and this one too for older devices.
    public var relevantDate: PassDate? {
        get { self["relevantDate"] }
        set { self["relevantDate"] = newValue }
    }

    /// When the pass is of interest: moments or spans, of which a span starts a poster ticket's Live Activity (iOS 18).
    public var relevantDates: [RelevantDate] {
        get { self[list: "relevantDates"] }
        set { self[list: "relevantDates"] = newValue }
    }
}
