import PassKitCore

extension Mutation {
    /// Faults in semantic tags.
    static let semantics: [Mutation] = [
        Mutation("lint.semantics.unknown-tag", .warning, at: "semantics.weather", in: .poster) {
            $0["semantics.weather"] = "rain"
        },
        Mutation("lint.semantics.misspelled-tag", .warning, at: "semantics.venueroom", in: .poster) {
            $0["semantics.venueroom"] = "Main"
        },
        Mutation(
            "lint.semantics.builder-spelling",
            .warning,
            at: "semantics.departureAirportTimeZone",
            in: .semanticBoarding
        ) {
            $0["semantics.departureAirportTimeZone"] = "America/Los_Angeles"
        },
        Mutation("lint.semantics.wrong-type", at: "semantics.flightNumber", in: .semanticBoarding) {
            $0["semantics.flightNumber"] = "123"
        },
        Mutation("lint.semantics.wrong-type", at: "semantics.boardingGroup", in: .semanticBoarding) {
            $0["semantics.boardingGroup"] = 3
        },
        Mutation("lint.semantics.wrong-type", at: "semantics.balance.amount", in: .storeCard) {
            $0["semantics.balance.amount"] = 20.5
        },
        Mutation("lint.semantics.word-unknown", at: "semantics.eventType", in: .poster) {
            $0["semantics.eventType"] = "PKEventTypeConcert"
        },
        Mutation("lint.semantics.word-unknown", at: "semantics.passengerCapabilities[0]", in: .semanticBoarding) {
            $0["semantics.passengerCapabilities[0]"] = "PKPassengerCapabilityPiano"
        },
        Mutation("lint.semantics.location-incomplete", at: "semantics.venueLocation", in: .poster) {
            $0["semantics.venueLocation.latitude"] = nil
        },
        Mutation("lint.semantics.wifi-incomplete", at: "semantics.wifiAccess[0]", in: .semanticBoarding) {
            $0["semantics.wifiAccess[0].password"] = nil
        },
        Mutation("lint.semantics.not-for-style", .warning, at: "semantics.airlineCode", in: .poster) {
            $0["semantics.airlineCode"] = "EX"
        },
        Mutation("lint.semantics.not-for-style", .warning, at: "semantics.airlineCode", in: .boarding) {
            $0["semantics"] = ["airlineCode": "EX", "carNumber": "7"]
        },
        Mutation("lint.semantics.time-zone", .warning, at: "semantics.departureLocationTimeZone", in: .semanticBoarding)
        {
            $0["semantics.departureLocationTimeZone"] = "PST"
        },
        Mutation("lint.semantics.time-zone", .warning, at: "semantics.eventStartDateInfo.timeZone", in: .poster) {
            $0["semantics.eventStartDateInfo.timeZone"] = "Europe/Springfield"
        },
        Mutation(
            "lint.semantics.time-zone",
            .warning,
            at: "upcomingPassInformation[0].dateInformation.timeZone",
            in: .poster
        ) { $0["upcomingPassInformation[0].dateInformation.timeZone"] = "Berlin" },
        Mutation(
            "lint.semantics.conflict",
            .warning,
            at: "eventTicket.primaryFields[0].semantics.eventName",
            in: .poster
        ) {
            $0["eventTicket.primaryFields[0].semantics"] = ["eventName": "Closing night"]
        },
        Mutation("lint.semantics.event-order", .warning, at: "semantics.eventEndDate", in: .poster) {
            $0["semantics.eventEndDate"] = "2099-12-24T17:30:00Z"
            $0["semantics.eventStartDate"] = "2099-12-24T17:30:01Z"
        },
        Mutation("lint.semantics.flight-code", .warning, at: "semantics.flightCode", in: .semanticBoarding) {
            $0["semantics.flightCode"] = "EX124"
        },
        Mutation("lint.semantics.airport-code", .warning, at: "semantics.departureAirportCode", in: .semanticBoarding) {
            $0["semantics.departureAirportCode"] = "KSFO"
        },
        Mutation("lint.semantics.airline-code", .warning, at: "semantics.airlineCode", in: .semanticBoarding) {
            $0["semantics.airlineCode"] = "Example"
            $0["semantics.flightCode"] = nil
        },
        Mutation(
            "lint.semantics.service-code",
            .warning,
            at: "semantics.passengerServiceSSRs[1]",
            in: .semanticBoarding
        ) {
            $0["semantics.passengerServiceSSRs[1]"] = "BIKE"
        },
    ]

