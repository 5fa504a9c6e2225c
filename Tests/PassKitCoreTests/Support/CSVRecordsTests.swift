import PassKitCore
import Testing

/// Comma-separated values, as exported by spreadsheets and by those who wish us ill.
@Suite struct CSVRecordsTests {
    private static let code = PassError.Code("test.csv")

    private func read(_ text: String, required: [String] = ["a", "b"]) throws -> [String] {
        var records = try CSVRecords(Array(text.utf8), required: required, code: Self.code)
        var lines: [String] = []
        while let record = try records.next() {
            lines.append("\(record.line): \(record["a"] ?? "-") \(record["b"] ?? "-")")
        }
        return lines
    }

    @Test(arguments: [
        ("a,b\n1,2\n", ["2: 1 2"]),
        ("a,b\r\n1,2\r\n3,4", ["2: 1 2", "3: 3 4"]),
        ("\u{FEFF}a,b\n1,2", ["2: 1 2"]),
        ("b,a\n1,2", ["2: 2 1"]),
        ("a,b", []),
        ("a,b\n,\n", ["2: - -"]),
        ("a,b\n\r\n\n1,2\n\n", ["4: 1 2"]),
        ("\"a\",\"b\"\n\"1,\"\"2\"\"\",\"3\r\n4\"\n5,6", ["2: 1,\"2\" 3\r\n4", "4: 5 6"]),
        ("a,b\n\"\",\"\"", ["2: - -"]),
        ("a,b\n ü , 🎟️ ", ["2:  ü   🎟️ "]),
        ("a,x,b\n1,9,2", ["2: 1 2"]),
    ])
    func reads(_ text: String, _ lines: [String]) throws {
        #expect(try read(text) == lines)
    }

    @Test(arguments: [
        ("", "empty"), ("\n\n", "empty"), ("\u{FEFF}", "empty"), ("a\n1", "does not name the column b"),
        ("a,b,a\n", "names the column \"a\" twice"), ("a,b\n1", "Line 2 has 1 fields"),
        ("a,b\n1,2,3", "Line 2 has 3 fields"), ("a,b\n\n\n1", "Line 4 has 1 fields"),
        ("a,b\n1,\"2", "Line 2 opens a quotation mark"), ("a,b\n1,2\"3\"", "Line 2 has a quotation mark in a field"),
        ("a,b\n\"1\"x,2", "Line 2 has text behind a closing"), ("a,b\n1\r2,3", "Line 2 has a carriage return"),
        ("a,b\n1,2\r", "Line 2 has a carriage return"), ("a,b\n\"1\n2\",\"3\n4", "Line 4 opens a quotation mark"),
    ])
    func refuses(_ text: String, _ message: String) { expectRefusal(of: text, message) }

    @Test func whatIsTooLongIsRefused() {
        let long = String(repeating: "x", count: 70_000)
        expectRefusal(of: "a,b\n\"" + long, "Line 2 has a field of more than")
        expectRefusal(of: "a,b\n" + long, "Line 2 has a field of more than")
        expectRefusal(of: String(repeating: "a,", count: 100_000), "Line 1 has more than")
    }

    private func expectRefusal(of text: String, _ message: String) {
        let error = #expect(throws: PassError(Self.code, "")) { try read(text) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test func whatIsNotUTF8IsRefused() throws {
        for field in [[0xFF], [0x22, 0xC3, 0x22]] as [[UInt8]] {
            var records = try CSVRecords(Array("a,b\n1,2\n3,".utf8) + field, required: ["a"], code: Self.code)
            _ = try records.next()
            #expect(throws: PassError(Self.code, "")) { try records.next() }
        }
    }

    @Test func columnsThatMeanNothingAreRefused() throws {
        #expect(throws: PassError(Self.code, "")) {
            try CSVRecords(Array("a,c".utf8), required: ["a"], known: ["a", "b"], code: Self.code)
        }
    }

    // MARK: Recipients

    @Test func recipientsAreRead() async throws {
        let text = """
            id,name,email,mobileNumber,emailSubscription,smsSubscription,active,First Name,Tier
            48494,"Lovelace, Ada",ada@example.com,+491701234567,TRUE,no,,Ada,gold
            48495,,,,,1,0,,
            """
        for list in [try RecipientList(csv: Array(text.utf8)), try RecipientList(reading: Array(text.utf8))] {
            #expect(
                list.profiles == [
                    "48494": RecipientProfile(
                        id: "48494",
                        name: "Lovelace, Ada",
                        email: "ada@example.com",
                        mobileNumber: "+491701234567",
                        emailSubscription: true,
                        attributes: ["First Name": "Ada", "Tier": "gold"]
                    ),
                    "48495": RecipientProfile(id: "48495", smsSubscription: true, isActive: false),
                ]
            )
            #expect(try await list.placeholderNames()?.isSuperset(of: ["Name", "First Name", "Tier"]) == true)
        }
    }

    @Test func recipientsMayBeJSON() throws {
        #expect(try RecipientList(reading: Array("\u{FEFF} [{\"id\":\"1\"}]".utf8.dropFirst(3))).profiles.count == 1)
        #expect(throws: PassError(.notificationRecipients, "")) { try RecipientList(reading: Array("{}".utf8)) }
    }

    @Test(arguments: [
        ("name\nAda", "does not name the column id"), ("id,active\n1,perhaps", "Line 2: active is neither"),
        ("id,name\n1,Ada\n,Grace", "Line 3: the id is empty"), ("", "empty"),
    ])
    func brokenRecipientsAreRefused(_ text: String, _ message: String) throws {
        let error = #expect(throws: PassError.self) {
            try RecipientList(reading: Array(text.utf8))
        }
        #expect(error?.code == .notificationRecipients)
        #expect(error?.message.contains(message) == true)
    }
}
