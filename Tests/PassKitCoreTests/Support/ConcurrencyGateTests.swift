import PassKitCore
import Testing

@Suite struct ConcurrencyGateTests {
    /// Counts who is inside.
    final class Counter: Sendable {
        private let state = Mutex<(now: Int, most: Int, all: Int)>((0, 0, 0))

        var most: Int { state.withLock { $0.most } }
        var all: Int { state.withLock { $0.all } }

        func enter() {
            state.withLock { state in
                state = (state.now + 1, max(state.most, state.now + 1), state.all + 1)
            }
        }

        func leave() { state.withLock { $0.now -= 1 } }
    }

    @Test func letsSoManyThroughAndAllInTheEnd() async throws {
        let gate = ConcurrencyGate(3)
        let counter = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await gate.withRoom {
                        counter.enter()
                        await Task.yield()
                        counter.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(counter.all == 200)
        #expect(counter.most <= 3)
    }

    @Test func whoIsCancelledWhileWaitingLeavesTheLine() async throws {
        let gate = ConcurrencyGate(1)
        try await gate.enter()
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await gate.enter()
                    return false
                } catch { return error is CancellationError }
            }
            group.cancelAll()
            #expect(await group.next() == true)
        }
        gate.leave()
        try await gate.enter()
        gate.leave()
    }
}
