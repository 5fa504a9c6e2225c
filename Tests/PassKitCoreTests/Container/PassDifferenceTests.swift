import PassKitCore
import PassKitTesting
import Testing

@Suite struct PassDifferenceTests {
    /// Two versions of a pass, the same but for what the closures change.
    static func difference(
        from old: (inout PassPackage) throws -> Void = { _ in },
        to new: (inout PassPackage) throws -> Void
    ) throws -> PassDifference {
        var (before, after) = (try SamplePass.package(), try SamplePass.package())
        for field in ["gate", "event"] {
            before.pass.fields[field: field]?.changeMessage = "Now %@"
            after.pass.fields[field: field]?.changeMessage = "Now %@"
        }
        try old(&before)
        try new(&after)
        return try PassDifference(from: before, to: after)
    }

    static func gate(_ value: PassFieldValue, message: String? = "Now %@") -> (inout PassPackage) -> Void {
        { $0.pass.fields.header[0] = .init("gate", label: "gate_label", value: value, changeMessage: message) }
    }

    static func files(_ difference: PassDifference) -> [String] {
        difference.files.map { "\($0.kind.rawValue) \($0.name)" }
    }

    // MARK: Nothing

    @Test func aPassDoesNotDifferFromItself() throws {
        let difference = try Self.difference { _ in }
        #expect(difference.isEmpty && difference.keys.isEmpty && difference.fields.isEmpty)
        #expect(difference.strings.isEmpty && difference.messages.isEmpty && difference.silent.isEmpty)
        #expect(difference.obstacles.isEmpty && difference.ignored.isEmpty)
    }

    @Test func spacesAndTheOrderOfKeysAreNoChangeOfTheContent() throws {
        let difference = try Self.difference { package in
            let members = package.pass.json.members.reversed()
            package.pass.json = JSONObject()
            for member in members { package.pass.json[member.key] = member.value }
        }
        #expect(Self.files(difference) == ["changed pass.json"])
        #expect(!difference.isEmpty && difference.keys.isEmpty && difference.fields.isEmpty)
    }

    @Test(.enabled(if: SharedCorpus.isPresent), arguments: PackageRoundTripTests.readable)
    func realPassesDifferByWhatIsChanged(_ name: String) throws {
        let old = try PassPackage(reading: SharedCorpus.bytes(name))
        #expect(try PassDifference(from: old, to: old).isEmpty)
        var new = old
        new.pass.json["userInfo"] = ["changed": 1]
        let difference = try PassDifference(from: old, to: new)
        #expect(difference.files.map(\.name) == ["pass.json"])
        #expect(difference.keys.allSatisfy { $0.path.hasPrefix("userInfo") } && !difference.keys.isEmpty)
        #expect(difference.fields.isEmpty && difference.messages.isEmpty)
    }

    // MARK: Files, keys, strings

