#if SQLite
    import Dispatch
    import GRDB
    @testable import PassKitSQLite
    import PassKitCore
    import Testing

    /// Commits several writes together.
    @Suite struct WriteQueueTests {
        private struct Refusal: Error {}

        /// Holds up the writer until it is opened.
        private final class Gate: Sendable {
            private let semaphore = DispatchSemaphore(value: 0)
            private let isReached = Mutex(false)

            func pass() {
                isReached.withLock { $0 = true }
                semaphore.wait()
            }

            func reached() async {
                while !isReached.withLock(\.self) { await Task.yield() }
            }

            func open() { semaphore.signal() }
        }

        @Test func writesThatWaitShareATransactionAndNoFailure() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            let writes = store.writes
            try await writes.write { try $0.execute(sql: "CREATE TABLE note (id INTEGER)") }
            let before = writes.commitCount
            let gate = Gate()
            let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    try await writes.write { _ in gate.pass() }
                    return true
                }
                await gate.reached()
                for id in 0..<20 {
                    group.addTask {
                        do {
                            try await writes.write { db in
                                try db.execute(sql: "INSERT INTO note VALUES (?)", arguments: [id])
                                if id == 7 { throw Refusal() }
                            }
                            return true
                        } catch is Refusal {
                            return false
                        }
                    }
                }
                while writes.waitingCount < 20 { await Task.yield() }
                gate.open()
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(kept == 20)
            #expect(writes.commitCount == before + 2)
            let ids = try await store.read { try Int.fetchAll($0, sql: "SELECT id FROM note ORDER BY id") }
            #expect(ids == (0..<20).filter { $0 != 7 })
        }

        @Test func aTransactionHoldsNoMoreThanItMay() async throws {
            let folder = try ScratchFolder()
            var configuration = SQLitePassStore.Configuration()
            configuration.groupCount = 4
            configuration.groupBytes = 100
            let store = try SQLitePassStore(path: folder.database, configuration: configuration)
            let writes = store.writes
            let before = writes.commitCount
            let gate = Gate()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await writes.write { _ in gate.pass() } }
                await gate.reached()
                for (place, weight) in [60, 60, 500, 60, 0, 0, 0, 0, 0].enumerated() {
                    group.addTask { try await writes.write(weight: weight) { _ in } }
                    while writes.waitingCount <= place { await Task.yield() }
                }
                gate.open()
                try await group.waitForAll()
            }
            // The gate, 60, 60, 500, then 60 with three of nothing, and two of nothing.
            #expect(writes.commitCount == before + 6)
        }
    }
#endif
