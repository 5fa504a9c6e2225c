import PassKitCore
import PassKitTesting
import Testing

@Suite struct MessageTemplateTests {
    static func planned(
        _ body: String,
        _ values: [String: String],
        channel: NotificationChannel = .email,
        subject: String = "Hello"
    ) -> (MessagePlan, RecipientProfile) {
        let profile = RecipientProfile(
            id: "1",
            name: "Ada",
            email: "ada@example.com",
            mobileNumber: "+491701234567",
            emailSubscription: true,
            smsSubscription: true,
            attributes: values
        )
        let details = NotificationDetails(channel: channel, messageContent: body, subject: subject)
        let planner = MessagePlanner(.init(defaultSender: .init(address: "shop@example.com")))
        return (
            planner.plan([details], .issue, of: PassRequestID("1"), for: profile, sampleLink: "https://example.com/t"),
            profile
        )
    }

    static func html(_ body: String, _ values: [String: String] = [:]) throws -> String {
        let message = try #require(planned(body, values).0.messages.first).message(
            link: "https://example.com/t?a=1&b=2"
        )
        guard case .email(let email) = message.content else { return "" }
        return email.html
    }

    /// With what the first channel of a plan is rejected; nil when it is left out for another reason.
    static func rejection(in plan: MessagePlan) throws -> PassError? {
        guard case .rejected(let error) = try #require(plan.skipped.first).reason else { return nil }
        return error
    }

    @Test(arguments: [
        ("##a####b##", ["a", "b"]), ("###a##", ["a"]), ("## ##", [" "]), ("####", []), ("##a#", []), ("#a##", []),
        ("##a\n##", []), ("a ##b## c ##b##", ["b"]),
    ])
    func findsPlaceholders(_ text: String, _ names: [String]) {
        #expect(MessageTemplate(text).placeholders == names)
    }

    @Test func escapesByContext() throws {
        #expect(try Self.html("<b>##x##</b>", ["x": "<script>&\"'"]) == "<b>&lt;script&gt;&amp;&quot;&#39;</b>")
        #expect(try Self.html("<a title=\"##x##\">", ["x": "\" onclick=\"a"]) == "<a title=\"&quot; onclick=&quot;a\">")
        #expect(
            try Self.html("<a href='##x##'>", ["x": "javascript:alert(1)"]) == "<a href='javascript%3Aalert%281%29'>"
        )
        #expect(
            try Self.html("<a href='##Email Pass Link##'>") == "<a href='https://example.com/t?a=1&amp;b=2'>"
        )
        #expect(try Self.html("1 < 2 << ##x##", ["x": "<"]) == "1 < 2 << &lt;")
    }

    @Test(arguments: [
        "<##x##>", "<a ##x##=1>", "<a title=##x##>", "<!-- ##x## -->", "<script>##x##</script>", "<style>##x##</style>",
        "<a onclick='##x##'>", "<a style=\"##x##\">", "<a title=\"a\"##x##>", "<textarea>##x##",
    ])
    func refusesPlacesWhereAValueCouldBecomeMarkup(_ body: String) throws {
        let plan = Self.planned(body, ["x": "y"]).0
        #expect(plan.messages.isEmpty)
        #expect(try Self.rejection(in: plan)?.code == .notificationPlaceholderContext)
    }

    @Test func neverExpandsAgain() throws {
        #expect(try Self.html("##x##", ["x": "##Email Pass Link## ##x##"]) == "##Email Pass Link## ##x##")
    }

    @Test(arguments: ["\r\nBcc: a@example.com", "a\u{0}", "a\u{85}b", "a\u{2028}b", "a%0d%0aBcc: b"])
    func refusesValuesThatWouldBecomeHeaders(_ value: String) throws {
        let plan = Self.planned("body", ["x": value], subject: "Hi ##x##").0
        #expect(plan.messages.isEmpty)
        #expect(try Self.rejection(in: plan)?.code == .notificationControlCharacter)
    }

    @Test func rejectsAMissingValueForThatChannelOnly() throws {
        let profile = Self.planned("", [:]).1
        let details: [NotificationDetails] = [.sms("##balance##"), .email("x", subject: "y")]
        let plan = MessagePlanner().plan(details, .issue, of: PassRequestID("1"), for: profile, sampleLink: nil)
        #expect(plan.messages.count == 1 && plan.skipped.map(\.channel) == [.sms])
        #expect(try Self.rejection(in: plan)?.code == .notificationPlaceholder)
    }

    @Test func leavesNamesAloneThatTheDirectoryDoesNotKnow() throws {
        let profile = RecipientProfile(id: "1", mobileNumber: "+491701234567", smsSubscription: true)
        let planner = MessagePlanner(.init(placeholderNames: ["Name"]))
        let plan = planner.plan([.sms("##Nmae##")], .issue, of: PassRequestID("1"), for: profile, sampleLink: nil)
        guard case .sms(let sms) = try #require(plan.messages.first).message(link: nil).content else {
            Issue.record("no text message")
            return
        }
        #expect(sms.text == "##Nmae##")
    }

    @Test func keepsAPlannedMessageThroughJSON() throws {
        let message = try #require(Self.planned("##x## ##Email Pass Link##", ["x": "é"]).0.messages.first)
        #expect(try PlannedMessage(json: JSONValue(parsing: message.json.bytes())) == message)
        #expect(message.idempotencyKey.count == 64)
    }

    @Test(arguments: [
        ("ada@example.com", true), ("a.b+c@sub.example.com", true), ("a@b", false), ("a@b.c, d@e.f", false),
        ("a@example.com\r\nBcc: x@y.z", false), ("<a@example.com>", false), ("a b@example.com", false),
        (".a@example.com", false), ("a@-example.com", false), ("\"a\"@example.com", false),
    ])
    func takesExactlyOneAddress(_ address: String, _ isTaken: Bool) throws {
        let profile = RecipientProfile(id: "1", email: address, emailSubscription: true)
        let plan = MessagePlanner().plan(
            [.email("x", subject: "y")],
            .issue,
            of: PassRequestID("1"),
            for: profile,
            sampleLink: nil
        )
        #expect(plan.messages.isEmpty != isTaken)
        if !isTaken { #expect(try Self.rejection(in: plan)?.code == .notificationAddress) }
    }

    @Test(arguments: [
        ("+491701234567", true), ("+1234567", true), ("+123456789012345", true), ("+1234567890123456", false),
        ("+123456", false), ("+0491701234567", false), ("493012345678", false), ("+49 170 1234567", false),
        ("+49170123456\n7", false), ("+４９１７０１２３４５６７", false), ("", false),
    ])
    func takesExactlyOneNumber(_ number: String, _ isTaken: Bool) throws {
        let profile = RecipientProfile(id: "1", mobileNumber: number, smsSubscription: true)
        let plan = MessagePlanner().plan([.sms("x")], .issue, of: PassRequestID("1"), for: profile, sampleLink: nil)
        #expect(plan.messages.isEmpty != isTaken)
        guard !isTaken else { return }
        let error = try Self.rejection(in: plan)
        #expect(error?.code == .notificationAddress)
        if !number.isEmpty { #expect(error?.message.contains(number) == false) }
    }

    @Test(arguments: [NotificationChannel.sms, .email])
    func writesToNobodyWhoHasNotAgreed(_ channel: NotificationChannel) throws {
        let profile = RecipientProfile(id: "1", email: "ada@example.com", mobileNumber: "+491701234567")
        let details = NotificationDetails(channel: channel, messageContent: "x", subject: "y")
        let plan = MessagePlanner().plan([details], .issue, of: PassRequestID("1"), for: profile, sampleLink: nil)
        #expect(plan.messages.isEmpty)
        guard case .notOptedIn = try #require(plan.skipped.first).reason else {
            Issue.record("another reason")
            return
        }
    }

    @Test(arguments: [
        (String(repeating: "a", count: 160), 1), (String(repeating: "a", count: 161), 2),
        (String(repeating: "a", count: 306), 2), (String(repeating: "a", count: 307), 3),
        (String(repeating: "€", count: 80), 1), (String(repeating: "€", count: 81), 2),
        ("aa" + String(repeating: "€", count: 152), 3), (String(repeating: "ж", count: 70), 1),
        (String(repeating: "ж", count: 71), 2), (String(repeating: "😀", count: 35), 1),
        (String(repeating: "😀", count: 67), 3), ("", 0),
    ])
    func countsSegments(_ text: String, _ count: Int) {
        #expect(SMSSegments(text).count == count)
    }

    @Test func rejectsALongTextMessage() throws {
        let plan = Self.planned(String(repeating: "“", count: 250), [:], channel: .sms).0
        #expect(plan.messages.isEmpty)
        #expect(try Self.rejection(in: plan)?.code == .notificationTooLong)
    }
}
