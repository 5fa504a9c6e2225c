#if SQLite
    import GRDB
    public import PassKitCore
    public import PassKitServer

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    extension SQLitePassStore {
        /// Looks into the queue of a database file, and re-drives its dead letters, beside the store that has the file.
        ///
        /// It needs no lock of its own: each of its methods is one transaction, which SQLite keeps apart from the
        /// store's. A running engine takes up what was re-driven the next time it looks for work.
        /// - Throws: `PassError` with `store.cannot-open` (there is no such file), `store.foreign-file` or
        ///   `store.newer-schema`.
        public static func inspecting(_ path: String) throws(PassError) -> SQLiteQueueInspector {
            try SQLiteQueueInspector(path)
        }
    }

    /// A view of the queue in a database file; see ``SQLitePassStore/inspecting(_:)``.
    public final class SQLiteQueueInspector: Sendable {
        private let queue: DatabaseQueue

        init(_ path: String) throws(PassError) {
            let path = try StoreFile.realPath(path)
            do {
                var configuration = Configuration()
                configuration.label = "PassKitSQLite.inspector"
                configuration.busyMode = .timeout(10)
                configuration.prepareDatabase { db in
                    // Each connection chooses for itself whether its commits are synced.
                    try db.execute(sql: "PRAGMA synchronous = FULL")
                }
                queue = try DatabaseQueue(path: path, configuration: configuration)
                try queue.read { try StoreSchema.check($0, mayBeNew: false) }
            } catch {
                throw StoreFailure.passError(error)
            }
        }

        deinit { close() }

        /// Gives the file free.
        public func close() { try? queue.close() }

        /// How much of which work is there; see `StoreUpkeep`.
        public func statistics() async throws -> QueueStatistics {
            try await mapped { try await self.queue.read { try Queue.statistics(in: $0) } }
        }

        /// The dead letters, oldest first; see `StoreUpkeep`.
        public func deadLetters(start: Int = 0, limit: Int = 100) async throws -> [DeadLetter] {
            try await mapped {
                try await self.queue.read { try Queue.deadLetters(start: start, limit: limit, in: $0) }
            }
        }

        /// Queues dead letters again: one of them, or all; see `StoreUpkeep`.
        /// - Returns: How many there were.
        public func redrive(_ id: DeadLetter.ID?, at time: Date) async throws -> Int {
            try await mapped {
                var total = 0
                while true {
                    let count = try await self.queue.write { try Queue.redrive(id, at: time, in: $0) }
                    total += count
                    guard count >= SQLitePassStore.portion else { return total }
                }
            }
        }

        /// The devices that registered for passes, by pass; see `DeviceStore`.
        public func registrations(
            of pass: PassIdentifier? = nil,
            start: Int = 0,
            limit: Int = 1000
        ) async throws -> [StoredRegistration] {
            try await mapped {
                try await self.queue.read { try Registrations.list(of: pass, start: start, limit: limit, in: $0) }
            }
        }

        private func mapped<Value>(_ body: () async throws -> Value) async throws -> Value {
            do {
                return try await body()
            } catch {
                throw StoreFailure.error(error)
            }
        }
    }
#endif
