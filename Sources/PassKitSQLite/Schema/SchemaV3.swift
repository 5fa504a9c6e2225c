#if SQLite
    /// What devices do not know yet since they registered after it was published, and where dead pushes are found.
    ///
    /// Registrations that were there before have no tag of their own: only versions count for them. Devices of imported
    /// holdings count as registered long ago.
    enum SchemaV3 {
        static let sql =
            """
            ALTER TABLE registration ADD COLUMN tag INTEGER NOT NULL DEFAULT 0;
            UPDATE registration SET registered = 0 WHERE device = 'imported-' || token;
            INSERT INTO counter SELECT 'tag', ifnull(max(tag), 0) FROM version;
            CREATE INDEX push_dead ON push (token, type) WHERE state = 4;
            """
    }
#endif
