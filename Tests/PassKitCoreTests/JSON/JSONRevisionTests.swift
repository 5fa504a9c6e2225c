import Testing

@testable import PassKitCore

/// Edits of `pass.json` that leave everything else as it was spelled.
@Suite struct JSONRevisionTests {
    static func revise(_ text: String, _ edit: (inout JSONValue) throws -> Void) throws -> String {
        let bytes = Array(text.utf8)
        let old = try JSONValue(parsing: bytes)
        var new = old
        try edit(&new)
        let revised = JSONRevision.bytes(of: new, over: bytes, parsedAs: old)
        #expect(try JSONValue(parsing: revised) == new, "\(String(decoding: revised, as: UTF8.self))")
        return String(decoding: revised, as: UTF8.self)
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let expected: String
        let edit: @Sendable (inout JSONValue) throws -> Void

        init(
            _ name: String,
            _ text: String,
            _ expected: String,
            _ edit: @escaping @Sendable (inout JSONValue) throws -> Void
        ) {
            testDescription = name
            self.text = text
            self.expected = expected
            self.edit = edit
        }
    }

    static let edits: [Edit] = [
        Edit("nothing", " { \"a\" : [ 1.0 , \"\\u0041\" ] }\n", " { \"a\" : [ 1.0 , \"\\u0041\" ] }\n") { _ in },
        Edit("a value", "{\n\t\"a\" : 1 ,\n\t\"b\": 2\n}\n", "{\n\t\"a\" : 1 ,\n\t\"b\": 3\n}\n") { $0["b"] = 3 },
        Edit("the first value", "{\"a\" : 1 , \"b\":2}", "{\"a\" : 9 , \"b\":2}") { $0["a"] = 9 },
        Edit("a value deep inside", "{\"a\": [ {\"b\" : [1, 2 ]} ] }", "{\"a\": [ {\"b\" : [1, 7 ]} ] }") {
            try $0.set(7, at: JSONPath("a[0].b[1]"))
        },
        Edit("a new member", "{\n  \"a\": 1\n}", "{\n  \"a\": 1,\n  \"b\": [true]\n}") { $0["b"] = [true] },
        Edit("a new member in nothing", "{ }", "{\"b\":1}") { $0["b"] = 1 },
        Edit("the last member removed", "{\n  \"a\": 1,\n  \"b\": 2\n}", "{\n  \"a\": 1\n}") { $0["b"] = nil },
        Edit("the first member removed", "{\n  \"a\": 1,\n  \"b\": 2\n}", "{\n  \"b\": 2\n}") { $0["a"] = nil },
        Edit("all members removed", "{\n  \"a\": 1\n}", "{}") { $0["a"] = nil },
        Edit("a new element", "[\n  1,\n  2\n]", "[\n  1,\n  2,\n  3\n]") { $0 = [1, 2, 3] },
        Edit("a new element in nothing", "[ ]", "[1]") { $0 = [1] },
        Edit("a new first element", "[ 1.0,  2.0 ]", "[ 0, 1.0,  2.0 ]") { value in
            value = .array([0] + (value.arrayValue ?? []))
        },
        Edit("the first element removed", "[ 1.0,  2.0,   3.0 ]", "[  2.0,   3.0 ]") { value in
            value = .array(Array((value.arrayValue ?? []).dropFirst()))
        },
        Edit("an element in the middle removed", "[1.0, 2.0,  3.0]", "[1.0,  3.0]") { value in
            value = .array((value.arrayValue ?? []).enumerated().filter { $0.offset != 1 }.map(\.element))
        },
        Edit("another type", "{\"a\": {\"b\": 1} }", "{\"a\": \"x\" }") { $0["a"] = "x" },
        Edit("brackets in texts", "{\"a]}\" : \"[{\\\"\\\\\" , \"b\": 1}", "{\"a]}\" : \"[{\\\"\\\\\" , \"b\": 2}") {
            $0["b"] = 2
        },
        Edit("a byte order mark", "\u{FEFF}{\"a\": 1}", "\u{FEFF}{\"a\": 2}") { $0["a"] = 2 },
        Edit("another order", "{\"a\": 1, \"b\": 2}", "{\"b\":2,\"a\":1}") { $0 = ["b": 2, "a": 1] },
        Edit("a bare value", " 1 ", " 2 ") { $0 = 2 },
    ]

    @Test(arguments: edits) func onlyWhatIsEditedChanges(_ edit: Edit) throws {
        #expect(try Self.revise(edit.text, edit.edit) == edit.expected)
    }

    @Test func deepTreesAreWrittenAnew() throws {
        let text = String(repeating: "[ ", count: 500) + "1" + String(repeating: " ]", count: 500)
        let revised = try Self.revise(text) { value in
            value = try JSONValue(parsing: Array(text.replacing("1", with: "2").utf8))
        }
        #expect(revised.hasPrefix("[ [ ") && revised.contains("[[2]]"))
    }

    /// Whatever is edited, the text parses to the edited tree; ``revise(_:_:)`` expects it.
    @Test func everyEditIsWrittenRight() throws {
        let text = #"{ "a" : [ 1 , {"b": [ ], "c" : {} } ,[2,[3 ]]],"d":"\"}" , "e": { "f" :null, "g":[ { } ] } }"#
        let values: [JSONValue] = [nil, [], ["x": 1], "t", [1, ["y": []]], 0.5]
        let paths = ["a", "a[0]", "a[1]", "a[1].b", "a[1].c.n", "a[2][1][0]", "a[3]", "d", "e.f", "e.g[0].h", "n"]
        for first in paths {
            for second in paths {
                for (index, value) in values.enumerated() {
                    _ = try Self.revise(text) { tree in
                        try? tree.set(value, at: JSONPath(first))
                        try? tree.set(values[(index + 1) % values.count], at: JSONPath(second))
                        if index == 0 { tree["d"] = nil }
                    }
                }
            }
        }
    }

    @Test(.enabled(if: SharedCorpus.isPresent), arguments: PackageRoundTripTests.readable)
    func ofARealPassOnlyTheEditedMemberChanges(_ name: String) throws {
        let archive = try PassArchive(reading: SharedCorpus.bytes(name))
        let text = String(decoding: try archive.bytes(of: "pass.json"), as: UTF8.self)
        var package = try PassPackage(archive)
        let serial = try #require(package.pass.serialNumber)
        package.pass.serialNumber = "changed \(serial)"
        package.pass.json["added"] = 1
        package.pass.json["added"] = nil
        let revised = String(decoding: try package.archive().bytes(of: "pass.json"), as: UTF8.self)
        #expect(revised.replacing("\"changed \(serial)\"", with: "\"\(serial)\"") == text)
        package.pass.serialNumber = serial
        #expect(try package.archive().bytes() == archive.bytes())
    }
}
