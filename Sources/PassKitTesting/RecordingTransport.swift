public import PassKitCore

/// A notification transport that keeps what it is given, and fails when told to.
///
/// ```swift
/// let sms = RecordingTransport().failing(first: 2)
/// …
/// let messages = try await sms.messages(count: 1, within: .seconds(5))
/// ```
public final class RecordingTransport: NotificationTransport {
    /// What it throws when told to fail.
    public struct Failure: Error, Sendable, Equatable {
        /// Makes a failure.
        public init() {}
    }

    /// What ``messages(count:within:)`` throws when the messages do not come.
    public struct TimeOut: Error, Sendable, CustomStringConvertible {
        /// How many messages had come.
        public let count: Int

        /// How many had come.
        public var description: String { "Only \(count) messages came in time." }
    }

    private struct State {
        var messages: [NotificationMessage] = []
        var failuresLeft = 0
        var attempts = 0
    }

    private let state = Mutex(State())

    /// Makes a transport that takes everything.
    public init() {}

    /// Makes the next sends throw ``Failure``.
    public func failing(first count: Int) -> Self {
        state.withLock { $0.failuresLeft = count }
        return self
    }

    /// What was taken, in order.
    public var messages: [NotificationMessage] { state.withLock { $0.messages } }

    /// How often a message came, taken or not.
    public var attempts: Int { state.withLock { $0.attempts } }

    /// Waits until that many messages were taken.
    /// - Throws: ``TimeOut`` when they do not come in time.
    public func messages(count: Int, within duration: Duration) async throws -> [NotificationMessage] {
        let clock = ContinuousClock()
        let deadline = clock.now + duration
        while messages.count < count {
            guard clock.now < deadline else { throw TimeOut(count: messages.count) }
            try await Task.sleep(for: .milliseconds(5))
        }
        return messages
    }

    /// Keeps the message, or throws.
    public func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
        let fails = state.withLock { state in
            state.attempts += 1
            if state.failuresLeft > 0 {
                state.failuresLeft -= 1
                return true
            }
            state.messages.append(message)
            return false
        }
        if fails { throw Failure() }
        return NotificationReceipt(id: message.idempotencyKey)
    }
}
