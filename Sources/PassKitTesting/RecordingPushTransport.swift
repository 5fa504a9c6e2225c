public import PassKitCore

/// A push transport that keeps what it is given, and answers what it is told to.
///
/// ```swift
/// let push = RecordingPushTransport()
/// push.answer(.tokenInvalid(.unregistered, since: nil), to: goneToken)
/// …
/// let pushes = try await push.pushes(count: 3, within: .seconds(5))
/// ```
public final class RecordingPushTransport: PushTransport {
    /// What it throws when told to give no answer.
    public struct NoAnswer: Error, Sendable, Equatable {
        /// Makes one.
        public init() {}
    }

    /// What ``pushes(count:within:)`` throws when the pushes do not come.
    public struct TimeOut: Error, Sendable, CustomStringConvertible {
        /// How many pushes had come.
        public let count: Int

        /// How many had come.
        public var description: String { "Only \(count) pushes came in time." }
    }

    /// Answers a push.
    public typealias Answer = @Sendable (PassPush) async throws -> PushOutcome

    private struct State {
        var pushes: [PassPush] = []
        var answers: [PushToken: [Answer]] = [:]
        var inFlight = 0
        var mostInFlight = 0
    }

    private let state = Mutex(State())
    private let fallback: Answer

    /// Makes a transport.
    /// - Parameter answer: What it answers when nothing else was said: by default it accepts, naming the push by its
    ///   place in the order.
    public init(answering answer: Answer? = nil) {
        let count = Mutex(0)
        self.fallback =
            answer ?? { _ in
                .accepted(
                    id: count.withLock { count in
                        count += 1
                        return "push-\(count)"
                    }
                )
            }
    }

    /// Sets the answers to the next pushes to a device, in order; after them the usual one is given again.
    public func answer(_ outcomes: PushOutcome..., to token: PushToken) {
        state.withLock { state in
            state.answers[token, default: []] += outcomes.map { outcome in { _ in outcome } }
        }
    }

    /// Lets the next pushes to a device go without an answer: ``NoAnswer`` is thrown.
    public func giveNoAnswer(to token: PushToken, times: Int = 1) {
        let answers = [Answer](repeating: { _ in throw NoAnswer() }, count: times)
        state.withLock { $0.answers[token, default: []] += answers }
    }

    /// What was pushed, in order, whatever was answered.
    public var pushes: [PassPush] { state.withLock { $0.pushes } }

    /// The most pushes that were under way at one time.
    public var mostInFlight: Int { state.withLock { $0.mostInFlight } }

    /// Waits until that many pushes have come.
    /// - Throws: ``TimeOut`` when they do not come in time.
    public func pushes(count: Int, within duration: Duration) async throws -> [PassPush] {
        let clock = ContinuousClock()
        let deadline = clock.now + duration
        while pushes.count < count {
            guard clock.now < deadline else { throw TimeOut(count: pushes.count) }
            try await Task.sleep(for: .milliseconds(5))
        }
        return pushes
    }

    /// Keeps the push, and answers.
    public func push(_ push: PassPush) async throws -> PushOutcome {
        let answer = state.withLock { state in
            state.pushes.append(push)
            state.inFlight += 1
            state.mostInFlight = max(state.mostInFlight, state.inFlight)
            guard var answers = state.answers[push.token], !answers.isEmpty else { return fallback }
            let first = answers.removeFirst()
            state.answers[push.token] = answers
            return first
        }
        defer { state.withLock { $0.inFlight -= 1 } }
        return try await answer(push)
    }
}
