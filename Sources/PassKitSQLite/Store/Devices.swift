#if SQLite
    import GRDB
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What is kept of devices and pushes, within a transaction.
    enum Devices {
        /// What stands for a device of which only the push token is known, until it registers.
        static func imported(_ pushToken: String) -> String { "imported-\(pushToken)" }

        /// Queues a push to every device of a pass, merged with those that wait already.
        static func enqueuePushes(
            to pass: Int64,
            type: String,
            for request: Int64,
            at time: Date,
            in db: Database
        ) throws {
            let tokens = try db.all("SELECT DISTINCT token FROM registration WHERE pass = ?", pass) { $0.text(0) }
            for token in tokens {
                let waiting = try db.int(
                    "SELECT id FROM push WHERE token = ? AND type = ? AND state = 0 LIMIT 1",
                    token,
                    type
                )
                if let waiting { try renew(waiting, at: time, in: db) }
                let push = try waiting ?? add(token, type: type, at: time, in: db)
                try db.run("INSERT OR IGNORE INTO push_cause (push, request) VALUES (?, ?)", push, request)
                let letters = try db.all(
                    "SELECT id FROM push WHERE token = ? AND type = ? AND state = 4",
                    token,
                    type
                ) { $0.int(0) }
                for letter in letters { try take(over: letter, by: push, in: db) }
            }
        }

        /// Has a push that waits tried as if it were new.
        private static func renew(_ push: Int64, at time: Date, in db: Database) throws {
            // Most wait for their first attempt: they stay as they are.
            guard var row = try WorkTable.pushes.row(push, in: db), row.record.attempts > 0 else { return }
            row.record.renew(at: time)
            try WorkTable.pushes.save(row, isEligible: true, in: db)
        }

        /// Has one push tell of all that another was to tell of, which is forgotten.
        private static func take(over dead: Int64, by push: Int64, in db: Database) throws {
            try db.run(
                "INSERT OR IGNORE INTO push_cause (push, request) SELECT ?, request FROM push_cause WHERE push = ?",
                push,
                dead
            )
            try forget(dead, in: db)
        }

        /// Forgets a push, with what it tells of.
        static func forget(_ push: Int64, in db: Database) throws {
            try db.run("DELETE FROM push_cause WHERE push = ?", push)
            try db.run("DELETE FROM push WHERE id = ?", push)
        }

        private static func add(_ token: String, type: String, at time: Date, in db: Database) throws -> Int64 {
            try db.run(
                """
                INSERT INTO push (type, token, state, lane, priority, due, since, not_before, attempts, fence) \
                VALUES (?, ?, 0, 1, 0, ?, ?, ?, 0, 0)
                """,
                type,
                token,
                time,
                time,
                time
            )
            return db.lastInsertedRowID
        }

        static func claimed(_ row: WorkRow, by owner: LeaseOwner, in db: Database) throws -> ClaimedPush? {
            try db.first("SELECT type, token FROM push WHERE id = ?", row.id) { columns in
                ClaimedPush(
                    lease: row.lease(.push, String(row.id), owner),
                    attempt: row.record.attempts,
                    passType: columns.text(0),
                    pushToken: columns.text(1)
                )
            }
        }

        static func finish(_ result: PushResult, at time: Date, in db: Database) throws -> Bool {
            guard var row = try WorkTable.pushes.held(result.lease, in: db) else { return false }
            row.record.end(as: .done, at: time)
            try WorkTable.pushes.save(row, isEligible: false, in: db)
            switch result.outcome {
            case .sent:
                let requests = try db.all("SELECT request FROM push_cause WHERE push = ?", row.id) { $0.int(0) }
                for request in requests { try advancePushes(of: request, to: .submitted, in: db) }
            case .gone(let since):
                try forget(push: row.id, since: since, in: db)
            }
            return true
        }

        /// Ends the registrations with the push token of a push, but those made since it was found to be gone.
        private static func forget(push: Int64, since: Date?, in db: Database) throws {
            let gone = try db.all(
                """
                SELECT g.device, g.pass FROM push u JOIN registration g ON g.token = u.token \
                JOIN pass p ON p.id = g.pass AND p.type = u.type WHERE u.id = ?1 AND (?2 IS NULL OR g.registered <= ?2)
                """,
                push,
                since
            ) { (device: $0.text(0), pass: $0.int(1)) }
            for registration in gone {
                try db.run(
                    "DELETE FROM registration WHERE device = ? AND pass = ?",
                    registration.device,
                    registration.pass
                )
                try releaseMessagesIfAlone(registration.pass, in: db)
            }
        }

        /// Queues what waits for a fetch that no device can make any more.
        static func releaseMessagesIfAlone(_ pass: Int64, in db: Database) throws {
            guard try !canBeFetched(pass, in: db) else { return }
            try Outbox.releaseWaiting(of: pass, through: .max, in: db)
        }

        /// Whether any device is registered for a pass that is known by more than its push token: no other asks here.
        static func canBeFetched(_ pass: Int64, in db: Database) throws -> Bool {
            try db.int(
                "SELECT 1 FROM registration WHERE pass = ? AND device <> ? || token LIMIT 1",
                pass,
                imported("")
            ) != nil
        }

        /// Takes the push channels of all deliveries of a request further.
        static func advancePushes(of request: Int64, to status: ChannelStatus, in db: Database) throws {
            // Once for each step, and not once for each of the devices.
            let level = status == .opened ? 2 : 1
            guard try db.run("UPDATE job SET pushed = ?1 WHERE id = ?2 AND pushed < ?1", level, request) > 0 else {
                return
            }
            let places = try db.all("SELECT place FROM delivery WHERE request = ?", request) { $0.int(0) }
            for place in places {
                try Channels.advance(.push, request: request, place: place, to: status, in: db)
            }
        }
    }
#endif
