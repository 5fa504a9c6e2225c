import PassKitCore

/// The keys of the objects within a pass, with the properties that stand for them.
enum NestedKeyTables {
    static let fields: [ViewProperty<PassField>] = [
        ViewProperty("key", "a", \.key),
        ViewProperty("value", 1.50, \.value),
        ViewProperty("label", "A", \.label),
        ViewProperty("attributedValue", "<a href='https://example.com'>A</a>", \.attributedValue),
        ViewProperty("changeMessage", "%@", \.changeMessage),
        ViewProperty("dataDetectorTypes", ["PKDataDetectorTypeLink", "later"], \.dataDetectorTypes),
        ViewProperty("textAlignment", "PKTextAlignmentLeft", \.textAlignment),
        ViewProperty("dateStyle", "PKDateStyleShort", \.dateStyle),
        ViewProperty("timeStyle", "PKDateStyleNone", \.timeStyle),
        ViewProperty("ignoresTimeZone", true, \.ignoresTimeZone),
        ViewProperty("isRelative", false, \.isRelative),
        ViewProperty("numberStyle", "PKNumberStylePercent", \.numberStyle),
        ViewProperty("currencyCode", "EUR", \.currencyCode),
        ViewProperty("semantics", ["eventName": "A"], \.semantics),
        ViewProperty("row", 1, \.row),
    ]

    static let groups: [ViewProperty<PassFields>] = [
        ViewProperty("headerFields", [["key": "a"]], \.header),
        ViewProperty("primaryFields", [["key": "a"]], \.primary),
        ViewProperty("secondaryFields", [["key": "a"]], \.secondary),
        ViewProperty("auxiliaryFields", [["key": "a"]], \.auxiliary),
        ViewProperty("backFields", [["key": "a"]], \.back),
        ViewProperty("additionalInfoFields", [["key": "a"]], \.additionalInfo),
        ViewProperty("footerFields", [["key": "a"]], \.footer),
        ViewProperty("transitType", "PKTransitTypeAir", \.transitType),
    ]

    static let barcodes: [ViewProperty<Barcode>] = [
        ViewProperty("format", "PKBarcodeFormatI2of5", \.format),
        ViewProperty("message", "A", \.message),
        ViewProperty("messageEncoding", "utf-8", \.messageEncoding),
        ViewProperty("altText", "A", \.altText),
    ]

    static let nfc: [ViewProperty<PassNFC>] = [
        ViewProperty("message", "A", \.message),
        ViewProperty("encryptionPublicKey", "MDkw", \.encryptionPublicKey),
        ViewProperty("requiresAuthentication", true, \.requiresAuthentication),
    ]

    static let locations: [ViewProperty<PassLocation>] = [
        ViewProperty("latitude", 1.50, \.latitude), ViewProperty("longitude", -2, \.longitude),
        ViewProperty("altitude", 1e2, \.altitude), ViewProperty("relevantText", "A", \.relevantText),
    ]

    static let beacons: [ViewProperty<PassBeacon>] = [
        ViewProperty("proximityUUID", "f8f589e9-c07e-58b1-aeab-a36be4d48fac", \.proximityUUID),
        ViewProperty("major", 65_535, \.major), ViewProperty("minor", 0, \.minor),
        ViewProperty("relevantText", "A", \.relevantText),
    ]

    static let relevantDates: [ViewProperty<RelevantDate>] = [
        ViewProperty("date", "2026-12-24T18:30+01:00", \.date),
        ViewProperty("startDate", "2026-12-24T18:30Z", \.startDate),
        ViewProperty("endDate", "2026-12-24T18:30:00.25-11:30", \.endDate),
    ]

    static let actions: [ViewProperty<FeaturedAction>] = [
        ViewProperty("identifier", "a", \.identifier), ViewProperty("type", "viewSchedule", \.type),
        ViewProperty("url", "tel:+491701234567", \.url),
    ]

    static let personalization: [ViewProperty<Personalization>] = [
        ViewProperty("description", "A", \.description),
        ViewProperty(
            "requiredPersonalizationFields",
            ["PKPassPersonalizationFieldName", "later"],
            \.requiredPersonalizationFields
        ),
        ViewProperty("termsAndConditions", "A", \.termsAndConditions),
    ]
}

/// The keys of upcoming events and of the value objects of semantic tags.
enum UpcomingKeyTables {
    static let entries: [ViewProperty<UpcomingPassInformation>] = [
        ViewProperty("type", "event", \.type), ViewProperty("identifier", "a", \.identifier),
        ViewProperty("name", "A", \.name), ViewProperty("isActive", true, \.isActive),
        ViewProperty("dateInformation", ["isAllDay": true], \.dateInformation),
        ViewProperty("semantics", ["venuePlaceID": "I6A"], \.semantics),
        ViewProperty("URLs", ["sellURL": "https://example.com"], \.links),
        ViewProperty("images", ["venueMap": ["reuseExisting": true]], \.images),
        ViewProperty("additionalInfoFields", [["key": "a"]], \.additionalInfoFields),
        ViewProperty("backFields", [["key": "a"]], \.backFields),
        ViewProperty("auxiliaryStoreIdentifiers", [1], \.auxiliaryStoreIdentifiers),
    ]

