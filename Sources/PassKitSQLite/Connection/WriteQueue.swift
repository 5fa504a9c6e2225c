#if SQLite
    import GRDB
    import PassKitCore

    /// Commits the writes of all tasks, those that wait at the same time in one transaction.
    ///
    /// While one transaction is being made durable, the next ones gather; so one sync of the disk serves all of them,
    /// and nobody waits for company. A write that throws is taken out, and the others are done again without it: none
    /// sees half of another.
    final class WriteQueue: Sendable {
        /// One write, and how to tell its task what came of it.
        private struct Write: Sendable {
            let weight: Int
            /// Does it, and returns what tells the task of its success.
            let body: @Sendable (Database) throws -> @Sendable () -> Void
            let fail: @Sendable (any Error) -> Void
        }

        private struct State {
            var waiting: [Write] = []
            var isRunning = false
            var isClosed = false
            var commitCount = 0
        }

        private let pool: DatabasePool
        private let limits: SQLitePassStore.Configuration
        private let state = Mutex(State())

        init(_ pool: DatabasePool, _ limits: SQLitePassStore.Configuration) {
            self.pool = pool
            self.limits = limits
        }

        /// Writes, and returns when it is on the disk.
        /// - Parameters:
        ///   - weight: About how many bytes it writes.
        ///   - body: What it does; it may be done more than once, each time from the beginning.
        func write<Value: Sendable>(
            weight: Int = 0,
            _ body: @escaping @Sendable (Database) throws -> Value
        ) async throws -> Value {
            try await withCheckedThrowingContinuation { continuation in
                enqueue(
                    Write(
                        weight: weight,
                        body: { db in
                            let value = try body(db)
                            return { continuation.resume(returning: value) }
                        },
                        fail: { continuation.resume(throwing: StoreFailure.error($0)) }
                    )
                )
            }
        }

        /// How many transactions were committed.
        var commitCount: Int { state.withLock(\.commitCount) }

        /// How many writes wait for the next transaction.
        var waitingCount: Int { state.withLock(\.waiting.count) }

        /// Takes no more writes; those that wait are still done.
        func close() { state.withLock { $0.isClosed = true } }

        private func enqueue(_ write: Write) {
            let starts: Bool? = state.withLock { state in
                guard !state.isClosed else { return nil }
                state.waiting.append(write)
                defer { state.isRunning = true }
                return !state.isRunning
            }
            guard let starts else { return write.fail(PassError(.storeClosed, "The store was closed. Open it again.")) }
            // Never cancelled, unlike GRDB's async writes: the group belongs to many tasks.
            if starts { pool.asyncWriteWithoutTransaction { self.drain($0) } }
        }

        private func drain(_ db: Database) {
            while let group = nextGroup() { commit(group, in: db) }
        }

        private func nextGroup() -> [Write]? {
            state.withLock { state in
                guard !state.waiting.isEmpty else {
                    state.isRunning = false
                    return nil
                }
                var weight = 0
                var count = 0
                for write in state.waiting {
                    weight += write.weight
                    if count > 0, weight > limits.groupBytes || count >= limits.groupCount { break }
                    count += 1
                }
                defer { state.waiting.removeFirst(count) }
                return Array(state.waiting.prefix(count))
            }
        }

        private func commit(_ group: [Write], in db: Database) {
            var group = group
            while !group.isEmpty {
                do {
                    try db.beginTransaction(.immediate)
                } catch {
                    // No write can begin: nobody's fault in particular.
                    for write in group { write.fail(error) }
                    return
                }
                var successes: [@Sendable () -> Void] = []
                var culprit: Int?
                do {
                    for (index, write) in group.enumerated() {
                        culprit = index
                        successes.append(try write.body(db))
                    }
                    culprit = nil
                    try db.commit()
                    state.withLock { $0.commitCount += 1 }
                    for success in successes { success() }
                    return
                } catch {
                    // SQLite may have rolled back by itself; then there is nothing to do.
                    if db.isInsideTransaction { try? db.rollback() }
                    if let culprit {
                        group.remove(at: culprit).fail(error)
                    } else if group.count == 1 {
                        group.removeFirst().fail(error)
                    } else {
                        for write in group { commit([write], in: db) }
                        return
                    }
                }
            }
        }
    }
#endif
