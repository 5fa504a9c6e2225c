#if Server
    public import PassKitCore

    /// When failed work is tried again: after delays that double, up to a longest one, each shortened by chance.
    ///
    /// A pure function of the attempt and a random number.
    public struct RetryPolicy: Sendable, Hashable {
        /// The delay after the first failure.
        public var first: Duration
        /// The longest delay.
        public var longest: Duration
        /// How often work is tried before it becomes a dead letter.
        public var maximumAttempts: Int
        /// The greatest part of a delay that chance takes away, from 0 to 1, so that what failed together is not tried
        /// again together.
        public var jitter: Double

        /// Makes a policy; the default one gives up after about three hours.
        public init(
            first: Duration = .seconds(1),
            longest: Duration = .seconds(900),
            maximumAttempts: Int = 20,
            jitter: Double = 0.5
        ) {
            self.first = first
            self.longest = longest
            self.maximumAttempts = maximumAttempts
            self.jitter = jitter
        }

        /// How long to wait after an attempt failed; nil to give up.
        /// - Parameters:
        ///   - attempt: The attempt that failed, from 1.
        ///   - random: Decides the jitter.
        public func delay(after attempt: Int, _ random: RandomBytes) -> Duration? {
            guard attempt < maximumAttempts else { return nil }
            // Doubled at most 40 times: far beyond any longest delay, and no overflow.
            let doublings = min(max(attempt, 1) - 1, 40)
            let delay = min(first * (1 << doublings), longest)
            let chance = Double(random.positiveInt64()) / Double(Int64.max)
            return delay * (1 - min(max(jitter, 0), 1) * chance)
        }
    }
#endif
