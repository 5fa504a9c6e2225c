#if SQLite
    import GRDB
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What is kept of registrations, within a transaction.
    enum Registrations {
        static func register(
            _ registration: DeviceRegistration,
            limits: RegistrationLimits,
            at time: Date,
            in db: Database
        ) throws -> RegistrationOutcome {
            let (device, token) = (registration.device, registration.pushToken)
            let pass = try Passes.idOrNew(of: registration.pass, in: db)
            let isKnown = try has(device, pass, in: db)
            if !isKnown, try isFull(registration, pass, limits, in: db) { return .full }
            // What was published before may be hidden by the tag that the device has: see `serials`.
            let tag: Int64 = try isKnown ? 0 : Passes.nextTag(in: db)
            try db.run(
                """
                INSERT INTO registration (device, pass, token, registered, seen, tag) \
                VALUES (?1, ?2, ?3, ?4, ?4, ?5) \
                ON CONFLICT (device, pass) DO UPDATE SET token = ?3, registered = ?4, seen = ?4
                """,
                device,
                pass,
                token,
                time,
                tag
            )
            // A device that was known only by its push token has told its name.
            try db.run("DELETE FROM registration WHERE device = ? AND pass = ?", Devices.imported(token), pass)
            try db.run(
                """
                UPDATE registration SET token = ?1, registered = ?2 WHERE device = ?3 AND token <> ?1 \
                AND (SELECT type FROM pass WHERE id = registration.pass) = ?4
                """,
                token,
                time,
                device,
                registration.pass.type
            )
            return isKnown ? .known : .new
        }

        /// Adds a device of which only the push token is known.
        static func addImported(_ token: String, for pass: Int64, in db: Database) throws {
            // Made long ago, as far as anybody knows: whenever the push service found the token gone, it is.
            try db.run(
                """
                INSERT OR IGNORE INTO registration (device, pass, token) SELECT ?1, ?2, ?3 \
                WHERE NOT EXISTS (SELECT 1 FROM registration WHERE pass = ?2 AND token = ?3)
                """,
                Devices.imported(token),
                pass,
                token
            )
        }

        private static func has(_ device: String, _ pass: Int64, in db: Database) throws -> Bool {
            try db.int("SELECT 1 FROM registration WHERE device = ? AND pass = ?", device, pass) != nil
        }

        private static func isFull(
            _ registration: DeviceRegistration,
            _ pass: Int64,
            _ limits: RegistrationLimits,
            in db: Database
        ) throws -> Bool {
            let passes = try db.int(
                "SELECT count(*) FROM (SELECT 1 FROM registration WHERE device = ? LIMIT ?)",
                registration.device,
                limits.passesPerDevice
            )
            if passes ?? 0 >= limits.passesPerDevice { return true }
            if try has(Devices.imported(registration.pushToken), pass, in: db) { return false }
            let devices = try db.int(
                "SELECT count(*) FROM (SELECT 1 FROM registration WHERE pass = ? LIMIT ?)",
                pass,
                limits.devicesPerPass
            )
            return devices ?? 0 >= limits.devicesPerPass
        }

        /// What changed for a device, and whether its question is to be noted.
        static func serials(
            for device: String,
            passType: String,
            after tag: Int64?,
            at time: Date,
            in db: Database
        ) throws -> (updated: UpdatedSerials, isToBeNoted: Bool)? {
            let passes = try db.all(
                """
                SELECT p.serial, max(p.version, g.tag), g.seen FROM registration g JOIN pass p ON p.id = g.pass \
                WHERE g.device = ? AND p.type = ?
                """,
                device,
                passType
            ) { (serial: $0.text(0), tag: $0.optionalInt(1), seen: $0.optionalDate(2)) }
            guard !passes.isEmpty else { return nil }
            let greatest = try Passes.lastTag(in: db)
            let tag = tag.flatMap { $0 <= greatest ? $0 : nil } ?? 0
            var updated = UpdatedSerials(serials: [], tag: tag)
            for pass in passes {
                // None without a version.
                guard let changed = pass.tag, changed > tag else { continue }
                updated.serials.append(pass.serial)
                updated.tag = max(updated.tag, changed)
            }
            updated.serials.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            let isToBeNoted = passes.contains { pass in
                pass.seen.map { time.timeIntervalSince($0) >= StoredRegistration.seenInterval } ?? true
            }
            return (updated, isToBeNoted)
        }

        /// Notes that a device asked.
        static func note(_ device: String, passType: String, at time: Date, in db: Database) throws {
            try db.run(
                """
                UPDATE registration SET seen = ?1 WHERE device = ?2 \
                AND (SELECT type FROM pass WHERE id = registration.pass) = ?3
                """,
                time,
                device,
                passType
            )
        }

        static func list(
            of pass: PassIdentifier?,
            start: Int,
            limit: Int,
            in db: Database
        ) throws -> [StoredRegistration] {
            // A file of an older version, which its store has not opened since, lacks the times.
            let hasTimes = try db.int("SELECT 1 FROM pragma_table_info('registration') WHERE name = 'seen'") != nil
            return try db.all(
                """
                SELECT p.type, p.serial, g.device, g.token, \(hasTimes ? "g.registered, g.seen" : "0, NULL") \
                FROM pass p JOIN registration g ON g.pass = p.id \
                \(pass == nil ? "" : "WHERE p.type = ?1 AND p.serial = ?2") \
                ORDER BY p.type, p.serial, g.device LIMIT ?3 OFFSET ?4
                """,
                pass?.type,
                pass?.serial,
                max(0, limit),
                max(0, start)
            ) { row in
                StoredRegistration(
                    registration: DeviceRegistration(
                        device: row.text(2),
                        pass: PassIdentifier(type: row.text(0), serial: row.text(1)),
                        pushToken: row.text(3)
                    ),
                    registered: row.int(4) == 0 ? .distantPast : row.date(4),
                    seen: row.optionalDate(5)
                )
            }
        }

        static func authenticationTokens(of pass: PassIdentifier, in db: Database) throws -> Set<String> {
            let tokens = try db.first(
                """
                SELECT p.token, v.token FROM pass p LEFT JOIN version v ON v.tag = p.version \
                WHERE p.type = ? AND p.serial = ?
                """,
                pass.type,
                pass.serial
            ) { [$0.optionalText(0), $0.optionalText(1)] }
            return Set((tokens ?? []).compactMap { $0 })
        }

        /// Whether a fetch changes anything: a message waits for it, or a delivery is not known to be opened.
        static func isNews(_ pass: Int64, fetched tag: Int64, in db: Database) throws -> Bool {
            let waits = try db.int(
                "SELECT 1 FROM message WHERE pass = ? AND awaits IS NOT NULL AND awaits <= ? LIMIT 1",
                pass,
                tag
            )
            if waits != nil { return true }
            guard let request = try request(toOpen: pass, tag, in: db) else { return false }
            return try db.int("SELECT 1 FROM job WHERE id = ? AND pushed < 2", request) != nil
        }

        /// The request whose deliveries the fetch of a version opens; nil when nobody, or more than one, holds the pass.
        static func request(toOpen pass: Int64, _ tag: Int64, in db: Database) throws -> Int64? {
            let holders = try db.int("SELECT count(*) FROM (SELECT 1 FROM holding WHERE pass = ? LIMIT 2)", pass)
            guard holders == 1 else { return nil }
            return try db.int("SELECT request FROM version WHERE tag = ? AND pass = ?", tag, pass)
        }
    }
#endif
