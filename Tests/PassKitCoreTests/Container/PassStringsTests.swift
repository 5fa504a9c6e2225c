import PassKitCore
import Testing

@Suite struct PassStringsTests {
    static let text = "/* Für alle */\n\"gate\" = \"Tor\"; // \"kein\" = \"Eintrag\";\n\n\"seat\"=\"Sitz \\\"A\\\"\";\n"

    /// The same text in each encoding the reader takes.
    static let files: [(String, PassStrings.Encoding, [UInt8])] = [
        ("UTF-8", .utf8, Array(text.utf8)),
        ("UTF-8 with mark", .utf8WithMark, [0xEF, 0xBB, 0xBF] + text.utf8),
        ("UTF-16 LE with mark", .utf16, [0xFF, 0xFE] + utf16(text, bigEndian: false)),
        ("UTF-16 BE with mark", .utf16BigEndian, [0xFE, 0xFF] + utf16(text, bigEndian: true)),
        ("UTF-16 LE without mark", .utf16, utf16(text, bigEndian: false)),
        ("UTF-16 BE without mark", .utf16BigEndian, utf16(text, bigEndian: true)),
    ]

    static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    static func read(_ text: String) throws -> PassStrings { try PassStrings(reading: Array(text.utf8)) }

    static func text(of strings: PassStrings) -> String { String(decoding: strings.bytes(), as: UTF8.self) }

