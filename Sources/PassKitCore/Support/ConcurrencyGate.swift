/// Lets so many tasks through at one time; the others wait in the order in which they came.
package final class ConcurrencyGate: Sendable {
    private struct State {
        var free: Int
        var nextID = 0
        var waiters = FirstInFirstOut<Int>()
        var continuations: [Int: CheckedContinuation<Void, any Error>] = [:]
        var cancelled: Set<Int> = []
    }

    private let state: Mutex<State>

    /// Makes a gate for that many tasks; at least one.
    package init(_ limit: Int) {
        self.state = Mutex(State(free: max(1, limit)))
    }

    /// Does something once there is room, and makes room afterwards.
    /// - Throws: `CancellationError` when the task is cancelled while it waits; what `body` throws.
    package func withRoom<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await enter()
        defer { leave() }
        return try await body()
    }

    /// Waits until there is room, and takes it.
    package func enter() async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let outcome: Swift.Result<Void, any Error>? = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
                    if state.free > 0 {
                        state.free -= 1
                        return .success(())
                    }
                    state.continuations[id] = continuation
                    state.waiters.append(id)
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            let continuation: CheckedContinuation<Void, any Error>? = state.withLock { state in
                guard let continuation = state.continuations.removeValue(forKey: id) else {
                    // Cancelled before it waited: remembered, so that it does not wait at all.
                    state.cancelled.insert(id)
                    return nil
                }
                return continuation
            }
            continuation?.resume(throwing: CancellationError())
        }
        _ = state.withLock { $0.cancelled.remove(id) }
    }

    /// Makes room for the next.
    package func leave() {
        let continuation: CheckedContinuation<Void, any Error>? = state.withLock { state in
            while let id = state.waiters.popFirst() {
                // Those that were cancelled are not there any more.
                if let continuation = state.continuations.removeValue(forKey: id) { return continuation }
            }
            state.free += 1
            return nil
        }
        continuation?.resume()
    }
}
