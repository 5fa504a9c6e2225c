#if SQLite
    import GRDB
    import GRDBSQLite
    import PassKitCore

    /// Opens the connections of a store as its promises need them.
    enum StoreConnection {
        static let pageSize = 8192
        /// How many pages the log holds before they are moved to the database file: 16 MiB.
        private static let checkpointPages = 2048
        /// How long closing waits for those who look into the queue, in milliseconds.
        private static let logTimeout: Int32 = 1000

        static func open(_ path: String, _ settings: SQLitePassStore.Configuration) throws -> DatabasePool {
            var configuration = Configuration()
            configuration.label = "PassKitSQLite"
            configuration.busyMode = .timeout(settings.busyTimeout)
            configuration.maximumReaderCount = max(1, settings.readerCount)
            configuration.prepareDatabase { db in
                // Counts for a file that is still empty only.
                try db.execute(sql: "PRAGMA page_size = \(pageSize)")
                guard !db.configuration.readonly else { return }
                try db.execute(sql: "PRAGMA cache_size = -16384")
                try db.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)")
                try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
                if let size = settings.maximumFileSize {
                    try db.execute(sql: "PRAGMA max_page_count = \(max(1, size / pageSize))")
                }
            }
            if StoreFile.isEmpty(path) { StoreFile.hide(path) } else { try check(path, settings) }
            let pool = try DatabasePool(path: path, configuration: configuration)
            do {
                // GRDB sets NORMAL when it switches the log on, under which the loss of power takes the last commits.
                try pool.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA synchronous = FULL")
                    try assertDurable(db)
                }
                try StoreSchema.migrator.migrate(pool)
            } catch {
                try? pool.close()
                throw error
            }
            return pool
        }

        /// Moves what is in the log of a closed file into the file, and removes the log.
        ///
        /// GRDB closes its readers last, and a connection that only reads leaves the log where it is. Where this
        /// fails, as on a full disk, or while somebody looks into the queue, nothing is lost: the log stays.
        static func moveLog(into path: String) {
            var connection: OpaquePointer?
            // Does not make the file: it may have been taken away.
            if sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK {
                sqlite3_busy_timeout(connection, logTimeout)
                sqlite3_exec(connection, "PRAGMA wal_checkpoint(TRUNCATE)", nil, nil, nil)
            }
            // The last connection to be closed removes the log; also one that could not be opened has to be closed.
            sqlite3_close(connection)
        }

        /// Looks at a file before anything is changed in it.
        private static func check(_ path: String, _ settings: SQLitePassStore.Configuration) throws {
            var configuration = Configuration()
            configuration.busyMode = .timeout(settings.busyTimeout)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            try queue.read { try StoreSchema.check($0) }
        }

        /// Makes sure that every commit is synced: a log, and `synchronous` at FULL or more.
        static func assertDurable(_ db: Database) throws {
            let journal = try db.first("PRAGMA journal_mode") { $0.text(0) }
            let synchronous = try db.int("PRAGMA synchronous") ?? 0
            guard journal == "wal", synchronous >= 2 else {
                throw PassError(
                    .storeNotDurable,
                    "The database will not sync every commit (journal \(journal ?? "unknown"), "
                        + "synchronous \(synchronous)). Put the file on a local file system."
                )
            }
        }
    }
#endif
