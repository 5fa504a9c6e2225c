/// Checks keys and types of a whole tree against the known keys.
///
/// It goes down as far as the schemas go, which is a few levels: what lies deeper in a pass is not looked at.
enum SchemaCheck {
    static func check(_ value: JSONValue, as type: ValueType, at path: LintPath, _ report: inout LintReport) {
        check(value, as: type, at: path, rules: .pass, &report)
    }

    private static func check(
        _ value: JSONValue,
        as type: ValueType,
        at path: LintPath,
        rules: ObjectSchema.Rules,
        _ report: inout LintReport
    ) {
        guard type.admits(value) else {
            report.add(rules.wrongType, at: path, type.name, name(of: value))
            return
        }
        switch (type, value) {
        case (.object(let schema), .object(let object)):
            checkMembers(of: object, schema, at: path, &report)
        case (.list(let element), .array(let elements)):
            for (index, value) in elements.enumerated() {
                check(value, as: element, at: path.index(index), rules: rules, &report)
            }
        case (.word(let words, let rule), .string(let word)):
            if !words.contains(word) { report.add(rule, at: path, word) }
        case (.color, .string(let text)):
            checkColor(text, at: path, &report)
        case (.date, .string(let text)):
            if PassDate(text) == nil { report.add(.dateSyntax, at: path, text) }
        case (.url, .string(let text)):
            if !AbsoluteURL.isValid(text) { report.add(.urlSyntax, at: path, text) }
        default:
            break
        }
    }

    private static func checkMembers(
        of object: JSONObject,
        _ schema: ObjectSchema,
        at path: LintPath,
        _ report: inout LintReport
    ) {
        for member in object.members {
            let place = path.key(member.key)
            guard let known = schema[member.key] else {
                reportUnknown(member.key, schema, at: place, &report)
                continue
            }
            switch known.status {
            case .documented: break
            case .deprecated(let replacement):
                report.add(
                    .deprecatedKey,
                    at: place,
                    member.key,
                    replacement.map { " in favour of \($0)" } ?? ""
                )
            case .undocumented: report.add(.undocumentedKey, at: place, member.key)
            }
            if let target = report.target, target < known.since {
                report.add(.newerThanTarget, at: place, member.key, "\(known.since)")
            }
            check(member.value, as: known.type, at: place, rules: schema.rules, &report)
        }
    }

    private static func reportUnknown(
        _ key: String,
        _ schema: ObjectSchema,
        at path: LintPath,
        _ report: inout LintReport
    ) {
        if schema.rules.unknownKey == .unknownTag, let documented = ObjectSchema.builderSpellings[key] {
            report.add(.builderSpelling, at: path, key, documented)
            return
        }
        guard report.wants(schema.rules.misspelledKey) else {
            report.add(schema.rules.unknownKey, at: path, key, schema.name)
            return
        }
        if let meant = NearMatch.of(key, among: schema.keys.lazy.filter { $0.status != .undocumented }.map(\.name)) {
            report.add(schema.rules.misspelledKey, at: path, key, schema.name, meant)
        } else {
            report.add(schema.rules.unknownKey, at: path, key, schema.name)
        }
    }

    private static func checkColor(_ text: String, at path: LintPath, _ report: inout LintReport) {
        if PassColor(text) == nil {
            report.add(.colorSyntax, at: path, text)
        } else if text.hasPrefix("#") {
            report.add(.colorHex, at: path, text)
        }
    }

    private static func name(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
