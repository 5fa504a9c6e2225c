#if SQLite
    /// When devices registered and asked last.
    ///
    /// Registrations that were there before count as made long ago.
    enum SchemaV2 {
        static let sql =
            """
            ALTER TABLE registration ADD COLUMN registered INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE registration ADD COLUMN seen INTEGER;
            """
    }
#endif
