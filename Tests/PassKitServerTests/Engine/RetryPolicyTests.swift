#if Server
    import PassKitCore
    import PassKitServer
    import Testing

    @Suite struct RetryPolicyTests {
        static let low = RandomBytes { [UInt8](repeating: 0, count: $0 - 1) + [2] }
        static let high = RandomBytes { [UInt8](repeating: 255, count: $0) }

        @Test func delaysDoubleUpToTheLongest() {
            let policy = RetryPolicy(first: .seconds(1), longest: .seconds(10), maximumAttempts: 7, jitter: 0)
            let delays = (1...7).map { policy.delay(after: $0, .system) }
            #expect(delays == [1, 2, 4, 8, 10, 10].map { .seconds($0) } + [nil])
        }

        @Test func chanceTakesAtMostThePartAllowed() throws {
            let policy = RetryPolicy(first: .seconds(8), jitter: 0.5)
            let longest = try #require(policy.delay(after: 1, Self.low))
            let shortest = try #require(policy.delay(after: 1, Self.high))
            #expect(longest > .milliseconds(7999))
            #expect(shortest >= .seconds(4) && shortest < .milliseconds(4001))
        }

        @Test(arguments: [Int.min, 0, 1, Int.max - 1])
        func noAttemptOverflows(attempt: Int) throws {
            let policy = RetryPolicy(first: .seconds(1), longest: .seconds(900), maximumAttempts: .max, jitter: 1)
            let delay = try #require(policy.delay(after: attempt, .system))
            #expect(delay >= .zero && delay <= .seconds(900))
        }

        @Test func theDefaultGivesUpAfterHoursNotMinutes() {
            let policy = RetryPolicy(jitter: 0)
            let total = (1..<20).compactMap { policy.delay(after: $0, .system) }.reduce(.zero, +)
            #expect(total > .seconds(2 * 3600) && total < .seconds(4 * 3600))
        }
    }
#endif
