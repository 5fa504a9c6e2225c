#if Server
    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// What operators and the engine's housekeeping ask of a store.
    public protocol StoreUpkeep: Sendable {
        /// Cancels, with the reason `expired`, the jobs and messages whose end has come: queued, blocked, or
        /// running with a lease that has ended by `time`.
        ///
        /// The waiting deliveries of such jobs, and the channels of such messages, become cancelled.
        /// - Returns: How many jobs and messages there were.
        func expire(at time: Date) async throws -> Int

        /// Forgets what is over: requests whose job is done or cancelled since before a time, with their deliveries and
        /// messages, unless one of those is still to be sent or dead; versions that were replaced before it; links and
        /// idempotency keys that expired before it; pushes that were done or died before it; and bytes that nothing refers
        /// to any more.
        ///
        /// Holdings, devices and current versions are never forgotten.
        /// - Returns: How many requests were forgotten.
        func prune(before time: Date) async throws -> Int

        /// How much of which work is there.
        func statistics() async throws -> QueueStatistics

        /// The dead letters, oldest first.
        func deadLetters(start: Int, limit: Int) async throws -> [DeadLetter]

        /// Queues dead letters again, due at once and with all their attempts to come: one of them, or all.
        ///
        /// The channels of their messages become `queued` again.
        /// - Returns: How many there were.
        func redrive(_ id: DeadLetter.ID?, at time: Date) async throws -> Int

        /// Makes sure that something can be written durably.
        /// - Throws: What keeps the store from writing.
        func checkWritable() async throws
    }
#endif
