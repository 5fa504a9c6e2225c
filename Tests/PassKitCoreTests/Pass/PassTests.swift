import PassKitCore
import Testing

@Suite struct PassTests {
    static func pass(_ style: PassStyle = .eventTicket) -> Pass {
        Pass(
            type: "pass.com.example.ticket",
            serial: "E-1029",
            team: "TEAMID1234",
            organization: "Example",
            description: "Concert",
            style: style
        )
    }

    @Test func isMadeFromNothing() throws {
        var pass = Self.pass()
        pass.fields.primary = [.init("event", label: "EVENT", value: "Opening night")]
        pass.fields.auxiliary = [.init("seat", value: 12, changeMessage: "Now seat %@")]
        pass.barcodes = [.qr("E-1029")]
        let text = #"""
            {"formatVersion":1,"passTypeIdentifier":"pass.com.example.ticket","serialNumber":"E-1029",
            "teamIdentifier":"TEAMID1234","organizationName":"Example","description":"Concert",
            "eventTicket":{"primaryFields":[{"key":"event","label":"EVENT","value":"Opening night"}],
            "auxiliaryFields":[{"key":"seat","value":12,"changeMessage":"Now seat %@"}]},
            "barcodes":[{"format":"PKBarcodeFormatQR","message":"E-1029","messageEncoding":"iso-8859-1"}]}
            """#
        #expect(try pass.jsonValue == JSONValue(parsing: Array(text.utf8)))
        #expect(try Pass(parsing: pass.bytes()) == pass)
        #expect(pass.identifier == PassIdentifier(type: "pass.com.example.ticket", serial: "E-1029"))
    }

    @Test(arguments: ["[]", "1", "null", #""pass""#]) func refusesWhatIsNoObject(_ text: String) {
        #expect(throws: PassError(.passNotObject, "")) { try Pass(parsing: Array(text.utf8)) }
    }

    @Test func hasNoIdentifierWithoutTypeOrSerial() {
        var pass = Self.pass()
        pass.serialNumber = ""
        #expect(pass.identifier == nil)
        pass.serialNumber = "1"
        pass.passTypeIdentifier = nil
        #expect(pass.identifier == nil)
    }

    @Test func anEditChangesOnlyItsMember() throws {
        let text =
            #"{"z":1.0,"eventTicket":{"later":[1e2],"primaryFields":[{"key":"a","value":2.50,"x":null},"odd"]},"#
            + #""barcodes":"not a list","voided":"yes"}"#
        var pass = try Pass(parsing: Array(text.utf8))
        pass.fields.primary[0].label = "A"
        pass.fields.primary.append(.init("b", value: "B"))
        let expected =
            #"{"z":1.0,"eventTicket":{"later":[1e2],"primaryFields":[{"key":"a","value":2.50,"x":null,"label":"#
            + #""A"},"odd",{"key":"b","value":"B"}]},"barcodes":"not a list","voided":"yes"}"#
        #expect(pass.jsonValue.description == expected)
        #expect(pass.barcodes.isEmpty && pass.voided == nil)
    }

    @Test func settingWhatIsReadChangesNothing() throws {
        let text =
            ##"{"maxDistance":1e2,"backgroundColor":"#0af","associatedStoreIdentifiers":[1.0,2],"barcodes":[],"##
            + #""semantics":{},"locations":7,"relevantDate":"2026-12-24T18:30Z","webServiceURL":"HTTPS://Example.com"}"#
        var pass = try Pass(parsing: Array(text.utf8))
        pass.maxDistance = 100
        pass.backgroundColor = PassColor(red: 0, green: 0xAA, blue: 0xFF)
        pass.associatedStoreIdentifiers = [1, 2]
        pass.barcodes = []
        pass.locations = []
        pass.semantics = SemanticTags()
        pass.relevantDate = pass.relevantDate
        pass.webServiceURL = pass.webServiceURL
        #expect(pass.jsonValue.description == text)
        pass.associatedStoreIdentifiers.append(3)
        #expect(pass.json["associatedStoreIdentifiers"]?.description == "[1.0,2,3]")
    }

    @Test func theStyleIsTheClassicOneOfTwo() {
        var pass = Self.pass(.posterGeneric)
        #expect(pass.style == .posterGeneric)
        pass.fields.footer = [.init("f", value: "F")]
        pass[.storeCard] = PassFields()
        #expect(pass.styles == [.posterGeneric, .storeCard] && pass.style == .storeCard)
        #expect(pass[.posterGeneric]?.footer.count == 1 && pass.fields.footer.isEmpty)
        pass[.storeCard] = nil
        pass[.posterGeneric] = nil
        #expect(pass.style == nil)
        pass.fields = PassFields()
        #expect(pass.styles.isEmpty)
        pass.fields.header = [.init("h", value: "H")]
        #expect(pass.style == .generic)
    }

    @Test func schemesKeepUnknownWords() throws {
        var pass = Self.pass()
        pass.preferredStyleSchemes = [.posterEventTicket, "nextYear", .eventTicket]
        let read = try Pass(parsing: pass.bytes()).preferredStyleSchemes
        #expect(read.map(\.rawValue) == ["posterEventTicket", "nextYear", "eventTicket"])
        #expect(read.map(\.isDocumented) == [true, false, true])
    }

    @Test func codesChooseTheEncodingTheyNeed() {
        #expect(Barcode.qr("Zoë").messageEncoding == "iso-8859-1")
        #expect(Barcode.aztec("Ж").messageEncoding == "utf-8")
        #expect(Barcode.pdf417("A", altText: "B").altText == "B")
        #expect(Barcode.code128("A").format == .code128)
        #expect(BarcodeFormat.documented.count == 8 && Set(BarcodeFormat.documented).count == 8)
    }

    @Test func wordsOfOpenSetsAreComplete() {
        #expect(SemanticTags.EventType.documented.count == 8)
        #expect(SemanticTags.SecurityProgram.documented.count == 7)
        #expect(SemanticTags.PassengerCapability.documented.count == 5)
        #expect(SemanticTags.ServiceRequest.documented.count == 12)
        #expect(FeaturedAction.Kind.documented.count == 14)
        #expect(Personalization.Field.documented.count == 4)
        #expect(PassStyle.documented.count == 6 && TransitType.documented.count == 5)
        #expect(Set(FeaturedAction.Kind.documented).count == 14)
    }
}
