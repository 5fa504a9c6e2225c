#if CommandLineTool
    import ArgumentParser
    import PassKitCore
    import PassKitSQLite

    /// The database of a server, for commands that look into it from beside.
    struct DatabaseOptions: ParsableArguments {
        @Option(help: "The database file of the server.")
        var database: String

        /// Opens a view of the database; it is the caller's to close.
        func inspector() throws -> SQLiteQueueInspector { try SQLitePassStore.inspecting(database) }
    }
#endif
