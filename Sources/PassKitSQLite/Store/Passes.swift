#if SQLite
    import GRDB
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What is kept of passes, within a transaction.
    enum Passes {
        static func id(of pass: PassIdentifier, in db: Database) throws -> Int64? {
            try db.int("SELECT id FROM pass WHERE type = ? AND serial = ?", pass.type, pass.serial)
        }

        /// The pass's own id, which it gets when it is named for the first time.
        static func idOrNew(of pass: PassIdentifier, in db: Database) throws -> Int64 {
            if let id = try id(of: pass, in: db) { return id }
            try db.run("INSERT INTO pass (type, serial) VALUES (?, ?)", pass.type, pass.serial)
            return db.lastInsertedRowID
        }

        static func nextSequence(in db: Database) throws -> Int64 { try next("sequence", in: db) }

        /// The next tag, for a version or a registration; never given twice.
        static func nextTag(in db: Database) throws -> Int64 { try next("tag", in: db) }

        /// The tag that was given last.
        static func lastTag(in db: Database) throws -> Int64 {
            try db.int("SELECT value FROM counter WHERE name = 'tag'") ?? 0
        }

        private static func next(_ counter: String, in db: Database) throws -> Int64 {
            try db.run("UPDATE counter SET value = value + 1 WHERE name = ?", counter)
            return try db.int("SELECT value FROM counter WHERE name = ?", counter) ?? 0
        }

        // MARK: Bytes

        /// Keeps bytes, once per digest.
        static func keep(_ blob: Blob, in db: Database) throws -> Int64 {
            if let id = try db.int("SELECT id FROM blob WHERE digest = ?", blob.digest.bytes) { return id }
            try db.run("INSERT INTO blob (digest, bytes) VALUES (?, ?)", blob.digest.bytes, blob.bytes)
            return db.lastInsertedRowID
        }

        /// Forgets bytes that nothing refers to any more.
        static func forgetIfUnused(blob id: Int64, in db: Database) throws {
            try db.run(
                """
                DELETE FROM blob WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM request WHERE package = ?1) \
                AND NOT EXISTS (SELECT 1 FROM version WHERE blob = ?1)
                """,
                id
            )
        }

        // MARK: Versions

        static func currentTag(of pass: PassIdentifier, in db: Database) throws -> Int64? {
            try db.int("SELECT version FROM pass WHERE type = ? AND serial = ?", pass.type, pass.serial)
        }

        static func currentVersion(of pass: PassIdentifier, in db: Database) throws -> PassVersion? {
            try db.first(
                """
                SELECT v.tag, b.digest, v.published, v.request, v.verdict, v.token FROM pass p \
                JOIN version v ON v.tag = p.version JOIN blob b ON b.id = v.blob WHERE p.type = ? AND p.serial = ?
                """,
                pass.type,
                pass.serial
            ) { row in
                PassVersion(
                    pass: pass,
                    tag: row.int(0),
                    digest: try digest(row.bytes(1)),
                    published: row.date(2),
                    sequence: row.int(3),
                    verdict: row.text(4),
                    authenticationToken: row.optionalText(5)
                )
            }
        }

        static func publish(_ new: NewVersion, at time: Date, in db: Database) throws -> PassVersion? {
            let current = try db.first(
                """
                SELECT v.tag, v.published FROM pass p JOIN version v ON v.tag = p.version \
                WHERE p.type = ? AND p.serial = ?
                """,
                new.pass.type,
                new.pass.serial
            ) { (tag: $0.int(0), published: $0.date(1)) }
            guard current?.tag == new.replaces else { return nil }
            let published = PassVersion.publicationTime(at: time, after: current?.published)
            let pass = try idOrNew(of: new.pass, in: db)
            let sequence = try new.sequence ?? nextSequence(in: db)
            let blob = try keep(new.bytes, in: db)
            if let current { try db.run("UPDATE version SET replaced = ? WHERE tag = ?", time, current.tag) }
            let tag = try nextTag(in: db)
            try db.run(
                "INSERT INTO version (tag, pass, blob, published, request, verdict, token) VALUES (?, ?, ?, ?, ?, ?, ?)",
                tag,
                pass,
                blob,
                published,
                sequence,
                new.verdict,
                new.authenticationToken
            )
            try db.run("UPDATE pass SET version = ? WHERE id = ?", tag, pass)
            try Devices.enqueuePushes(to: pass, type: new.pass.type, for: sequence, at: time, in: db)
            return PassVersion(
                pass: new.pass,
                tag: tag,
                digest: new.bytes.digest,
                published: Date(milliseconds: published.milliseconds),
                sequence: sequence,
                verdict: new.verdict,
                authenticationToken: new.authenticationToken
            )
        }

        // MARK: Holders

        static func holds(_ recipient: Recipient.ID, _ pass: Int64, in db: Database) throws -> Bool {
            try db.int(
                "SELECT 1 FROM holding WHERE pass = ? AND recipient = ?",
                pass,
                Opaque(recipient.rawValue)
            ) != nil
        }

        /// - Returns: Whether the recipient has become a holder.
        static func addHolder(_ recipient: Recipient.ID, of pass: Int64, in db: Database) throws -> Bool {
            try db.run(
                "INSERT OR IGNORE INTO holding (pass, recipient) VALUES (?, ?)",
                pass,
                Opaque(recipient.rawValue)
            ) > 0
        }

        static func authenticationToken(
            of pass: Int64,
            proposing token: String,
            in db: Database
        ) throws -> String {
            try db.run("UPDATE pass SET token = ? WHERE id = ? AND token IS NULL", token, pass)
            return try db.first("SELECT token FROM pass WHERE id = ?", pass) { $0.text(0) } ?? token
        }

        // MARK: Links

        /// - Returns: How many worked until then.
        static func revokeLinks(
            to pass: Int64,
            of recipient: Recipient.ID?,
            at time: Date,
            in db: Database
        ) throws -> Int {
            let working: Int64?
            if let recipient = recipient.map({ Opaque($0.rawValue) }) {
                working = try db.int(
                    "SELECT count(*) FROM link WHERE pass = ? AND recipient = ? AND revoked = 0 AND expires > ?",
                    pass,
                    recipient,
                    time
                )
                try db.run(
                    "UPDATE link SET revoked = 1 WHERE pass = ? AND recipient = ? AND revoked = 0",
                    pass,
                    recipient
                )
            } else {
                working = try db.int(
                    "SELECT count(*) FROM link WHERE pass = ? AND revoked = 0 AND expires > ?",
                    pass,
                    time
                )
                try db.run("UPDATE link SET revoked = 1 WHERE pass = ? AND revoked = 0", pass)
            }
            return Int(working ?? 0)
        }

        static func digest(_ bytes: [UInt8]) throws(PassError) -> BlobDigest {
            guard let digest = BlobDigest(bytes: bytes) else {
                throw PassError(.storeDamaged, "A digest in the database has the wrong length. Restore from a backup.")
            }
            return digest
        }
    }
#endif
