#if Server
    import PassKitCore

    /// Merges what many tasks write at the same time into few transactions.
    ///
    /// While one batch is being committed, whatever else comes gathers for the next. The task that finds nobody committing
    /// leads: it commits its batch, hands out the answers, and passes the lead on; so nothing runs that nobody waits for.
    final class GroupCommit<Item: Sendable, Outcome: Sendable>: Sendable {
        private enum Turn: Sendable {
            case lead
            case refused
            case answer(Result<Outcome, any Error>)
        }

        private struct Entry {
            let item: Item
            /// nil for the one that leads.
            var waiter: CheckedContinuation<Turn, Never>?
        }

        private struct State {
            var isLed = false
            var entries: [Entry] = []
        }

        private let state = Mutex(State())
        private let batchSize: Int
        private let maximumWeight: Int
        private let maximumWaiting: Int
        private let write: @Sendable ([Item]) async throws -> [Outcome]
        private let weight: @Sendable (Item) -> Int

        /// - Parameters:
        ///   - batchSize: The most items in one transaction.
        ///   - maximumWeight: The most that the items in one transaction weigh together; one that is heavier goes alone.
        ///   - maximumWaiting: The most items that may wait; more are refused.
        ///   - write: Commits items and gives an outcome for each, in order.
        ///   - weight: How many bytes there are to an item, where that matters.
        init(
            batchSize: Int,
            maximumWeight: Int = 32 << 20,
            maximumWaiting: Int = .max,
            write: @escaping @Sendable ([Item]) async throws -> [Outcome],
            weight: @escaping @Sendable (Item) -> Int = { _ in 0 }
        ) {
            self.batchSize = batchSize
            self.maximumWeight = maximumWeight
            self.maximumWaiting = maximumWaiting
            self.write = write
            self.weight = weight
        }

        /// Commits an item, together with others.
        /// - Throws: `PassError` with `engine.busy` when too many wait; what the store throws.
        func commit(_ item: Item) async throws -> Outcome {
            switch await turn(item) {
            case .answer(let result): return try result.get()
            case .lead: return try await lead()
            case .refused:
                throw PassError(
                    .engineBusy,
                    "\(maximumWaiting) requests wait to be written to the store. Try again in a moment."
                )
            }
        }

        private func turn(_ item: Item) async -> Turn {
            await withCheckedContinuation { continuation in
                let turn: Turn? = state.withLock { state in
                    // Asked and taken at once, or more could wait than may.
                    guard state.entries.count < maximumWaiting else { return .refused }
                    let leads = !state.isLed
                    state.isLed = true
                    state.entries.append(Entry(item: item, waiter: leads ? nil : continuation))
                    return leads ? .lead : nil
                }
                if let turn { continuation.resume(returning: turn) }
            }
        }

        /// Commits the first batch, whose first item is the leader's own.
        private func lead() async throws -> Outcome {
            let batch = state.withLock { state in
                let batch = Array(state.entries.prefix(countThatFits(state.entries)))
                state.entries.removeFirst(batch.count)
                return batch
            }
            let items = batch.map(\.item)
            // In a task of its own: when the leader is cancelled, the others still want their items written.
            let answers = await Task { try await self.answers(to: items) }.result
            passOn()

            for (index, entry) in batch.enumerated() {
                entry.waiter?.resume(returning: .answer(answers.map { $0[index] }))
            }
            return try answers.get()[0]
        }

        /// How many of the items, from the first on, go into one transaction.
        private func countThatFits(_ entries: [Entry]) -> Int {
            var total = 0
            let fitting = entries.prefix(batchSize).prefix { entry in
                total += weight(entry.item)
                return total <= maximumWeight
            }
            return max(1, fitting.count)
        }

        private func answers(to items: [Item]) async throws -> [Outcome] {
            let outcomes = try await write(items)
            guard outcomes.count == items.count else {
                throw PassError(
                    .storeBrokenContract,
                    "The store gave \(outcomes.count) answers to \(items.count) entries. Mend the store."
                )
            }
            return outcomes
        }

        private func passOn() {
            let next: CheckedContinuation<Turn, Never>? = state.withLock { state in
                guard !state.entries.isEmpty else {
                    state.isLed = false
                    return nil
                }
                let waiter = state.entries[0].waiter
                state.entries[0].waiter = nil
                return waiter
            }
            next?.resume(returning: .lead)
        }
    }
#endif
