/// A way to reach a recipient.
///
/// The set is open: a value the library does not know survives.
public struct NotificationChannel: Sendable, Hashable, CustomStringConvertible {
    /// The spelling on the wire.
    public let rawValue: String

    /// Takes a spelling; the known ones are recognised in any case.
    public init(_ rawValue: String) {
        let upper = rawValue.uppercased()
        self.rawValue = ["SMS", "EMAIL", "PUSH"].contains(upper) ? upper : rawValue
    }

    /// Text messages.
    public static let sms = NotificationChannel("SMS")

    /// E-mail.
    public static let email = NotificationChannel("EMAIL")

    /// Pushes to devices that hold the pass; it occurs in status replies only and is never configured.
    public static let push = NotificationChannel("PUSH")

    /// The spelling on the wire.
    public var description: String { rawValue }
}
