import PassKitCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct PassFieldTests {
    @Test func valuesAreTyped() throws {
        #expect(PassField("a", value: "text").json["value"] == "text")
        #expect(PassField("a", value: 7).json["value"] == 7)
        #expect(PassField("a", value: 7.5).value?.number?.double == 7.5)
        let date = PassDate(Date(timeIntervalSince1970: 1_798_133_400), offset: 3600)
        let field = PassField("a", date: date)
        #expect(field.json["value"] == "2026-12-24T18:30:00+01:00")
        #expect(field.dateStyle == .medium && field.timeStyle == .short)
        #expect(field.value?.date?.offset == 3600)
        let money = PassField("a", amount: JSONNumber(12), currency: "EUR", changeMessage: "%@")
        #expect(money.json["value"] == 12 && money.currencyCode == "EUR" && money.changeMessage == "%@")
    }

    @Test func aNumberKeepsItsSpelling() throws {
        let json = try JSONValue(parsing: Array(#"{"key":"a","value":12.50}"#.utf8))
        var field = try #require(PassField(jsonValue: json))
        #expect(field.value?.description == "12.50")
        field.value = field.value
        #expect(field.jsonValue == json)
    }

    @Test(arguments: [JSONValue.null, true, [], [:]]) func aValueOfAnotherTypeReadsAsNothing(_ value: JSONValue) {
        #expect(PassField(json: JSONObject(members: [("key", "a"), ("value", value)])).value == nil)
    }

    @Test func noDetectorsIsNotAllDetectors() {
        var field = PassField("a", value: "")
        #expect(field.dataDetectorTypes == nil)
        field.dataDetectorTypes = []
        #expect(field.json["dataDetectorTypes"] == [])
    }

    @Test func groupsKeepTheirOrder() {
        var fields = PassFields()
        fields.header = ["c", "a", "b"].map { PassField($0, value: "") }
        fields.back = [PassField("d", value: "")]
        #expect(fields.header.map(\.key) == ["c", "a", "b"])
        fields[field: "a"]?.label = "A"
        #expect(fields.header.map(\.key) == ["c", "a", "b"] && fields.header[1].label == "A")
        fields[field: "c"] = nil
        #expect(fields.header.map(\.key) == ["a", "b"])
        fields[field: "d"] = nil
        #expect(fields.json.keys == ["headerFields"])
        fields[field: "z"] = PassField("z", value: "")
        #expect(fields[field: "z"] == nil)
    }
}

@Suite struct PassDateTests {
    static let spellings: [(String, Double, Int)] = [
        ("2026-12-24T18:30Z", 1_798_137_000, 0),
        ("2026-12-24T18:30+01:00", 1_798_133_400, 3600),
        ("2026-12-24T18:30:15-11:30", 1_798_178_415, -41_400),
        ("2026-12-24T18:30:15.25Z", 1_798_137_015.25, 0),
        ("1969-12-31T23:59:59Z", -1, 0),
        ("2024-02-29T00:00Z", 1_709_164_800, 0),
        ("2000-02-29T00:00+14:00", 951_732_000, 50_400),
    ]

    @Test(arguments: spellings) func readsWhatWalletReads(_ spelling: String, _ seconds: Double, _ offset: Int) throws {
        let date = try #require(PassDate(spelling))
        #expect(date.date.timeIntervalSince1970 == seconds)
        #expect(date.offset == offset && date.description == spelling)
    }

    @Test(arguments: [
        "", "2026-12-24", "2026-12-24T18:30", "2026-12-24T18:30+1:00", "2026-12-24T18:30+0100", "2026-12-24T18:30 Z",
        "2026-13-24T18:30Z", "2026-02-29T18:30Z", "1900-02-29T18:30Z", "2026-12-24T24:00Z", "2026-12-24T18:60Z",
        "2026-12-24T18:30:60Z", "2026-12-24T18:30:15.Z", "2026-12-24T18:30Zx", "26-12-24T18:30Z", "2026-12-24t18:30z",
        "2026-12-00T18:30Z", "2026-00-24T18:30Z", "2026-12-24T18:30+24:00", "+026-12-24T18:30Z", "2026-12-24T١٨:30Z",
    ])
    func refusesTheRest(_ spelling: String) {
        #expect(PassDate(spelling) == nil)
    }

    static let moments: [(Double, Int, String)] = [
        (0, 0, "1970-01-01T00:00:00Z"), (-1, 0, "1969-12-31T23:59:59Z"), (0.9, 0, "1970-01-01T00:00:00Z"),
        (1_709_164_800, -3600, "2024-02-28T23:00:00-01:00"), (0, 20_700, "1970-01-01T05:45:00+05:45"),
        (0, 59, "1970-01-01T00:00:00Z"), (0, .max, "1970-01-01T23:59:00+23:59"), (.infinity, 0, "9999-12-30T23:59:59Z"),
        (-.infinity, 0, "0000-01-02T00:00:00Z"), (951_782_400, 0, "2000-02-29T00:00:00Z"),
    ]

    @Test(arguments: moments) func spellsMoments(_ seconds: Double, _ offset: Int, _ spelling: String) throws {
        let date = PassDate(Date(timeIntervalSince1970: seconds), offset: offset)
        #expect(date.spelling == spelling)
        #expect(PassDate(spelling) == date)
    }
}

@Suite struct PassColorTests {
    static let spellings: [(String, [UInt8])] = [
        ("rgb(255, 0, 10)", [255, 0, 10]), ("rgb(1,2,3)", [1, 2, 3]), ("rgb( 1 , 2 , 3 )", [1, 2, 3]),
        ("#FF000a", [255, 0, 10]), ("#0aF", [0, 170, 255]), ("rgb(007, 0, 0)", [7, 0, 0]),
    ]

    @Test(arguments: spellings) func reads(_ spelling: String, _ parts: [UInt8]) throws {
        let color = try #require(PassColor(spelling))
        #expect([color.red, color.green, color.blue] == parts)
        #expect(color.description == "rgb(\(parts[0]), \(parts[1]), \(parts[2]))")
    }

    @Test(arguments: [
        "", "red", "rgb(1, 2)", "rgb(1, 2, 3, 4)", "rgb(256, 0, 0)", "rgb(-1, 0, 0)", "rgb(1 2 3)", "rgb(1, 2, 3",
        "rgb(, 2, 3)", "#12345", "#GGGGGG", "#", "#12345678", "rgb(+1, 2, 3)", "rgb(1.5, 2, 3)", "rgb(١, 2, 3)",
    ])
    func refuses(_ spelling: String) {
        #expect(PassColor(spelling) == nil)
    }
}
