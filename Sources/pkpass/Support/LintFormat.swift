#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    /// How findings are printed.
    enum LintFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json, github, sarif

        /// The whole document, without a line break at its end.
        func document(_ findings: [Finding], of path: String) -> String {
            switch self {
            case .text: Self.text(findings)
            case .json: Self.printed(["findings": .array(findings.map(\.json))])
            case .github: findings.map { Self.annotation($0, path) }.joined(separator: "\n")
            case .sarif: Self.printed(SARIF.log(findings, of: path))
            }
        }

        private static func printed(_ document: JSONValue) -> String {
            String(decoding: document.bytes(), as: UTF8.self)
        }

        private static func text(_ findings: [Finding]) -> String {
            let counts = Finding.Severity.allCases.reversed().compactMap { severity -> String? in
                let count = findings.count { $0.severity == severity }
                return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
            }
            let summary = counts.isEmpty ? "Nothing found." : "\(counts.joined(separator: ", "))."
            return Output.printable((findings.map(\.description) + [summary]).joined(separator: "\n"))
        }

        /// A line that GitHub's runner turns into an annotation.
        ///
        /// (GitHub, "Workflow commands for GitHub Actions".)
        private static func annotation(_ finding: Finding, _ path: String) -> String {
            let command: String
            switch finding.severity {
            case .error: command = "error"
            case .warning: command = "warning"
            case .note: command = "notice"
            }
            let place = finding.path.isEmpty ? "" : "\(finding.path): "
            let message = Output.printable("\(place)\(finding.message) \(finding.remedy)")
            return "::\(command) file=\(property(path)),title=\(property(finding.code.rawValue))::\(data(message))"
        }

        private static func data(_ text: String) -> String {
            text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
        }

        private static func property(_ text: String) -> String {
            data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
        }
    }

    /// Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS).
    enum SARIF {
        static func log(_ findings: [Finding], of path: String) -> JSONValue {
            var codes: [Finding.Code] = []
            for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
            let driver: JSONValue = [
                "name": "pkpass",
                "informationUri": "https://github.com/passkitcore/PassKitCore",
                "rules": .array(codes.map(rule)),
            ]
            let run: JSONValue = [
                "tool": ["driver": driver],
                "artifacts": [["location": ["uri": .string(uri(path))]]],
                "results": .array(findings.map { result($0, codes, path) }),
            ]
            return [
                "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                "version": "2.1.0",
                "runs": [run],
            ]
        }

        private static func rule(_ code: Finding.Code) -> JSONValue {
            let explanation = Explanation(code.rawValue)
            return [
                "id": .string(code.rawValue),
                "shortDescription": ["text": .string(explanation?.meaning ?? code.rawValue)],
                "fullDescription": ["text": .string(explanation?.reason ?? code.rawValue)],
                "help": ["text": .string(explanation?.remedy ?? code.rawValue)],
            ]
        }

        private static func result(_ finding: Finding, _ codes: [Finding.Code], _ path: String) -> JSONValue {
            var location: JSONValue = [
                "physicalLocation": ["artifactLocation": ["uri": .string(uri(path)), "index": 0]]
            ]
            if !finding.path.isEmpty {
                location["logicalLocations"] = [["fullyQualifiedName": .string(finding.path)]]
            }
            let text = finding.remedy.isEmpty ? finding.message : "\(finding.message) \(finding.remedy)"
            return [
                "ruleId": .string(finding.code.rawValue),
                "ruleIndex": .number(JSONNumber(codes.firstIndex(of: finding.code) ?? -1)),
                "level": .string(finding.severity.rawValue),
                "message": ["text": .string(text)],
                "locations": [location],
            ]
        }

        /// The path as a URI reference (RFC 3986).
        private static func uri(_ path: String) -> String {
            let escaped = path.utf8.map { byte -> String in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(Unicode.Scalar(byte))
                default:
                    "-._~/".utf8.contains(byte)
                        ? String(Unicode.Scalar(byte))
                        : "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
                }
            }
            return (path.hasPrefix("/") ? "file://" : "") + escaped.joined()
        }
    }
#endif
