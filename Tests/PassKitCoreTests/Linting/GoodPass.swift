import PassKitCore
import PassKitTesting

/// A pass of which the linter has nothing to say, to be changed in one thing at a time.
struct GoodPass: Sendable {
    /// What kind of pass it is.
    enum Kind: String, Sendable, CaseIterable {
        case event, coupon, storeCard, generic, boarding, semanticBoarding, poster, posterGeneric, reward
    }

    /// `pass.json`.
    var json: JSONValue

    /// The other files.
    var files: [String: [UInt8]]

    /// The bytes of `pass.json`, where they are not those of the tree.
    var text: String?

    /// Whether there is no `pass.json` at all.
    var isWithoutPass = false

    /// What stands before the name of every file.
    var folder = ""

    init(_ kind: Kind) throws {
        json = try JSONValue(parsing: Array(Self.head.utf8))
        let (part, images) = Self.part(kind)
        for member in try JSONValue(parsing: Array(part.utf8)).objectValue?.members ?? [] {
            json[member.key] = member.value
        }
        files = [:]
        for (name, width, height) in images + [("icon", 38, 38)] {
            for scale in [2, 3] { files["\(name)@\(scale)x.png"] = try BlankImage.png(width * scale, height * scale) }
        }
        if kind == .reward { files["personalization.json"] = Array(Self.form.utf8) }
    }

    func archive() throws -> PassArchive {
        var archive = PassArchive()
        if !isWithoutPass {
            try archive.set(text.map { Array($0.utf8) } ?? json.bytes(), for: folder + "pass.json")
        }
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) { try archive.set(bytes, for: folder + name) }
        return archive
    }

    /// The value at a path such as `barcodes[0].message`; setting nil removes it.
    subscript(path: String) -> JSONValue? {
        get { (try? JSONPath(path)).flatMap { json[$0] } }
        set {
            guard let path = try? JSONPath(path) else { return }
            if let newValue {
                try? json.set(newValue, at: path)
            } else {
                remove(path)
            }
        }
    }

    private mutating func remove(_ path: JSONPath) {
        guard case .key(let key)? = path.steps.last else { return }
        let parent = JSONPath(Array(path.steps.dropLast()))
        if parent.steps.isEmpty {
            json[key] = nil
        } else if var object = json[parent]?.objectValue {
            object[key] = nil
            try? json.set(.object(object), at: parent)
        }
    }

    /// Adds the strings of a language, in UTF-16.
    mutating func translate(_ language: String, _ strings: String) {
        files["\(language).lproj/pass.strings"] =
            [0xFF, 0xFE] + strings.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }

    /// Removes every scale of an image.
    mutating func removeImage(_ name: String) {
        for scale in ["", "@2x", "@3x"] { files["\(name)\(scale).png"] = nil }
    }

    /// A P-256 key in its compressed form.
    static let publicKey =
        "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY="

    /// The same key in its other form.
    static let uncompressedKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7Ltk"
        + "BoN79R9Q=="
}

// MARK: - Kinds

extension GoodPass {
    private static let head = """
        {"formatVersion": 1, "passTypeIdentifier": "\(SamplePass.passTypeIdentifier)", "serialNumber": "E-1029",
         "teamIdentifier": "\(SamplePass.teamIdentifier)", "organizationName": "Example", "description": "An example",
         "logoText": "Example", "backgroundColor": "rgb(20, 40, 60)", "foregroundColor": "rgb(255,255,255)",
         "webServiceURL": "https://example.com/passes", "authenticationToken": "0123456789abcdef",
         "locations": [{"latitude": 52.5, "longitude": 13.4}],
         "barcodes": [{"format": "PKBarcodeFormatQR", "message": "E-1029", "messageEncoding": "iso-8859-1"}]}
        """

    private static let form = """
        {"description": "Join", "requiredPersonalizationFields": ["PKPassPersonalizationFieldName"],
         "termsAndConditions": "Be nice."}
        """

    private static let faceAndBack = """
        "headerFields": [{"key": "no", "label": "NO", "value": "7"}],
        "primaryFields": [{"key": "what", "label": "WHAT", "value": "This"}],
        "secondaryFields": [{"key": "when", "label": "WHEN", "value": "2099-12-24T18:30:00+01:00",
            "dateStyle": "PKDateStyleMedium", "timeStyle": "PKDateStyleShort", "changeMessage": "Now at %@, not 100 % sure."}],
        "auxiliaryFields": [{"key": "price", "label": "PRICE", "value": 20.5, "currencyCode": "EUR"}],
        "backFields": [{"key": "help", "label": "HELP", "value": "help@example.com",
            "attributedValue": "<a href='mailto:help@example.com'>Ask</a> if 1 < 2",
            "dataDetectorTypes": ["PKDataDetectorTypeLink"]}]
        """

    private static let flightTags = """
        "airlineCode": "EX", "flightNumber": 123, "flightCode": "EX123", "departureAirportCode": "SFO",
        "departureCityName": "San Francisco", "departureLocationTimeZone": "America/Los_Angeles",
        "destinationAirportCode": "JFK", "destinationCityName": "New York",
        "destinationLocationTimeZone": "America/New_York", "originalBoardingDate": "2099-12-24T09:30:00-08:00",
        "originalDepartureDate": "2099-12-24T10:00:00-08:00", "originalArrivalDate": "2099-12-24T18:30:00-05:00",
        "passengerName": {"givenName": "Ada", "familyName": "Lovelace"}, "passengerServiceSSRs": ["WCHR"],
        "passengerInformationSSRs": ["INFT"], "passengerCapabilities": ["PKPassengerCapabilityCarryon"],
        "departureLocation": {"latitude": 37.6, "longitude": -122.4}, "silenceRequested": true,
        "wifiAccess": [{"ssid": "plane", "password": "wings"}]
        """

