extension SemanticTags {
    /// The IATA code of the airline, such as "EX"; semantic boarding passes need it (iOS 12).
    public var airlineCode: String? {
        get { self["airlineCode"] }
        set { self["airlineCode"] = newValue }
    }

    /// The IATA code of the flight, such as "EX123" (iOS 12).
    public var flightCode: String? {
        get { self["flightCode"] }
        set { self["flightCode"] = newValue }
    }

    /// The number in the flight's code, such as 123; semantic boarding passes need it (iOS 12).
    public var flightNumber: Int? {
        get { self["flightNumber"] }
        set { self["flightNumber"] = newValue }
    }

    /// The IATA code of the airport of departure; semantic boarding passes need it (iOS 12).
    public var departureAirportCode: String? {
        get { self["departureAirportCode"] }
        set { self["departureAirportCode"] = newValue }
    }

    /// The airport of departure (iOS 12).
    public var departureAirportName: String? {
        get { self["departureAirportName"] }
        set { self["departureAirportName"] = newValue }
    }

    /// The city of departure; semantic boarding passes need it (iOS 26).
    public var departureCityName: String? {
        get { self["departureCityName"] }
        set { self["departureCityName"] = newValue }
    }

    /// The terminal of departure (iOS 12).
    public var departureTerminal: String? {
        get { self["departureTerminal"] }
        set { self["departureTerminal"] = newValue }
    }

    /// The IANA zone of the place of departure; semantic boarding passes need it (iOS 26).
    ///
    /// Apple's Pass Builder calls it `departureAirportTimeZone`, which is read too.
    public var departureLocationTimeZone: String? {
        get { self["departureLocationTimeZone", "departureAirportTimeZone"] }
        set { self["departureLocationTimeZone", "departureAirportTimeZone"] = newValue }
    }

    /// The security programmes of the place of departure (iOS 26).
    ///
    /// Apple's Pass Builder calls it `departureAirportSecurityPrograms`, which is read too.
    public var departureLocationSecurityPrograms: [SecurityProgram] {
        get { self[list: "departureLocationSecurityPrograms", "departureAirportSecurityPrograms"] }
        set { self[list: "departureLocationSecurityPrograms", "departureAirportSecurityPrograms"] = newValue }
    }

    /// The IATA code of the airport of arrival; semantic boarding passes need it (iOS 12).
    public var destinationAirportCode: String? {
        get { self["destinationAirportCode"] }
        set { self["destinationAirportCode"] = newValue }
    }

    /// The airport of arrival (iOS 12).
    public var destinationAirportName: String? {
        get { self["destinationAirportName"] }
        set { self["destinationAirportName"] = newValue }
    }

    /// The city of arrival; semantic boarding passes need it (iOS 26).
    public var destinationCityName: String? {
        get { self["destinationCityName"] }
        set { self["destinationCityName"] = newValue }
    }

    /// The terminal of arrival (iOS 12).
    public var destinationTerminal: String? {
        get { self["destinationTerminal"] }
        set { self["destinationTerminal"] = newValue }
    }

    /// The gate of arrival (iOS 12).
    public var destinationGate: String? {
        get { self["destinationGate"] }
        set { self["destinationGate"] = newValue }
    }

    /// The IANA zone of the place of arrival; semantic boarding passes need it (iOS 26).
    ///
    /// Apple's Pass Builder calls it `destinationAirportTimeZone`, which is read too.
    public var destinationLocationTimeZone: String? {
        get { self["destinationLocationTimeZone", "destinationAirportTimeZone"] }
        set { self["destinationLocationTimeZone", "destinationAirportTimeZone"] = newValue }
    }

    /// The security programmes of the place of arrival (iOS 26).
    ///
    /// Apple's Pass Builder calls it `destinationAirportSecurityPrograms`, which is read too.
    public var destinationLocationSecurityPrograms: [SecurityProgram] {
        get { self[list: "destinationLocationSecurityPrograms", "destinationAirportSecurityPrograms"] }
        set { self[list: "destinationLocationSecurityPrograms", "destinationAirportSecurityPrograms"] = newValue }
    }

    /// The MapKit Place IDs of the lounges that are open to the passenger (iOS 26).
    ///
    /// Apple's Pass Builder writes one of them as `airlineLoungePlaceID`, which is read too.
    public var loungePlaceIDs: [String] {
        get { self["loungePlaceIDs"] ?? json["airlineLoungePlaceID"]?.stringValue.map { [$0] } ?? [] }
        set {
            guard newValue != loungePlaceIDs else { return }
            json["airlineLoungePlaceID"] = nil
            self[list: "loungePlaceIDs"] = newValue
        }
    }
}
