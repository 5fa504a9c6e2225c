extension SemanticTags {
    /// Who travels; semantic boarding passes need it (iOS 12).
    public var passengerName: PersonName? {
        get { self["passengerName"] }
        set { self["passengerName"] = newValue }
    }

    /// The group for boarding (iOS 12).
    public var boardingGroup: String? {
        get { self["boardingGroup"] }
        set { self["boardingGroup"] = newValue }
    }

    /// The place in the order of boarding: a text (iOS 12).
    public var boardingSequenceNumber: String? {
        get { self["boardingSequenceNumber"] }
        set { self["boardingSequenceNumber"] = newValue }
    }

    /// The zone for boarding, without the word for zone (iOS 26).
    public var boardingZone: String? {
        get { self["boardingZone"] }
        set { self["boardingZone"] = newValue }
    }

    /// The number of the booking (iOS 12).
    public var confirmationNumber: String? {
        get { self["confirmationNumber"] }
        set { self["confirmationNumber"] = newValue }
    }

    /// The passenger's priority, such as "Gold" (iOS 12).
    public var priorityStatus: String? {
        get { self["priorityStatus"] }
        set { self["priorityStatus"] = newValue }
    }

    /// The security screening, such as "Priority" (iOS 12).
    public var securityScreening: String? {
        get { self["securityScreening"] }
        set { self["securityScreening"] = newValue }
    }

    /// The fare class: a badge on semantic boarding passes (iOS 26).
    public var ticketFareClass: String? {
        get { self["ticketFareClass"] }
        set { self["ticketFareClass"] = newValue }
    }

    /// The frequent-traveller programme (iOS 12).
    public var membershipProgramName: String? {
        get { self["membershipProgramName"] }
        set { self["membershipProgramName"] = newValue }
    }

    /// The number in the frequent-traveller programme (iOS 12).
    public var membershipProgramNumber: String? {
        get { self["membershipProgramNumber"] }
        set { self["membershipProgramNumber"] = newValue }
    }

    /// The status in the frequent-traveller programme (iOS 26).
    public var membershipProgramStatus: String? {
        get { self["membershipProgramStatus"] }
        set { self["membershipProgramStatus"] = newValue }
    }

    /// What the passenger may do or bring: badges on semantic boarding passes (iOS 26).
    public var passengerCapabilities: [PassengerCapability] {
        get { self[list: "passengerCapabilities"] }
        set { self[list: "passengerCapabilities"] = newValue }
    }

    /// The security programmes the passenger takes part in; shown if the place has them too (iOS 26).
    public var passengerEligibleSecurityPrograms: [SecurityProgram] {
        get { self[list: "passengerEligibleSecurityPrograms"] }
        set { self[list: "passengerEligibleSecurityPrograms"] = newValue }
    }

    /// Facts about the passenger, as IATA codes for special service: badges (iOS 26).
    public var passengerInformationSSRs: [ServiceRequest] {
        get { self[list: "passengerInformationSSRs"] }
        set { self[list: "passengerInformationSSRs"] = newValue }
    }

    /// What the passenger needs, as IATA codes for special service: badges (iOS 26).
    public var passengerServiceSSRs: [ServiceRequest] {
        get { self[list: "passengerServiceSSRs"] }
        set { self[list: "passengerServiceSSRs"] = newValue }
    }

    /// What the passenger needs, in codes of the airline's own (iOS 26).
    public var passengerAirlineSSRs: [String] {
        get { self[list: "passengerAirlineSSRs"] }
        set { self[list: "passengerAirlineSSRs"] = newValue }
    }

    /// Whether the travel documents have been checked: shows the badge (iOS 26).
    public var internationalDocumentsAreVerified: Bool? {
        get { self["internationalDocumentsAreVerified"] }
        set { self["internationalDocumentsAreVerified"] = newValue }
    }

    /// What the badge for checked documents says, such as "DOCS OK" (iOS 26).
    public var internationalDocumentsVerifiedDeclarationName: String? {
        get { self["internationalDocumentsVerifiedDeclarationName"] }
        set { self["internationalDocumentsVerifiedDeclarationName"] = newValue }
    }
}
