import PassKitCore
import Testing

/// One fault, however it is made, and the one code that must be told of it.
struct CodeMutation: Sendable, CustomTestStringConvertible {
    let code: String
    let findings: @Sendable () throws -> [Finding]

    init(_ code: String, _ findings: @escaping @Sendable () throws -> [Finding]) {
        self.code = code
        self.findings = findings
    }

    var testDescription: String { code }
}

extension CodeMutation {
    /// Two versions of a good pass: the first edit is made in both, the second in the new one.
    private static func update(
        _ code: String,
        _ kind: GoodPass.Kind = .event,
        both prepare: @escaping @Sendable (inout GoodPass) throws -> Void = { _ in },
        _ change: @escaping @Sendable (inout GoodPass) throws -> Void
    ) -> CodeMutation {
        CodeMutation(code) {
            var pass = try GoodPass(kind)
            try prepare(&pass)
            let old = try PassPackage(pass.archive())
            try change(&pass)
            let difference = try PassDifference(from: old, to: PassPackage(pass.archive()))
            return difference.obstacles + difference.ignored
        }
    }

    @Sendable private static func moveLogos(_ pass: inout GoodPass) {
        for scale in 2...3 {
            let image = pass.files.removeValue(forKey: "logo@\(scale)x.png")
            for language in ["de", "fr"] { pass.files["\(language).lproj/logo@\(scale)x.png"] = image }
        }
    }

    /// Changes that Wallet does not take notice of, or that make the pass another one.
    static let differences: [CodeMutation] = [
        update("replacement.serial-number") { $0["serialNumber"] = "E-1030" },
        update("replacement.pass-type") { $0["passTypeIdentifier"] = "pass.com.example.other" },
        update("replacement.team") { $0["teamIdentifier"] = "OTHER12345" },
        update("replacement.token") { $0["authenticationToken"] = "fedcba9876543210" },
        update("replacement.token", .event) { pass in
            pass["authenticationToken"] = nil
            pass["webServiceURL"] = nil
        },
        update("difference.localized-image", both: moveLogos) {
            $0.files["de.lproj/logo@2x.png"] = try BlankImage.png(300, 100)
        },
        update(
            "difference.hidden-image",
            both: { pass in
                let logo = pass.files["logo@2x.png"]
                moveLogos(&pass)
                pass.files["logo@2x.png"] = logo
            },
            { $0.files["de.lproj/logo@2x.png"] = try BlankImage.png(300, 100) }
        ),
        update(
            "difference.hidden-color",
            both: { pass in
                pass.removeImage("thumbnail")
                pass.files["background@2x.png"] = try BlankImage.png(686, 1006)
            },
            { $0["backgroundColor"] = "rgb(1, 2, 3)" }
        ),
        update("difference.hidden-color", .poster) { $0["foregroundColor"] = "rgb(1, 2, 3)" },
        update("difference.hidden-color", .poster) { $0["labelColor"] = "rgb(1, 2, 3)" },
        update(
            "difference.old-barcode",
            both: { $0["barcode"] = $0["barcodes[0]"] },
            { $0["barcode.message"] = "E-1030" }
        ),
        update("difference.fallback-only", .poster) { $0["eventTicket.headerFields[0].label"] = "NR" },
        update("difference.fallback-only", .poster) { $0["logoText"] = "Other" },
        update("difference.fallback-only", .semanticBoarding) { $0["boardingPass.headerFields[0].label"] = "NR" },
        update("difference.new-field") {
            $0["eventTicket.backFields[1]"] = ["key": "door", "value": "2", "changeMessage": "Door %@"]
        },
        update("difference.hidden-value") { $0["eventTicket.backFields[0].value"] = "ask@example.com" },
        update(
            "difference.translated-value",
            both: { pass in
                pass["eventTicket.headerFields[0].changeMessage"] = "Now %@"
                for language in ["de", "fr"] { pass.translate(language, "\"7\" = \"seven\";") }
            },
            { $0.translate("de", "\"7\" = \"sieben\";") }
        ),
    ]

    /// Changes of which nothing is said: each is one step beside a mutation.
    static let harmless: [CodeMutation] = [
        update("no background image") { $0["backgroundColor"] = "rgb(1, 2, 3)" },
        update("colors are not automatic") { $0["foregroundColor"] = "rgb(1, 2, 3)" },
        update("an image for all languages") { $0.files["logo@2x.png"] = try BlankImage.png(300, 100) },
        update("both codes", both: { $0["barcode"] = $0["barcodes[0]"] }) { pass in
            pass["barcode.message"] = "E-1030"
            pass["barcodes[0].message"] = "E-1030"
        },
        update("fields that are shown") { $0["eventTicket.headerFields[0].label"] = "NR" },
        update("the back of a poster", .poster) { $0["eventTicket.backFields[0].label"] = "ASK" },
        update("a field without message") { $0["eventTicket.backFields[1]"] = ["key": "door", "value": "2"] },
        update("value and attributed value") { pass in
            pass["eventTicket.backFields[0].value"] = "ask@example.com"
            pass["eventTicket.backFields[0].attributedValue"] = "Ask"
        },
        update(
            "a text that was not translated before",
            both: { pass in
                pass["eventTicket.headerFields[0].changeMessage"] = "Now %@"
            }
        ) { pass in
            for language in ["de", "fr"] { pass.translate(language, "\"7\" = \"sieben\";") }
        },
    ]
}