    @Test(arguments: files)
    func readsEveryEncodingAndWritesItBack(_ name: String, _ encoding: PassStrings.Encoding, _ bytes: [UInt8]) throws {
        var strings = try PassStrings(reading: bytes)
        #expect(strings.encoding == encoding)
        #expect(strings.keys == ["gate", "seat"])
        #expect(strings["gate"] == "Tor" && strings["seat"] == "Sitz \"A\"" && strings["kein"] == nil)
        #expect(strings.bytes() == bytes, "What is not edited is not changed")

        strings["gate"] = "Ausgang ✈"
        let edited = try PassStrings(reading: strings.bytes())
        #expect(edited["gate"] == "Ausgang ✈" && edited["seat"] == "Sitz \"A\"")
        #expect(edited.encoding == encoding)
        if encoding == .utf16 { #expect(strings.bytes().starts(with: [0xFF, 0xFE])) }
        if encoding == .utf16BigEndian { #expect(strings.bytes().starts(with: [0xFE, 0xFF])) }
    }

    @Test func anotherEncodingGetsItsMark() throws {
        var strings = try PassStrings(reading: Self.utf16(Self.text, bigEndian: true))
        strings.encoding = .utf16
        #expect(strings.bytes() == [0xFF, 0xFE] + Self.utf16(Self.text, bigEndian: false))
        strings.encoding = .utf8
        #expect(strings.bytes() == Array(Self.text.utf8))
    }

    static let spellings: [(String, String)] = [
        (#""k" = "a\nb\tc\rd";"#, "a\nb\tc\rd"), (#""k" = "\"\\\'";"#, "\"\\'"), (#""k" = "\U00e9\u00E9";"#, "éé"),
        (#""k" = "\Ud83d\Ude00";"#, "😀"), (#""k" = "\101\0";"#, "A\0"), (#"k=v;"#, "v"), (#"'k' = 'it"s';"#, "it\"s"),
        ("\"k\"\n=\n\"two\nlines\"\n;", "two\nlines"), (#""k" /* a */ = /* b */ "v" /* c */ ;"#, "v"),
        (#""k";"#, "k"), (#""k" = "";"#, ""),
        (#""k" = "// no comment /* nor this */";"#, "// no comment /* nor this */"),
        (#""k" = "\a\b\f\v\x";"#, "\u{7}\u{8}\u{c}\u{b}x"), ("\u{feff}k = v;", "v"), (#""k" = "😀";"#, "😀"),
    ]

    @Test(arguments: spellings) func readsEntries(_ text: String, _ value: String) throws {
        let strings = try Self.read(text)
        #expect(strings["k"]?.unicodeScalars.elementsEqual(value.unicodeScalars) == true, "\(strings["k"] ?? "nil")")
        #expect(Self.text(of: strings) == text || text.hasPrefix("\u{feff}"))
    }

    static let faults: [(String, Int)] = [
        (#""k" = "v""#, 1), ("\"k\" = \"v\";\n\"l\" \"w\";", 2), ("\"k\" = ;", 1), ("/* open", 1), (#""k" = "open"#, 1),
        (#""k" = "\Ud83d";"#, 1), (#""k" = "\Uxyz";"#, 1), ("= \"v\";", 1), ("\n\n;", 3), ("\"k\" = \"v\"; }", 1),
        (#""k" = "\"#, 1), (#""k" = "\U００e9";"#, 1),
    ]

    @Test(arguments: faults) func refusesBrokenSyntaxAndNamesTheLine(_ text: String, _ line: Int) {
        let error = #expect(throws: PassError(.containerStringsSyntax, "")) { try Self.read(text) }
        #expect(error?.message.contains("line \(line):") == true, "\(error?.message ?? "")")
    }

    static let encodings: [[UInt8]] = [
        [0x22, 0xE9, 0x22], [0xFF, 0xFE, 0x22], [0xFE, 0xFF, 0xD8, 0x00], [0x00, 0x22, 0x00], [0xEF, 0xBB, 0xBF, 0xFF],
    ]

    @Test(arguments: encodings) func refusesBytesInNoEncoding(_ bytes: [UInt8]) {
        #expect(throws: PassError(.containerStringsEncoding, "")) { try PassStrings(reading: bytes) }
    }

    @Test func nothingHoldsNoStrings() throws {
        for bytes in [[], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x20, 0x0A]] as [[UInt8]] {
            let strings = try PassStrings(reading: bytes)
            #expect(strings.keys.isEmpty && strings.bytes() == bytes)
        }
    }

    @Test func anEditKeepsCommentsAndOrder() throws {
        var strings = try Self.read("/* one */\na = 1;\n/* two */\n\"b\" = \"2\"; // tail\nc = 3;\n")
        strings["b"] = "zwei\n"
        strings["d"] = "4"
        #expect(
            Self.text(of: strings)
                == "/* one */\na = 1;\n/* two */\n\"b\" = \"zwei\\n\"; // tail\nc = 3;\n\"d\" = \"4\";\n"
        )
        strings["a"] = nil
        strings["d"] = nil
        strings["never"] = nil
        #expect(Self.text(of: strings) == "/* one */\n/* two */\n\"b\" = \"zwei\\n\"; // tail\nc = 3;\n")
    }

    @Test func anEditKeepsLineBreaksOfTwoBytes() throws {
        var strings = try Self.read("a = 1;\r\nb = 2;\r\n")
        strings["c"] = "3"
        strings["a"] = nil
        #expect(Self.text(of: strings) == "b = 2;\r\n\"c\" = \"3\";\r\n")
    }

    @Test func anEntryIsAppendedOnALineOfItsOwn() throws {
        var strings = try Self.read("a = 1;")
        strings["b"] = "2"
        #expect(Self.text(of: strings) == "a = 1;\n\"b\" = \"2\";\n")
    }

    @Test func whatIsWrittenReadsBack() throws {
        for value in ["", "\"", "\\", "\\n", "a\nb\r\tc", "\u{0}\u{1f}", "😀é", "%@ 100%", "\u{2028}"] {
            for encoding in [PassStrings.Encoding.utf8, .utf8WithMark, .utf16, .utf16BigEndian] {
                var strings = PassStrings(encoding: encoding)
                strings[value] = value
                let read = try PassStrings(reading: strings.bytes())
                #expect(read.keys == [value] && read[value] == value, "\(value) \(encoding)")
            }
        }
    }

    @Test func aRepeatedKeyReadsAsTheLastAndIsTold() throws {
        var strings = try Self.read("a = 1;\nb = 2;\na = 3;\n")
        #expect(strings["a"] == "3" && strings.keys == ["a", "b"] && strings.repeatedKeys == ["a"])
        strings["a"] = nil
        #expect(Self.text(of: strings) == "b = 2;\n")
    }

    @Test func keysAreComparedScalarByScalar() throws {
        var strings = try Self.read("\"e\u{301}\" = \"x\";\n")
        #expect(strings["\u{e9}"] == nil && strings["e\u{301}"] == "x")
        strings["e\u{301}"] = "\u{e9}"
        strings["e\u{301}"] = "e\u{301}"
        #expect(Self.text(of: strings).utf8.elementsEqual("\"e\u{301}\" = \"e\u{301}\";\n".utf8))
    }

    @Test func newStringsAreUTF16() {
        let strings: PassStrings = ["gate": "Tor", "seat": "Sitz"]
        #expect(strings.encoding == .utf16 && strings.bytes().starts(with: [0xFF, 0xFE]))
        #expect(strings.keys == ["gate", "seat"])
    }
}
