#if SQLite
    import GRDB
    import PassKitCore
    public import PassKitServer

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    extension SQLitePassStore {
        /// Writes again and again, a portion in each transaction, until less than a portion was left to do.
        /// - Parameter body: Does the next portion, and says how much it was.
        func inPortions(_ body: @escaping @Sendable (Database) throws -> Int) async throws -> Int {
            var total = 0
            while true {
                let count = try await writes.write(body)
                total += count
                guard count >= Self.portion else { return total }
            }
        }

        /// How many pieces of work are changed in one transaction, so that nobody waits for long.
        static let portion = 500

        /// See `StoreUpkeep`.
        public func expire(at time: Date) async throws -> Int {
            let condition =
                "WHERE expires <= ?1 AND expires IS NOT NULL AND state <= 2 AND (state <> 1 OR lease_end <= ?1) "
                + "LIMIT \(Self.portion)"
            let jobs = try await inPortions { db in
                let jobs = try db.all("SELECT id FROM job \(condition)", time) { $0.int(0) }
                for job in jobs { try Requests.expire(job, at: time, in: db) }
                return jobs.count
            }
            let messages = try await inPortions { db in
                let messages = try db.all("SELECT id FROM message \(condition)", time) { $0.int(0) }
                for message in messages { try Outbox.cancel(message, .expired, at: time, in: db) }
                return messages.count
            }
            return jobs + messages
        }

        /// See `StoreUpkeep`.
        ///
        /// What is over goes in several transactions, so that nobody waits for long.
        public func prune(before time: Date) async throws -> Int {
            var count = 0
            var place = Pruning.Place()
            while true {
                let (pruned, next) = try await writes.write { [place] db in
                    try Pruning.pruneRequests(before: time, from: place, in: db)
                }
                count += pruned
                guard let next else { break }
                place = next
            }
            while try await writes.write({ try Pruning.pruneVersions(before: time, in: $0) }) {}
            while try await writes.write({ try Pruning.pruneRest(before: time, in: $0) }) {}
            return count
        }

        /// See `StoreUpkeep`.
        public func statistics() async throws -> QueueStatistics { try await read { try Queue.statistics(in: $0) } }

        /// See `StoreUpkeep`.
        public func deadLetters(start: Int, limit: Int) async throws -> [DeadLetter] {
            try await read { try Queue.deadLetters(start: start, limit: limit, in: $0) }
        }

        /// See `StoreUpkeep`.
        public func redrive(_ id: DeadLetter.ID?, at time: Date) async throws -> Int {
            try await inPortions { try Queue.redrive(id, at: time, in: $0) }
        }

        /// See `StoreUpkeep`.
        public func checkWritable() async throws {
            try await writes.write { db in
                try StoreConnection.assertDurable(db)
                try db.run("UPDATE counter SET value = value + 1 WHERE name = 'check'")
            }
        }
    }
#endif
