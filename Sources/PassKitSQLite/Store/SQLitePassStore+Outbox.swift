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
        /// See `OutboxStore`.
        public func claimMessages(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date
        ) async throws -> [ClaimedMessage] {
            try await writes.write { db in
                try WorkTable.messages.claim(limit: limit, by: owner, until: end, at: time, in: db)
                    .compactMap { try Outbox.claimed($0, by: owner, in: db) }
            }
        }

        /// See `OutboxStore`.
        public func finishMessages(_ results: [MessageResult], at time: Date) async throws -> [Bool] {
            try await writes.write { db in try results.map { try Outbox.finish($0, at: time, in: db) } }
        }

        /// See `OutboxStore`.
        public func record(_ report: DeliveryReport, at time: Date) async throws -> Bool {
            try await writes.write { db in
                let id: Int64? =
                    switch report.message {
                    case .key(let key): try db.int("SELECT id FROM message WHERE name = ?", key)
                    case .receipt(let receipt):
                        try db.int("SELECT id FROM message WHERE receipt = ? ORDER BY id DESC LIMIT 1", receipt)
                    }
                guard let id else { return false }
                let status: ChannelStatus = report.outcome == .delivered ? .delivered : .undelivered
                try Outbox.advanceChannel(of: id, to: status, in: db)
                return true
            }
        }
    }
#endif
