/// Checks one field.
struct FieldContentCheck {
    let field: LintedField
    let strings: LintedStrings

    func run(_ report: inout LintReport) {
        switch field.json["key"] {
        case nil, .string(""): report.add(.fieldKeyMissing, at: field.path)
        default: break
        }
        if field.json["value"] == nil { report.add(.fieldValueMissing, at: field.path) }
        checkPlace(&report)
        checkDateStyles(&report)
        checkNumberStyles(&report)
        checkChangeMessage(&report)
        if let text = field.json["attributedValue"]?.stringValue, let tag = Markup.firstForeignTag(in: text) {
            report.add(.markup, at: field.path.key("attributedValue"), tag)
        }
    }

    /// What is allowed in some groups only.
    private func checkPlace(_ report: inout LintReport) {
        if field.json["textAlignment"] != nil, field.group == .primary || field.group == .back {
            report.add(.alignmentNotAllowed, at: field.path.key("textAlignment"), field.group.rawValue)
        }
        if field.json["dataDetectorTypes"] != nil, field.group != .back, field.group != .additionalInfo {
            report.add(.detectorsIgnored, at: field.path.key("dataDetectorTypes"))
        }
        guard let row = field.json["row"], row.numberValue != nil else { return }
        if ![0, 1].contains(Int(jsonValue: row)) {
            report.add(.rowInvalid, at: field.path.key("row"))
        } else if field.style != .eventTicket || field.group != .auxiliary {
            report.add(.rowIgnored, at: field.path.key("row"))
        }
    }

    /// The value that is shown; nil where there is none or one of another type, which other rules tell.
    private var shown: PassFieldValue? {
        (field.json["attributedValue"] ?? field.json["value"]).flatMap(PassFieldValue.init(jsonValue:))
    }

    private func checkDateStyles(_ report: inout LintReport) {
        guard let shown, shown.date == nil else { return }
        let keys = ["dateStyle", "timeStyle", "isRelative", "ignoresTimeZone"]
        // `false` says the same as nothing.
        for key in keys where field.json[key] != nil && field.json[key] != false {
            report.add(.dateStyleWithoutDate, at: field.path.key(key), key)
        }
    }

    private func checkNumberStyles(_ report: inout LintReport) {
        let keys = ["numberStyle", "currencyCode"].filter { field.json[$0] != nil }
        if let shown, shown.number == nil {
            for key in keys { report.add(.numberStyleWithoutNumber, at: field.path.key(key), key) }
        }
        if keys.count == 2 { report.add(.numberStyleAndCurrency, at: field.path.key("numberStyle")) }
        guard let code = field.json["currencyCode"]?.stringValue else { return }
        if code.utf8.count != 3 || !code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
            report.add(.currencyCode, at: field.path.key("currencyCode"), code)
        } else if !CurrencyCodes.known.contains(code) {
            report.add(.currencyUnknown, at: field.path.key("currencyCode"), code)
        }
    }

    private func checkChangeMessage(_ report: inout LintReport) {
        guard let message = field.json["changeMessage"]?.stringValue else { return }
        let path = field.path.key("changeMessage")
        let translations = strings.translations(of: message)
        guard translations.isEmpty else {
            // The message is a key: devices show its translations.
            for (file, text) in translations where FormatDirectives(text).placeholders == 0 {
                report.add(.translationWithoutPlaceholder, at: .file(file), message)
            }
            return
        }
        let directives = FormatDirectives(message)
        if directives.placeholders == 0 {
            report.add(.changeMessageWithoutPlaceholder, at: path)
        } else if directives.placeholders > 1 || directives.others > 0 {
            report.add(.changeMessageFormat, at: path)
        }
    }
}

/// Markup in a text that may hold links.
enum Markup {
    /// The first tag other than `<a href=…>` and `</a>`, without its attributes.
    static func firstForeignTag(in text: String) -> String? {
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[open...].dropFirst()
            let isEnd = rest.first == UInt8(ascii: "/")
            let name = (isEnd ? rest.dropFirst() : rest).prefix { (0x61...0x7A).contains($0 | 0x20) }
            guard !name.isEmpty else { continue }  // "a < b" is no markup.
            let tag = String(decoding: name, as: UTF8.self)
            let attributes = rest[name.endIndex...].prefix { $0 != UInt8(ascii: ">") }
            let isLink = tag.lowercased() == "a" && (isEnd || Self.hasReference(attributes))
            if !isLink { return isEnd ? "</\(tag)>" : "<\(tag)>" }
        }
        return nil
    }

    private static func hasReference(_ attributes: Substring.UTF8View) -> Bool {
        String(decoding: attributes, as: UTF8.self).lowercased().contains("href=")
    }
}