    @Test func filesAreToldByName() throws {
        let difference = try Self.difference {
            $0.images["de.lproj/strip.png"] = PNGForge.image()
        } to: { package in
            package.images["logo.png"] = PNGForge.image()
            package.images["fr.lproj/strip.png"] = PNGForge.image()
        }
        #expect(
            Self.files(difference) == [
                "removed de.lproj/strip.png", "added fr.lproj/strip.png", "changed logo.png",
            ]
        )
        #expect(difference.silent == ["de.lproj/strip.png", "fr.lproj/strip.png", "logo.png"])
    }

    @Test func manifestAndSignatureAreLeftOut() async throws {
        let signer = try SigningFixtures.authority().signer()
        let old = try await SamplePass.package().signed(by: signer)
        let new = try await SamplePass.package().signed(by: SigningFixtures.otherAuthority().signer())
        #expect(old != new)
        #expect(try PassDifference(from: old, to: new).isEmpty)
    }

    @Test func aFileOfTheSameSizeAndChecksumIsStillAnother() throws {
        // The second is the first, and the polynomial of CRC-32 on top of it.
        let (first, second): ([UInt8], [UInt8]) = ([1, 1, 1, 1, 1], [0x40, 0x07, 0x70, 0xDA, 0x00])
        #expect(CRC32.checksum(first) == CRC32.checksum(second))
        var archives = [try SamplePass.package().archive(), try SamplePass.package().archive()]
        try archives[0].set(first, for: "data.bin")
        try archives[1].set(second, for: "data.bin")
        let difference = try PassDifference(from: PassPackage(archives[0]), to: PassPackage(archives[1]))
        #expect(Self.files(difference) == ["changed data.bin"])
    }

    @Test func keysAreToldByTheDeepestPath() throws {
        let difference = try Self.difference {
            $0.pass.json["userInfo"] = ["a": [1, 2, 3], "b": ["c": nil], "gone": true, "same": ["d": 1.0]]
        } to: { package in
            package.pass.json["userInfo"] = ["same": ["d": 1], "a": [1, 5], "b": ["c": 2, "e": 3]]
            package.pass.barcodes[0].message = "E-1030"
        }
        let changes = difference.keys.map { "\($0.path): \($0.old.text) -> \($0.new.text)" }
        #expect(
            changes == [
                "barcodes[0].message: \"E-1029\" -> \"E-1030\"", "userInfo.a[1]: 2 -> 5", "userInfo.a[2]: 3 -> none",
                "userInfo.b.c: null -> 2", "userInfo.b.e: none -> 3", "userInfo.gone: true -> none",
            ]
        )
        #expect(difference.silent == difference.keys.map(\.path))
        #expect(difference.messages.isEmpty && difference.fields.isEmpty)
    }

    @Test(arguments: [
        ("1", "1.0", true), ("100", "1e2", true), ("1", "2", false),
        ("9007199254740993", "9007199254740992", false), ("1e999", "2e999", false),
    ])
    func numbersAreComparedByTheirValue(_ old: String, _ new: String, isSame: Bool) throws {
        func package(_ spelling: String) throws -> PassPackage {
            var package = try SamplePass.package()
            package.pass.json["userInfo"] = try JSONValue(parsing: Array("{\"n\":\(spelling)}".utf8))
            return package
        }
        let difference = try PassDifference(from: package(old), to: package(new))
        #expect(difference.keys.isEmpty == isSame)
    }

    @Test func hostileTreesAreToldInShortPaths() throws {
        func package(_ leaf: String) throws -> PassPackage {
            var package = try SamplePass.package()
            let key = String(repeating: "k", count: 1000)
            let opened = String(repeating: "{\"\(key)\":", count: 400)
            let text = opened + leaf + String(repeating: "}", count: 400)
            package.pass.json["userInfo"] = try JSONValue(parsing: Array(text.utf8))
            return package
        }
        let difference = try PassDifference(from: package("1"), to: package("2"))
        #expect(difference.keys.count == 1)
        #expect(difference.keys.allSatisfy { $0.path.utf8.count < 2000 })
    }

    @Test func stringsAreToldByLanguageAndKey() throws {
        let difference = try Self.difference { package in
            package.localizations["de"]?["gate_label"] = "Flugsteig"
            package.localizations["de"]?["new"] = "neu"
            package.localizations["en"]?["seat_label"] = nil
        }
        let changes = difference.strings.map { "\($0.language) \($0.key) \($0.old ?? "-") \($0.new ?? "-")" }
        #expect(changes == ["de gate_label TOR Flugsteig", "de new - neu", "en seat_label SEAT -"])
    }

    // MARK: Fields

    @Test func fieldsAreMatchedByTheirKeys() throws {
        let difference = try Self.difference { package in
            package.pass.fields.header.append(.init("zone", value: "4"))
            package.pass.fields.secondary = []
            package.pass.fields.auxiliary = package.pass.fields.primary
            package.pass.fields.primary = []
            package.pass.fields.back[0].label = "HELP"
        }
        let changes = difference.fields.map { change in
            let state = change.old == nil ? "new" : change.new == nil ? "gone" : change.isMoved ? "moved" : "changed"
            return "\(state) \(change.key) \(change.path) \(change.members.map(\.path))"
        }
        #expect(
            changes == [
                "new zone eventTicket.headerFields[1] []", "moved event eventTicket.auxiliaryFields[0] []",
                "changed contact eventTicket.backFields[0] [\"label\"]", "gone seat eventTicket.secondaryFields[0] []",
            ]
        )
        #expect(
            difference.silent == [
                "eventTicket.headerFields[1]", "eventTicket.auxiliaryFields[0]", "eventTicket.backFields[0].label",
                "eventTicket.secondaryFields[0]",
            ]
        )
        #expect(difference.keys.isEmpty, "Fields are no keys: \(difference.keys)")
    }

    @Test func anotherOrderWithinAGroupIsAMove() throws {
        let fields: [PassField] = [.init("a", value: "1"), .init("b", value: "2"), .init("c", value: "3")]
        let swapped = try Self.difference {
            $0.pass.fields.back = fields
        } to: {
            $0.pass.fields.back = [fields[1], fields[0], fields[2]]
        }
        #expect(swapped.fields.map(\.key) == ["b", "a"] && swapped.fields.allSatisfy { $0.isMoved })
        let shorter = try Self.difference {
            $0.pass.fields.back = fields
        } to: {
            $0.pass.fields.back = [fields[1], fields[2]]
        }
        #expect(shorter.fields.map(\.key) == ["a"], "Those behind a removed field stay in their order.")
    }

    @Test func fieldsOfOneKeyAreComparedInTheirOrder() throws {
        let twins: [PassField] = [.init("a", value: "1"), .init("a", value: "2")]
        let difference = try Self.difference {
            $0.pass.fields.back = twins
        } to: {
            $0.pass.fields.back = [twins[0], .init("a", value: "3"), .init("a", value: "4")]
        }
        #expect(difference.fields.map { $0.new?.value } == ["3", "4"])
        #expect(difference.fields.map { $0.old?.value } == ["2", nil])
    }

    @Test func whatIsNoFieldIsAKey() throws {
        let difference = try Self.difference { package in
            package.pass.json["eventTicket"]?["backFields"] = ["odd"]
        }
        #expect(difference.keys.map(\.path) == ["eventTicket.backFields"])
        #expect(difference.fields.map(\.key) == ["contact"])
    }

    // MARK: Messages

    @Test func aNewValueGivesAMessage() throws {
        let difference = try Self.difference(to: Self.gate("B7"))
        let message = try #require(difference.messages.first)
        #expect(difference.messages.count == 1)
        #expect(message.fieldKey == "gate" && message.paths == ["eventTicket.headerFields[0]"])
        #expect(message.old == "A1" && message.new == "B7" && message.format == "Now %@")
        #expect(message.text() == "Now B7" && message.text(in: "de") == "Now B7")
        #expect(message.translations.isEmpty && message.mute.isEmpty && !message.isFormattedByDevice)
        #expect(difference.silent.isEmpty)
    }

    @Test func thereIsNoMessageWithoutOldValueNewValueOrMessage() throws {
        let value = "eventTicket.headerFields[0].value"
        let silent = try Self.difference(to: Self.gate("B7", message: nil))
        #expect(silent.messages.isEmpty && silent.silent.contains(value))
        let withoutOld = try Self.difference(from: { $0.pass.fields.header[0].value = nil }, to: Self.gate("B7"))
        #expect(withoutOld.messages.isEmpty && withoutOld.silent == [value])
        let withoutNew = try Self.difference { $0.pass.fields.header[0].value = nil }
        #expect(withoutNew.messages.isEmpty && withoutNew.silent == [value])
        let withoutKey = try Self.difference {
            $0.pass.fields.header[0].key = nil
        } to: { package in
            package.pass.fields.header[0].key = nil
            package.pass.fields.header[0].value = "B7"
        }
        #expect(withoutKey.messages.isEmpty && withoutKey.silent == [value])
        let newField = try Self.difference(from: { $0.pass.fields.header = [] }, to: { _ in })
        #expect(newField.messages.isEmpty && newField.silent == ["eventTicket.headerFields[0]"])
        let label = try Self.difference { $0.pass.fields.header[0].label = "GATE" }
        #expect(label.messages.isEmpty && label.silent == ["eventTicket.headerFields[0].label"])
    }

    @Test func besidesTheMessageOtherMembersChangeSilently() throws {
        let difference = try Self.difference { package in
            package.pass.fields.header[0].value = "B7"
            package.pass.fields.header[0].label = "GATE"
        }
        #expect(difference.messages.map(\.fieldKey) == ["gate"])
        #expect(difference.silent == ["eventTicket.headerFields[0].label"])
    }

    @Test(arguments: [
        ("%@", "B7"), ("Gate %@!", "Gate B7!"), ("%1$@ and %@", "B7 and B7"), ("100 %% %@", "100 % B7"),
        ("100 % of %@", "100 % of B7"), ("%d %@", "%d B7"), ("Gate", nil), ("%%@", nil), ("", nil), ("%", nil),
    ])
    func theNewValueStandsForThePlaceholder(_ format: String, _ text: String?) throws {
        let difference = try Self.difference(to: Self.gate("B7", message: format))
        #expect(difference.messages.first?.text() == text)
        #expect(difference.messages.isEmpty == (text == nil))
    }

    @Test func messagesAreTranslated() throws {
        let difference = try Self.difference(
            from: { $0.localizations["fr"] = [:] },
            to: { package in
                package.localizations["fr"] = ["gate_change": "Porte", "B7": "B sept"]
                package.localizations["es"] = ["B7": "B siete"]
                Self.gate("B7", message: "gate_change")(&package)
            }
        )
        let message = try #require(difference.messages.first)
        #expect(message.untranslated == nil && message.text() == nil && message.text(in: "it") == nil)
        #expect(message.translations == ["de": "Jetzt an Tor B7", "en": "Now at gate B7"])
        #expect(message.mute == ["es", "fr"] && message.text(in: "fr") == nil)

        let value = try Self.difference { package in
            package.localizations["es"] = ["B7": "B siete"]
            Self.gate("B7")(&package)
        }
        #expect(value.messages.first?.text(in: "es") == "Now B siete")
        #expect(value.messages.first?.text(in: "de") == "Now B7")
    }

    @Test func devicesSpellNumbersAndDates() throws {
        let number = try Self.difference(from: Self.gate(1), to: Self.gate(2.5))
        #expect(number.messages.first?.isFormattedByDevice == true && number.messages.first?.text() == "Now 2.5")
        let sameNumber = try Self.difference(from: Self.gate(1), to: Self.gate(1.0))
        #expect(sameNumber.messages.isEmpty && sameNumber.fields.isEmpty)
        for style in [PassDateStyle.short, nil] {
            let date = try Self.difference { package in
                Self.gate("2099-12-24T18:30Z")(&package)
                package.pass.fields.header[0].timeStyle = style
            }
            #expect(date.messages.first?.isFormattedByDevice == (style != nil))
        }
    }

    @Test func aPosterAndItsFallbackGiveOneMessage() throws {
        func edit(_ value: PassFieldValue) -> (inout PassPackage) -> Void {
            { package in
                let field = PassField("gate", value: value, changeMessage: "Now %@")
                var fields = PassFields()
                fields.header = [field]
                package.pass[.posterGeneric] = fields
                package.pass.fields.header = [field]
            }
        }
        let difference = try Self.difference(from: edit("A1"), to: edit("B7"))
        #expect(difference.messages.count == 1 && difference.silent.isEmpty)
        #expect(
            difference.messages.first?.paths == ["eventTicket.headerFields[0]", "posterGeneric.headerFields[0]"]
        )
    }

    // MARK: Whether it is an update

    @Test(arguments: [
        ("serialNumber", "replacement.serial-number", false), ("passTypeIdentifier", "replacement.pass-type", false),
        ("teamIdentifier", "replacement.team", true), ("authenticationToken", "replacement.token", true),
    ])
    func whatNamesThePassMustStay(_ key: String, _ code: String, isSamePass: Bool) throws {
        let difference = try Self.difference {
            $0.pass.authenticationToken = "0123456789abcdef"
        } to: { package in
            package.pass.authenticationToken = "0123456789abcdef"
            package.pass.json[key] = "another 0123456789"
            Self.gate("B7")(&package)
        }
        #expect(difference.obstacles.map(\.code.rawValue) == [code])
        #expect(difference.obstacles.map(\.path) == [key])
        #expect(difference.messages.isEmpty != isSamePass, "A device shows no message for another pass.")
    }

    // MARK: What Wallet ignores

    @Test func onlyWhatChangedIsToldOfWhatIsIgnored() throws {
        let withUnknownKeys: (inout PassPackage) -> Void = { package in
            package.pass.json["colour"] = "old"
            package.pass.json["semantics"] = ["seatts": ["a": 1]]
            package.pass.fields.back[0].json["size"] = 1
        }
        #expect(try Self.difference(from: withUnknownKeys, to: withUnknownKeys).ignored.isEmpty)
        let difference = try Self.difference(from: withUnknownKeys) { package in
            withUnknownKeys(&package)
            package.pass.json["colour"] = "new"
            package.pass.json["semantics"] = ["seatts": ["a": 2]]
            package.pass.fields.back[0].json["size"] = 2
        }
        #expect(
            Set(difference.ignored.map(\.path)) == ["colour", "semantics.seatts", "eventTicket.backFields[0].size"],
            "\(difference.ignored)"
        )
        let removed = try Self.difference(from: withUnknownKeys, to: { _ in })
        #expect(removed.ignored.isEmpty, "What is gone is nothing that Wallet could ignore: \(removed.ignored)")
    }

    @Test func aMessageThatCannotBeShownIsToldWhenTheValueChanges() throws {
        let mute = Self.gate("A1", message: "Gate changed")
        #expect(try Self.difference(from: mute, to: mute).ignored.isEmpty)
        let difference = try Self.difference(from: mute, to: Self.gate("B7", message: "Gate changed"))
        #expect(difference.ignored.map(\.code) == ["lint.field.change-message-placeholder"])
    }
}

extension JSONValue? {
    fileprivate var text: String { map(\.description) ?? "none" }
}
