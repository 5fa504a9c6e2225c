#if Server
    import PassKitCore

    extension PassClock {
        /// Does something, and cancels it when it takes too long.
        ///
        /// What it did all the same, at the last moment, counts: nobody does it again.
        /// - Throws: `late` when the time is over; `CancellationError` when the task is cancelled; what `work` throws.
        func limiting<Value: Sendable>(
            to duration: Duration,
            orThrow late: PassError,
            _ work: @escaping @Sendable () async throws -> Value
        ) async throws -> Value {
            try await withThrowingTaskGroup(of: Value?.self) { group in
                group.addTask { try await work() }
                group.addTask {
                    try? await self.sleep(for: duration)
                    return nil
                }
                defer { group.cancelAll() }
                if let value = try await group.next() ?? nil { return value }
                group.cancelAll()
                do {
                    if let value = try await group.next() ?? nil { return value }
                } catch {
                    try Task.checkCancellation()
                }
                throw late
            }
        }
    }
#endif
