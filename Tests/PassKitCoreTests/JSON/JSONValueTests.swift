import PassKitCore
import Testing

@Suite struct JSONValueTests {
    static func parse(_ text: String, limits: JSONLimits = .default) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8), limits: limits)
    }

    @Test(arguments: [
        "null", "true", "[]", "{}", "1.0", "-0", "1E+2", "1234567890123456789", "0.30000000000000004",
        #"{"b":1,"a":{"c":[1,2.50,"x"]},"é":null}"#, #""\u0000\u001f\"\\\n\r\t/""#, #"["",[[]],{"":{}}]"#,
    ])
    func keepsSpellingAndOrder(_ text: String) throws {
        #expect(try Self.parse(text).description == text)
    }

    /// Sixteen letters, each spelled in one of two ways that Unicode takes for the same: no two keys are alike, and all
    /// of them are found as fast as others.
    @Test(.timeLimit(.minutes(10))) func equivalentKeysCostNoMoreThanOthers() throws {
        let keys = (0..<(1 << 16)).map { number in
            (0..<16).map { number >> $0 & 1 == 0 ? "\u{E9}" : "e\u{301}" }.joined()
        }
        let text = "{" + keys.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        #expect(try JSONValue(parsing: text.utf8).objectValue?.members.count == keys.count)
        #expect(Set(keys.map { Recipient.ID($0) }).count == keys.count)
        #expect(Set(keys.map { PassIdentifier(type: $0, serial: $0) }).count == keys.count)
    }

    @Test func unescapes() throws {
        let value = try Self.parse(#""\u00e9\ud83d\ude00\b\f\n\r\t\"\\\/""#)
        #expect(value.stringValue == "é😀\u{8}\u{c}\n\r\t\"\\/")
    }

    @Test func editChangesOnlyItsNode() throws {
        var value = try Self.parse(#"{"a":1.0,"b":{"c":"x","d":1e3},"e":[]}"#)
        value["b"]?["c"] = "y"
        #expect(value.description == #"{"a":1.0,"b":{"c":"y","d":1e3},"e":[]}"#)
        value["a"] = nil
        value["f"] = true
        #expect(value.description == #"{"b":{"c":"y","d":1e3},"e":[],"f":true}"#)
    }

    @Test func prettyPrintsOneMemberALine() throws {
        let value: JSONValue = ["a": [1, 2], "b": [:], "c": ["d": nil]]
        let expected = """
            {
              "a": [
                1,
                2
              ],
              "b": {},
              "c": {
                "d": null
              }
            }
            """
        #expect(String(decoding: value.bytes(.pretty), as: UTF8.self) == expected)
    }

    @Test func comparesScalarsNotCanonicalEquivalents() throws {
        let composed = JSONValue.string("\u{e9}")
        let decomposed = JSONValue.string("e\u{301}")
        #expect(composed != decomposed)
        #expect(try Self.parse("{\"\u{e9}\":1,\"e\u{301}\":2}").objectValue?.count == 2)
    }

    @Test(arguments: [
        (#"{"a":1,}"#, 1, 8), ("[1,\n 2,\n x]", 3, 2), ("", 1, 1), ("[1] 2", 1, 5), (#"{"a" 1}"#, 1, 6),
        ("\"a\u{1}b\"", 1, 3), (#""\ud800x""#, 1, 8), ("nul", 1, 1), ("01", 1, 2), (#"{"a":}"#, 1, 6),
    ])
    func syntaxErrorNamesThePlace(_ text: String, _ line: Int, _ column: Int) {
        let error = #expect(throws: PassError(.jsonSyntax, "")) { try Self.parse(text) }
        let location = error?.cause as? JSONLocation
        #expect(location?.line == line)
        #expect(location?.column == column)
        #expect(error?.message.contains("line \(line), column \(column)") == true)
    }

    static let expectations: [(String, String)] = [
        ("[1 2]", "',' or ']'"), (#"{"a":1 2}"#, "',' or '}'"), (#"{"a" 1}"#, "':' after the key"),
        ("{a:1}", "a key in double quotes"), (#"{"a":1,}"#, "a key in double quotes"), ("[1,]", "a value"),
        ("", "a value"), ("tru", "a value"), ("1 1", "the end of the text"), ("-", "a digit"),
        ("1.", "a digit after the decimal point"), ("1e+", "a digit of the exponent"),
        (#""\x""#, "one of"), (#""\u12g4""#, "four hexadecimal digits"), (#""\ud800""#, "a whole character"),
        (#""\ud800\u0041""#, "a whole character"), (#""\udc00""#, "a whole character"),
        (#""a"#, "the end of the string"),
        ("\"a\nb\"", "no control character"),
    ]

    @Test(arguments: expectations) func syntaxErrorSaysWhatWasExpected(_ text: String, _ expected: String) {
        let error = #expect(throws: PassError(.jsonSyntax, "")) { try Self.parse(text) }
        #expect(error?.message.contains("expected \(expected)") == true, "\(error?.message ?? "")")
    }

    @Test(
        arguments: [[0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22]]
            as [[UInt8]]
    )
    func stringsMustBeUTF8(_ bytes: [UInt8]) {
        #expect(throws: PassError(.jsonEncoding, "")) { try JSONValue(parsing: bytes) }
    }

    @Test func aByteOrderMarkIsToleratedAndTold() throws {
        let text = Array("\u{feff}{}".utf8)
        #expect(try JSONValue(parsing: text) == [:])
        #expect(JSONValue.beginsWithMark(text) && !JSONValue.beginsWithMark(text.dropFirst(3)))
        #expect(try JSONValue(parsing: text).bytes() == Array("{}".utf8))
        #expect(throws: PassError(.jsonSyntax, "")) { try Self.parse("\u{feff}") }
        #expect(throws: PassError(.jsonSyntax, "")) { try Self.parse("\u{feff}\u{feff}{}") }
    }

    @Test func anyCollectionOfBytesIsParsed() throws {
        let bytes = Array(#"[1,{"a":"é"}]"#.utf8)
        #expect(try JSONValue(parsing: AnyCollection(bytes)) == JSONValue(parsing: bytes))
        #expect(try JSONValue(parsing: bytes[...]) == JSONValue(parsing: bytes))
    }

    @Test func aMillionBracketsAreAnError() {
        let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: PassError(.jsonTooDeep, "")) { try JSONValue(parsing: brackets) }
        #expect(throws: PassError(.jsonTooDeep, "")) {
            try Self.parse(String(repeating: #"{"a":"#, count: 100_000))
        }
    }

    @Test func aPassIsNestedThirtyTwoLevelsDeepAtMost() throws {
        func text(_ depth: Int) -> String {
            "{\"userInfo\":" + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1) + "}"
        }
        _ = try Pass(parsing: text(32).utf8)
        #expect(throws: PassError(.jsonTooDeep, "")) { try Pass(parsing: text(33).utf8) }
    }

    @Test func depthIsCountedExactly() throws {
        let limits = JSONLimits(depth: 3)
        #expect(try Self.parse("[[[1]]]", limits: limits).description == "[[[1]]]")
        #expect(throws: PassError(.jsonTooDeep, "")) { try Self.parse("[[[[1]]]]", limits: limits) }
    }

    @Test func noLimitIsDeeperThanWhatCanBeWalked() {
        var limits = JSONLimits(depth: 100_000)
        #expect(limits.depth == 512)
        limits.depth = 100_000
        let text = String(repeating: "[", count: 513) + String(repeating: "]", count: 513)
        #expect(throws: PassError(.jsonTooDeep, "")) { try Self.parse(text, limits: limits) }
    }

    @Test func valuesAreCounted() throws {
        let limits = JSONLimits(count: 4)
        _ = try Self.parse(#"[{},{"a":1}]"#, limits: limits)
        for text in ["[{},{},{},{}]", #"{"a":1,"b":2,"c":[3]}"#, "[[[[0]]]]"] {
            #expect(throws: PassError(.jsonTooLarge, "")) { try Self.parse(text, limits: limits) }
        }
        let many = "{\"a\":[" + String(repeating: "{},", count: 100_000) + "{}]}"
        #expect(throws: PassError(.jsonTooLarge, "")) { try Pass(parsing: many.utf8) }
    }

    @Test func sizeIsLimited() {
        #expect(throws: PassError(.jsonTooLarge, "")) { try Self.parse("[1,2,3]", limits: JSONLimits(size: 6)) }
    }

    @Test(arguments: [2, 32, 33, 200]) func duplicateKeysAreFoundInObjectsOfAnySize(_ count: Int) throws {
        let keys = (1..<count).map { "k\($0)" } + ["e\u{301}"]
        func text(_ last: String) -> String { "{\((keys + [last]).map { "\"\($0)\":0" }.joined(separator: ","))}" }
        for key in [keys[0], keys[count / 2], keys[count - 1]] {
            #expect(throws: PassError(.jsonDuplicateKey, "")) { try Self.parse(text(key)) }
        }
        // Canonically equivalent, but other scalars: another key.
        #expect(try Self.parse(text("\u{e9}")).objectValue?.count == count + 1)
        let escaped = #"{"a":1,"\u0061":2}"#
        #expect(throws: PassError(.jsonDuplicateKey, "")) { try Self.parse(escaped) }
    }

    @Test func duplicateKeysOfALargeObjectAreFound() {
        let members = (0..<5000).map { #""k\#($0)":0"# } + [#""k17":1"#]
        #expect(throws: PassError(.jsonDuplicateKey, "")) { try Self.parse("{\(members.joined(separator: ","))}") }
    }

    @Test func pathsReadAndSet() throws {
        var value = try Self.parse(#"{"a":{"b":[{"c":1}]}}"#)
        #expect(value[try JSONPath("a.b[0].c")] == 1)
        #expect(value[try JSONPath("a.b[1].c")] == nil)
        try value.set("x", at: JSONPath("a.b[0].c"))
        try value.set(2, at: JSONPath("a.b[1].d[0]"))
        #expect(value.description == #"{"a":{"b":[{"c":"x"},{"d":[2]}]}}"#)
        #expect(throws: PassError(.jsonPath, "")) { try value.set(1, at: JSONPath("a.b.c")) }
        #expect(throws: PassError(.jsonPath, "")) { try value.set(1, at: JSONPath("a.b[9]")) }
        for spelling in ["", "a..b", "a[", "a[x]", "a[-1]", "[0]"] {
            #expect(throws: PassError(.jsonPath, "")) { try JSONPath(spelling) }
        }
    }
}
