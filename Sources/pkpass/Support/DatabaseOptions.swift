#if CommandLineTool
    import ArgumentParser
    import PassKitCore
    import PassKitSQLite

    /// The database of a server, for commands that look into it from beside.
    struct DatabaseOptions: ParsableArguments {
        @Option(help: "The database file of the server.")
        var database: String

        /// Opens a view of the database; it is the caller's to close.
        func inspector() throws -> SQLiteQueueInspector {
            do throws(PassError) {
                return try SQLitePassStore.inspecting(database)
            } catch {
                throw error.aboutDatabase(database)
            }
        }
    }

    extension PassError {
        /// The same error, with the name of the database file where it speaks of one without its name.
        func aboutDatabase(_ path: String) -> PassError {
            code.rawValue.hasPrefix("store.") && !message.contains(path) ? about(path) : self
        }
    }
#endif
