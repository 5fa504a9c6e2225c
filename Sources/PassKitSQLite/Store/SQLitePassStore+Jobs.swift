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
        /// See `JobStore`.
        public func claimJobs(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date
        ) async throws -> [ClaimedJob] {
            try await writes.write { db in
                try WorkTable.jobs.claim(limit: limit, by: owner, until: end, at: time, in: db).compactMap { row in
                    guard let request = try Requests.stored(row.id, in: db) else { return nil }
                    return ClaimedJob(
                        lease: row.lease(.job, request.id.rawValue, owner),
                        attempt: row.record.attempts,
                        request: request
                    )
                }
            }
        }

        /// See `JobStore`.
        public func complete(_ completions: [JobCompletion], at time: Date) async throws -> [CompletionOutcome] {
            let weight = completions.reduce(0) { $0 + ($1.version?.bytes.bytes.count ?? 0) }
            return try await writes.write(weight: weight) { db in
                try completions.map { try Jobs.complete($0, at: time, in: db) }
            }
        }

        /// See `JobStore`.
        public func block(_ lease: Lease, _ note: FailureNote, at time: Date) async throws -> Bool {
            try await writes.write { db in
                guard var row = try WorkTable.jobs.held(lease, in: db) else { return false }
                row.record.block(note, at: time)
                try WorkTable.jobs.save(row, isEligible: false, in: db)
                try Jobs.seat(passOf: row.id, in: db)
                return true
            }
        }

        /// See `JobStore`.
        public func unblock(passType: String, team: String, at time: Date) async throws -> Int {
            try await inPortions { db in
                let ids = try db.all(
                    """
                    SELECT j.id FROM job j JOIN request r ON r.id = j.id JOIN pass p ON p.id = j.pass \
                    WHERE j.state = 2 AND p.type = ? AND r.team = ? LIMIT \(Self.portion)
                    """,
                    passType,
                    team
                ) { $0.int(0) }
                for id in ids {
                    guard var row = try WorkTable.jobs.row(id, in: db) else { continue }
                    row.record.unblock()
                    try WorkTable.jobs.save(row, isEligible: false, in: db)
                    try Jobs.seat(passOf: id, in: db)
                }
                return ids.count
            }
        }
    }
#endif
