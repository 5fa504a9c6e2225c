import PassKitCore

extension Mutation {
    /// Faults in the text of `pass.json`, in its keys and the form of its values.
    static let json: [Mutation] = [
        Mutation("lint.json.byte-order-mark", .warning, at: "pass.json") {
            $0.text = "\u{FEFF}" + String(decoding: $0.json.bytes(), as: UTF8.self)
        },
        Mutation("json.duplicate-key", at: "pass.json") {
            $0.text = String(decoding: $0.json.bytes().dropLast(), as: UTF8.self) + ",\"voided\":true,\"voided\":false}"
        },
        Mutation("json.syntax", at: "pass.json") {
            $0.text = String(decoding: $0.json.bytes().dropLast(), as: UTF8.self) + ",}"
        },
        Mutation("json.too-deep", at: "pass.json") { $0.text = String(repeating: "[", count: 100_000) },
        Mutation("json.encoding", at: "pass.json") {
            $0.isWithoutPass = true
            $0.files["pass.json"] = Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8)
        },
        Mutation("pass.not-an-object", at: "pass.json") { $0.text = "[]" },
        Mutation("lint.json.wrong-type", at: "maxDistance") { $0["maxDistance"] = "100" },
        Mutation("lint.json.wrong-type", at: "voided") { $0["voided"] = 0 },
        Mutation("lint.json.wrong-type", at: "barcodes") { $0["barcodes"] = $0["barcodes[0]"] },
        Mutation("lint.json.wrong-type", at: "serialNumber") { $0["serialNumber"] = 1029 },
        Mutation("lint.json.wrong-type", at: "logoText") { $0["logoText"] = .null },
        Mutation("lint.json.wrong-type", at: "eventTicket.primaryFields[0].value") {
            $0["eventTicket.primaryFields[0].value"] = true
        },
        Mutation("lint.json.unknown-key", .warning, at: "somethingElse") { $0["somethingElse"] = 1 },
        Mutation("lint.json.unknown-key", .warning, at: "eventTicket.primaryFields[0].weight") {
            $0["eventTicket.primaryFields[0].weight"] = 1
        },
        Mutation("lint.json.misspelled-key", .warning, at: "logotext") { $0["logotext"] = "Example" },
        Mutation("lint.json.misspelled-key", .warning, at: "expirationDtae") { $0["expirationDtae"] = "2099" },
        Mutation("lint.json.undocumented-key", .note, at: "passLastModDate") { $0["passLastModDate"] = "2026" },
        Mutation("lint.json.newer-than-target", .note, at: "sharingProhibited", .init(target: 10)) {
            $0["sharingProhibited"] = true
        },
        Mutation("lint.json.deprecated-key", .warning, at: "suppressStripShine") { $0["suppressStripShine"] = true },
        Mutation("lint.json.deprecated-key", .warning, at: "relevantDate") { $0["relevantDate"] = "2099-01-01T10:00Z" },
        Mutation("lint.json.deprecated-key", .warning, at: "barcode") { $0["barcode"] = $0["barcodes[0]"] },
        Mutation("lint.color.syntax", at: "labelColor") { $0["labelColor"] = "rgb(256, 0, 0)" },
        Mutation("lint.color.syntax", at: "labelColor") { $0["labelColor"] = "rgba(1, 1, 1, 1.0)" },
        Mutation("lint.color.hex", .warning, at: "labelColor") { $0["labelColor"] = "#ffcc00" },
        Mutation("lint.date.syntax", at: "expirationDate") { $0["expirationDate"] = "2099-12-24T18:30:00" },
        Mutation("lint.date.syntax", at: "expirationDate") { $0["expirationDate"] = "2099-12-24T18:30:00+0100" },
        Mutation("lint.date.syntax", at: "expirationDate") { $0["expirationDate"] = "2099-12-24" },
        Mutation("lint.url.syntax", at: "webServiceURL") { $0["webServiceURL"] = "example.com/passes" },
        Mutation("lint.url.syntax", at: "webServiceURL") { $0["webServiceURL"] = "https:///passes" },
        Mutation("lint.url.syntax", at: "appLaunchURL", in: .generic) { $0["appLaunchURL"] = "open me" },
        Mutation(
            "lint.more-findings",
            .note,
            at: "",
            .init(severities: ["lint.json.unknown-key": .note], findingLimit: 0)
        ) {
            $0["somethingElse"] = 1
        },
    ]

    /// Faults in what names the pass, its web service and its app.
    static let identity: [Mutation] = [
        Mutation("lint.identity.format-version", at: "formatVersion") { $0["formatVersion"] = nil },
        Mutation("lint.identity.format-version", at: "formatVersion") { $0["formatVersion"] = 2 },
        Mutation("lint.identity.pass-type-missing", at: "passTypeIdentifier") { $0["passTypeIdentifier"] = nil },
        Mutation("lint.identity.pass-type-missing", at: "passTypeIdentifier") { $0["passTypeIdentifier"] = "" },
        Mutation("lint.identity.pass-type-prefix", .warning, at: "passTypeIdentifier") {
            $0["passTypeIdentifier"] = "com.example.ticket"
        },
        Mutation("lint.identity.serial-missing", at: "serialNumber") { $0["serialNumber"] = nil },
        Mutation("lint.identity.serial-unsafe", .warning, at: "serialNumber") { $0["serialNumber"] = "a/b" },
        Mutation("lint.identity.serial-unsafe", .warning, at: "serialNumber") {
            $0["serialNumber"] = .string(String(repeating: "1", count: 101))
        },
        Mutation("lint.identity.team-missing", at: "teamIdentifier") { $0["teamIdentifier"] = nil },
        Mutation("lint.identity.team-form", .warning, at: "teamIdentifier") { $0["teamIdentifier"] = "team123456" },
        Mutation("lint.identity.organization-missing", at: "organizationName") { $0["organizationName"] = nil },
        Mutation("lint.identity.description-missing", at: "description") { $0["description"] = "" },
        Mutation("lint.identity.user-info", .warning, at: "userInfo") { $0["userInfo"] = [1] },
        Mutation("lint.expiry.expired", .warning, at: "expirationDate") { $0["expirationDate"] = "2020-01-01T00:00Z" },
        Mutation("lint.web-service.scheme", at: "webServiceURL") { $0["webServiceURL"] = "ftp://example.com" },
        Mutation("lint.web-service.insecure", .warning, at: "webServiceURL") {
            $0["webServiceURL"] = "http://example.com"
        },
        Mutation("lint.web-service.token-missing", at: "webServiceURL") { $0["authenticationToken"] = nil },
        Mutation("lint.web-service.url-missing", at: "authenticationToken") { $0["webServiceURL"] = nil },
        Mutation("lint.web-service.token-short", at: "authenticationToken") {
            $0["authenticationToken"] = "0123456789abcde"
        },
        Mutation("lint.app.store-identifiers-missing", at: "appLaunchURL", in: .generic) {
            $0["associatedStoreIdentifiers"] = nil
        },
        Mutation("lint.app.store-identifier", at: "associatedStoreIdentifiers[1]", in: .generic) {
            $0["associatedStoreIdentifiers[1]"] = -1
        },
    ]

    /// Faults in styles and schemes.
    static let style: [Mutation] = [
        Mutation("lint.style.missing", at: "") {
            $0["eventTicket"] = nil
            $0["groupingIdentifier"] = nil
            $0.removeImage("thumbnail")
        },
        Mutation("lint.style.several", at: "") { $0["coupon"] = $0["eventTicket"] },
        Mutation("lint.style.not-allowed", at: "eventTicket", .init(styles: [.coupon])) { _ in },
        Mutation("lint.style.no-fallback", .warning, at: "posterGeneric", in: .posterGeneric) {
            $0["generic"] = nil
            $0.removeImage("thumbnail")
        },
        Mutation("lint.style.poster-with-boarding-pass", .warning, at: "posterGeneric", in: .posterGeneric) {
            $0["boardingPass"] = $0["generic"]
            $0["boardingPass.transitType"] = "PKTransitTypeBus"
            $0["generic"] = nil
            $0.removeImage("thumbnail")
        },
        Mutation("lint.style.transit-type-missing", at: "boardingPass", in: .boarding) {
            $0["boardingPass.transitType"] = nil
        },
        Mutation("lint.style.transit-type-unknown", at: "boardingPass.transitType", in: .boarding) {
            $0["boardingPass.transitType"] = "PKTransitTypeRocket"
        },
        Mutation("lint.style.transit-type-unused", at: "eventTicket.transitType") {
            $0["eventTicket.transitType"] = "PKTransitTypeAir"
        },
        Mutation("lint.style.scheme-unknown", at: "preferredStyleSchemes[0]") {
            $0["preferredStyleSchemes"] = ["posterTicket"]
        },
        Mutation("lint.style.scheme-mismatch", at: "preferredStyleSchemes[0]", in: .coupon) {
            $0["preferredStyleSchemes"] = ["eventTicket"]
        },
        Mutation("lint.style.scheme-mismatch", at: "preferredStyleSchemes[0]", in: .coupon) {
            $0["preferredStyleSchemes"] = ["boardingPass"]
        },
        Mutation("lint.style.fallback-scheme-missing", .warning, at: "preferredStyleSchemes", in: .poster) {
            $0["preferredStyleSchemes"] = ["posterEventTicket"]
        },
        Mutation("lint.style.fallback-scheme-missing", .warning, at: "preferredStyleSchemes", in: .semanticBoarding) {
            $0["preferredStyleSchemes"] = ["boardingPass", "semanticBoardingPass"]
        },
        Mutation("lint.style.grouping-ignored", .warning, at: "groupingIdentifier", in: .coupon) {
            $0["groupingIdentifier"] = "g"
        },
        Mutation("lint.style.no-back-fields", .warning, at: "eventTicket") { $0["eventTicket.backFields"] = nil },
        Mutation("lint.style.no-logo", .warning, at: "logoText") {
            $0["logoText"] = nil
            $0.removeImage("logo")
        },
    ]

    /// Faults in fields.
    static let field: [Mutation] = [
        Mutation("lint.field.group-unused", .warning, at: "eventTicket.footerFields") {
            $0["eventTicket.footerFields"] = [["key": "foot", "value": "1"]]
        },
        Mutation("lint.field.group-unused", .warning, at: "posterGeneric.auxiliaryFields", in: .posterGeneric) {
            $0["posterGeneric.auxiliaryFields"] = [["key": "aux", "value": "1"]]
        },
        Mutation("lint.field.group-unused", .warning, at: "coupon.additionalInfoFields", in: .coupon) {
            $0["coupon.additionalInfoFields"] = [["key": "more", "value": "1"]]
        },
        Mutation("lint.field.key-missing", at: "eventTicket.primaryFields[0]") {
            $0["eventTicket.primaryFields[0].key"] = nil
        },
        Mutation("lint.field.value-missing", at: "eventTicket.primaryFields[0]") {
            $0["eventTicket.primaryFields[0].value"] = nil
        },
        Mutation("lint.field.key-repeated", at: "eventTicket.backFields[1].key") {
            $0["eventTicket.backFields[1]"] = ["key": "what", "value": "again"]
        },
        Mutation("lint.field.too-many", .warning, at: "eventTicket.primaryFields") {
            $0["eventTicket.primaryFields[1]"] = ["key": "second", "value": "1"]
        },
        Mutation("lint.field.too-many", .warning, at: "coupon.auxiliaryFields", in: .coupon) {
            for index in 1...3 { $0["coupon.auxiliaryFields[\(index)]"] = ["key": .string("f\(index)"), "value": "1"] }
        },
        Mutation("lint.field.too-many", .warning, at: "eventTicket.auxiliaryFields") {
            for index in 1...5 {
                $0["eventTicket.auxiliaryFields[\(index)]"] = ["key": .string("f\(index)"), "value": "1", "row": 1]
            }
        },
        Mutation("lint.field.row", at: "eventTicket.auxiliaryFields[0].row") {
            $0["eventTicket.auxiliaryFields[0].row"] = 2
        },
        Mutation("lint.field.row-ignored", .warning, at: "eventTicket.primaryFields[0].row") {
            $0["eventTicket.primaryFields[0].row"] = 1
        },
        Mutation("lint.field.alignment-unknown", at: "eventTicket.headerFields[0].textAlignment") {
            $0["eventTicket.headerFields[0].textAlignment"] = "right"
        },
        Mutation("lint.field.alignment-not-allowed", at: "eventTicket.primaryFields[0].textAlignment") {
            $0["eventTicket.primaryFields[0].textAlignment"] = "PKTextAlignmentRight"
        },
        Mutation("lint.field.style-unknown", at: "eventTicket.secondaryFields[0].timeStyle") {
            $0["eventTicket.secondaryFields[0].timeStyle"] = "PKTimeStyleShort"
        },
        Mutation("lint.field.style-unknown", at: "eventTicket.backFields[0].dataDetectorTypes[0]") {
            $0["eventTicket.backFields[0].dataDetectorTypes"] = ["Link"]
        },
        Mutation("lint.field.date-style-without-date", at: "eventTicket.primaryFields[0].dateStyle") {
            $0["eventTicket.primaryFields[0].dateStyle"] = "PKDateStyleShort"
        },
        Mutation("lint.field.date-style-without-date", at: "eventTicket.primaryFields[0].isRelative") {
            $0["eventTicket.primaryFields[0].isRelative"] = true
        },
        Mutation("lint.field.number-style-without-number", at: "eventTicket.primaryFields[0].numberStyle") {
            $0["eventTicket.primaryFields[0].numberStyle"] = "PKNumberStyleDecimal"
        },
        Mutation("lint.field.number-style-without-number", at: "eventTicket.auxiliaryFields[0].currencyCode") {
            $0["eventTicket.auxiliaryFields[0].value"] = "20.50"
        },
        Mutation("lint.field.number-style-and-currency", .warning, at: "eventTicket.auxiliaryFields[0].numberStyle") {
            $0["eventTicket.auxiliaryFields[0].numberStyle"] = "PKNumberStyleDecimal"
        },
        Mutation("lint.field.currency-code", at: "eventTicket.auxiliaryFields[0].currencyCode") {
            $0["eventTicket.auxiliaryFields[0].currencyCode"] = "€"
        },
        Mutation("lint.field.currency-unknown", .warning, at: "eventTicket.auxiliaryFields[0].currencyCode") {
            $0["eventTicket.auxiliaryFields[0].currencyCode"] = "EUX"
        },
        Mutation("lint.field.change-message-placeholder", at: "eventTicket.secondaryFields[0].changeMessage") {
            $0["eventTicket.secondaryFields[0].changeMessage"] = "Changed"
        },
        Mutation("lint.field.change-message-format", .warning, at: "eventTicket.secondaryFields[0].changeMessage") {
            $0["eventTicket.secondaryFields[0].changeMessage"] = "%@ and %@"
        },
        Mutation("lint.field.change-message-format", .warning, at: "eventTicket.secondaryFields[0].changeMessage") {
            $0["eventTicket.secondaryFields[0].changeMessage"] = "%1$@, %d"
        },
        Mutation("lint.field.detectors-ignored", .warning, at: "eventTicket.primaryFields[0].dataDetectorTypes") {
            $0["eventTicket.primaryFields[0].dataDetectorTypes"] = []
        },
        Mutation("lint.field.markup", at: "eventTicket.backFields[0].attributedValue") {
            $0["eventTicket.backFields[0].attributedValue"] = "<b>Ask</b>"
        },
        Mutation("lint.field.markup", at: "eventTicket.backFields[0].attributedValue") {
            $0["eventTicket.backFields[0].attributedValue"] = "<a name='x'>Ask</a>"
        },
    ]
}
