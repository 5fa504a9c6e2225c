/// A message that is to be sent, all but its link: what a queue keeps until the message goes out.
///
/// It holds the templates and the values they need, not the finished text: each attempt gets a link of its own.
public struct PlannedMessage: Sendable, Hashable {
    /// The request the message belongs to.
    public var requestID: PassRequestID

    /// Who it is for.
    public var recipient: Recipient.ID

    /// Whether it tells of a new pass or of an update.
    public var kind: NotificationKind

    /// The channel it goes out on.
    public var channel: NotificationChannel

    /// The address or number of the recipient.
    public var to: String

    /// The name of the recipient, for an e-mail.
    public var toName: String?

    /// The address an e-mail is from.
    public var from: String?

    /// The name of the sender.
    public var fromName: String?

    /// The template of an e-mail's subject.
    public var subject: String?

    /// The template of the text or HTML.
    public var body: String

    /// The values of the placeholders that are no links.
    public var values: [String: String]

    /// The same for every attempt at this message, and for no other message: 64 hexadecimal digits.
    public var idempotencyKey: String {
        // Each part with its length in front, so that no two lists of parts are spelled alike.
        let parts = [requestID.rawValue, recipient.rawValue, channel.rawValue, kind.rawValue]
        let spelling = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return (try? Digest.sha256(Array(spelling.utf8))).map { Hex.encode($0) } ?? spelling
    }

    /// Whether the recipient's link stands in the message.
    public var hasLink: Bool { MessageTemplate(body).hasLink || MessageTemplate(subject ?? "").hasLink }

    /// The finished message.
    /// - Parameter link: The recipient's link to the pass; nil where there is none to give.
    /// - Throws: ``PassError`` with a code that begins with `notification.`.
    public func message(link: String?) throws(PassError) -> NotificationMessage {
        NotificationMessage(
            requestID: requestID,
            recipient: recipient,
            kind: kind,
            content: try content(link: link),
            idempotencyKey: idempotencyKey
        )
    }

    private func content(link: String?) throws(PassError) -> NotificationMessage.Content {
        guard channel == .email else {
            let text = try expanded(body, for: .sms, link)
            return .sms(SMSMessage(to: to, text: text, sender: fromName))
        }
        let subject = try expanded(self.subject ?? "", for: .header, link)
        try HeaderText.check(subject, "subject")
        return .email(
            EmailMessage(
                to: .init(name: toName, address: to),
                from: .init(name: fromName, address: from ?? ""),
                subject: subject,
                html: try expanded(body, for: .html, link)
            )
        )
    }

    private func expanded(
        _ template: String,
        for context: MessageTemplate.Context,
        _ link: String?
    ) throws(PassError) -> String {
        try MessageTemplate(template).expanded(for: context) { (name) throws(PassError) in
            if let value = values[name] { return .text(value) }
            guard MessageTemplate.isLink(name) else { return .unknown }
            guard let link else {
                throw PassError(
                    .notificationPlaceholder,
                    "The message asks for ##\(name)##, but the pass has no link. Serve passes somewhere, or leave the "
                        + "placeholder out."
                )
            }
            return .link(link)
        }
    }
}

// MARK: - Keeping

extension PlannedMessage {
    /// The JSON a queue keeps.
    public var json: JSONValue {
        var object = JSONObject()
        object["requestId"] = .string(requestID.rawValue)
        object["recipientId"] = .string(recipient.rawValue)
        object["kind"] = .string(kind.rawValue)
        object["channel"] = .string(channel.rawValue)
        object["to"] = .string(to)
        object["toName"] = toName.map(JSONValue.string)
        object["from"] = from.map(JSONValue.string)
        object["fromName"] = fromName.map(JSONValue.string)
        object["subject"] = subject.map(JSONValue.string)
        object["body"] = .string(body)
        let values = values.sorted { $0.key < $1.key }.map { JSONObject.Member(key: $0.key, value: .string($0.value)) }
        object["values"] = .object(JSONObject(uncheckedMembers: values))
        return .object(object)
    }

    /// Reads the JSON a queue kept.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``.
    public init(json: JSONValue) throws(PassError) {
        var object = WireObject(json)
        requestID = PassRequestID(object.required("requestId"))
        recipient = Recipient.ID(object.required("recipientId"))
        let kind = object.required("kind", "issue or update") {
            $0.string("kind").flatMap(NotificationKind.init(rawValue:))
        }
        self.kind = kind ?? .issue
        channel = NotificationChannel(object.required("channel"))
        to = object.required("to")
        toName = object.string("toName")
        from = object.string("from")
        fromName = object.string("fromName")
        subject = object.string("subject")
        body = object.required("body")
        values =
            object.object("values") { values in
                var texts: [String: String] = [:]
                for key in values.rest.keys { texts[key] = values.string(key) }
                return texts
            } ?? [:]
        try object.check("message")
    }
}
