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
        /// See `RequestStore`.
        public func accept(_ requests: [NewRequest], at time: Date) async throws -> [Acceptance] {
            let weight = requests.reduce(0) { $0 + $1.package.bytes.count + $1.content.count }
            return try await writes.write(weight: weight) { db in
                try requests.map { try Requests.accept($0, at: time, in: db) }
            }
        }

        /// See `RequestStore`.
        public func idempotencyRecord(_ key: IdempotencyKey, at time: Date) async throws -> IdempotencyRecord? {
            try await read { try Requests.idempotencyRecord(key, at: time, in: $0) }
        }

        /// See `RequestStore`.
        public func request(_ id: PassRequestID) async throws -> StoredRequest? {
            try await read { db in
                guard let sequence = try WorkTable.jobs.id(of: id.rawValue, in: db) else { return nil }
                return try Requests.stored(sequence, in: db)
            }
        }

        /// See `RequestStore`.
        public func deliveries(
            of request: PassRequestID,
            recipient: Recipient.ID?,
            start: Int,
            limit: Int
        ) async throws -> DeliveryPage? {
            try await read { db in
                guard let sequence = try WorkTable.jobs.id(of: request.rawValue, in: db) else { return nil }
                let name = recipient.map { Opaque($0.rawValue) }
                let total = try db.int(
                    "SELECT count(*) FROM delivery WHERE request = ?1 AND (?2 IS NULL OR recipient = ?2)",
                    sequence,
                    name
                )
                let deliveries = try db.all(
                    """
                    SELECT \(Requests.deliveryColumns) \
                    WHERE d.request = ?1 AND (?2 IS NULL OR d.recipient = ?2) ORDER BY d.place LIMIT ?3 OFFSET ?4
                    """,
                    sequence,
                    name,
                    max(0, limit),
                    max(0, start),
                    read: Requests.delivery
                )
                return DeliveryPage(total: Int(total ?? 0), deliveries: deliveries)
            }
        }

        /// See `RequestStore`.
        public func delivery(_ id: IssuedPassID) async throws -> StoredDelivery? {
            try await read { db in
                try db.first(
                    "SELECT \(Requests.deliveryColumns) WHERE d.name = ?",
                    Opaque(id.rawValue),
                    read: Requests.delivery
                )
            }
        }

        /// See `RequestStore`.
        public func cancel(_ delivery: IssuedPassID, at time: Date) async throws -> Cancellation {
            try await writes.write { try Requests.cancel(delivery, at: time, in: $0) }
        }
    }
#endif
