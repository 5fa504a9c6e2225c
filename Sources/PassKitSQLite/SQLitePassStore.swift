#if SQLite
    import GRDB
    public import PassKitCore
    public import PassKitServer

    /// The durable store in one file: SQLite with a write-ahead log, synced at every commit.
    ///
    /// What a method has returned survives the loss of power. Passes stand in the same file and are committed with the
    /// request or version they belong to, so that one file is all there is to keep and to back up: once the store is
    /// closed as a copy of it, and while it is open by `sqlite3 FILE "VACUUM INTO 'COPY'"`.
    ///
    /// One store at a time has a file: a second one, of this process or another, gets `store.in-use`. What a process
    /// held that died is free at once. ``inspecting(_:)`` looks into the queue beside the store that has the file.
    ///
    /// Writes of different tasks that wait at the same time are committed together, with one sync of the disk.
    public final class SQLitePassStore: PassStore {
        /// What can be chosen about a store.
        public struct Configuration: Sendable {
            /// How many bytes of passes are committed together at most.
            public var groupBytes = 32 << 20
            /// How many writes are committed together at most.
            public var groupCount = 256
            /// How many connections read at the same time at most.
            public var readerCount = 4
            /// How large the database file may grow, in bytes; nil for no limit.
            ///
            /// What does not fit is refused with `store.full`.
            public var maximumFileSize: Int?
            /// How long to wait, in seconds, while another process (such as `pkpass retry`) writes.
            public var busyTimeout = 10.0

            /// Makes the default configuration.
            public init() {}
        }

        let pool: DatabasePool
        let writes: WriteQueue
        private let path: String
        private let lock: StoreLock

        /// Opens a store, or makes it where there is none.
        /// - Parameters:
        ///   - path: The database file; its folder must exist. Files beside it have the same name with `-wal`, `-shm` or
        ///     `.lock` added.
        ///   - configuration: What can be chosen.
        /// - Throws: `PassError` with `store.in-use`, `store.newer-schema`, `store.foreign-file`, `store.cannot-open`,
        ///   `store.not-durable`, or what reading the file runs into.
        public init(path: String, configuration: Configuration = .init()) throws(PassError) {
            let path = try StoreFile.prepare(path)
            self.path = path
            let lock = try StoreLock(beside: path)
            self.lock = lock
            do {
                pool = try StoreConnection.open(path, configuration)
            } catch {
                lock.discard()
                throw StoreFailure.passError(error)
            }
            writes = WriteQueue(pool, configuration)
        }

        deinit { close() }

        /// Waits for the writes that have begun, and gives the file free; later calls get `store.closed`.
        ///
        /// Afterwards the database file holds everything by itself, so that a copy of it is a backup. A store that
        /// nobody refers to any more is closed, too.
        public func close() {
            writes.close()
            // Once, and while the file is still this store's alone.
            lock.release {
                // What is committed is in the log; where closing fails, the next one to open the file reads it from
                // there.
                try? pool.close()
                StoreConnection.moveLog(into: path)
            }
        }

        /// Runs a query on a reader's connection.
        func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws -> Value {
            do {
                return try await pool.read(body)
            } catch {
                throw StoreFailure.error(error)
            }
        }
    }
#endif
