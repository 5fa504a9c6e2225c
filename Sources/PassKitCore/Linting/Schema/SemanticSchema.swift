/// What kind of pass a semantic tag is for.
enum TagUse: Sendable, Hashable {
    /// Any pass.
    case any
    /// Boarding passes of any kind.
    case boarding
    /// Boarding passes for flights.
    case airline
    /// Boarding passes for trains.
    case rail
    /// Event tickets.
    case event
    /// Boarding passes and event tickets.
    case boardingOrEvent
    /// Store cards.
    case storeCard

    /// The kind in words, for messages.
    var name: String {
        switch self {
        case .any: "any pass"
        case .boarding: "boarding passes"
        case .airline: "boarding passes for flights"
        case .rail: "boarding passes for trains"
        case .event: "event tickets"
        case .boardingOrEvent: "boarding passes and event tickets"
        case .storeCard: "store cards"
        }
    }
}

extension ObjectSchema {
    /// The semantic tags. (Apple, Wallet Passes, "SemanticTags".)
    static let semantics = ObjectSchema("semantics", rules: .semantics, tags + undocumentedTags)

    /// The semantic tags of an upcoming event, where `venuePlaceID` is shown by Apple, too.
    static let upcomingSemantics = ObjectSchema(
        "semantics",
        rules: .semantics,
        tags + [KnownKey("venuePlaceID", .string, since: 26, use: .event)] + undocumentedTags
    )

    /// The tags that Apple documents.
    static let tags: [KnownKey] = airlineTags + boardingTags + eventTags + sharedTags

    private static let airlineTags: [KnownKey] =
        KnownKey.all(
            [
                "airlineCode", "departureAirportCode", "departureAirportName", "departureTerminal",
                "destinationAirportCode", "destinationAirportName", "destinationGate", "destinationTerminal",
                "flightCode",
            ],
            .text,
            since: 12,
            use: .airline
        )
        + KnownKey.all(
            [
                "departureCityName", "destinationCityName", "internationalDocumentsVerifiedDeclarationName",
                "ticketFareClass",
            ],
            .text,
            since: 26,
            use: .airline
        )
        + KnownKey.all(
            ["departureLocationTimeZone", "destinationLocationTimeZone"],
            .string,
            since: 26,
            use: .airline
        )
        + KnownKey.all(
            [
                "departureLocationSecurityPrograms", "destinationLocationSecurityPrograms",
                "passengerEligibleSecurityPrograms",
            ],
            .list(of: .oneOf(SemanticTags.SecurityProgram.self, .tagWordUnknown)),
            since: 26,
            use: .airline
        )
        + KnownKey.all(
            ["loungePlaceIDs", "passengerAirlineSSRs", "passengerInformationSSRs", "passengerServiceSSRs"],
            .list(of: .string),
            since: 26,
            use: .airline
        ) + [
            KnownKey("flightNumber", .number, since: 12, use: .airline),
            KnownKey("internationalDocumentsAreVerified", .boolean, since: 26, use: .airline),
            KnownKey(
                "passengerCapabilities",
                .list(of: .oneOf(SemanticTags.PassengerCapability.self, .tagWordUnknown)),
                since: 26,
                use: .airline
            ),
        ]

    private static let boardingTags: [KnownKey] =
        KnownKey.all(
            [
                "boardingGroup", "boardingSequenceNumber", "confirmationNumber", "departureGate",
                "departureLocationDescription", "destinationLocationDescription", "membershipProgramName",
                "membershipProgramNumber", "priorityStatus", "securityScreening", "transitProvider", "transitStatus",
                "transitStatusReason", "vehicleName", "vehicleNumber", "vehicleType",
            ],
            .text,
            since: 12,
            use: .boarding
        ) + KnownKey.all(["boardingZone", "membershipProgramStatus"], .text, since: 26, use: .boarding)
        + KnownKey.all(
            [
                "currentArrivalDate", "currentBoardingDate", "currentDepartureDate", "originalArrivalDate",
                "originalBoardingDate", "originalDepartureDate",
            ],
            .date,
            since: 12,
            use: .boarding
        ) + KnownKey.all(["departureLocation", "destinationLocation"], .object(.place), since: 12, use: .boarding)
        + KnownKey.all(
            [
                "carNumber", "departurePlatform", "departureStationName", "destinationPlatform",
                "destinationStationName",
            ],
            .text,
            since: 12,
            use: .rail
        ) + [KnownKey("passengerName", .object(.personName), since: 12, use: .boarding)]

