#if SQLite
    import PassKitSQLite

    // The code of the catalogue of PassKitSQLite, as it stands there.

    func openStore(at path: String) throws -> SQLitePassStore {
        let store = try SQLitePassStore(path: path)
        return store
    }
#endif
