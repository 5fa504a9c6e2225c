import Foundation
import PassKitCore
import PassKitTesting
import Testing

/// Holds `Docs/openapi.yaml` and the models together.
@Suite struct OpenAPITests {
    static func document() throws -> JSONValue {
        let page = SharedCorpus.packageRoot.appending(path: "Docs/openapi.yaml")
        return try SimpleYAML.parse(String(contentsOf: page, encoding: .utf8))
    }

    static func schema(_ name: String) throws -> SimpleSchema {
        SimpleSchema("#/components/schemas/\(name)", in: try document())
    }

    @Test func theDocumentIsReadWhole() throws {
        let document = try Self.document()
        #expect(document["openapi"]?.stringValue == "3.1.0")
        #expect(document["paths"]?.objectValue?.count == 15)
        #expect(document["components"]?["schemas"]?.objectValue?.count == 8)
    }

    @Test func everythingThatIsSentFitsTheSchema() throws {
        let schema = try Self.schema("PassContent")
        for seed in 0..<50 {
            var generator = SeededGenerator(UInt64(seed))
            var content = PassUpdateRequest.random(using: &generator).content
            content.endTimeStamp = nil
            #expect(schema.faults(in: content.json) == [])
        }
    }

    @Test(arguments: [
        #"{}"#, #"{"recipients":{}}"#, #"{"recipients":{"recipient":{"id":"1"}}}"#,
        #"{"recipients":{"recipient":[{}]}}"#,
        #"{"recipients":{"recipient":[{"id":1}]}}"#, #"{"recipients":{"recipient":[]},"priority":"true"}"#,
        #"{"recipients":{"recipient":[]},"startTimeStamp":"0"}"#, #"{"recipients":{"recipient":[]},"endTimeStamp":-1}"#,
        #"{"recipients":{"recipient":[]},"passIntegrationConfig":{"passIssueNotificationDetails":[{"channel":"SMS"}]}}"#,
    ])
    func theSchemaRefusesWhatIsNotExact(_ text: String) throws {
        #expect(try !Self.schema("PassContent").faults(in: JSONValue(parsing: text.utf8)).isEmpty)
    }

    /// Every member of the models stands in the schema, and the other way round.
    @Test func modelsAndSchemaNameTheSameMembers() throws {
        let details = NotificationDetails(
            channel: .email,
            messageContent: "m",
            subject: "s",
            senderName: "n",
            senderEmail: "e"
        )
        let content = PassUpdateContent(
            recipients: ["1"],
            passIntegrationConfig: .init(
                passIssueNotificationDetails: [details],
                passUpdateNotificationDetails: [details]
            )
        ).json
        let schema = try Self.schema("PassContent")
        let config = content["passIntegrationConfig"]
        #expect(schema.properties == Self.keys(content))
        #expect(schema["recipients"].properties == Self.keys(content["recipients"]))
        #expect(schema["recipients"]["recipient"].properties == Self.keys(content["recipients"]?["recipient"]?[0]))
        #expect(schema["passIntegrationConfig"].properties == Self.keys(config))
        for key in Self.keys(config) {
            #expect(schema["passIntegrationConfig"][key].properties == Self.keys(config?[key]?[0]))
        }
    }

    @Test func repliesFitTheSchema() throws {
        let receipt = PassUpdateReceipt(requestId: PassRequestID(7)).json
        #expect(try Self.schema("Receipt").faults(in: receipt) == [])
        #expect(try Self.schema("Receipt").properties == Self.keys(receipt))

        let pass = Pass(type: "t", serial: "s", team: "T", organization: "O", description: "D", style: .coupon)
        for recipient: Recipient.ID in ["7", "alice"] {
            let page = PassPage(
                total: 1,
                passRequests: [IssuedPass(id: IssuedPassID(1), audienceId: recipient, pass: pass)]
            ).json
            #expect(try Self.schema("Page").faults(in: page) == [])
            #expect(try Self.schema("IssuedPass").properties == Self.keys(page["passRequests"]?[0]))
        }

        let channels =
            ChannelStatus.documented.map { PassStatus.Channel(.sms, $0, reason: .expired) }
            + PassAcceptance.documented.map { PassStatus.Channel(.push, .initial, passStatus: $0) }
        let status = PassStatus(
            id: IssuedPassID(1),
            pass: PassIdentifier(type: "t", serial: "s"),
            audienceId: "7",
            channelStatusList: channels
        ).json
        let schema = try Self.schema("Status")
        #expect(schema.faults(in: status) == [])
        #expect(schema["passStatusData"].properties == Self.keys(status["passStatusData"]))
        #expect(
            schema["passStatusData"]["channelStatusList"].properties
                == Self.keys(status["passStatusData"]?["channelStatusList"]?[0])
        )
    }

    private static func keys(_ json: JSONValue?) -> Set<String> { Set(json?.objectValue?.keys ?? []) }
}