    private static let posterTags = """
        "eventType": "PKEventTypeLivePerformance", "eventName": "Opening night", "venueName": "Hall",
        "venueRegionName": "Berlin", "venueRoom": "Main", "performerNames": ["The Band"], "artistIDs": ["123"],
        "eventStartDate": "2099-12-24T18:30:00+01:00", "eventEndDate": "2099-12-24T21:30:00+01:00",
        "eventStartDateInfo": {"date": "2099-12-24T18:30:00+01:00", "timeZone": "Europe/Berlin"},
        "seats": [{"seatNumber": "7", "seatRow": "A", "seatSectionColor": "rgb(0, 0, 0)"}],
        "venueLocation": {"latitude": 52.5, "longitude": 13.4}
        """

    private static let upcoming = """
        [{"type": "event", "identifier": "night-2", "name": "Second night",
          "dateInformation": {"date": "2099-12-25T18:30:00+01:00", "timeZone": "Europe/Berlin"},
          "semantics": {"eventName": "Second night", "venuePlaceID": "I1"}, "URLs": {"sellURL": "https://example.com/s"},
          "images": {"headerImage": {"URLs": [{"URL": "https://example.com/h.png", "scale": 2, "size": 1000,
            "SHA256": "\(String(repeating: "0a", count: 32))"}]}, "venueMap": {"reuseExisting": true}},
          "backFields": [{"key": "info", "value": "Bring a coat"}]}]
        """

    private static let nfc = """
        {"message": "E-1029", "encryptionPublicKey": "\(publicKey)", "requiresAuthentication": true}
        """

    private static func part(_ kind: Kind) -> (json: String, images: [(String, Int, Int)]) {
        switch kind {
        case .event:
            (
                "{\"eventTicket\": {\(faceAndBack)}, \"groupingIdentifier\": \"g\"}",
                [("logo", 160, 50), ("thumbnail", 90, 90)]
            )
        case .coupon: ("{\"coupon\": {\(faceAndBack)}}", [("logo", 160, 50), ("strip", 375, 144)])
        case .storeCard:
            (
                """
                {"storeCard": {\(faceAndBack)}, "semantics": {"balance": {"amount": "20.50", "currencyCode": "EUR"}}}
                """,
                [("logo", 160, 50), ("strip", 375, 144)]
            )
        case .generic:
            (
                """
                {"generic": {\(faceAndBack)}, "relevantDates": [{"date": "2099-12-24T18:30Z"},
                 {"startDate": "2099-12-24T18:30Z", "endDate": "2099-12-24T21:30Z"}], "maxDistance": 100,
                 "beacons": [{"proximityUUID": "F8F589E9-C07E-58B0-AEAB-A36BE4D48FAC", "major": 1, "minor": 65535}],
                 "associatedStoreIdentifiers": [123456789], "appLaunchURL": "example:open", "userInfo": {"a": 1}}
                """,
                [("logo", 160, 50), ("thumbnail", 90, 90)]
            )
        case .boarding:
            (
                "{\"boardingPass\": {\"transitType\": \"PKTransitTypeTrain\", \(faceAndBack)}}",
                [("logo", 160, 50), ("footer", 286, 15)]
            )
        case .semanticBoarding:
            (
                """
                {"boardingPass": {"transitType": "PKTransitTypeAir", \(faceAndBack)}, "semantics": {\(flightTags)},
                 "preferredStyleSchemes": ["semanticBoardingPass", "boardingPass"],
                 "managementURL": "https://example.com/m", "transitProviderEmail": "air@example.com"}
                """,
                [("logo", 160, 50), ("primaryLogo", 126, 30)]
            )
        case .poster:
            (
                """
                {"eventTicket": {\(faceAndBack)}, "semantics": {\(posterTags)}, "eventLogoText": "Example",
                 "preferredStyleSchemes": ["posterEventTicket", "eventTicket"], "nfc": \(nfc),
                 "sharingProhibited": true, "sellURL": "https://example.com/sell", "useAutomaticColors": true,
                 "upcomingPassInformation": \(upcoming)}
                """,
                [
                    ("logo", 160, 50), ("primaryLogo", 126, 30), ("secondaryLogo", 135, 12),
                    ("background", 343, 503), ("artwork", 358, 448),
                ]
            )
        case .posterGeneric:
            (
                """
                {"generic": {\(faceAndBack)}, "posterGeneric": {
                 "headerFields": [{"key": "no", "value": "7"}], "primaryFields": [{"key": "what", "value": "This"}],
                 "footerFields": [{"key": "foot", "value": "below"}], "backFields": [{"key": "help", "value": "Ask"}]},
                 "featuredActions": [{"identifier": "a", "type": "shop", "url": "https://example.com/shop"}]}
                """,
                [("logo", 160, 50), ("primaryLogo", 126, 30), ("artwork", 358, 448), ("thumbnail", 90, 90)]
            )
        case .reward:
            (
                "{\"storeCard\": {\(faceAndBack)}, \"nfc\": \(nfc), \"sharingProhibited\": true}",
                [("logo", 160, 50), ("strip", 375, 144), ("personalizationLogo", 150, 40)]
            )
        }
    }
}
