#if SQLite
    import GRDB
    import PassKitCore

    /// Brings a database file to the current schema, or says why that cannot be done.
    enum StoreSchema {
        /// "Pass", in the place SQLite has for the kind of a file.
        static let applicationID: Int64 = 0x5061_7373

        static var migrator: DatabaseMigrator {
            var migrator = DatabaseMigrator()
            migrator.registerMigration("v1") { db in
                try db.execute(sql: SchemaV1.sql)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
            migrator.registerMigration("v2") { db in
                try db.execute(sql: SchemaV2.sql)
            }
            migrator.registerMigration("v3") { db in
                try db.execute(sql: SchemaV3.sql)
            }
            return migrator
        }

        /// Refuses the files of other programs and those of newer versions.
        static func check(_ db: Database, mayBeNew: Bool = true) throws {
            let isOurs = try db.int("PRAGMA application_id") == applicationID
            guard try isOurs || (mayBeNew && isUnfinished(db)) else {
                throw PassError(
                    .storeForeignFile,
                    "The file is a database, but none of this library. Name another file."
                )
            }
            guard try !migrator.hasBeenSuperseded(db) else {
                throw PassError(
                    .storeNewerSchema,
                    "The database file was written by a newer version of the library. Use that version, or newer."
                )
            }
        }

        /// Whether nothing is in the file, or only what a process left that ended before its first migration was over.
        private static func isUnfinished(_ db: Database) throws -> Bool {
            let tables = try db.int(
                """
                SELECT count(*) FROM sqlite_schema WHERE type = 'table' \
                AND name NOT IN ('grdb_issue_102', 'grdb_migrations')
                """
            )
            let hasMigrations = try db.int("SELECT 1 FROM sqlite_schema WHERE name = 'grdb_migrations'") != nil
            guard tables == 0, hasMigrations else { return tables == 0 }
            return try db.int("SELECT 1 FROM grdb_migrations LIMIT 1") == nil
        }
    }
#endif
