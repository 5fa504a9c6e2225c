/// Decides what each recipient is told, without sending anything: a pure function of request and profile.
public struct MessagePlanner: Sendable {
    /// What the planner is told once.
    public struct Configuration: Sendable {
        /// The sender of e-mails whose request names none.
        public var defaultSender: EmailMessage.Mailbox

        /// The most parts a text message may have.
        public var maximumSegments: Int

        /// The placeholders that recipients may have values for; nil when every name may be one.
        public var placeholderNames: Set<String>?

        /// Makes a configuration.
        public init(
            defaultSender: EmailMessage.Mailbox = .init(name: nil, address: "passes@localhost.localdomain"),
            maximumSegments: Int = 3,
            placeholderNames: Set<String>? = nil
        ) {
            self.defaultSender = defaultSender
            self.maximumSegments = maximumSegments
            self.placeholderNames = placeholderNames
        }
    }

    /// What the planner is told once.
    public var configuration: Configuration

    /// Makes a planner.
    public init(_ configuration: Configuration = .init()) {
        self.configuration = configuration
    }

    /// Plans the messages of one list for one recipient.
    /// - Parameters:
    ///   - details: The issue or the update list of the request.
    ///   - kind: Which of the two it is.
    ///   - requestID: The request.
    ///   - profile: The recipient.
    ///   - sampleLink: A link as long as the real one will be, so that too long a message shows now.
    public func plan(
        _ details: [NotificationDetails],
        _ kind: NotificationKind,
        of requestID: PassRequestID,
        for profile: RecipientProfile,
        sampleLink: String?
    ) -> MessagePlan {
        var plan = MessagePlan()
        for details in details where details.enabled {
            do throws(PassError) {
                guard isSubscribed(profile, details.channel) else {
                    plan.skipped.append(.init(channel: details.channel, reason: .notOptedIn))
                    continue
                }
                let message = try message(details, kind, requestID, profile)
                try check(message.message(link: sampleLink))
                plan.messages.append(message)
            } catch {
                plan.skipped.append(.init(channel: details.channel, reason: .rejected(error)))
            }
        }
        return plan
    }

    private func isSubscribed(_ profile: RecipientProfile, _ channel: NotificationChannel) -> Bool {
        switch channel {
        case .sms: profile.smsSubscription
        case .email: profile.emailSubscription
        default: true  // Refused below, with the reason.
        }
    }

    private func message(
        _ details: NotificationDetails,
        _ kind: NotificationKind,
        _ requestID: PassRequestID,
        _ profile: RecipientProfile
    ) throws(PassError) -> PlannedMessage {
        PlannedMessage(
            requestID: requestID,
            recipient: profile.id,
            kind: kind,
            channel: details.channel,
            to: try address(of: profile, on: details.channel),
            toName: details.channel == .email ? profile.name : nil,
            from: details.channel == .email ? try sender(of: details) : nil,
            fromName: senderName(of: details),
            subject: details.channel == .email ? details.subject ?? "" : nil,
            body: details.messageContent,
            values: try values(of: details, profile)
        )
    }

    private func address(of profile: RecipientProfile, on channel: NotificationChannel) throws(PassError) -> String {
        switch channel {
        case .sms:
            guard let number = profile.mobileNumber, MessageAddress.isTelephone(number) else {
                throw PassError(
                    .notificationAddress,
                    "The recipient has no mobile number in the form +491701234567. Mend the recipient's profile."
                )
            }
            return number
        case .email:
            guard let email = profile.email, MessageAddress.isEmail(email) else {
                throw PassError(
                    .notificationAddress,
                    "The recipient has no e-mail address, or not exactly one. Mend the recipient's profile."
                )
            }
            if let name = profile.name { try HeaderText.check(name, "recipient's name") }
            return email
        default:
            throw PassError(.notificationAddress, "Nothing is sent on the channel \(channel). Use SMS or EMAIL.")
        }
    }

    private func sender(of details: NotificationDetails) throws(PassError) -> String {
        guard let sender = details.senderEmail, !sender.isEmpty else { return configuration.defaultSender.address }
        guard MessageAddress.isEmail(sender) else {
            throw PassError(.notificationAddress, "senderEmail is not exactly one e-mail address. Mend the request.")
        }
        return sender
    }

    private func senderName(of details: NotificationDetails) -> String? {
        let name = details.senderName.flatMap { $0.isEmpty ? nil : $0 }
        if details.channel == .email { return name ?? configuration.defaultSender.name }
        // A provider takes a short name only; with any other the message goes out under the provider's default.
        return name.flatMap { MessageAddress.isSender($0) ? $0 : nil }
    }

    private func values(
        of details: NotificationDetails,
        _ profile: RecipientProfile
    ) throws(PassError) -> [String: String] {
        var values: [String: String] = [:]
        let subject = details.channel == .email ? details.subject ?? "" : ""
        for name in MessageTemplate(details.messageContent).placeholders + MessageTemplate(subject).placeholders {
            if MessageTemplate.isLink(name) { continue }
            if let value = profile.value(of: name) {
                values[name] = value
            } else if configuration.placeholderNames?.contains(name) ?? true {
                throw PassError(
                    .notificationPlaceholder,
                    "The recipient's profile has no value for ##\(name)##. Add the attribute, or leave it out of the "
                        + "message."
                )
            }
        }
        return values
    }

    private func check(_ message: NotificationMessage) throws(PassError) {
        switch message.content {
        case .sms(let sms):
            let segments = SMSSegments(sms.text)
            guard segments.count <= configuration.maximumSegments else {
                throw PassError(
                    .notificationTooLong,
                    "The text message needs \(segments.count) parts, more than the \(configuration.maximumSegments) "
                        + "allowed. Make it shorter\(Self.hint(segments))."
                )
            }
        case .email(let email):
            for (text, name) in [(email.from.name, "sender's name"), (email.to.name, "recipient's name")] {
                if let text { try HeaderText.check(text, name) }
            }
        }
    }

    private static func hint(_ segments: SMSSegments) -> String {
        segments.firstBeyondGSM7.map { " or replace \"\($0)\", which halves what fits into a part" } ?? ""
    }
}

/// What one recipient is told.
public struct MessagePlan: Sendable {
    /// A channel on which nothing is sent.
    public struct Skipped: Sendable {
        /// Why nothing is sent.
        public enum Reason: Sendable {
            /// The recipient has not agreed to messages on this channel.
            case notOptedIn
            /// The message cannot be made for this recipient.
            case rejected(PassError)
        }

        /// The channel.
        public var channel: NotificationChannel

        /// Why nothing is sent.
        public var reason: Reason
    }

    /// The messages to send.
    public var messages: [PlannedMessage] = []

    /// The channels that are configured and on which nothing is sent.
    public var skipped: [Skipped] = []
}
