extension PassError.Code {
    /// A placeholder of a message has no value for the recipient.
    public static let notificationPlaceholder = Self("notification.placeholder")

    /// A placeholder stands where its value could become markup, such as in the name of an HTML tag.
    public static let notificationPlaceholderContext = Self("notification.placeholder-context")

    /// An address is not exactly one e-mail address or telephone number.
    public static let notificationAddress = Self("notification.address")

    /// A text that goes into a header holds control characters.
    public static let notificationControlCharacter = Self("notification.control-character")

    /// A text message needs more segments than allowed.
    public static let notificationTooLong = Self("notification.too-long")

    /// A message cannot be written to the outbox.
    public static let notificationOutbox = Self("notification.outbox")

    /// A recipients file is broken.
    public static let notificationRecipients = Self("notification.recipients")

    /// A webhook's address or secret is not fit, or the webhook did not take a message.
    public static let notificationWebhook = Self("notification.webhook")
}
