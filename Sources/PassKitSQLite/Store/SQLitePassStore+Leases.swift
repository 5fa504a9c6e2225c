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
        /// See `LeaseStore`.
        public func extend(_ leases: [Lease], until end: Date) async throws -> Set<Lease> {
            try await writes.write { db in
                var extended: Set<Lease> = []
                for lease in leases {
                    let table = WorkTable.of(lease.work)
                    guard var row = try table.held(lease, in: db) else { continue }
                    row.record.extend(until: end)
                    try table.save(row, isEligible: row.isEligible, in: db)
                    extended.insert(lease)
                }
                return extended
            }
        }

        /// See `LeaseStore`.
        public func release(_ leases: [Lease]) async throws {
            try await writes.write { db in
                for lease in leases {
                    let table = WorkTable.of(lease.work)
                    guard var row = try table.held(lease, in: db) else { continue }
                    row.record.release()
                    try table.save(row, isEligible: row.isEligible, in: db)
                }
            }
        }

        /// See `LeaseStore`.
        public func fail(_ lease: Lease, _ note: FailureNote, retryAt retry: Date?, at time: Date) async throws -> Bool
        {
            try await writes.write { db in
                let table = WorkTable.of(lease.work)
                guard var row = try table.held(lease, in: db) else { return false }
                row.record.fail(note, retryAt: retry, at: time)
                try table.save(row, isEligible: row.isEligible, in: db)
                guard retry == nil else { return true }
                switch lease.work {
                case .job: try Jobs.seat(passOf: row.id, in: db)
                case .message: try Outbox.advanceChannel(of: row.id, to: .undelivered, in: db)
                case .push: break
                }
                return true
            }
        }

        /// See `LeaseStore`.
        public func recover(for owner: LeaseOwner, at time: Date) async throws -> Int {
            try await writes.write { db in
                var count = 0
                for table in WorkTable.all {
                    let ids = try db.all(
                        "SELECT id FROM \(table.name) WHERE state = 1 AND owner IS NOT ?",
                        owner.name
                    ) { $0.int(0) }
                    for id in ids {
                        guard var row = try table.row(id, in: db) else { continue }
                        row.record.recover()
                        try table.save(row, isEligible: row.isEligible, in: db)
                    }
                    count += ids.count
                }
                return count
            }
        }
    }
#endif
