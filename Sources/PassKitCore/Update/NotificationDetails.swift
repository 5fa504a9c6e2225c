/// What is sent to recipients on one channel.
public struct NotificationDetails: Sendable, Hashable {
    /// The channel.
    public var channel: NotificationChannel

    /// Whether anything is sent; a channel may be configured and off.
    public var enabled: Bool

    /// The message, with placeholders: plain text for SMS, HTML for e-mail.
    ///
    /// `##SMS Pass Link##` and `##Email Pass Link##` stand for the recipient's link, other names between double hashes
    /// for attributes of the recipient, such as `##First Name##`.
    public var messageContent: String

    /// The subject of an e-mail.
    public var subject: String?

    /// The name an e-mail is sent as, or the sender of an SMS; the default sender when nil or empty.
    public var senderName: String?

    /// The address an e-mail is sent from; the default sender when nil or empty.
    public var senderEmail: String?

    /// Members of the JSON that the library does not know; they are given back.
    public var unknownMembers: JSONObject

    /// Makes the details of a channel.
    public init(
        channel: NotificationChannel,
        enabled: Bool = true,
        messageContent: String,
        subject: String? = nil,
        senderName: String? = nil,
        senderEmail: String? = nil,
        unknownMembers: JSONObject = .init()
    ) {
        self.channel = channel
        self.enabled = enabled
        self.messageContent = messageContent
        self.subject = subject
        self.senderName = senderName
        self.senderEmail = senderEmail
        self.unknownMembers = unknownMembers
    }

    /// The details of a text message.
    public static func sms(_ messageContent: String) -> NotificationDetails {
        NotificationDetails(channel: .sms, messageContent: messageContent)
    }

    /// The details of an e-mail, whose message is HTML.
    public static func email(_ messageContent: String, subject: String) -> NotificationDetails {
        NotificationDetails(channel: .email, messageContent: messageContent, subject: subject)
    }
}

extension NotificationDetails: PassUpdateModel {
    /// Reads the JSON.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming every member that is wrong.
    public init(json: JSONValue) throws(PassError) {
        var object = WireObject(json)
        self.init(reading: &object)
        try object.check("notification details")
    }

    init(reading object: inout WireObject) {
        channel = NotificationChannel(object.required("channel", "SMS or EMAIL") { $0.string("channel") } ?? "")
        enabled = object.required("enabled", "true or false") { $0.bool("enabled") } ?? false
        // What is sent says something; a channel that is off need not.
        messageContent = enabled ? object.required("messageContent") : object.string("messageContent") ?? ""
        subject = object.string("subject")
        senderName = object.string("senderName")
        senderEmail = object.string("senderEmail")
        unknownMembers = object.rest
    }

    /// The JSON.
    public var json: JSONValue {
        var object = JSONObject()
        object["channel"] = .string(channel.rawValue)
        object["enabled"] = .bool(enabled)
        object["messageContent"] = .string(messageContent)
        object["subject"] = subject.map(JSONValue.string)
        object["senderName"] = senderName.map(JSONValue.string)
        object["senderEmail"] = senderEmail.map(JSONValue.string)
        object.append(unknownMembers)
        return .object(object)
    }
}
