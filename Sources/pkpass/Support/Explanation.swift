#if CommandLineTool
    import PassKitCore

    /// What a code of a finding or an error means, why it matters, and how to mend it.
    struct Explanation {
        let code: String
        /// `error`, `warning` or `note` for a finding; nil for an error of the library.
        let severity: String?
        let meaning: String
        let reason: String
        let remedy: String
        let source: String
        let systems: String

        /// Finds a code among the rules for findings and among the errors; nil for one that neither has.
        init?(_ code: String) {
            if let rule = FindingRule[code: Finding.Code(code)] {
                self.code = code
                severity = rule.severity.rawValue
                meaning = rule.message
                reason = rule.reason
                remedy = rule.remedy
                source = rule.source
                systems = rule.systems.description
            } else if let meaning = ErrorMeanings.all[code], let advice = ErrorAdvice(of: PassError.Code(code)) {
                self.code = code
                severity = advice.severity?.rawValue
                self.meaning = meaning
                reason = advice.reason
                remedy = advice.remedy
                source = ""
                systems = ""
            } else {
                return nil
            }
        }

        /// Every code that can be explained, sorted.
        static var codes: [String] {
            Set(FindingRule.all.map(\.code.rawValue)).union(ErrorMeanings.all.keys).sorted()
        }

        var json: JSONValue {
            var json: JSONValue = [
                "code": .string(code),
                "kind": .string(severity == nil ? "error" : "finding"),
                "meaning": .string(meaning),
                "reason": .string(reason),
                "remedy": .string(remedy),
            ]
            if let severity { json["severity"] = .string(severity) }
            if !source.isEmpty { json["source"] = .string(source) }
            if !systems.isEmpty { json["systems"] = .string(systems) }
            return json
        }

        var text: String {
            var lines = [
                "\(code) (\(severity ?? "error of the library"))", "", meaning, "", "Why it matters: \(reason)",
                "How to mend it: \(remedy)",
            ]
            if !systems.isEmpty { lines.append("Where: \(systems)") }
            if !source.isEmpty { lines.append("Source: \(source)") }
            return lines.joined(separator: "\n")
        }
    }
#endif
