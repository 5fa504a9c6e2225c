import PassKitCore

extension Mutation {
    private static func code(_ format: String, _ message: String) -> JSONValue {
        ["format": .string(format), "message": .string(message), "messageEncoding": "iso-8859-1"]
    }

    private static func message(_ format: String, _ message: String) -> Mutation {
        Mutation("lint.barcode.message-illegal", .warning, at: "barcodes[1].message") {
            $0["barcodes[1]"] = code(format, message)
        }
    }

    /// Faults in codes and NFC.
    static let barcode: [Mutation] = [
        Mutation("lint.barcode.format-missing", at: "barcodes[0]") { $0["barcodes[0].format"] = nil },
        Mutation("lint.barcode.message-missing", at: "barcodes[0]") { $0["barcodes[0].message"] = nil },
        Mutation("lint.barcode.message-encoding-missing", at: "barcodes[0]") {
            $0["barcodes[0].messageEncoding"] = nil
        },
        Mutation("lint.barcode.format-unknown", at: "barcodes[0].format") {
            $0["barcodes[0].format"] = "PKBarcodeFormatI2Of5"
        },
        Mutation(
            "lint.barcode.format-in-single",
            at: "barcode.format",
            .init(ignoredCodes: ["lint.json.deprecated-key"])
        ) { $0["barcode"] = code("PKBarcodeFormatCode128", "1") },
        Mutation("lint.barcode.new-formats-only", .warning, at: "barcodes") {
            $0["barcodes"] = [code("PKBarcodeFormatEAN13", "4006381333931"), code("PKBarcodeFormatCode39", "A-1")]
        },
        Mutation("lint.barcode.not-on-watch", .warning, at: "barcodes") {
            $0["barcodes"] = [code("PKBarcodeFormatCode128", "1")]
        },
        Mutation("lint.barcode.encoding-unknown", at: "barcodes[0].messageEncoding") {
            $0["barcodes[0].messageEncoding"] = "latin"
        },
        Mutation("lint.barcode.message-not-encodable", at: "barcodes[0].message") {
            $0["barcodes[0].message"] = "5 €"
        },
        Mutation("lint.barcode.message-not-encodable", at: "barcodes[0].message") {
            $0["barcodes[0].message"] = "\u{81}"
            $0["barcodes[0].messageEncoding"] = "windows-1252"
        },
        Mutation("lint.barcode.encoding-unusual", .warning, at: "barcodes[0].messageEncoding") {
            $0["barcodes[0].messageEncoding"] = "utf-16"
        },
        message("PKBarcodeFormatEAN13", "4006381333932"),
        message("PKBarcodeFormatEAN13", "400638133393"),
        message("PKBarcodeFormatI2of5", "123"),
        message("PKBarcodeFormatCodabar", "123"),
        message("PKBarcodeFormatCode39", "abc"),
        message("PKBarcodeFormatCode128", "ü"),
        Mutation("lint.barcode.message-long", .warning, at: "barcodes[0].message") {
            $0["barcodes[0].message"] = .string(String(repeating: "1", count: 1001))
        },
        Mutation("lint.nfc.message-missing", at: "nfc", in: .poster) { $0["nfc.message"] = nil },
        Mutation("lint.nfc.key-missing", at: "nfc", in: .poster) { $0["nfc.encryptionPublicKey"] = nil },
        Mutation("lint.nfc.message-long", .warning, at: "nfc.message", in: .poster) {
            $0["nfc.message"] = .string(String(repeating: "ü", count: 33))
        },
        Mutation("lint.nfc.key-invalid", at: "nfc.encryptionPublicKey", in: .poster) {
            $0["nfc.encryptionPublicKey"] = .string("-----BEGIN PUBLIC KEY-----\n\(GoodPass.publicKey)\n")
        },
        Mutation("lint.nfc.key-invalid", at: "nfc.encryptionPublicKey", in: .poster) {
            $0["nfc.encryptionPublicKey"] = .string(GoodPass.publicKey.replacing("MDkw", with: "MDgw"))
        },
        Mutation("lint.nfc.key-uncompressed", .warning, at: "nfc.encryptionPublicKey", in: .poster) {
            $0["nfc.encryptionPublicKey"] = .string(GoodPass.uncompressedKey)
        },
        Mutation("lint.nfc.sharing-allowed", .warning, at: "nfc.requiresAuthentication", in: .poster) {
            $0["sharingProhibited"] = nil
        },
    ]

    /// Faults in when and where the pass is relevant.
    static let relevance: [Mutation] = [
        Mutation("lint.relevance.too-many-locations", at: "locations") {
            for index in 1...10 { $0["locations[\(index)]"] = $0["locations[0]"] }
        },
        Mutation("lint.relevance.location-invalid", at: "locations[0]") { $0["locations[0].latitude"] = 90.5 },
        Mutation("lint.relevance.location-invalid", at: "locations[0]") { $0["locations[0].longitude"] = nil },
        Mutation("lint.relevance.too-many-beacons", at: "beacons", in: .generic) {
            for index in 1...10 {
                $0["beacons[\(index)]"] = [
                    "proximityUUID": .string("F8F589E9-C07E-58B0-AEAB-A36BE4D48\(100 + index)")
                ]
            }
        },
        Mutation("lint.relevance.beacon-uuid", at: "beacons[0].proximityUUID", in: .generic) {
            $0["beacons[0].proximityUUID"] = "F8F589E9C07E58B0AEABA36BE4D48FAC"
        },
        Mutation("lint.relevance.beacon-uuid", at: "beacons[0]", in: .generic) {
            $0["beacons[0].proximityUUID"] = nil
        },
        Mutation("lint.relevance.beacon-number", at: "beacons[0].major", in: .generic) {
            $0["beacons[0].major"] = 65_536
        },
        Mutation("lint.relevance.beacon-number", at: "beacons[0].minor", in: .generic) {
            $0["beacons[0].minor"] = 1.5
        },
        Mutation("lint.relevance.max-distance", at: "maxDistance", in: .generic) { $0["maxDistance"] = 0 },
        Mutation("lint.relevance.no-locations", .warning, at: "locations", in: .generic) { $0["locations"] = nil },
        Mutation("lint.relevance.date-ignored", .warning, at: "relevantDates", in: .coupon) {
            $0["relevantDates"] = [["date": "2099-12-24T18:30Z"]]
        },
        Mutation("lint.relevance.date-missing", at: "relevantDates[0]", in: .generic) {
            $0["relevantDates[0].date"] = nil
        },
        Mutation("lint.relevance.interval-open", at: "relevantDates[1]", in: .generic) {
            $0["relevantDates[1].endDate"] = nil
        },
        Mutation("lint.relevance.interval-open", at: "relevantDates[1]", in: .generic) {
            $0["relevantDates[1].startDate"] = nil
        },
        Mutation("lint.relevance.interval-order", at: "relevantDates[1]", in: .generic) {
            $0["relevantDates[1].endDate"] = "2099-12-24T18:30Z"
        },
        Mutation("lint.relevance.interval-long", .warning, at: "relevantDates[1]", in: .generic) {
            $0["relevantDates[1].endDate"] = "2099-12-25T18:31Z"
        },
        Mutation("lint.relevance.date-and-interval", .warning, at: "relevantDates[1]", in: .generic) {
            $0["relevantDates[1].date"] = "2099-12-24T18:30Z"
        },
    ]
}
