/// A message for one recipient on one channel, ready to be sent.
public struct NotificationMessage: Sendable, Hashable {
    /// What is sent.
    public enum Content: Sendable, Hashable {
        /// A text message.
        case sms(SMSMessage)
        /// An e-mail.
        case email(EmailMessage)
    }

    /// The request the message belongs to.
    public var requestID: PassRequestID

    /// Who it is for.
    public var recipient: Recipient.ID

    /// Whether it tells of a new pass or of an update.
    public var kind: NotificationKind

    /// What is sent.
    public var content: Content

    /// The same for every attempt at this message, and for no other message: 64 hexadecimal digits.
    public var idempotencyKey: String

    /// Makes a message.
    public init(
        requestID: PassRequestID,
        recipient: Recipient.ID,
        kind: NotificationKind,
        content: Content,
        idempotencyKey: String
    ) {
        self.requestID = requestID
        self.recipient = recipient
        self.kind = kind
        self.content = content
        self.idempotencyKey = idempotencyKey
    }

    /// The channel it goes out on.
    public var channel: NotificationChannel {
        switch content {
        case .sms: .sms
        case .email: .email
        }
    }
}

/// What a message tells of.
public enum NotificationKind: String, Sendable, Hashable {
    /// The recipient gets the pass.
    case issue
    /// A pass the recipient holds has changed.
    case update
}

/// A text message.
public struct SMSMessage: Sendable, Hashable {
    /// The number, in the form of E.164.
    public var to: String

    /// The text.
    public var text: String

    /// The sender's name, 3 to 11 letters and digits; the provider's default when nil.
    public var sender: String?

    /// Makes a message.
    public init(to: String, text: String, sender: String? = nil) {
        self.to = to
        self.text = text
        self.sender = sender
    }
}

/// An e-mail.
public struct EmailMessage: Sendable, Hashable {
    /// An address with the name shown for it.
    public struct Mailbox: Sendable, Hashable {
        /// The name, if there is one.
        public var name: String?
        /// The address.
        public var address: String

        /// Makes a mailbox.
        public init(name: String? = nil, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// Who it is for.
    public var to: Mailbox

    /// Who it is from.
    public var from: Mailbox

    /// The subject.
    public var subject: String

    /// The message as HTML.
    public var html: String

    /// Makes an e-mail.
    public init(to: Mailbox, from: Mailbox, subject: String, html: String) {
        self.to = to
        self.from = from
        self.subject = subject
        self.html = html
    }
}
