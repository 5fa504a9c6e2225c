import Foundation
import PassKitCore
import Testing

/// The validation of requests: each rule by a content that breaks only it.
@Suite struct UpdateFindingsTests {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)

    static let good = """
        {"recipients":{"recipient":[{"id":"48494"}]},"passIntegrationConfig":{"passIssueNotificationDetails":[\
        {"channel":"SMS","enabled":true,"messageContent":"Your pass: ##SMS Pass Link##"},\
        {"channel":"EMAIL","enabled":true,"messageContent":"Hi ##First Name##, <a href='##Email Pass Link##'>here</a>",\
        "subject":"Your pass","senderName":"Example","senderEmail":"passes@example.com"}],\
        "passUpdateNotificationDetails":[{"channel":"SMS","enabled":true,"messageContent":"Updated"}]},\
        "priority":true,"startTimeStamp":0,"endTimeStamp":0}
        """

    /// What is changed in the good content, and what is found then.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let change: (of: String, to: String)
        let code: PassError.Code
        let severity: Finding.Severity
        let path: String

        init(
            _ name: String,
            _ old: String,
            _ new: String,
            _ code: PassError.Code,
            _ severity: Finding.Severity,
            _ path: String
        ) {
            testDescription = name
            change = (old, new)
            self.code = code
            self.severity = severity
            self.path = path
        }
    }

    static let issue = "passIntegrationConfig.passIssueNotificationDetails"
    static let cases: [Case] = [
        Case("nobody", #"[{"id":"48494"}]"#, "[]", .updateNoRecipients, .error, "recipients.recipient"),
        Case("no recipients", #""recipients":"#, #""recipient":"#, .updateNoRecipients, .error, "recipients.recipient"),
        Case("empty id", #""48494""#, #""""#, .updateRecipientID, .error, "recipients.recipient[0].id"),
        Case(
            "long id",
            "48494",
            String(repeating: "x", count: 257),
            .updateRecipientID,
            .error,
            "recipients.recipient[0].id"
        ),
        Case("control character in id", "48494", #"a\u0085"#, .updateRecipientID, .error, "recipients.recipient[0].id"),
        Case("line break in id", "48494", "a%0D%0Ab", .updateRecipientID, .error, "recipients.recipient[0].id"),
        Case(
            "twice",
            #"{"id":"48494"}"#,
            #"{"id":"48494"},{"id":48494}"#,
            .updateDuplicateRecipient,
            .warning,
            "recipients.recipient[1].id"
        ),
        Case(
            "shared",
            #"{"id":"48494"}"#,
            #"{"id":"48494"},{"id":"2"}"#,
            .updateSharedSerial,
            .note,
            "recipients.recipient"
        ),
        Case(
            "too many",
            #"{"id":"48494"}"#,
            (0...10_000).map { #"{"id":\#($0)}"# }.joined(separator: ","),
            .updateTooManyRecipients,
            .error,
            "recipients.recipient"
        ),
        Case(
            "unknown channel",
            #"[{"channel":"SMS""#,
            #"[{"channel":"FAX""#,
            .updateUnknownChannel,
            .error,
            "\(issue)[0].channel"
        ),
        Case(
            "push",
            #"[{"channel":"SMS""#,
            #"[{"channel":"PUSH""#,
            .updateUnknownChannel,
            .error,
            "\(issue)[0].channel"
        ),
        Case(
            "channel twice",
            #""EMAIL","enabled":true,"messageContent":"Hi ##First Name##, <a href='##Email Pass Link##'>"#,
            #""sms","enabled":true,"messageContent":"Now ##SMS Pass Link##, "#,
            .updateRepeatedChannel,
            .error,
            "\(issue)[1].channel"
        ),
        Case("no subject", #""subject":"Your pass","#, "", .updateSubjectMissing, .warning, "\(issue)[1].subject"),
        Case("empty subject", #""Your pass","#, #""","#, .updateSubjectMissing, .warning, "\(issue)[1].subject"),
        Case("no address", "passes@example.com", "passes", .updateSenderEmail, .error, "\(issue)[1].senderEmail"),
        Case(
            "two addresses",
            "passes@example.com",
            "a@b.de,c@d.de",
            .updateSenderEmail,
            .error,
            "\(issue)[1].senderEmail"
        ),
        Case(
            "line break in subject",
            #""Your pass""#,
            #""Your\r\nBcc: x""#,
            .updateHeaderText,
            .error,
            "\(issue)[1].subject"
        ),
        Case(
            "escaped line break",
            #""Your pass""#,
            #""Your%0aBcc: x""#,
            .updateHeaderText,
            .error,
            "\(issue)[1].subject"
        ),
        Case("NUL in sender", #""Example""#, #""\u0000""#, .updateHeaderText, .error, "\(issue)[1].senderName"),
        Case("separator in sender", #""Example""#, #""a\u2028b""#, .updateHeaderText, .error, "\(issue)[1].senderName"),
        Case("no SMS link", "##SMS Pass Link##", "soon", .updateLinkMissing, .warning, "\(issue)[0].messageContent"),
        Case(
            "other link",
            "##SMS Pass Link##",
            "##Email Pass Link##",
            .updateLinkMissing,
            .warning,
            "\(issue)[0].messageContent"
        ),
        Case(
            "no e-mail link",
            "##Email Pass Link##",
            "https://a.b",
            .updateLinkMissing,
            .warning,
            "\(issue)[1].messageContent"
        ),
        Case(
            "unknown placeholder",
            "##First Name##",
            "##Fist Name##",
            .updateUnknownPlaceholder,
            .warning,
            "\(issue)[1].messageContent"
        ),
        Case(
            "unknown placeholder in subject",
            "\"Your pass\"",
            "\"##A##\"",
            .updateUnknownPlaceholder,
            .warning,
            "\(issue)[1].subject"
        ),
        Case(
            "placeholder in a tag",
            "Hi ##First Name##",
            "<##First Name##>",
            .notificationPlaceholderContext,
            .error,
            "\(issue)[1].messageContent"
        ),
        Case(
            "no message",
            #""Updated""#,
            #""""#,
            .updateMessageMissing,
            .warning,
            "passIntegrationConfig.passUpdateNotificationDetails[0].messageContent"
        ),
        Case(
            "bell in SMS",
            #""Updated""#,
            #""\u0007""#,
            .updateMessageText,
            .error,
            "passIntegrationConfig.passUpdateNotificationDetails[0].messageContent"
        ),
        Case("negative", #""startTimeStamp":0"#, #""startTimeStamp":-1"#, .updateStamp, .error, "startTimeStamp"),
        Case(
            "seconds",
            #""startTimeStamp":0"#,
            #""startTimeStamp":1800000000"#,
            .updateStampInSeconds,
            .error,
            "startTimeStamp"
        ),
        Case("one", #""endTimeStamp":0"#, #""endTimeStamp":1"#, .updateStampInSeconds, .error, "endTimeStamp"),
        Case(
            "largest in seconds",
            #""endTimeStamp":0"#,
            #""endTimeStamp":99999999999"#,
            .updateStampInSeconds,
            .error,
            "endTimeStamp"
        ),
        Case("past", #""endTimeStamp":0"#, #""endTimeStamp":1800000000000"#, .updateEndInPast, .error, "endTimeStamp"),
        Case(
            "end before start",
            #""startTimeStamp":0,"endTimeStamp":0"#,
            #""startTimeStamp":1900000000001,"endTimeStamp":1900000000000"#,
            .updateEndBeforeStart,
            .error,
            "endTimeStamp"
        ),
        Case(
            "no enabled",
            #""SMS","enabled":true,"messageContent":"Y"#,
            #""SMS","messageContent":"Y"#,
            .updateContent,
            .error,
            "\(issue)[0].enabled"
        ),
        Case(
            "odd enabled",
            #""EMAIL","enabled":true"#,
            #""EMAIL","enabled":1"#,
            .updateContent,
            .error,
            "\(issue)[1].enabled"
        ),
        Case("no channel", #"{"channel":"EMAIL","#, "{", .updateContent, .error, "\(issue)[1].channel"),
        Case("odd id", #""48494""#, "true", .updateContent, .error, "recipients.recipient[0].id"),
        Case("odd stamp", #""endTimeStamp":0"#, #""endTimeStamp":1.5"#, .updateContent, .error, "endTimeStamp"),
        Case("odd priority", #""priority":true"#, #""priority":"yes""#, .updateContent, .error, "priority"),
        Case(
            "odd list",
            #"[{"channel":"SMS","enabled":true,"messageContent":"Updated"}]"#,
            "[1]",
            .updateContent,
            .error,
            "passIntegrationConfig.passUpdateNotificationDetails[0]"
        ),
    ]

    static func findings(_ text: String) throws -> [Finding] {
        PassUpdateContent.findings(in: try JSONValue(parsing: text.utf8), at: now)
    }

    @Test func nothingIsFoundInAGoodContent() throws {
        #expect(try Self.findings(Self.good) == [])
    }

    @Test(arguments: cases)
    func finds(_ rule: Case) throws {
        let text = Self.good.replacing(rule.change.of, with: rule.change.to, maxReplacements: 1)
        #expect(text != Self.good)
        let findings = try Self.findings(text)
        #expect(findings.map(\.code) == [Finding.Code(rule.code)], "\(findings)")
        #expect(findings.map(\.severity) == [rule.severity])
        #expect(findings.map(\.path) == [rule.path])
        #expect(
            findings.allSatisfy {
                !$0.message.isEmpty && !$0.remedy.isEmpty || rule.code == .notificationPlaceholderContext
            }
        )
    }

    @Test func everythingIsFoundAtOnce() throws {
        var text = Self.good
        let changes = Self.changes(of: [
            "empty id", "unknown channel", "no address", "odd priority", "past", "no message",
        ])
        for change in changes { text = text.replacing(change.of, with: change.to, maxReplacements: 1) }
        #expect(
            Set(try Self.findings(text).map(\.code.rawValue)) == [
                "update.recipient-id", "update.unknown-channel", "update.sender-email", "update.content",
                "update.end-in-past", "update.message-missing",
            ]
        )
    }

    private static func changes(of names: [String]) -> [(of: String, to: String)] {
        cases.filter { names.contains($0.testDescription) }.map(\.change)
    }

    @Test func whatIsOffIsOnlyHeldToHeadersAndChannels() throws {
        let text = Self.good.replacing("\"enabled\":true", with: "\"enabled\":\"false\"")
            .replacing("##SMS Pass Link##", with: "").replacing("Your pass\",", with: "\",").replacing(
                "##First",
                with: "##Fist"
            )
        #expect(try Self.findings(text) == [])
    }

    @Test func rulesCanBeOthers() throws {
        var content = try PassUpdateContent(parsing: Self.good.utf8)
        content.recipients += [.init("2"), .init("3")]
        content.passIntegrationConfig.passUpdateNotificationDetails[0].channel = NotificationChannel("FAX")
        content.passIntegrationConfig.passUpdateNotificationDetails[0].messageContent = "##Bank Balance##"
        var rules = PassUpdateRules(maximumRecipients: 3, channels: [.sms, .email, NotificationChannel("FAX")])
        rules.placeholderNames?.insert("Bank Balance")
        #expect(content.findings(at: Self.now, rules: rules).map(\.code.rawValue) == ["update.shared-serial"])
        rules.maximumRecipients = 2
        rules.placeholderNames = []
        #expect(
            content.findings(at: Self.now, rules: rules).map(\.code.rawValue) == [
                "update.too-many-recipients", "update.unknown-placeholder", "update.unknown-placeholder",
            ]
        )
        rules.placeholderNames = nil
        #expect(content.findings(at: Self.now, rules: rules).map(\.code.rawValue) == ["update.too-many-recipients"])
    }

    @Test(
        arguments: [
            ("file\nname", nil, nil, "update.header-text"), ("a.pkpass", "lo\rgo", nil, "update.header-text"),
            ("a.pkpass", nil, "", "update.idempotency-key"), ("a.pkpass", nil, "ü", "update.idempotency-key"),
            ("a.pkpass", nil, String(repeating: "x", count: 256), "update.idempotency-key"),
            ("a.pkpass", "logo", String(repeating: "x", count: 255), nil),
        ] as [(String, String?, String?, String?)]
    )
    func requestsAreHeldToMore(_ fileName: String, _ image: String?, _ key: String?, _ code: String?) throws {
        let request = PassUpdateRequest(
            pkPass: [],
            fileName: fileName,
            images: image.map { [.init(name: $0, bytes: [])] } ?? [],
            content: try PassUpdateContent(parsing: Self.good.utf8),
            idempotencyKey: key
        )
        #expect(request.findings(at: Self.now).map(\.code.rawValue) == [code].compactMap(\.self))
    }

    @Test func refusalsNameEveryError() throws {
        var request = PassUpdateRequest(pkPass: [], content: try PassUpdateContent(parsing: Self.good.utf8))
        request.content.recipients.append(.init("48494"))
        #expect(try request.validate(at: Self.now).map(\.code.rawValue) == ["update.duplicate-recipient"])
        request.content.recipients = []
        request.content.endTimeStamp = 5
        let error = #expect(throws: PassError.self) { try request.validate(at: Self.now) }
        #expect(error?.code == .updateNoRecipients)
        #expect(error?.message.contains("recipients.recipient: ") == true)
        #expect(error?.message.contains("endTimeStamp: ") == true)
    }
}
