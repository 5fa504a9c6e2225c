#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Says what follows from the outcome of a push: when to try again, and when to stop.
///
/// Pure: it keeps nothing, so a durable queue stores no more than the number of attempts made.
///
/// ```swift
/// do { outcome = .success(try await transport.push(push)) } catch { outcome = .failure(error) }
/// switch policy.decision(after: outcome, attempts: job.attempts + 1, at: clock.now) { … }
/// ```
///
/// What the push service asks for (`Retry-After`) is honoured; without it the waits double from one attempt to the
/// next. Chance makes every wait up to a quarter longer, never shorter, so that a fan-out does not come back at once.
public struct PushRetryPolicy: Sendable, Hashable {
    /// How often a push is tried in all when the service answers.
    public var maximumAttempts: Int

    /// How often a push is tried in all when it does not reach the service: without connection, answer or certificate.
    public var maximumConnectionAttempts: Int

    /// The first wait after a failure of the service: fifteen minutes, which Apple asks for after any 5xx.
    ///
    /// Every wait for a certificate is as long.
    public var serviceDelay: Duration

    /// The first wait after too many pushes to one device (429).
    public var deviceDelay: Duration

    /// The first wait when there was no answer.
    public var connectionDelay: Duration

    /// The longest wait of one's own accord.
    public var maximumDelay: Duration

    /// The longest wait when there was no answer: a network that is there again is made use of soon.
    public var maximumConnectionDelay: Duration

    /// The longest wait that the service may ask for; what is longer is cut to this.
    public var maximumRetryAfter: Duration

    /// Makes a policy; by default the last of eight attempts comes about 20 hours after the first when the service
    /// fails, and the last of a hundred about a day after it when there is no answer, or no certificate.
    public init(
        maximumAttempts: Int = 8,
        maximumConnectionAttempts: Int = 100,
        serviceDelay: Duration = .seconds(15 * 60),
        deviceDelay: Duration = .seconds(60),
        connectionDelay: Duration = .seconds(5),
        maximumDelay: Duration = .seconds(6 * 3600),
        maximumConnectionDelay: Duration = .seconds(15 * 60),
        maximumRetryAfter: Duration = .seconds(24 * 3600)
    ) {
        self.maximumAttempts = maximumAttempts
        self.maximumConnectionAttempts = maximumConnectionAttempts
        self.serviceDelay = serviceDelay
        self.deviceDelay = deviceDelay
        self.connectionDelay = connectionDelay
        self.maximumDelay = maximumDelay
        self.maximumConnectionDelay = maximumConnectionDelay
        self.maximumRetryAfter = maximumRetryAfter
    }

    /// Decides.
    /// - Parameters:
    ///   - result: What the transport returned or threw. Anything thrown counts as no answer.
    ///   - attempts: How often it was tried, this time included.
    ///   - now: When the answer came.
    ///   - random: Where chance comes from.
    public func decision(
        after result: Result<PushOutcome, any Error>,
        attempts: Int,
        at now: Date,
        random: RandomBytes = .system
    ) -> PushDecision {
        switch result {
        case .success(.accepted(let id)): .delivered(id: id)
        case .success(.tokenInvalid(let reason, let since)): .removeToken(reason, since: since)
        // Nothing was sent: a renewed certificate is all it takes.
        case .success(.rejected(.noIdentity)): retry(.noIdentity, nil, attempts, now, random)
        case .success(.rejected(let reason)): .giveUp(reason)
        case .success(.retry(let reason, let after)): retry(reason, after, attempts, now, random)
        case .failure: retry(.noAnswer, nil, attempts, now, random)
        }
    }

    private func retry(
        _ reason: PushReason,
        _ after: Duration?,
        _ attempts: Int,
        _ now: Date,
        _ random: RandomBytes
    ) -> PushDecision {
        let isUnsent = [.noAnswer, .idleTimeout, .noIdentity].contains(reason)
        guard attempts < (isUnsent ? maximumConnectionAttempts : maximumAttempts) else { return .giveUp(reason) }
        let wait = after.map { max(.zero, min($0, maximumRetryAfter)) } ?? ownDelay(reason, attempts)
        let chance = Double(random(1).first ?? 0) / 1024
        return .retry(at: now.addingTimeInterval((wait + wait * chance) / .seconds(1)))
    }

    private func ownDelay(_ reason: PushReason, _ attempts: Int) -> Duration {
        let (first, longest): (Duration, Duration) =
            switch reason {
            case .tooManyRequests: (deviceDelay, maximumDelay)
            case .noAnswer, .idleTimeout: (connectionDelay, maximumConnectionDelay)
            case .noIdentity: (serviceDelay, serviceDelay)
            default: (serviceDelay, maximumDelay)
            }
        // Doubled at most twenty times: beyond that every first wait worth the name exceeds the longest one.
        return min(first * (1 << min(max(attempts - 1, 0), 20)), longest)
    }
}
