#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Lets so much through in a minute.
    final class RateGate: Sendable {
        private let state = Mutex((start: Date.distantPast, count: 0))
        private let limit: Int
        private let clock: any PassClock

        /// - Parameters:
        ///   - limit: How much passes in a minute.
        ///   - clock: Tells the time.
        init(perMinute limit: Int, _ clock: any PassClock) {
            self.limit = limit
            self.clock = clock
        }

        /// How much of a number may pass now.
        func pass(_ number: Int) -> Int {
            let now = clock.now
            return state.withLock { state in
                // Also when the clock was set back: nobody is to wait for the time to come again.
                if abs(now.timeIntervalSince(state.start)) >= 60 { state = (now, 0) }
                let passing = max(0, min(number, limit - state.count))
                state.count += passing
                return passing
            }
        }

        /// How many seconds until more may pass, at least one.
        var delay: Int {
            let start = state.withLock { $0.start }
            return max(1, Int((60 - abs(clock.now.timeIntervalSince(start))).rounded(.up)))
        }
    }
#endif
