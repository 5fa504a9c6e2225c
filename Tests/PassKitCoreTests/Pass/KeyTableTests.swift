import PassKitCore
import Testing

/// Every documented key has a property that reads it, writes it exactly, and leaves everything else alone.
@Suite struct KeyTableTests {
    @Test func everyTopLevelKeyHasItsProperty() {
        #expect(Set(PassKeyTable.properties.map(\.key)).count == 73)
        Self.check(PassKeyTable.properties)
    }

    @Test func everySemanticTagHasItsProperty() {
        #expect(Set(SemanticTagTable.properties.map(\.key)).count == 104)
        Self.check(SemanticTagTable.properties)
    }

    @Test func everyKeyOfFieldsAndGroupsHasItsProperty() {
        #expect(NestedKeyTables.fields.count == 15)
        Self.check(NestedKeyTables.fields)
        Self.check(NestedKeyTables.groups)
    }

    @Test func everyKeyOfNestedObjectsHasItsProperty() {
        Self.check(NestedKeyTables.barcodes)
        Self.check(NestedKeyTables.nfc)
        Self.check(NestedKeyTables.locations)
        Self.check(NestedKeyTables.beacons)
        Self.check(NestedKeyTables.relevantDates)
        Self.check(NestedKeyTables.actions)
        Self.check(NestedKeyTables.personalization)
    }

    @Test func everyKeyOfUpcomingEventsHasItsProperty() {
        Self.check(UpcomingKeyTables.entries)
        Self.check(UpcomingKeyTables.dates)
        Self.check(UpcomingKeyTables.images)
        Self.check(UpcomingKeyTables.image)
        Self.check(UpcomingKeyTables.sources)
        #expect(UpcomingKeyTables.links.count == 14)
        Self.check(UpcomingKeyTables.links)
    }

    @Test func everyKeyOfSemanticValuesHasItsProperty() {
        Self.check(UpcomingKeyTables.places)
        Self.check(UpcomingKeyTables.amounts)
        Self.check(UpcomingKeyTables.networks)
        Self.check(UpcomingKeyTables.eventDates)
        Self.check(UpcomingKeyTables.names)
        Self.check(UpcomingKeyTables.seats)
    }

    static func check<View: JSONView>(_ table: [ViewProperty<View>], _ place: SourceLocation = #_sourceLocation) {
        #expect(!table.isEmpty, sourceLocation: place)
        let whole = JSONObject(members: table.map { ($0.key, $0.sample) } + [("unknown", ["kept": 1.0])])
        for property in table {
            let source = View(json: whole)
            #expect(property.reads(source), "\(property.key) is not read", sourceLocation: place)
            let nothing = View(json: JSONObject())
            #expect(!property.reads(nothing), "\(property.key) is read from nothing", sourceLocation: place)

            // Written into nothing, it is the one member there is, spelled as it was.
            var written = nothing
            property.copy(source, &written)
            #expect(
                property.reads(written) && written.json.keys == [property.key],
                "\(property.key): \(written.json.keys)",
                sourceLocation: place
            )

            let hasOtherSpellings =
                property.sample.numberValue != nil || property.key.hasSuffix("Color") || property.key.hasSuffix("UUID")
            if !hasOtherSpellings {
                #expect(written.json[property.key] == property.sample, sourceLocation: place)
            }

            // Written over itself, nothing changes; removed, only it is gone.
            var changed = source
            property.copy(source, &changed)
            #expect(changed.json == whole, "\(property.key) changes what it reads", sourceLocation: place)
            property.clear(&changed)
            var expected = whole
            expected[property.key] = nil
            #expect(changed.json == expected, "\(property.key) is not removed alone", sourceLocation: place)

            // What is of another type is not read, and stays until it is set.
            guard property.key != "userInfo" else { continue }
            let wrong: JSONValue = property.sample.boolValue == nil ? true : "true"
            var lenient = View(json: JSONObject(members: [(property.key, wrong), ("unknown", 1)]))
            #expect(!property.reads(lenient), "\(property.key) is read from \(wrong)", sourceLocation: place)
            property.copy(source, &lenient)
            #expect(property.reads(lenient) && lenient.json["unknown"] == 1, sourceLocation: place)
        }
    }
}

extension JSONObject {
    /// The members in order.
    init(members: [(String, JSONValue)]) {
        self.init()
        for (key, value) in members { self[key] = value }
    }
}
