extension SemanticTags {
    /// Who runs the service (iOS 12).
    public var transitProvider: String? {
        get { self["transitProvider"] }
        set { self["transitProvider"] = newValue }
    }

    /// How the service runs, such as "On Time" (iOS 12).
    public var transitStatus: String? {
        get { self["transitStatus"] }
        set { self["transitStatus"] = newValue }
    }

    /// Why, if it does not run on time (iOS 12).
    public var transitStatusReason: String? {
        get { self["transitStatusReason"] }
        set { self["transitStatusReason"] = newValue }
    }

    /// The name of the vehicle, such as that of a ship (iOS 12).
    public var vehicleName: String? {
        get { self["vehicleName"] }
        set { self["vehicleName"] = newValue }
    }

    /// The number of the vehicle, such as that of a train (iOS 12).
    public var vehicleNumber: String? {
        get { self["vehicleNumber"] }
        set { self["vehicleNumber"] = newValue }
    }

    /// The type of the vehicle (iOS 12).
    public var vehicleType: String? {
        get { self["vehicleType"] }
        set { self["vehicleType"] = newValue }
    }

    /// When it was to depart; semantic boarding passes need it (iOS 12).
    public var originalDepartureDate: PassDate? {
        get { self["originalDepartureDate"] }
        set { self["originalDepartureDate"] = newValue }
    }

    /// When it departs, if that has changed (iOS 12).
    public var currentDepartureDate: PassDate? {
        get { self["currentDepartureDate"] }
        set { self["currentDepartureDate"] = newValue }
    }

    /// When it was to arrive; semantic boarding passes need it (iOS 12).
    public var originalArrivalDate: PassDate? {
        get { self["originalArrivalDate"] }
        set { self["originalArrivalDate"] = newValue }
    }

    /// When it arrives, if that has changed (iOS 12).
    public var currentArrivalDate: PassDate? {
        get { self["currentArrivalDate"] }
        set { self["currentArrivalDate"] = newValue }
    }

    /// When boarding was to begin; semantic boarding passes need it (iOS 12).
    public var originalBoardingDate: PassDate? {
        get { self["originalBoardingDate"] }
        set { self["originalBoardingDate"] = newValue }
    }

    /// When boarding begins, if that has changed (iOS 12).
    public var currentBoardingDate: PassDate? {
        get { self["currentBoardingDate"] }
        set { self["currentBoardingDate"] = newValue }
    }

    /// The gate of departure, without the word for gate (iOS 12).
    public var departureGate: String? {
        get { self["departureGate"] }
        set { self["departureGate"] = newValue }
    }

    /// Where it departs, as exactly as can be (iOS 12).
    public var departureLocation: Location? {
        get { self["departureLocation"] }
        set { self["departureLocation"] = newValue }
    }

    /// Where it departs, in words (iOS 12).
    public var departureLocationDescription: String? {
        get { self["departureLocationDescription"] }
        set { self["departureLocationDescription"] = newValue }
    }

    /// Where it arrives, as exactly as can be (iOS 12).
    public var destinationLocation: Location? {
        get { self["destinationLocation"] }
        set { self["destinationLocation"] = newValue }
    }

    /// Where it arrives, in words (iOS 12).
    public var destinationLocationDescription: String? {
        get { self["destinationLocationDescription"] }
        set { self["destinationLocationDescription"] = newValue }
    }

    /// The platform of departure, without the word for platform (iOS 12).
    public var departurePlatform: String? {
        get { self["departurePlatform"] }
        set { self["departurePlatform"] = newValue }
    }

    /// The station of departure (iOS 12).
    public var departureStationName: String? {
        get { self["departureStationName"] }
        set { self["departureStationName"] = newValue }
    }

    /// The platform of arrival, without the word for platform (iOS 12).
    public var destinationPlatform: String? {
        get { self["destinationPlatform"] }
        set { self["destinationPlatform"] = newValue }
    }

    /// The station of arrival (iOS 12).
    public var destinationStationName: String? {
        get { self["destinationStationName"] }
        set { self["destinationStationName"] = newValue }
    }

    /// The number of the railway car (iOS 12).
    public var carNumber: String? {
        get { self["carNumber"] }
        set { self["carNumber"] = newValue }
    }
}
