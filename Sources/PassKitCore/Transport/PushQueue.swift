#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Which push to send next: one a device however many passes changed, so many at a time, failures again later.
///
/// A value without clock, tasks or I/O, for whoever drives a ``PushTransport``; ``PushFanOut`` does. A durable queue
/// keeps its waiting pushes in its store and needs ``PushRetryPolicy`` only.
///
/// A push added while one for the same target is under way is sent again after it: the device may have asked before
/// the newer change was there.
public struct PushQueue: Sendable {
    private enum Place {
        /// Due at once; its target is in `ready`.
        case ready
        /// To be tried again; its target is in `waiting`.
        case waiting
        /// Under way; with another push that came meanwhile.
        case inFlight(next: PassPush?)
    }

    private struct Entry {
        var push: PassPush
        var attempts: Int
        var place: Place
    }

    private let policy: PushRetryPolicy
    private let concurrency: Int
    private let maximumWaiting: Int
    private let random: RandomBytes
    private var entries: [PassPush.Target: Entry] = [:]
    private var ready = FirstInFirstOut<PassPush.Target>()
    private var waiting = DueOrder<PassPush.Target>()

    /// How many pushes are under way.
    public private(set) var inFlight = 0

    /// Makes an empty queue.
    /// - Parameters:
    ///   - policy: When to try again.
    ///   - concurrency: How many pushes may be under way at one time; at least 1.
    ///   - maximumWaiting: How many pushes may wait for another try; one more is given up at once.
    ///   - random: Where the policy's chance comes from.
    public init(
        policy: PushRetryPolicy = PushRetryPolicy(),
        concurrency: Int = 100,
        maximumWaiting: Int = 100_000,
        random: RandomBytes = .system
    ) {
        self.policy = policy
        self.concurrency = max(1, concurrency)
        self.maximumWaiting = maximumWaiting
        self.random = random
    }

    /// How many targets are in the queue, those under way included.
    public var count: Int { entries.count }

    /// How many targets wait for their first try, which is not held back by anything but concurrency.
    public var readyCount: Int { ready.count }

    /// Whether nothing is to be done any more.
    public var isEmpty: Bool { entries.isEmpty }

    /// When the next push that waits for another try is due; nil when none waits.
    public var nextDue: Date? { waiting.first?.due }

    /// Adds a push, unless one for the same target waits already: that one then takes over what is more.
    ///
    /// A push that waits for another try goes on waiting: the service asked for that.
    public mutating func add(_ push: PassPush) {
        guard var entry = entries[push.target] else {
            entries[push.target] = Entry(push: push, attempts: 0, place: .ready)
            ready.append(push.target)
            return
        }
        if case .inFlight(let next) = entry.place {
            entry.place = .inFlight(next: next?.merged(with: push) ?? push)
        } else {
            entry.push = entry.push.merged(with: push)
        }
        entries[push.target] = entry
    }

    /// Starts the next push that is due; nil when none is, or as many as allowed are under way.
    ///
    /// Whatever it returns must be given to ``finish(_:with:at:)``.
    public mutating func next(at now: Date) -> PassPush? {
        guard inFlight < concurrency, let target = nextTarget(at: now), var entry = entries[target] else { return nil }
        entry.place = .inFlight(next: nil)
        entry.attempts += 1
        entries[target] = entry
        inFlight += 1
        return entry.push
    }

    /// Takes the result of a push that was started, and says what follows from it.
    ///
    /// With ``PushDecision/retry(at:)`` the push stays in the queue; otherwise it is gone.
    /// - Parameters:
    ///   - push: What ``next(at:)`` returned.
    ///   - result: What the transport returned or threw.
    ///   - now: When it did.
    public mutating func finish(
        _ push: PassPush,
        with result: Result<PushOutcome, any Error>,
        at now: Date
    ) -> PushDecision {
        guard var entry = entries[push.target], case .inFlight(let next) = entry.place else {
            return .giveUp(.noAnswer)
        }
        inFlight -= 1
        var decision = policy.decision(after: result, attempts: entry.attempts, at: now, random: random)
        if case .retry = decision, waiting.count >= maximumWaiting { decision = .giveUp(result.reason) }
        switch decision {
        case .retry(let due):
            entry.place = .waiting
            if let next { entry.push = entry.push.merged(with: next) }
            entries[push.target] = entry
            waiting.insert(push.target, due: due)
        case .delivered, .giveUp:
            entries[push.target] = nil
            if let next { add(next) }
        case .removeToken:
            entries[push.target] = nil
        }
        return decision
    }

    private mutating func nextTarget(at now: Date) -> PassPush.Target? {
        if let first = waiting.first, first.due <= now { return waiting.removeFirst()?.value }
        return ready.popFirst()
    }
}

extension Result where Success == PushOutcome {
    /// Why the push was not accepted.
    var reason: PushReason {
        switch self {
        case .success(.retry(let reason, _)), .success(.rejected(let reason)), .success(.tokenInvalid(let reason, _)):
            reason
        case .success(.accepted), .failure: .noAnswer
        }
    }
}

extension PassPush {
    /// One push for two: as urgent as the more urgent, kept as long as the longer; nil is the transport's choice.
    func merged(with other: PassPush) -> PassPush {
        var merged = self
        merged.priority = max(priority, other.priority)
        if let one = expiration, let two = other.expiration {
            merged.expiration = max(one, two)
        } else {
            merged.expiration = nil
        }
        return merged
    }
}
