extension ObjectSchema {
    /// A code. (Apple, Wallet Passes, "Pass.Barcodes".)
    static let barcode = ObjectSchema(
        "a barcode",
        [
            KnownKey("format", .oneOf(BarcodeFormat.self, .barcodeFormatUnknown)),
            KnownKey("message", .string),
            KnownKey("messageEncoding", .string),
            KnownKey("altText", .string),
        ]
    )

    /// What a reader without contact gets. (Apple, Wallet Passes, "Pass.NFC".)
    static let nfc = ObjectSchema(
        "nfc",
        [
            KnownKey("message", .string, since: 9),
            KnownKey("encryptionPublicKey", .string, since: 9),
            KnownKey("requiresAuthentication", .boolean, since: IOSVersion(13, 1)),
        ]
    )

    /// A place where the pass is relevant. (Apple, Wallet Passes, "Pass.Locations".)
    static let relevantLocation = ObjectSchema(
        "a location",
        [
            KnownKey("latitude", .number),
            KnownKey("longitude", .number),
            KnownKey("altitude", .number),
            KnownKey("relevantText", .string),
        ]
    )

    /// A beacon where the pass is relevant. (Apple, Wallet Passes, "Pass.Beacons".)
    static let beacon = ObjectSchema(
        "a beacon",
        [
            KnownKey("proximityUUID", .string, since: 7),
            KnownKey("major", .number, since: 7),
            KnownKey("minor", .number, since: 7),
            KnownKey("relevantText", .string, since: 7),
            KnownKey("name", .any, .undocumented),
        ]
    )

    /// A time when the pass is relevant; iOS 18 called `date` `relevantDate`. (Apple, "Pass.RelevantDates".)
    static let relevantDate = ObjectSchema(
        "a relevant date",
        [
            KnownKey("date", .date, since: 18),
            KnownKey("startDate", .date, since: 18),
            KnownKey("endDate", .date, since: 18),
            KnownKey("relevantDate", .date, since: 18),
        ]
    )

    /// An action below the pass. (Apple, Wallet Passes, "Pass.FeaturedActions".)
    static let featuredAction = ObjectSchema(
        "a featured action",
        [
            KnownKey("identifier", .string, since: 27),
            KnownKey("type", .oneOf(FeaturedAction.Kind.self, .actionTypeUnknown), since: 27),
            KnownKey("url", .string, since: 27),
            KnownKey("_id", .any, .undocumented),
        ]
    )

    /// One event of several that a ticket is for. (Apple, Wallet Passes, "Pass.UpcomingPassInformationEntry".)
    static let upcomingPass = ObjectSchema(
        "an upcoming event",
        [
            KnownKey("type", .oneOf(UpcomingPassInformation.Kind.self, .upcomingTypeUnknown), since: 26),
            KnownKey("identifier", .string, since: 26),
            KnownKey("name", .text, since: 26),
            KnownKey("isActive", .boolean, since: 26),
            KnownKey("dateInformation", .object(.upcomingDate), since: 26),
            KnownKey("semantics", .object(.upcomingSemantics), since: 26),
            KnownKey("URLs", .object(.upcomingURLs), since: 26),
            KnownKey("images", .object(.upcomingImages), since: 26),
            KnownKey("additionalInfoFields", .list(of: .object(.field)), since: 26),
            KnownKey("backFields", .list(of: .object(.field)), since: 26),
            KnownKey("auxiliaryStoreIdentifiers", .list(of: .number), since: 26),
        ]
    )

    private static let upcomingDate = ObjectSchema(
        "dateInformation",
        [
            KnownKey("date", .date, since: 26),
            KnownKey("ignoreTimeComponents", .boolean, since: 26),
            KnownKey("isAllDay", .boolean, since: 26),
            KnownKey("isUnannounced", .boolean, since: 26),
            KnownKey("isUndetermined", .boolean, since: 26),
            KnownKey("timeZone", .string, since: 26),
        ]
    )

    private static let upcomingURLs = ObjectSchema("URLs", eventGuideKeys)

    private static let upcomingImages = ObjectSchema(
        "images",
        KnownKey.all(["headerImage", "venueMap"], .object(.upcomingImage), since: 26)
    )

    private static let upcomingImage = ObjectSchema(
        "an image",
        [
            KnownKey("URLs", .list(of: .object(.imageURL)), since: 26),
            KnownKey("reuseExisting", .boolean, since: 26),
        ]
    )

    private static let imageURL = ObjectSchema(
        "an image's URL",
        [
            KnownKey("URL", .string, since: 26),
            KnownKey("SHA256", .string, since: 26),
            KnownKey("scale", .number, since: 26),
            KnownKey("size", .number, since: 26),
        ]
    )

    /// The form of a reward programme. (Apple, Wallet Passes, "Personalize".)
    static let personalization = ObjectSchema(
        "personalization.json",
        [
            KnownKey("description", .text, since: 10),
            KnownKey(
                "requiredPersonalizationFields",
                .list(of: .oneOf(Personalization.Field.self, .personalizationFieldUnknown)),
                since: 10
            ),
            KnownKey("termsAndConditions", .text, since: 10),
        ]
    )
}
