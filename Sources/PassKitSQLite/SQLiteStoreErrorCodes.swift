#if SQLite
    public import PassKitCore

    extension PassError.Code {
        /// Another process, or another store of this one, has the database file; only one may.
        public static let storeInUse = Self("store.in-use")

        /// The database file was written by a newer version of the library; use that version, or newer.
        public static let storeNewerSchema = Self("store.newer-schema")

        /// The file is no database of this library.
        public static let storeForeignFile = Self("store.foreign-file")

        /// The database file or its folder cannot be opened or written; check that they exist and who owns them.
        public static let storeCannotOpen = Self("store.cannot-open")

        /// The disk is full, or the store has grown to its limit; nothing of what was asked has been done.
        public static let storeFull = Self("store.full")

        /// Reading or writing the database file failed; nothing of what was asked has been done.
        public static let storeInputOutput = Self("store.input-output")

        /// The database file is damaged; restore it from a backup.
        public static let storeDamaged = Self("store.damaged")

        /// Another process kept the database file locked for too long; try again.
        public static let storeBusy = Self("store.busy")

        /// The connection to the database would not make every commit durable.
        public static let storeNotDurable = Self("store.not-durable")

        /// The store was closed.
        public static let storeClosed = Self("store.closed")

        /// The database refused a statement; the cause says why.
        public static let storeFailure = Self("store.failure")
    }
#endif
