import PassKitCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Keys that are written in two ways: both are read, the documented one is written.
@Suite struct SpellingTests {
    static let timeZones: [(String, String, any WritableKeyPath<SemanticTags, String?> & Sendable)] = [
        ("departureLocationTimeZone", "departureAirportTimeZone", \.departureLocationTimeZone),
        ("destinationLocationTimeZone", "destinationAirportTimeZone", \.destinationLocationTimeZone),
    ]

    @Test(arguments: timeZones.indices) func timeZonesOfAirports(_ index: Int) throws {
        let (key, alias, path) = Self.timeZones[index]
        var tags = SemanticTags(json: JSONObject(members: [(alias, "Europe/Berlin"), ("x", 1)]))
        #expect(tags[keyPath: path] == "Europe/Berlin")
        tags[keyPath: path] = "Europe/Berlin"
        #expect(tags.json.keys == [alias, "x"], "Setting what is read changes nothing")
        tags[keyPath: path] = "Europe/Rome"
        #expect(tags.json == JSONObject(members: [("x", 1), (key, "Europe/Rome")]))

        var both = SemanticTags(json: JSONObject(members: [(alias, "Europe/Berlin"), (key, "Europe/Paris")]))
        #expect(both[keyPath: path] == "Europe/Paris")
        both[keyPath: path] = "Europe/Rome"
        #expect(both.json == JSONObject(members: [(alias, "Europe/Rome"), (key, "Europe/Rome")]))
        both[keyPath: path] = nil
        #expect(both.json.isEmpty)
    }

    static let programs:
        [(String, String, any WritableKeyPath<SemanticTags, [SemanticTags.SecurityProgram]> & Sendable)] =
            [
                (
                    "departureLocationSecurityPrograms", "departureAirportSecurityPrograms",
                    \.departureLocationSecurityPrograms
                ),
                (
                    "destinationLocationSecurityPrograms", "destinationAirportSecurityPrograms",
                    \.destinationLocationSecurityPrograms
                ),
            ]

    @Test(arguments: programs.indices) func securityProgramsOfAirports(_ index: Int) throws {
        let (key, alias, path) = Self.programs[index]
        var tags = SemanticTags(json: JSONObject(members: [(alias, ["later"])]))
        #expect(tags[keyPath: path] == ["later"])
        tags[keyPath: path].append(.clear)
        #expect(tags.json == JSONObject(members: [(key, ["later", "PKTransitSecurityProgramCLEAR"])]))
        tags[keyPath: path] = []
        #expect(tags.json.isEmpty)
    }

    @Test func oneLoungeOfThePassBuilder() {
        var tags = SemanticTags(json: JSONObject(members: [("airlineLoungePlaceID", "I1")]))
        #expect(tags.loungePlaceIDs == ["I1"])
        tags.loungePlaceIDs.append("I2")
        #expect(tags.json == JSONObject(members: [("loungePlaceIDs", ["I1", "I2"])]))
    }

    @Test func keysOfUpcomingEvents() throws {
        let json: JSONValue = [
            "urls": ["sellURL": "https://example.com/sell"],
            "images": ["headerImage": ["urls": [["url": "https://example.com/a.png", "sha256": "00"]]]],
        ]
        var entry = try #require(UpcomingPassInformation(jsonValue: json))
        #expect(entry.links.sellURL == URL(string: "https://example.com/sell"))
        let source = try #require(entry.images.headerImage?.sources.first)
        #expect(source.url == URL(string: "https://example.com/a.png") && source.sha256 == "00")
        entry.links.addOnURL = URL(string: "https://example.com/add")
        entry.images.headerImage?.sources[0].sha256 = "11"
        #expect(
            entry.jsonValue == [
                "images": ["headerImage": ["URLs": [["url": "https://example.com/a.png", "SHA256": "11"]]]],
                "URLs": ["sellURL": "https://example.com/sell", "addOnURL": "https://example.com/add"],
            ]
        )
    }

    @Test func theOlderKeyOfRelevantDates() throws {
        let first = try #require(PassDate("2026-12-24T18:30Z"))
        let second = try #require(PassDate("2026-12-25T18:30+01:00"))
        var date = RelevantDate(json: JSONObject(members: [("relevantDate", "2026-12-24T18:30Z")]))
        #expect(date.date == first && date.writesOlderKey)
        date.date = second
        #expect(date.json.keys == ["relevantDate", "date"])
        #expect(date.json["relevantDate"] == date.json["date"])
        date.writesOlderKey = false
        #expect(date.json == JSONObject(members: [("date", .string(second.spelling))]))
        date.writesOlderKey = true
        #expect(date.json.keys == ["date", "relevantDate"])
        date.date = nil
        #expect(date.json.isEmpty)
    }

    @Test func numbersOfSeatsAreRead() {
        var seat = SemanticTags.Seat(json: JSONObject(members: [("seatNumber", 12), ("seatRow", true)]))
        #expect(seat.seatNumber == "12" && seat.seatRow == nil)
        seat.seatNumber = "12"
        #expect(seat.json["seatNumber"] == 12)
        seat.seatNumber = "13"
        #expect(seat.json["seatNumber"] == "13")
    }
}
