/// Pushes to devices: Apple's push service in production, `RecordingPushTransport` in tests.
///
/// Rules for one of your own:
///
/// - Return what the push service answered, whatever it was. A refusal is an answer.
/// - Throw only when there was no answer: no connection, a dropped one, a timeout. The push is then tried again, so a
///   device may get it twice, which does no harm.
/// - Try once. When to try again is for ``PushRetryPolicy`` to say.
/// - Let calls run side by side, so that one device's trouble delays no other.
public protocol PushTransport: Sendable {
    /// Pushes once and returns the answer.
    func push(_ push: PassPush) async throws -> PushOutcome
}