    private static func withoutTag(_ tag: String, _ code: String, in kind: GoodPass.Kind) -> Mutation {
        Mutation(code, at: "semantics", in: kind) { $0["semantics.\(tag)"] = nil }
    }

    /// Faults in poster event tickets, semantic boarding passes and poster generic passes.
    static let poster: [Mutation] =
        ["eventName", "venueName"].map { withoutTag($0, "lint.poster.tag-missing", in: .poster) }
        + ["venueRegionName", "venueRoom"].map { withoutTag($0, "lint.poster.venue-tag-missing", in: .poster) }
        + [
            "airlineCode", "flightNumber", "departureAirportCode", "departureLocationTimeZone",
            "destinationAirportCode", "originalArrivalDate", "originalBoardingDate", "originalDepartureDate",
            "passengerName",
        ].map { withoutTag($0, "lint.boarding-pass.tag-missing", in: .semanticBoarding) }
        + ["departureCityName", "destinationCityName", "destinationLocationTimeZone"].map {
            withoutTag($0, "lint.boarding-pass.place-tag-missing", in: .semanticBoarding)
        } + [
            Mutation("lint.poster.no-event-ticket", at: "preferredStyleSchemes[0]", in: .coupon) {
                $0["preferredStyleSchemes"] = ["posterEventTicket"]
            },
            Mutation("lint.poster.team-missing", at: "semantics", in: .poster) {
                $0["semantics.eventType"] = "PKEventTypeSports"
                $0["semantics.homeTeamAbbreviation"] = "HOM"
            },
            withoutTag("performerNames", "lint.poster.performers-missing", in: .poster),
            Mutation("lint.poster.recommended-tag-missing", .warning, at: "semantics", in: .poster) {
                $0["semantics.artistIDs"] = nil
            },
            Mutation("lint.poster.recommended-tag-missing", .warning, at: "semantics", in: .poster) {
                $0["semantics.seats"] = []
            },
            Mutation("lint.poster.recommended-tag-missing", .warning, at: "semantics", in: .poster) {
                $0["semantics.eventStartDate"] = nil
                $0["semantics.eventStartDateInfo"] = nil
            },
            Mutation("lint.poster.artwork-missing", at: "artwork.png", in: .poster) {
                $0.removeImage("artwork")
                $0.removeImage("background")
            },
            Mutation("lint.poster.no-entry", at: "nfc", in: .poster) {
                $0["nfc"] = nil
                $0["barcodes"] = []
            },
            Mutation("lint.poster.no-nfc", .warning, at: "nfc", in: .poster) { $0["nfc"] = nil },
            Mutation("lint.poster.authentication-unset", .warning, at: "nfc", in: .poster) {
                $0["nfc.requiresAuthentication"] = nil
            },
            Mutation("lint.poster.no-fallback-fields", .warning, at: "eventTicket", in: .poster) {
                for group in ["header", "primary", "secondary", "auxiliary"] { $0["eventTicket.\(group)Fields"] = nil }
            },
            Mutation("lint.poster.no-fallback-images", .warning, at: "logo.png", in: .poster) {
                $0.removeImage("logo")
                $0.removeImage("background")
            },
            Mutation("lint.poster.key-without-scheme", .warning, at: "sellURL", in: .event) {
                $0["sellURL"] = "https://example.com/sell"
            },
            Mutation("lint.poster.key-without-scheme", .warning, at: "orderFoodURL", in: .boarding) {
                $0["orderFoodURL"] = "https://example.com/food"
            },
            Mutation("lint.poster.logo-text", .warning, at: "logoText", in: .poster) { $0["eventLogoText"] = nil },
            Mutation("lint.boarding-pass.not-air", at: "preferredStyleSchemes[0]", in: .boarding) {
                $0["preferredStyleSchemes"] = ["semanticBoardingPass"]
                $0["semantics"] = nil
            },
            Mutation("lint.boarding-pass.passenger-name-empty", at: "semantics.passengerName", in: .semanticBoarding) {
                $0["semantics.passengerName"] = ["givenName": "", "familyName": ""]
            },
            Mutation("lint.boarding-pass.date-order", .warning, at: "semantics", in: .semanticBoarding) {
                $0["semantics.originalBoardingDate"] = "2099-12-24T10:00:01-08:00"
            },
            Mutation("lint.boarding-pass.key-without-scheme", .warning, at: "upgradeURL", in: .boarding) {
                $0["upgradeURL"] = "https://example.com/upgrade"
            },
            Mutation("lint.poster-generic.artwork-missing", at: "artwork.png", in: .posterGeneric) {
                $0.removeImage("artwork")
            },
            Mutation(
                "lint.poster-generic.too-many-fields",
                .warning,
                at: "posterGeneric.footerFields",
                in: .posterGeneric
            ) {
                $0["posterGeneric.footerFields[1]"] = ["key": "second", "value": "1"]
            },
        ]

