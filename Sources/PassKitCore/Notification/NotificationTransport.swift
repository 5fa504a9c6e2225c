/// Delivers messages on one channel: your SMS gateway, your mail server; ``OutboxDirectory`` writes files instead.
///
/// ```swift
/// struct Gateway: NotificationTransport {
///     func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
///         guard case .sms(let sms) = message.content else { throw … }
///         return NotificationReceipt(id: try await client.send(to: sms.to, sms.text, key: message.idempotencyKey))
///     }
/// }
/// ```
///
/// Return once the provider has taken the message. Throw to have it tried again: the same message then comes with the
/// same ``NotificationMessage/idempotencyKey``, so hand that to providers that know such keys.
public protocol NotificationTransport: Sendable {
    /// Hands a message to the provider.
    func send(_ message: NotificationMessage) async throws -> NotificationReceipt
}

/// What a transport says of a message it has handed on.
public struct NotificationReceipt: Sendable, Hashable {
    /// The provider's name for the message, by which it will report delivery.
    public var id: String?

    /// Makes a receipt.
    public init(id: String? = nil) { self.id = id }
}
