extension ObjectSchema {
    /// The keys of `pass.json`. (Apple, Wallet Passes, "Pass".)
    static let pass = ObjectSchema(
        "the pass",
        identityKeys + styleKeys + appearanceKeys + relevanceKeys + serviceKeys + eventGuideKeys + travelKeys
            + undocumentedKeys
    )

    private static let identityKeys: [KnownKey] = [
        KnownKey("formatVersion", .integer),
        KnownKey("passTypeIdentifier", .string),
        KnownKey("serialNumber", .string),
        KnownKey("teamIdentifier", .string),
        KnownKey("organizationName", .text),
        KnownKey("description", .text),
    ]

    private static let styleKeys: [KnownKey] = [
        KnownKey("boardingPass", .object(.fieldGroups)),
        KnownKey("coupon", .object(.fieldGroups)),
        KnownKey("eventTicket", .object(.fieldGroups)),
        KnownKey("generic", .object(.fieldGroups)),
        KnownKey("storeCard", .object(.fieldGroups)),
        KnownKey("posterGeneric", .object(.fieldGroups), since: 27),
        KnownKey("preferredStyleSchemes", .list(of: .oneOf(PassStyleScheme.self, .schemeUnknown)), since: 18),
    ]

    private static let appearanceKeys: [KnownKey] = [
        KnownKey("logoText", .text),
        KnownKey("eventLogoText", .text, since: IOSVersion(18, 1)),
        KnownKey("logoSymbolName", .string, since: 27),
        KnownKey("backgroundColor", .color),
        KnownKey("foregroundColor", .color),
        KnownKey("labelColor", .color),
        KnownKey("stripColor", .color),
        KnownKey("footerBackgroundColor", .color, since: 18),
        KnownKey("suppressStripShine", .boolean, .deprecated(insteadUse: nil)),
        KnownKey("suppressHeaderDarkening", .boolean, since: 18),
        KnownKey("useAutomaticColors", .boolean, since: 18),
        KnownKey("groupingIdentifier", .string, since: 7),
        KnownKey("barcodes", .list(of: .object(.barcode)), since: 9),
        KnownKey("barcode", .object(.barcode), .deprecated(insteadUse: "barcodes")),
        KnownKey("nfc", .object(.nfc), since: 9),
        KnownKey("featuredActions", .list(of: .object(.featuredAction)), since: 27),
    ]

    private static let relevanceKeys: [KnownKey] = [
        KnownKey("locations", .list(of: .object(.relevantLocation))),
        KnownKey("beacons", .list(of: .object(.beacon)), since: 7),
        KnownKey("maxDistance", .number, since: 7),
        KnownKey("relevantDate", .date, .deprecated(insteadUse: "relevantDates")),
        KnownKey("relevantDates", .list(of: .object(.relevantDate)), since: 18),
        KnownKey("expirationDate", .date, since: 7),
        KnownKey("voided", .boolean, since: 7),
        KnownKey("sharingProhibited", .boolean, since: 11),
    ]

    private static let serviceKeys: [KnownKey] = [
        KnownKey("webServiceURL", .url),
        KnownKey("authenticationToken", .string),
        KnownKey("associatedStoreIdentifiers", .list(of: .number)),
        KnownKey("auxiliaryStoreIdentifiers", .list(of: .number), since: 18),
        KnownKey("appLaunchURL", .url),
        KnownKey("userInfo", .any, since: 7),
        KnownKey("semantics", .object(.semantics), since: 12),
        KnownKey("upcomingPassInformation", .list(of: .object(.upcomingPass)), since: 26),
    ]

    /// The keys of the event guide of poster event tickets, which upcoming events repeat.
    static let eventGuideKeys: [KnownKey] =
        KnownKey.all(
            [
                "accessibilityURL", "addOnURL", "bagPolicyURL", "contactVenueWebsite", "directionsInformationURL",
                "merchandiseURL", "orderFoodURL", "parkingInformationURL", "purchaseParkingURL", "sellURL",
                "transferURL", "transitInformationURL",
            ],
            .url,
            since: 18
        ) + KnownKey.all(["contactVenueEmail", "contactVenuePhoneNumber"], .string, since: 18)

    /// The keys of the services page of semantic boarding passes, but for `orderFoodURL`, which both have.
    static let travelKeys: [KnownKey] =
        KnownKey.all(
            [
                "changeSeatURL", "entertainmentURL", "managementURL", "purchaseAdditionalBaggageURL",
                "purchaseLoungeAccessURL", "purchaseWifiURL", "registerServiceAnimalURL", "reportLostBagURL",
                "requestWheelchairURL", "trackBagsURL", "transitProviderWebsiteURL", "upgradeURL",
            ],
            .url,
            since: 26
        ) + KnownKey.all(["transitProviderEmail", "transitProviderPhoneNumber"], .string, since: 26)

    /// Keys seen in passes that no page of Apple's names.
    private static let undocumentedKeys: [KnownKey] = [
        KnownKey("businessChatIdentifier", .any, .undocumented),
        KnownKey("liveDataConfiguration", .any, .undocumented),
        KnownKey("associatedApps", .any, .undocumented),
        KnownKey("passLastModDate", .any, .undocumented),
    ]

    /// A dictionary of a style. (Apple, Wallet Passes, "PassFields".)
    static let fieldGroups = ObjectSchema(
        "a style",
        KnownKey.all(
            ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "backFields"],
            .list(of: .object(.field))
        ) + [
            KnownKey("additionalInfoFields", .list(of: .object(.field)), since: 18),
            KnownKey("footerFields", .list(of: .object(.field)), since: 27),
            KnownKey("transitType", .oneOf(TransitType.self, .transitTypeUnknown)),
        ]
    )

    /// A field. (Apple, Wallet Passes, "PassFieldContent".)
    static let field = ObjectSchema(
        "a field",
        [
            KnownKey("key", .string),
            KnownKey("value", .fieldValue),
            KnownKey("label", .text),
            KnownKey("attributedValue", .fieldValue, since: 7),
            KnownKey("changeMessage", .text),
            KnownKey("dataDetectorTypes", .list(of: .oneOf(DataDetectorType.self, .fieldStyleUnknown)), since: 7),
            KnownKey("textAlignment", .oneOf(PassTextAlignment.self, .alignmentUnknown)),
            KnownKey("dateStyle", .oneOf(PassDateStyle.self, .fieldStyleUnknown)),
            KnownKey("timeStyle", .oneOf(PassDateStyle.self, .fieldStyleUnknown)),
            KnownKey("ignoresTimeZone", .boolean, since: 7),
            KnownKey("isRelative", .boolean),
            KnownKey("numberStyle", .oneOf(PassNumberStyle.self, .fieldStyleUnknown)),
            KnownKey("currencyCode", .string),
            KnownKey("semantics", .object(.semantics), since: 12),
            KnownKey("row", .number, since: 12),
            KnownKey("_id", .any, .undocumented),
        ]
    )
}