    /// Faults in featured actions and upcoming events.
    static let extensions: [Mutation] = [
        Mutation("lint.action.key-missing", at: "featuredActions[0]", in: .posterGeneric) {
            $0["featuredActions[0].identifier"] = nil
        },
        Mutation("lint.action.key-missing", at: "featuredActions[0]", in: .posterGeneric) {
            $0["featuredActions[0].type"] = nil
        },
        Mutation("lint.action.identifier-repeated", at: "featuredActions[1].identifier", in: .posterGeneric) {
            $0["featuredActions[1]"] = $0["featuredActions[0]"]
        },
        Mutation("lint.action.too-many", .warning, at: "featuredActions", in: .posterGeneric) {
            for index in 1...2 {
                $0["featuredActions[\(index)]"] = $0["featuredActions[0]"]
                $0["featuredActions[\(index)].identifier"] = .string("b\(index)")
            }
        },
        Mutation("lint.action.type-unknown", .warning, at: "featuredActions[0].type", in: .posterGeneric) {
            $0["featuredActions[0].type"] = "dance"
        },
        Mutation("lint.action.url", .warning, at: "featuredActions[0].url", in: .posterGeneric) {
            $0["featuredActions[0].url"] = "shop"
        },
        Mutation("lint.upcoming.key-missing", at: "upcomingPassInformation[0]", in: .poster) {
            $0["upcomingPassInformation[0].name"] = nil
        },
        Mutation("lint.upcoming.type-unknown", at: "upcomingPassInformation[0].type", in: .poster) {
            $0["upcomingPassInformation[0].type"] = "flight"
        },
        Mutation("lint.upcoming.identifier-repeated", at: "upcomingPassInformation[1].identifier", in: .poster) {
            $0["upcomingPassInformation[1]"] = $0["upcomingPassInformation[0]"]
        },
        Mutation("lint.upcoming.no-scheme", at: "upcomingPassInformation", in: .event) {
            $0["upcomingPassInformation"] = try GoodPass(.poster)["upcomingPassInformation"]
        },
        Mutation(
            "lint.upcoming.image-url",
            at: "upcomingPassInformation[0].images.headerImage.URLs[0].URL",
            in: .poster
        ) {
            $0["upcomingPassInformation[0].images.headerImage.URLs[0].URL"] = "http://example.com/h.png"
        },
        Mutation(
            "lint.upcoming.image-hash",
            at: "upcomingPassInformation[0].images.headerImage.URLs[0].SHA256",
            in: .poster
        ) { $0["upcomingPassInformation[0].images.headerImage.URLs[0].SHA256"] = "00" },
        Mutation(
            "lint.upcoming.image-size",
            at: "upcomingPassInformation[0].images.headerImage.URLs[0].size",
            in: .poster
        ) {
            $0["upcomingPassInformation[0].images.headerImage.URLs[0].size"] = 2_097_153
        },
        Mutation("lint.upcoming.no-date", .warning, at: "upcomingPassInformation[0]", in: .poster) {
            $0["upcomingPassInformation[0].dateInformation"] = nil
        },
        Mutation("lint.upcoming.no-back-fields", .warning, at: "upcomingPassInformation[0]", in: .poster) {
            $0["upcomingPassInformation[0].backFields"] = nil
        },
    ]
}
