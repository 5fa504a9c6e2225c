/// What requests are held to beside what the wire demands.
public struct PassUpdateRules: Sendable, Hashable {
    /// The most recipients of a request.
    public var maximumRecipients: Int

    /// The channels something can be sent on.
    public var channels: Set<NotificationChannel>

    /// The placeholders that recipients may have values for, beside the links; nil when every name may be one.
    public var placeholderNames: Set<String>?

    /// Makes rules; what is not given is as in ``default``.
    public init(
        maximumRecipients: Int = 10_000,
        channels: Set<NotificationChannel> = [.sms, .email],
        placeholderNames: Set<String>? = documentedPlaceholders
    ) {
        self.maximumRecipients = maximumRecipients
        self.channels = channels
        self.placeholderNames = placeholderNames
    }

    /// 10,000 recipients, SMS and e-mail, and the documented placeholders.
    public static let `default` = PassUpdateRules()

    /// The placeholders of the documented server, and those that every profile has.
    public static let documentedPlaceholders: Set<String> = RecipientProfile.commonPlaceholders.union([
        "First Name", "Last Name", "Email", "KSID", "Application",
    ])
}
