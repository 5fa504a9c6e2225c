#if SQLite
    import GRDB
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Forgets what is over, some at a time.
    enum Pruning {
        /// How much is looked at in one transaction.
        private static let portion = SQLitePassStore.portion
        /// How many deliveries are forgotten in one transaction, but for the request that goes beyond it.
        private static let deliveries = 2000

        /// Where the next transaction goes on.
        struct Place: Sendable {
            var ended: Int64 = .min
            var id: Int64 = .min
        }

        /// - Returns: How many requests were forgotten, and where to go on; nil at the end.
        static func pruneRequests(before time: Date, from place: Place, in db: Database) throws -> (Int, Place?) {
            let over = try db.all(
                """
                SELECT j.id, j.ended, EXISTS \
                (SELECT 1 FROM message m WHERE m.request = j.id AND m.state NOT IN (3, 5)) \
                FROM job j WHERE j.ended IS NOT NULL AND j.ended < ? AND (j.ended, j.id) > (?, ?) \
                ORDER BY j.ended, j.id LIMIT \(portion)
                """,
                time,
                place.ended,
                place.id
            ) { (place: Place(ended: $0.int(1), id: $0.int(0)), isOpen: $0.bool(2)) }
            var (count, forgotten) = (0, 0)
            for (index, job) in over.enumerated() {
                if !job.isOpen {
                    forgotten += try forget(request: job.place.id, in: db)
                    count += 1
                }
                if forgotten >= deliveries, index + 1 < over.count { return (count, job.place) }
            }
            return (count, over.count == portion ? over.last?.place : nil)
        }

        /// - Returns: How many deliveries it had.
        private static func forget(request id: Int64, in db: Database) throws -> Int {
            let package = try db.int("SELECT package FROM request WHERE id = ?", id)
            try db.run(
                "DELETE FROM message_content WHERE message IN (SELECT id FROM message WHERE request = ?)",
                id
            )
            try db.run("DELETE FROM message WHERE request = ?", id)
            let deliveries = try db.run("DELETE FROM delivery WHERE request = ?", id)
            try db.run("DELETE FROM job WHERE id = ?", id)
            try db.run("DELETE FROM request WHERE id = ?", id)
            if let package { try Passes.forgetIfUnused(blob: package, in: db) }
            return deliveries
        }

        /// - Returns: Whether there may be more.
        static func pruneVersions(before time: Date, in db: Database) throws -> Bool {
            let replaced = try db.all(
                "SELECT tag, blob FROM version WHERE replaced IS NOT NULL AND replaced < ? LIMIT \(portion)",
                time
            ) { (tag: $0.int(0), blob: $0.int(1)) }
            for version in replaced {
                try db.run("DELETE FROM version WHERE tag = ?", version.tag)
                try Passes.forgetIfUnused(blob: version.blob, in: db)
            }
            return replaced.count == portion
        }

        /// Forgets links, keys and pushes.
        /// - Returns: Whether there may be more.
        static func pruneRest(before time: Date, in db: Database) throws -> Bool {
            let links = try db.run(
                "DELETE FROM link WHERE digest IN (SELECT digest FROM link WHERE expires < ? LIMIT \(portion))",
                time
            )
            let keys = try db.run(
                """
                DELETE FROM idempotency WHERE (principal, name) IN \
                (SELECT principal, name FROM idempotency WHERE expires < ? LIMIT \(portion))
                """,
                time
            )
            let pushes = try db.all(
                "SELECT id FROM push WHERE ended IS NOT NULL AND ended < ? LIMIT \(portion)",
                time
            ) { $0.int(0) }
            let dead = try db.all(
                "SELECT id FROM push WHERE state = 4 AND noted IS NOT NULL AND noted < ? LIMIT \(portion)",
                time
            ) { $0.int(0) }
            for push in pushes + dead { try Devices.forget(push, in: db) }
            return [links, keys, pushes.count, dead.count].contains(portion)
        }
    }
#endif
