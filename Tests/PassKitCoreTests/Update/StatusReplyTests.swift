import PassKitCore
import Testing

/// The replies to questions about a request, as the documented server spells them.
@Suite struct StatusReplyTests {
    static let delivery = """
        {"id":2338546026820740145,"audienceId":1,"passType":"BOARDING","serialNumber":"E-1",\
        "passTypeIdentifier":"pass.com.example","stopDateStr":"","passExpiryDateStr":"","barcodeMsg":"M",\
        "barcodeAltMsg":"A","importPass":true}
        """
    static let status = """
        {"passStatusData":{"id":2338546026820740145,"passtypeIdentifier":"pass.com.example","seriealNumber":"E-1",\
        "audienceId":1,"barcodeMessage":"M","channelStatusList":[\
        {"channelType":"EMAIL","passStatus":"Submitted","channelStatus":""},\
        {"channelType":"SMS","passStatus":"Rejected","channelStatus":"not attempted","reason":"not opted in"}]}}
        """

    @Test func pageComesBackAsItIsDocumented() throws {
        let text = #"{"total":1,"passRequests":[\#(Self.delivery)]}"#
        let page = try PassPage(json: JSONValue(parsing: text.utf8))
        #expect(page.total == 1)
        #expect(page.passRequests.first?.id.int64 == 2_338_546_026_820_740_145)
        #expect(page.passRequests.first?.audienceId == "1")
        #expect(page.passRequests.first?.importPass == true)
        #expect(page.json.description == text)
    }

    @Test(arguments: [
        #"{"total":"1","passRequests":\#(delivery)}"#,
        #"{"passRequests":[\#(delivery.replacing("\"serialNumber\"", with: "\"seriealNumber\""))]}"#,
        #"{"passRequests":[\#(delivery.replacing("true", with: "\"TRUE\""))],"total":1}"#,
    ])
    func pageIsReadLeniently(_ text: String) throws {
        let page = try PassPage(json: JSONValue(parsing: text.utf8))
        #expect(page.json.description == #"{"total":1,"passRequests":[\#(Self.delivery)]}"#)
    }

    @Test func statusComesBackWithTheMisspeltKeys() throws {
        let status = try PassStatus(json: JSONValue(parsing: Self.status.utf8))
        #expect(status.serialNumber == "E-1")
        #expect(status.channelStatusList.map(\.channelType) == [.email, .sms])
        #expect(status.channelStatusList.last?.passStatus == .rejected)
        #expect(status.channelStatusList.last?.channelStatus == .notAttempted)
        #expect(status.channelStatusList.last?.reason == .notOptedIn)
        #expect(status.json.description == Self.status)
    }

    @Test func statusIsReadInTheRightSpellingAndAsAnArray() throws {
        let text = Self.status
            .replacing("seriealNumber", with: "serialNumber").replacing(
                "passtypeIdentifier",
                with: "passTypeIdentifier"
            )
            .replacing(#""passStatusData":{"#, with: #""passStatusData":[{"#).replacing("]}}", with: "]}]}")
            .replacing("Submitted", with: "submitted")
        #expect(try PassStatus(json: JSONValue(parsing: text.utf8)).json.description == Self.status)
    }

    @Test func unknownWordsAndMembersSurvive() throws {
        let text = """
            {"passStatusData":{"id":"a-1","passtypeIdentifier":"p","seriealNumber":"","audienceId":"x",\
            "barcodeMessage":"","channelStatusList":[{"channelType":"FAX","passStatus":"Odd","channelStatus":"lost",\
            "reason":"storm","tries":3}],"region":"north"}}
            """
        #expect(try PassStatus(json: JSONValue(parsing: text.utf8)).json.description == text)
    }

    @Test func deliveryTakesItsTextsFromThePass() throws {
        var pass = Pass(
            type: "pass.com.example",
            serial: "E-1",
            team: "T",
            organization: "O",
            description: "D",
            style: .coupon
        )
        pass["expirationDate"] = "2027-01-01T00:00:00Z"
        pass.json["barcodes"] = .array([Barcode.qr("CODE", altText: "ALT").jsonValue])
        let delivery = IssuedPass(id: IssuedPassID(7), audienceId: "alice", pass: pass)
        #expect(
            delivery.json.description == """
                {"id":7,"audienceId":"alice","passType":"COUPON","serialNumber":"E-1",\
                "passTypeIdentifier":"pass.com.example","stopDateStr":"",\
                "passExpiryDateStr":"2027-01-01T00:00:00Z","barcodeMsg":"CODE","barcodeAltMsg":"ALT","importPass":true}
                """
        )
    }
}
