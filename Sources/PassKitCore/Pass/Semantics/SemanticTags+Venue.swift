extension SemanticTags {
    /// What the venue is called; poster event tickets need it (iOS 12).
    public var venueName: String? {
        get { self["venueName"] }
        set { self["venueName"] = newValue }
    }

    /// The room of the venue; poster event tickets need it (iOS 12).
    public var venueRoom: String? {
        get { self["venueRoom"] }
        set { self["venueRoom"] = newValue }
    }

    /// The city or region of the venue; poster event tickets need it (iOS 18).
    public var venueRegionName: String? {
        get { self["venueRegionName"] }
        set { self["venueRegionName"] = newValue }
    }

    /// Where the venue is (iOS 12).
    public var venueLocation: Location? {
        get { self["venueLocation"] }
        set { self["venueLocation"] = newValue }
    }

    /// The venue's telephone number (iOS 12).
    public var venuePhoneNumber: String? {
        get { self["venuePhoneNumber"] }
        set { self["venuePhoneNumber"] = newValue }
    }

    /// The full name of the entrance, such as "Gate A" (iOS 12).
    public var venueEntrance: String? {
        get { self["venueEntrance"] }
        set { self["venueEntrance"] = newValue }
    }

    /// The gate of the entrance (iOS 18).
    public var venueEntranceGate: String? {
        get { self["venueEntranceGate"] }
        set { self["venueEntranceGate"] = newValue }
    }

    /// The door of the entrance (iOS 18).
    public var venueEntranceDoor: String? {
        get { self["venueEntranceDoor"] }
        set { self["venueEntranceDoor"] = newValue }
    }

    /// The portal of the entrance (iOS 18).
    public var venueEntrancePortal: String? {
        get { self["venueEntrancePortal"] }
        set { self["venueEntrancePortal"] = newValue }
    }

    /// When the venue opens, if no more exact tag fits (iOS 18).
    public var venueOpenDate: PassDate? {
        get { self["venueOpenDate"] }
        set { self["venueOpenDate"] = newValue }
    }

    /// When the venue closes (iOS 18).
    public var venueCloseDate: PassDate? {
        get { self["venueCloseDate"] }
        set { self["venueCloseDate"] = newValue }
    }

    /// When the gates open (iOS 18).
    public var venueGatesOpenDate: PassDate? {
        get { self["venueGatesOpenDate"] }
        set { self["venueGatesOpenDate"] = newValue }
    }

    /// When the doors open (iOS 18).
    public var venueDoorsOpenDate: PassDate? {
        get { self["venueDoorsOpenDate"] }
        set { self["venueDoorsOpenDate"] = newValue }
    }

    /// When the box office opens (iOS 18).
    public var venueBoxOfficeOpenDate: PassDate? {
        get { self["venueBoxOfficeOpenDate"] }
        set { self["venueBoxOfficeOpenDate"] = newValue }
    }

    /// When the parking lots open (iOS 18).
    public var venueParkingLotsOpenDate: PassDate? {
        get { self["venueParkingLotsOpenDate"] }
        set { self["venueParkingLotsOpenDate"] = newValue }
    }

    /// When the fan zone opens (iOS 18).
    public var venueFanZoneOpenDate: PassDate? {
        get { self["venueFanZoneOpenDate"] }
        set { self["venueFanZoneOpenDate"] = newValue }
    }

    /// The MapKit Place ID of an upcoming event's venue; in Apple's samples, not in its reference (iOS 26).
    public var venuePlaceID: String? {
        get { self["venuePlaceID"] }
        set { self["venuePlaceID"] = newValue }
    }
}