    static let dates: [ViewProperty<UpcomingPassInformation.DateInformation>] = [
        ViewProperty("date", "2026-12-24T18:30Z", \.date),
        ViewProperty("ignoreTimeComponents", true, \.ignoreTimeComponents),
        ViewProperty("isAllDay", true, \.isAllDay), ViewProperty("isUnannounced", true, \.isUnannounced),
        ViewProperty("isUndetermined", true, \.isUndetermined), ViewProperty("timeZone", "Europe/Berlin", \.timeZone),
    ]

    static let images: [ViewProperty<UpcomingPassInformation.Images>] = [
        ViewProperty("headerImage", ["reuseExisting": true], \.headerImage),
        ViewProperty("venueMap", ["reuseExisting": true], \.venueMap),
    ]

    static let image: [ViewProperty<UpcomingPassInformation.Image>] = [
        ViewProperty("URLs", [["scale": 2]], \.sources), ViewProperty("reuseExisting", true, \.reuseExisting),
    ]

    static let sources: [ViewProperty<UpcomingPassInformation.ImageSource>] = [
        ViewProperty("URL", "https://example.com/a.png", \.url), ViewProperty("SHA256", "00", \.sha256),
        ViewProperty("scale", 2, \.scale), ViewProperty("size", 1024, \.size),
    ]

    static let links: [ViewProperty<UpcomingPassInformation.Links>] = [
        ViewProperty("accessibilityURL", "https://example.com", \.accessibilityURL),
        ViewProperty("addOnURL", "https://example.com", \.addOnURL),
        ViewProperty("bagPolicyURL", "https://example.com", \.bagPolicyURL),
        ViewProperty("contactVenueEmail", "a@example.com", \.contactVenueEmail),
        ViewProperty("contactVenuePhoneNumber", "+49", \.contactVenuePhoneNumber),
        ViewProperty("contactVenueWebsite", "https://example.com", \.contactVenueWebsite),
        ViewProperty("directionsInformationURL", "https://example.com", \.directionsInformationURL),
        ViewProperty("merchandiseURL", "https://example.com", \.merchandiseURL),
        ViewProperty("orderFoodURL", "https://example.com", \.orderFoodURL),
        ViewProperty("parkingInformationURL", "https://example.com", \.parkingInformationURL),
        ViewProperty("purchaseParkingURL", "https://example.com", \.purchaseParkingURL),
        ViewProperty("sellURL", "https://example.com", \.sellURL),
        ViewProperty("transferURL", "https://example.com", \.transferURL),
        ViewProperty("transitInformationURL", "https://example.com", \.transitInformationURL),
    ]

    static let places: [ViewProperty<SemanticTags.Location>] = [
        ViewProperty("latitude", 1.50, \.latitude), ViewProperty("longitude", -2, \.longitude),
    ]

    static let amounts: [ViewProperty<SemanticTags.CurrencyAmount>] = [
        ViewProperty("amount", "1.50", \.amount), ViewProperty("currencyCode", "EUR", \.currencyCode),
    ]

    static let networks: [ViewProperty<SemanticTags.WifiNetwork>] = [
        ViewProperty("ssid", "A", \.ssid), ViewProperty("password", "B", \.password),
        ViewProperty("captiveToken", "C", \.captiveToken),
        ViewProperty("captiveTokenAuthURL", "https://example.com", \.captiveTokenAuthURL),
    ]

    static let eventDates: [ViewProperty<SemanticTags.EventDateInfo>] = [
        ViewProperty("date", "2026-12-24T18:30Z", \.date),
        ViewProperty("ignoreTimeComponents", true, \.ignoreTimeComponents),
        ViewProperty("timeZone", "Europe/Berlin", \.timeZone), ViewProperty("unannounced", true, \.unannounced),
        ViewProperty("undetermined", true, \.undetermined),
    ]

    static let names: [ViewProperty<SemanticTags.PersonName>] = [
        ViewProperty("familyName", "A", \.familyName), ViewProperty("givenName", "A", \.givenName),
        ViewProperty("middleName", "A", \.middleName), ViewProperty("namePrefix", "A", \.namePrefix),
        ViewProperty("nameSuffix", "A", \.nameSuffix), ViewProperty("nickname", "A", \.nickname),
        ViewProperty("phoneticRepresentation", "A", \.phoneticRepresentation),
    ]

    static let seats: [ViewProperty<SemanticTags.Seat>] = [
        ViewProperty("seatAisle", "A", \.seatAisle), ViewProperty("seatDescription", "A", \.seatDescription),
        ViewProperty("seatIdentifier", "A", \.seatIdentifier), ViewProperty("seatLevel", "A", \.seatLevel),
        ViewProperty("seatNumber", "A", \.seatNumber), ViewProperty("seatRow", "A", \.seatRow),
        ViewProperty("seatSection", "A", \.seatSection),
        ViewProperty("seatSectionColor", "rgb(1, 2, 3)", \.seatSectionColor),
        ViewProperty("seatType", "A", \.seatType),
    ]
}
