#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Checks when and where the pass is relevant.
struct RelevanceCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        checkLocations(&report)
        checkBeacons(&report)
        if let distance = pass.json["maxDistance"]?.numberValue, !(distance.double > 0) {
            report.add(.maxDistance, at: LintPath.root.key("maxDistance"))
        }
        let path = LintPath.root.key("relevantDates")
        for (index, entry) in (pass.json["relevantDates"]?.arrayValue ?? []).enumerated() {
            if let entry = entry.objectValue { checkDate(entry, at: path.index(index), &report) }
        }
        checkStyle(&report)
    }

    private func checkLocations(_ report: inout LintReport) {
        let path = LintPath.root.key("locations")
        let locations = pass.json["locations"]?.arrayValue ?? []
        if locations.count > 10 { report.add(.tooManyLocations, at: path, "\(locations.count)") }
        for (index, location) in locations.enumerated() {
            guard let location = location.objectValue, !Coordinates.areRight(location) else { continue }
            report.add(.locationInvalid, at: path.index(index))
        }
    }

    private func checkBeacons(_ report: inout LintReport) {
        let path = LintPath.root.key("beacons")
        var identifiers: Set<String> = []
        for (index, beacon) in (pass.json["beacons"]?.arrayValue ?? []).enumerated() {
            guard let beacon = beacon.objectValue else { continue }
            switch beacon["proximityUUID"] {
            case nil: report.add(.beaconUUID, at: path.index(index))
            case .string(let text):
                identifiers.insert(text.lowercased())
                if UUID(uuidString: text) == nil { report.add(.beaconUUID, at: path.index(index).key("proximityUUID")) }
            default: break
            }
            for key in ["major", "minor"] {
                guard let value = beacon[key], value.numberValue != nil else { continue }
                let number = Int(jsonValue: value)
                if number.map({ !(0...65_535).contains($0) }) ?? true {
                    report.add(.beaconNumber, at: path.index(index).key(key), key)
                }
            }
        }
        if identifiers.count > 10 { report.add(.tooManyBeacons, at: path, "\(identifiers.count)") }
    }

    private func checkDate(_ entry: JSONObject, at path: LintPath, _ report: inout LintReport) {
        let hasDate = entry["date"] != nil || entry["relevantDate"] != nil
        let (start, end) = (entry["startDate"], entry["endDate"])
        switch (start, end) {
        case (nil, nil):
            if !hasDate { report.add(.relevantDateMissing, at: path) }
            return
        case (_?, nil): report.add(.intervalOpen, at: path, "endDate")
        case (nil, _?): report.add(.intervalOpen, at: path, "startDate")
        case (let start?, let end?): checkInterval(start, end, at: path, &report)
        }
        if hasDate { report.add(.dateAndInterval, at: path) }
    }

    private func checkInterval(_ start: JSONValue, _ end: JSONValue, at path: LintPath, _ report: inout LintReport) {
        guard let start = PassDate(jsonValue: start)?.date, let end = PassDate(jsonValue: end)?.date else { return }
        if end <= start {
            report.add(.intervalOrder, at: path)
        } else if end.timeIntervalSince(start) > 86_400 {
            report.add(.intervalLong, at: path)
        }
    }

    /// What the style makes of dates, beacons and locations.
    private func checkStyle(_ report: inout LintReport) {
        guard let style = pass.classicStyle, [.coupon, .storeCard, .generic].contains(style) else { return }
        let dates = ["relevantDate", "relevantDates"].filter { pass.json[$0] != nil }
        let ignoresDates = style != .generic
        if ignoresDates {
            for key in dates { report.add(.relevantDateIgnored, at: LintPath.root.key(key), style.rawValue) }
        }
        let hasRelevance = pass.json["beacons"] != nil || (!ignoresDates && !dates.isEmpty)
        if hasRelevance, pass.json["locations"] == nil {
            report.add(.relevanceWithoutLocations, at: LintPath.root.key("locations"), style.rawValue)
        }
    }
}

/// Latitude and longitude of a location.
enum Coordinates {
    /// Whether both are there and within range; one of another type is the schema's matter.
    static func areRight(_ location: JSONObject) -> Bool {
        isRight(location["latitude"], within: 90) && isRight(location["longitude"], within: 180)
    }

    private static func isRight(_ value: JSONValue?, within limit: Double) -> Bool {
        guard let value else { return false }
        guard let number = value.numberValue?.double else { return true }
        return abs(number) <= limit
    }
}
