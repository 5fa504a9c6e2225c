import Foundation
import PassKitCore
import Testing

/// The content's coding: lenient in reading, exact in writing.
@Suite struct PassUpdateContentTests {
    static let exact = """
        {"recipients":{"recipient":[{"id":"48494"}]},"passIntegrationConfig":{"passIssueNotificationDetails":[\
        {"channel":"EMAIL","enabled":true,"messageContent":"m","subject":"s"}],"passUpdateNotificationDetails":[]},\
        "priority":true,"startTimeStamp":1800000000000,"endTimeStamp":0}
        """

    @Test(arguments: [
        exact,
        exact.replacing("[{\"id\":\"48494\"}]", with: "{\"id\":\"48494\"}"),
        exact.replacing("\"48494\"", with: "48494"),
        exact.replacing(":true", with: ":\"true\""),
        exact.replacing(":true", with: ":\"True\""),
        exact.replacing(":1800000000000", with: ":\"1800000000000\""),
        exact.replacing(":1800000000000", with: ":1.8e12"),
        exact.replacing(":0", with: ":\"\""),
        exact.replacing(":0", with: ":0.0"),
        exact.replacing(",\"endTimeStamp\":0", with: ""),
        exact.replacing(":0", with: ":null"),
        exact.replacing("\"EMAIL\"", with: "\"email\""),
        exact.replacing("[{\"channel\"", with: "{\"channel\"").replacing("\"s\"}]", with: "\"s\"}"),
        exact.replacing(",\"passUpdateNotificationDetails\":[]", with: ""),
        exact.replacing("\"channel\":\"EMAIL\",", with: "").replacing(
            "\"subject\"",
            with: "\"channel\":\"EMAIL\",\"subject\""
        ),
    ])
    func isReadLenientlyAndWrittenExactly(_ text: String) throws {
        let content = try PassUpdateContent(parsing: text.utf8)
        #expect(content.json.description == Self.exact)
        #expect(try PassUpdateContent(json: content.json) == content)
    }

    @Test func unknownMembersAreGivenBackAtEveryLevel() throws {
        let text = """
            {"recipients":{"recipient":[{"id":"1","a":[1.0]}],"b":null},"passIntegrationConfig":{\
            "passIssueNotificationDetails":[{"channel":"SMS","enabled":false,"messageContent":"","c":{"d":1e3}}],\
            "passUpdateNotificationDetails":[],"e":"x"},"priority":false,"startTimeStamp":0,"endTimeStamp":0,\
            "appearance":{"images":[]}}
            """
        #expect(try PassUpdateContent(parsing: text.utf8).json.description == text)
    }

    @Test func stampsKeepTheirNumber() throws {
        for number in [0, 1, -1, Int64.max, .min, 1_800_000_000_001] {
            let text = Self.exact.replacing(":0", with: ":\(number)")
            #expect(try PassUpdateContent(parsing: text.utf8).endTimeStamp.milliseconds == number)
        }
        #expect(PassTimeStamp(milliseconds: 0).date == nil)
        #expect(PassTimeStamp(milliseconds: 1500).date?.timeIntervalSince1970 == 1.5)
    }

    @Test func refusalsNameEveryMember() throws {
        let text = #"{"recipients":{"recipient":[{"id":[]},{}]},"priority":7,"passIntegrationConfig":[]}"#
        let error = #expect(throws: PassError.self) { try PassUpdateContent(parsing: text.utf8) }
        #expect(error?.code == .updateContent)
        for path in ["recipients.recipient[0].id", "recipients.recipient[1].id", "priority", "passIntegrationConfig"] {
            #expect(error?.message.contains("\(path) must be") == true, "\(path)")
        }
    }

    @Test func whatIsSentHasAText() throws {
        let text = Self.exact.replacing("\"messageContent\":\"m\",", with: "")
        let error = #expect(throws: PassError.self) { try PassUpdateContent(parsing: text.utf8) }
        #expect(error?.code == .updateContent)
        #expect(error?.message.contains("passIssueNotificationDetails[0].messageContent must be") == true)
        // A channel that is off sends nothing.
        let off = text.replacing("\"enabled\":true", with: "\"enabled\":false")
        let details = try PassUpdateContent(parsing: off.utf8).passIntegrationConfig.passIssueNotificationDetails
        #expect(details.map(\.messageContent) == [""])
    }

    @Test func partsAreReadAndWrittenByThemselves() throws {
        func keeps<Model: PassUpdateModel>(_ type: Model.Type, _ text: String) throws {
            let model = try Model(json: JSONValue(parsing: text.utf8))
            #expect(model.json.description == text)
            #expect(try JSONDecoder().decode(Model.self, from: JSONEncoder().encode(model)) == model)
            #expect(throws: PassError(.updateContent, "")) { try Model(json: []) }
        }
        try keeps(Recipient.self, #"{"id":"48494","a":1}"#)
        let details = #"{"channel":"SMS","enabled":true,"messageContent":"m","a":1}"#
        try keeps(NotificationDetails.self, details)
        try keeps(
            PassIntegrationConfig.self,
            "{\"passIssueNotificationDetails\":[\(details)],\"passUpdateNotificationDetails\":[],\"a\":1}"
        )
        try keeps(
            PassStatus.Channel.self,
            #"{"channelType":"SMS","passStatus":"Submitted","channelStatus":"queued","reason":"blocked","a":1}"#
        )
        try keeps(
            IssuedPass.self,
            """
            {"id":1,"audienceId":2,"passType":"COUPON","serialNumber":"s","passTypeIdentifier":"p","stopDateStr":"",\
            "passExpiryDateStr":"","barcodeMsg":"","barcodeAltMsg":"","importPass":true,"a":1}
            """
        )
    }

    @Test func aHundredThousandMembersAreGivenBack() throws {
        let members = (0..<100_000).map { "\"k\($0)\":0" }.joined(separator: ",")
        let text = Self.exact.dropLast() + "," + members + "}"
        #expect(try PassUpdateContent(parsing: text.utf8).json.description == text)
    }
}
