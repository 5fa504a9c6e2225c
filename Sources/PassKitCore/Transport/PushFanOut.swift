#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sends any number of pushes over a ``PushTransport``: so many side by side, failures again later, memory bounded.
///
/// ```swift
/// try await PushFanOut(transport: apns).run(registrations) { push, decision in
///     if case .removeToken(_, let since) = decision { try await store.remove(push.token, before: since) }
/// }
/// ```
///
/// One device's trouble delays no other: a push that is to be tried again waits aside. Nothing is kept on disk: a
/// durable queue keeps the attempts in its store, and asks ``PushRetryPolicy`` itself.
public struct PushFanOut: Sendable {
    private enum Event: Sendable {
        case arrived(PassPush)
        case exhausted((any Error)?)
        case finished(PassPush, Result<PushOutcome, any Error>)
        case due
    }

    /// What bounds a fan-out.
    public struct Configuration: Sendable, Hashable {
        /// How many pushes may be under way at one time.
        public var concurrency: Int

        /// How many pushes are read ahead.
        public var readAhead: Int

        /// How many pushes may wait for another try.
        ///
        /// One more is given up at once.
        public var maximumWaiting: Int

        /// When to try again.
        public var policy: PushRetryPolicy

        /// Makes a configuration.
        public init(
            concurrency: Int = 100,
            readAhead: Int = 1000,
            maximumWaiting: Int = 100_000,
            policy: PushRetryPolicy = PushRetryPolicy()
        ) {
            self.concurrency = concurrency
            self.readAhead = readAhead
            self.maximumWaiting = maximumWaiting
            self.policy = policy
        }
    }

    private let transport: any PushTransport
    private let configuration: Configuration
    private let clock: any PassClock
    private let random: RandomBytes

    /// Makes a fan-out.
    public init(
        transport: some PushTransport,
        configuration: Configuration = Configuration(),
        clock: some PassClock = .system,
        random: RandomBytes = .system
    ) {
        self.transport = transport
        self.configuration = configuration
        self.clock = clock
        self.random = random
    }

    /// Sends all pushes of a sequence and returns when the last one is settled.
    ///
    /// Pushes for one target that wait at the same time become one.
    /// - Parameters:
    ///   - pushes: What to send.
    ///   - report: Is told each decision, ``PushDecision/retry(at:)`` included, one at a time.
    /// - Throws: `CancellationError` when the task is cancelled; what the sequence or `report` throws. Pushes under way
    ///   are then cancelled.
    public func run<Pushes: AsyncSequence & Sendable>(
        _ pushes: Pushes,
        report: (PassPush, PushDecision) async throws -> Void
    ) async throws where Pushes.Element == PassPush {
        let (events, continuation) = AsyncStream.makeStream(of: Event.self)
        let room = ConcurrencyGate(configuration.readAhead)
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask {
                do {
                    for try await push in pushes {
                        try await room.enter()
                        continuation.yield(.arrived(push))
                    }
                    continuation.yield(.exhausted(nil))
                } catch {
                    continuation.yield(.exhausted(error))
                }
            }
            var queue = PushQueue(
                policy: configuration.policy,
                concurrency: configuration.concurrency,
                maximumWaiting: configuration.maximumWaiting,
                random: random
            )
            var isExhausted = false
            var readAhead = 0
            var alarm = Date.distantFuture
            for await event in events {
                switch event {
                case .arrived(let push):
                    queue.add(push)
                    readAhead += 1
                case .exhausted(let error?):
                    throw error
                case .exhausted(nil):
                    isExhausted = true
                case .finished(let push, let result):
                    try await report(push, queue.finish(push, with: result, at: clock.now))
                case .due:
                    alarm = .distantFuture
                }
                while let push = queue.next(at: clock.now) {
                    group.addTask { continuation.yield(.finished(push, await attempt(push))) }
                }
                while readAhead > queue.readyCount {
                    room.leave()
                    readAhead -= 1
                }
                if isExhausted, queue.isEmpty { return group.cancelAll() }
                if let due = queue.nextDue, due < alarm {
                    alarm = due
                    let wait = Duration.seconds(due.timeIntervalSince(clock.now))
                    group.addTask {
                        // Cancelled when all is done, or when the whole fan-out is.
                        if (try? await clock.sleep(for: wait)) != nil { continuation.yield(.due) }
                    }
                }
            }
            throw CancellationError()
        }
    }

    private func attempt(_ push: PassPush) async -> Result<PushOutcome, any Error> {
        do { return .success(try await transport.push(push)) } catch { return .failure(error) }
    }
}
