extension SemanticTags {
    /// What the event is called; poster event tickets need it (iOS 12).
    public var eventName: String? {
        get { self["eventName"] }
        set { self["eventName"] = newValue }
    }

    /// What kind of event it is: decides what a poster event ticket shows (iOS 12).
    public var eventType: EventType? {
        get { self["eventType"] }
        set { self["eventType"] = newValue }
    }

    /// When the event begins: Wallet and Siri suggest the calendar entry (iOS 12).
    public var eventStartDate: PassDate? {
        get { self["eventStartDate"] }
        set { self["eventStartDate"] = newValue }
    }

    /// When the event begins, also when that is not settled; for poster event tickets (iOS 18).
    public var eventStartDateInfo: EventDateInfo? {
        get { self["eventStartDateInfo"] }
        set { self["eventStartDateInfo"] = newValue }
    }

    /// When the event ends (iOS 12).
    public var eventEndDate: PassDate? {
        get { self["eventEndDate"] }
        set { self["eventEndDate"] = newValue }
    }

    /// The genre of the performance (iOS 12).
    public var genre: String? {
        get { self["genre"] }
        set { self["genre"] = newValue }
    }

    /// Who performs, in order of importance; poster tickets for live performances need it (iOS 12).
    public var performerNames: [String] {
        get { self[list: "performerNames"] }
        set { self[list: "performerNames"] = newValue }
    }

    /// The Apple Music numbers of the performers, in order of importance (iOS 12).
    public var artistIDs: [String] {
        get { self[list: "artistIDs"] }
        set { self[list: "artistIDs"] = newValue }
    }

    /// The Apple Music numbers of albums, in order of importance (iOS 18).
    public var albumIDs: [String] {
        get { self[list: "albumIDs"] }
        set { self[list: "albumIDs"] = newValue }
    }

    /// The Apple Music numbers of playlists, in order of importance (iOS 18).
    public var playlistIDs: [String] {
        get { self[list: "playlistIDs"] }
        set { self[list: "playlistIDs"] = newValue }
    }

    /// The name of who attends (iOS 18).
    public var attendeeName: String? {
        get { self["attendeeName"] }
        set { self["attendeeName"] = newValue }
    }

    /// What the ticket admits to, such as "VIP" (iOS 18).
    public var admissionLevel: String? {
        get { self["admissionLevel"] }
        set { self["admissionLevel"] = newValue }
    }

    /// What the ticket admits to in short, such as "GA" (iOS 18).
    public var admissionLevelAbbreviation: String? {
        get { self["admissionLevelAbbreviation"] }
        set { self["admissionLevelAbbreviation"] = newValue }
    }

    /// Further attributes of the ticket (iOS 18).
    public var additionalTicketAttributes: String? {
        get { self["additionalTicketAttributes"] }
        set { self["additionalTicketAttributes"] = newValue }
    }

    /// How to get in: a longer text (iOS 18).
    public var entranceDescription: String? {
        get { self["entranceDescription"] }
        set { self["entranceDescription"] = newValue }
    }

    /// Whether tailgating is allowed (iOS 18).
    public var tailgatingAllowed: Bool? {
        get { self["tailgatingAllowed"] }
        set { self["tailgatingAllowed"] = newValue }
    }
}
