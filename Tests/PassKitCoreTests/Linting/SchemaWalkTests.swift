import Testing

@testable import PassKitCore

/// Walks the table of known keys: a value of another type gives exactly the code for wrong types, at its place.
@Suite struct SchemaWalkTests {
    /// A key of a schema, and where an object of the schema stands in a pass.
    struct Place: Sendable, CustomTestStringConvertible {
        let root: ObjectSchema
        let path: [String]
        let isInList: [Bool]
        let key: KnownKey
        let rule: FindingRule

        var testDescription: String { (path + [key.name]).joined(separator: ".") }

        /// A tree that holds nothing but the value at the place.
        func tree(with value: JSONValue) -> JSONValue {
            var tree: JSONValue = .object(JSONObject())
            tree[key.name] = value
            for (name, isInList) in zip(path, isInList).reversed() {
                var outer: JSONValue = .object(JSONObject())
                outer[name] = isInList ? .array([tree]) : tree
                tree = outer
            }
            return tree
        }

        /// The place as findings spell it.
        var spelling: String {
            (zip(path, isInList).map { $1 ? "\($0)[0]" : $0 } + [key.name]).joined(separator: ".")
        }
    }

    static let places = all(in: .pass) + all(in: .personalization)

    private static func all(in root: ObjectSchema) -> [Place] {
        var places: [Place] = []
        var open: [(schema: ObjectSchema, path: [String], isInList: [Bool])] = [(root, [], [])]
        while let (schema, path, isInList) = open.popLast() {
            for key in schema.keys {
                places.append(Place(root: root, path: path, isInList: isInList, key: key, rule: schema.rules.wrongType))
                switch key.type {
                case .object(let inner): open.append((inner, path + [key.name], isInList + [false]))
                case .list(of: .object(let inner)): open.append((inner, path + [key.name], isInList + [true]))
                default: break
                }
            }
        }
        return places
    }

    @Test func theWalkSeesWhatAppleDocuments() {
        #expect(ObjectSchema.pass.keys.filter { $0.status != .undocumented }.count == 73)
        #expect(ObjectSchema.tags.count == 104)
        #expect(Set(ObjectSchema.tags.map(\.name)).count == 104)
        #expect(ObjectSchema.field.keys.filter { $0.status != .undocumented }.count == 15)
    }

    @Test(arguments: places.filter { $0.path.count < 4 })
    func anotherTypeIsToldAtItsPlace(_ place: Place) {
        if case .any = place.key.type { return }
        let wrong: JSONValue = place.key.type.admits(true) ? "true" : true
        var report = LintReport(.init(ignoredCodes: ["lint.json.deprecated-key"]))
        SchemaCheck.check(place.tree(with: wrong), as: .object(place.root), at: .root, &report)
        #expect(report.findings.map(\.code) == [place.rule.code], "\(report.findings)")
        #expect(report.findings.map(\.path) == [place.spelling])
    }

    @Test func hostileTreesGiveAListWithAnEnd() throws {
        var pass = try GoodPass(.event)
        let names = (0..<5000).map { "\"key\($0)\":0" }.joined(separator: ",")
        let deep = String(repeating: "[", count: 29) + String(repeating: "]", count: 29)
        let beacons = (0..<2000).map { _ in "{\"major\":-1}" }.joined(separator: ",")
        pass.text =
            String(decoding: pass.json.bytes().dropLast(), as: UTF8.self)
            + ",\(names),\"userInfo\":{\"deep\":\(deep)},\"beacons\":[\(beacons)]}"
        let findings = PassLinter().findings(in: try pass.archive())
        #expect(findings.count == 402)
        #expect(findings.filter { $0.severity == .error }.count == 200)
        #expect(findings.filter { $0.code == "lint.more-findings" }.count == 2)
    }

    @Test func ignoredCodesAndOtherSeveritiesAreObeyed() throws {
        var pass = try GoodPass(.poster)
        pass["semantics.venueRoom"] = nil
        let archive = try pass.archive()
        let code: Finding.Code = "lint.poster.venue-tag-missing"
        #expect(PassLinter().findings(in: archive).map(\.severity) == [.error])
        #expect(PassLinter(.init(severities: [code: .warning])).findings(in: archive).map(\.severity) == [.warning])
        #expect(PassLinter(.init(ignoredCodes: [code])).findings(in: archive).isEmpty)
    }

    @Test func findingsOfOlderSystemsDependOnTheTarget() throws {
        var pass = try GoodPass(.event)
        pass["barcodes[0].format"] = "PKBarcodeFormatCode39"
        let archive = try pass.archive()
        #expect(PassLinter(.init(target: 26)).findings(in: archive).map(\.code) == ["lint.barcode.new-formats-only"])
        #expect(PassLinter(.init(target: 27)).findings(in: archive).isEmpty)
    }
}
