#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Checks semantic tags: of the pass, of its fields, and of upcoming events.
struct SemanticCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        for (path, tags) in pass.semantics {
            check(tags, at: path, &report)
            checkUse(of: tags, at: path, &report)
        }
        checkConflicts(&report)
        let entries = pass.json["upcomingPassInformation"]?.arrayValue ?? []
        for (index, entry) in entries.enumerated() {
            let path = LintPath.root.key("upcomingPassInformation").index(index)
            if let tags = entry["semantics"]?.objectValue { check(tags, at: path.key("semantics"), &report) }
            checkTimeZone(
                entry["dateInformation"]?["timeZone"],
                at: path.key("dateInformation").key("timeZone"),
                &report
            )
        }
    }

    private func check(_ tags: JSONObject, at path: LintPath, _ report: inout LintReport) {
        for key in ["departureLocation", "destinationLocation", "venueLocation"] {
            guard let location = tags[key]?.objectValue, !Coordinates.areRight(location) else { continue }
            report.add(.placeIncomplete, at: path.key(key))
        }
        for (index, network) in (tags["wifiAccess"]?.arrayValue ?? []).enumerated() {
            for key in ["ssid", "password"] where network.objectValue != nil && network[key] == nil {
                report.add(.wifiIncomplete, at: path.key("wifiAccess").index(index), key)
            }
        }
        for key in ["departureLocationTimeZone", "destinationLocationTimeZone"] {
            checkTimeZone(tags[key], at: path.key(key), &report)
        }
        checkTimeZone(
            tags["eventStartDateInfo"]?["timeZone"],
            at: path.key("eventStartDateInfo").key("timeZone"),
            &report
        )
        if let start = date(tags["eventStartDate"]), let end = date(tags["eventEndDate"]), end < start {
            report.add(.eventOrder, at: path.key("eventEndDate"))
        }
        checkFlight(tags, at: path, &report)
        checkServiceCodes(tags, at: path, &report)
    }

    private func date(_ value: JSONValue?) -> Date? {
        value.flatMap(PassDate.init(jsonValue:))?.date
    }

    private func checkTimeZone(_ value: JSONValue?, at path: LintPath, _ report: inout LintReport) {
        guard let name = value?.stringValue, !TimeZoneNames.contains(name) else { return }
        report.add(.timeZoneUnknown, at: path, name)
    }

    // MARK: Flights

    private func checkFlight(_ tags: JSONObject, at path: LintPath, _ report: inout LintReport) {
        for key in ["departureAirportCode", "destinationAirportCode"] {
            guard let code = tags[key]?.stringValue, !Self.isCode(code, lengths: 3...3, digits: false) else { continue }
            report.add(.airportCode, at: path.key(key), code)
        }
        let airline = tags["airlineCode"]?.stringValue
        if let airline, !Self.isCode(airline, lengths: 2...3, digits: true) {
            report.add(.airlineCode, at: path.key("airlineCode"), airline)
        }
        guard let airline, let number = tags["flightNumber"].flatMap(Int.init(jsonValue:)),
            let code = tags["flightCode"]?.stringValue
        else { return }
        let digits = code.utf8.filter { $0 != 0x20 }
        let expected = Array(airline.utf8)
        let rest = digits.dropFirst(expected.count).drop { $0 == 0x30 }
        guard digits.starts(with: expected), Array(rest) == Array("\(number)".utf8) else {
            report.add(.flightCode, at: path.key("flightCode"))
            return
        }
    }

    private static func isCode(_ text: String, lengths: ClosedRange<Int>, digits: Bool) -> Bool {
        lengths.contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || digits && (0x30...0x39).contains($0) }
    }

    private static let serviceCodes: [String: Set<String>] = [
        "passengerInformationSSRs": ["INFT"],
        "passengerServiceSSRs": [
            "PETC", "SVAN", "UMNR", "WCBD", "WCBW", "WCHC", "WCHR", "WCHS", "WCLB", "WCMP", "WCOB",
        ],
    ]

    private func checkServiceCodes(_ tags: JSONObject, at path: LintPath, _ report: inout LintReport) {
        for (key, known) in Self.serviceCodes.sorted(by: { $0.key < $1.key }) {
            for (index, code) in (tags[key]?.arrayValue ?? []).enumerated() {
                guard let code = code.stringValue, !known.contains(code) else { continue }
                report.add(.serviceCodeUnknown, at: path.key(key).index(index), code)
            }
        }
    }

    // MARK: Place and style

    private func checkUse(of tags: JSONObject, at path: LintPath, _ report: inout LintReport) {
        // What a poster generic pass makes of tags is not documented.
        guard let style = pass.classicStyle else { return }
        let transit = pass.json[style.rawValue]?["transitType"]?.stringValue
        for member in tags.members {
            guard let use = ObjectSchema.semantics[member.key]?.use, !use.isFor(style, transit: transit) else {
                continue
            }
            report.add(.tagNotForStyle, at: path.key(member.key), use.name)
        }
    }

    private func checkConflicts(_ report: inout LintReport) {
        guard pass.semantics.count > 1 else { return }
        var seen: [String: (value: JSONValue, path: LintPath)] = [:]
        for (path, tags) in pass.semantics {
            for member in tags.members {
                let place = path.key(member.key)
                guard let first = seen[member.key] else {
                    seen[member.key] = (member.value, place)
                    continue
                }
                if first.value != member.value { report.add(.tagConflict, at: place, member.key, first.path.text) }
            }
        }
    }
}

extension TagUse {
    /// Whether passes of a style may carry the tag.
    fileprivate func isFor(_ style: PassStyle, transit: String?) -> Bool {
        switch self {
        case .any: true
        case .boarding: style == .boardingPass
        // How a pass without, or with a generic, transit type travels cannot be known.
        case .airline: style == .boardingPass && ["PKTransitTypeAir", "PKTransitTypeGeneric", nil].contains(transit)
        case .rail: style == .boardingPass && ["PKTransitTypeTrain", "PKTransitTypeGeneric", nil].contains(transit)
        case .event: style == .eventTicket
        case .boardingOrEvent: style == .boardingPass || style == .eventTicket
        case .storeCard: style == .storeCard
        }
    }
}