    private static let eventTags: [KnownKey] =
        KnownKey.all(
            [
                "awayTeamAbbreviation", "awayTeamLocation", "awayTeamName", "eventName", "genre",
                "homeTeamAbbreviation", "homeTeamLocation", "homeTeamName", "leagueAbbreviation", "leagueName",
                "sportName", "venueEntrance", "venueName", "venuePhoneNumber", "venueRoom",
            ],
            .text,
            since: 12,
            use: .event
        )
        + KnownKey.all(
            [
                "additionalTicketAttributes", "admissionLevel", "admissionLevelAbbreviation", "attendeeName",
                "entranceDescription", "venueEntranceDoor", "venueEntranceGate", "venueEntrancePortal",
                "venueRegionName",
            ],
            .text,
            since: 18,
            use: .event
        ) + KnownKey.all(["albumIDs", "playlistIDs"], .list(of: .text), since: 18, use: .event)
        + KnownKey.all(["artistIDs", "performerNames"], .list(of: .text), since: 12, use: .event)
        + KnownKey.all(["eventEndDate", "eventStartDate"], .date, since: 12, use: .event)
        + KnownKey.all(
            [
                "venueBoxOfficeOpenDate", "venueCloseDate", "venueDoorsOpenDate", "venueFanZoneOpenDate",
                "venueGatesOpenDate", "venueOpenDate", "venueParkingLotsOpenDate",
            ],
            .date,
            since: 18,
            use: .event
        ) + [
            KnownKey("eventStartDateInfo", .object(.eventDateInfo), since: 18, use: .event),
            KnownKey("eventType", .oneOf(SemanticTags.EventType.self, .tagWordUnknown), since: 12, use: .event),
            KnownKey("tailgatingAllowed", .boolean, since: 18, use: .event),
            KnownKey("venueLocation", .object(.place), since: 12, use: .event),
        ]

    private static let sharedTags: [KnownKey] = [
        KnownKey("balance", .object(.currencyAmount), since: 12, use: .storeCard),
        KnownKey("duration", .number, since: 12, use: .boardingOrEvent),
        KnownKey("seats", .list(of: .object(.seat)), since: 12, use: .boardingOrEvent),
        KnownKey("silenceRequested", .boolean, since: 12, use: .boardingOrEvent),
        KnownKey("totalPrice", .object(.currencyAmount), since: 12, use: .any),
        KnownKey("wifiAccess", .list(of: .object(.wifiNetwork)), since: 12, use: .any),
    ]

    /// Tags seen in passes that Apple's list does not name.
    private static let undocumentedTags: [KnownKey] = [
        KnownKey("eventLiveMessage", .any, .undocumented),
        KnownKey("airplay", .any, .undocumented),
        KnownKey("venuePlaceID", .any, .undocumented),
        KnownKey("departureAirportLocation", .any, .undocumented),
        KnownKey("destinationAirportLocation", .any, .undocumented),
        KnownKey("updatedEventStartDate", .any, .undocumented),
        KnownKey("updatedEventEndDate", .any, .undocumented),
    ]

    /// Spellings of Apple's Pass Builder that differ from the documented tags.
    static let builderSpellings: [String: String] = [
        "departureAirportTimeZone": "departureLocationTimeZone",
        "destinationAirportTimeZone": "destinationLocationTimeZone",
        "departureAirportSecurityPrograms": "departureLocationSecurityPrograms",
        "destinationAirportSecurityPrograms": "destinationLocationSecurityPrograms",
        "airlineLoungePlaceID": "loungePlaceIDs",
    ]
}

// MARK: - What tags hold

extension ObjectSchema {
    private static let place = ObjectSchema(
        "a location",
        rules: .semantics,
        KnownKey.all(["latitude", "longitude"], .number, since: 12)
    )

    private static let currencyAmount = ObjectSchema(
        "an amount",
        rules: .semantics,
        KnownKey.all(["amount", "currencyCode"], .string, since: 12)
    )

    private static let personName = ObjectSchema(
        "a name",
        rules: .semantics,
        KnownKey.all(
            [
                "familyName", "givenName", "middleName", "namePrefix", "nameSuffix", "nickname",
                "phoneticRepresentation",
            ],
            .string,
            since: 12
        )
    )

    private static let seat = ObjectSchema(
        "a seat",
        rules: .semantics,
        // Wallet takes numbers for these, too, by all reports.
        KnownKey.all(
            ["seatDescription", "seatIdentifier", "seatNumber", "seatRow", "seatSection", "seatType"],
            .fieldValue,
            since: 12
        ) + KnownKey.all(["seatAisle", "seatLevel"], .fieldValue, since: 18) + [
            KnownKey("seatSectionColor", .color, since: 18),
            KnownKey("_id", .any, .undocumented),
        ]
    )

    private static let wifiNetwork = ObjectSchema(
        "a network",
        rules: .semantics,
        KnownKey.all(["ssid", "password"], .string, since: 12)
            + KnownKey.all(["captiveToken", "captiveTokenAuthURL"], .string, since: 26)
    )

    private static let eventDateInfo = ObjectSchema(
        "eventStartDateInfo",
        rules: .semantics,
        [
            KnownKey("date", .date, since: 18),
            KnownKey("ignoreTimeComponents", .boolean, since: 18),
            KnownKey("timeZone", .string, since: 18),
            KnownKey("unannounced", .boolean, since: IOSVersion(18, 1)),
            KnownKey("undetermined", .boolean, since: IOSVersion(18, 1)),
        ]
    )
}
