/// Checks featured actions, upcoming events, and what a poster generic pass needs.
struct ExtensionCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        if pass.styles.contains(.posterGeneric), !pass.hasImage("artwork") {
            report.add(.posterGenericArtworkMissing, at: .file("artwork.png"))
        }
        checkActions(&report)
        checkUpcoming(&report)
    }

    private func checkActions(_ report: inout LintReport) {
        let path = LintPath.root.key("featuredActions")
        let actions = pass.json["featuredActions"]?.arrayValue ?? []
        if actions.count > 2 { report.add(.tooManyActions, at: path, "\(actions.count)") }
        var identifiers = RepeatedIdentifiers(rule: .actionRepeated)
        for (index, action) in actions.enumerated() {
            guard let action = action.objectValue else { continue }
            let path = path.index(index)
            for key in ["identifier", "type"] where Self.isMissing(action[key]) {
                report.add(.actionKeyMissing, at: path, key)
            }
            identifiers.check(action, at: path, &report)
            switch action["url"] {
            case .string(let url) where AbsoluteURL.isValid(url): break
            case nil, .string: report.add(.actionURL, at: path.key("url"))
            default: break
            }
        }
    }

    private func checkUpcoming(_ report: inout LintReport) {
        let path = LintPath.root.key("upcomingPassInformation")
        guard let entries = pass.json["upcomingPassInformation"]?.arrayValue else { return }
        if !entries.isEmpty, !pass.isPosterTicket { report.add(.upcomingWithoutScheme, at: path) }
        var identifiers = RepeatedIdentifiers(rule: .upcomingRepeated)
        for (index, entry) in entries.enumerated() {
            guard let entry = entry.objectValue else { continue }
            let path = path.index(index)
            for key in ["identifier", "name", "type"] where Self.isMissing(entry[key]) {
                report.add(.upcomingKeyMissing, at: path, key)
            }
            identifiers.check(entry, at: path, &report)
            if entry["dateInformation"] == nil { report.add(.upcomingWithoutDate, at: path) }
            if entry["backFields"] == nil { report.add(.upcomingWithoutBackFields, at: path) }
            for key in ["headerImage", "venueMap"] {
                let urls = entry["images"]?[key]?["URLs"]?.arrayValue ?? []
                for (index, url) in urls.enumerated() {
                    let path = path.key("images").key(key).key("URLs").index(index)
                    if let url = url.objectValue { checkImage(url, at: path, &report) }
                }
            }
        }
    }

    private func checkImage(_ image: JSONObject, at path: LintPath, _ report: inout LintReport) {
        switch image["URL"] {
        case .string(let url) where AbsoluteURL.isValid(url) && AbsoluteURL.scheme(of: url) == "https": break
        case nil, .string: report.add(.imageURLInvalid, at: path.key("URL"))
        default: break
        }
        switch image["SHA256"] {
        case .string(let hash) where hash.utf8.count == 64 && Hex.decode(hash) != nil: break
        case nil, .string: report.add(.imageHashInvalid, at: path.key("SHA256"))
        default: break
        }
        if let size = image["size"]?.numberValue, size.double > 2_097_152 {
            report.add(.imageTooLarge, at: path.key("size"), size.spelling)
        }
    }

    private static func isMissing(_ value: JSONValue?) -> Bool {
        value == nil || value == .string("")
    }
}

/// Finds the second of two entries with one identifier.
private struct RepeatedIdentifiers {
    let rule: FindingRule
    private var seen: Set<String> = []

    init(rule: FindingRule) {
        self.rule = rule
    }

    mutating func check(_ entry: JSONObject, at path: LintPath, _ report: inout LintReport) {
        guard let identifier = entry["identifier"]?.stringValue, !seen.insert(identifier).inserted else { return }
        report.add(rule, at: path.key("identifier"), identifier)
    }
}
