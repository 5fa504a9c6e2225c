#if SQLite
    import GRDB
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What is kept of requests and deliveries, within a transaction.
    enum Requests {
        static func accept(_ new: NewRequest, at time: Date, in db: Database) throws -> Acceptance {
            if let idempotency = new.idempotency,
                let known = try idempotencyRecord(idempotency.key, at: time, in: db)
            {
                return known.fingerprint == idempotency.fingerprint ? .repeated(known.request) : .conflict
            }
            guard try !isTaken(new, in: db) else { return .idTaken }
            let pass = try Passes.idOrNew(of: new.pass, in: db)
            let id = try Passes.nextSequence(in: db)
            try insert(new, id: id, pass: pass, at: time, in: db)
            try supersede(by: new, id: id, pass: pass, at: time, in: db)
            try insertJob(of: new, id: id, pass: pass, at: time, in: db)
            if let idempotency = new.idempotency {
                try db.run(
                    """
                    INSERT OR REPLACE INTO idempotency (principal, name, fingerprint, request, expires) \
                    VALUES (?, ?, ?, ?, ?)
                    """,
                    idempotency.key.principal.name,
                    idempotency.key.key,
                    idempotency.fingerprint,
                    Opaque(new.id.rawValue),
                    idempotency.expires
                )
            }
            return .accepted
        }

        /// Whether the id of a request, or that of one of its deliveries, is another's.
        private static func isTaken(_ new: NewRequest, in db: Database) throws -> Bool {
            if try db.int("SELECT 1 FROM request WHERE name = ?", Opaque(new.id.rawValue)) != nil { return true }
            return try new.deliveries.contains { delivery in
                try db.int("SELECT 1 FROM delivery WHERE name = ?", Opaque(delivery.id.rawValue)) != nil
            }
        }

        private static func insert(_ new: NewRequest, id: Int64, pass: Int64, at time: Date, in db: Database) throws {
            let package = try Passes.keep(new.package, in: db)
            try db.run(
                """
                INSERT INTO request (id, name, kind, principal, pass, team, content, package, signs, verdict, trace, \
                accepted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                Opaque(new.id.rawValue),
                new.kind.rawValue,
                new.principal.name,
                pass,
                new.team,
                new.content,
                package,
                new.needsSignature,
                new.verdict,
                encode(trace: new.trace),
                time
            )
            for (place, delivery) in new.deliveries.enumerated() {
                try db.run(
                    "INSERT INTO delivery (request, place, name, recipient, state) VALUES (?, ?, ?, ?, 0)",
                    id,
                    place,
                    Opaque(delivery.id.rawValue),
                    Opaque(delivery.recipient.rawValue)
                )
            }
        }

        private static func insertJob(
            of new: NewRequest,
            id: Int64,
            pass: Int64,
            at time: Date,
            in db: Database
        ) throws {
            let head = try db.int("SELECT head FROM pass WHERE id = ?", pass)
            try db.run(
                """
                INSERT INTO job (id, pass, waiting, state, lane, priority, due, expires, since, not_before, attempts, \
                fence) VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, 0, 0)
                """,
                id,
                pass,
                new.deliveries.count,
                head == nil ? 1 : 0,
                new.priority,
                new.due,
                new.end,
                time,
                new.due
            )
            if let head {
                let isFirst = try db.int("SELECT 1 FROM job WHERE id = ? AND due > ?", head, new.due) != nil
                if isFirst { try Jobs.seat(pass, in: db) }
            } else {
                try db.run("UPDATE pass SET head = ? WHERE id = ?", id, pass)
            }
        }

        private static func supersede(
            by new: NewRequest,
            id: Int64,
            pass: Int64,
            at time: Date,
            in db: Database
        ) throws {
            let older = try db.all(
                "SELECT id FROM job WHERE pass = ? AND state <= 2 AND state <> 1 AND due > ? AND due >= ?",
                pass,
                time,
                new.due
            ) { $0.int(0) }
            for job in older {
                let count = try db.run(
                    """
                    UPDATE delivery SET state = 2, reason = ? WHERE request = ? AND state = 0 \
                    AND recipient IN (SELECT recipient FROM delivery WHERE request = ?)
                    """,
                    StatusReason.superseded.rawValue,
                    job,
                    id
                )
                try Jobs.settleWaiting(count, of: job, at: time, in: db)
            }
        }

        static func cancel(_ delivery: IssuedPassID, at time: Date, in db: Database) throws -> Cancellation {
            let found = try db.first(
                "SELECT request, place, state FROM delivery WHERE name = ?",
                Opaque(delivery.rawValue)
            ) { ($0.int(0), $0.int(1), $0.int(2)) }
            guard let (request, place, state) = found else { return .unknown }
            switch StoredDelivery.State(number: state) {
            case .cancelled:
                return .nothingLeft
            case .waiting:
                try db.run(
                    "UPDATE delivery SET state = 2, reason = ? WHERE request = ? AND place = ?",
                    StatusReason.withdrawn.rawValue,
                    request,
                    place
                )
                try Jobs.settleWaiting(1, of: request, at: time, in: db)
                return .cancelled
            case .settled:
                let unsent = try db.all(
                    "SELECT id FROM message WHERE request = ? AND place = ? AND state IN (0, 4)",
                    request,
                    place
                ) { $0.int(0) }
                for message in unsent { try Outbox.cancel(message, .withdrawn, at: time, in: db) }
                return unsent.isEmpty ? .nothingLeft : .cancelled
            }
        }

        /// Cancels what waits of a job, and the job.
        static func expire(_ job: Int64, at time: Date, in db: Database) throws {
            try db.run(
                "UPDATE delivery SET state = 2, reason = ? WHERE request = ? AND state = 0",
                StatusReason.expired.rawValue,
                job
            )
            try db.run("UPDATE job SET waiting = 0 WHERE id = ?", job)
            try Jobs.end(job, as: .cancelled, at: time, in: db)
        }

        // MARK: Reading

        static func idempotencyRecord(
            _ key: IdempotencyKey,
            at time: Date,
            in db: Database
        ) throws -> IdempotencyRecord? {
            try db.first(
                "SELECT fingerprint, request FROM idempotency WHERE principal = ? AND name = ? AND expires > ?",
                key.principal.name,
                key.key,
                time
            ) { IdempotencyRecord(fingerprint: $0.bytes(0), request: PassRequestID($0.text(1))) }
        }

        static func stored(_ id: Int64, in db: Database) throws -> StoredRequest? {
            try db.first(
                """
                SELECT r.name, r.kind, r.principal, p.type, p.serial, r.team, r.content, b.digest, r.signs, \
                r.verdict, r.trace, r.accepted, j.priority, j.due, j.expires, j.state, j.note_code, j.note_message \
                FROM request r JOIN job j ON j.id = r.id JOIN pass p ON p.id = r.pass JOIN blob b ON b.id = r.package \
                WHERE r.id = ?
                """,
                id
            ) { row in
                StoredRequest(
                    id: PassRequestID(row.text(0)),
                    kind: RequestKind(rawValue: row.text(1)) ?? .update,
                    principal: PassPrincipal(row.text(2)),
                    pass: PassIdentifier(type: row.text(3), serial: row.text(4)),
                    team: row.text(5),
                    content: row.bytes(6),
                    package: try Passes.digest(row.bytes(7)),
                    needsSignature: row.bool(8),
                    verdict: row.text(9),
                    priority: row.bool(12),
                    due: row.date(13),
                    end: row.optionalDate(14),
                    trace: try decode(trace: row.optionalText(10)),
                    accepted: row.date(11),
                    sequence: id,
                    state: WorkState(number: row.int(15)),
                    note: row.optionalText(16).map { FailureNote(code: $0, message: row.text(17)) }
                )
            }
        }

        static let deliveryColumns =
            """
            d.name, r.name, d.recipient, d.state, d.reason, d.channels, \
            EXISTS (SELECT 1 FROM holding h WHERE h.pass = r.pass AND h.recipient = d.recipient) \
            FROM delivery d JOIN request r ON r.id = d.request
            """

        static func delivery(_ row: SQLRow) throws -> StoredDelivery {
            StoredDelivery(
                id: IssuedPassID(row.text(0)),
                request: PassRequestID(row.text(1)),
                recipient: Recipient.ID(row.text(2)),
                state: StoredDelivery.State(number: row.int(3)),
                reason: row.optionalText(4).map { StatusReason(rawValue: $0) },
                channels: try Channels.decode(row.bytes(5)),
                isHolder: row.bool(6)
            )
        }

        private static func encode(trace: [String: String]) -> String? {
            guard !trace.isEmpty else { return nil }
            var object = JSONObject()
            for (key, value) in trace.sorted(by: { $0.key < $1.key }) { object[key] = .string(value) }
            return JSONValue.object(object).description
        }

        private static func decode(trace: String?) throws -> [String: String] {
            guard let trace else { return [:] }
            let members = try JSONValue(parsing: Array(trace.utf8)).objectValue?.members ?? []
            return Dictionary(members.map { ($0.key, $0.value.stringValue ?? "") }) { first, _ in first }
        }
    }

    extension StoredDelivery.State {
        // The numbers in the file.
        init(number: Int64) {
            switch number {
            case 0: self = .waiting
            case 1: self = .settled
            default: self = .cancelled
            }
        }
    }
#endif
