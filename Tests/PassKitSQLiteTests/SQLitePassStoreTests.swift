#if SQLite
    import PassKitSQLite
    import PassKitServer
    import PassKitTesting
    import Testing

    @Suite struct SQLitePassStoreTests {
        @Test(arguments: PassStoreConformance.cases)
        func conforms(_ conformance: PassStoreConformance.Case) async throws {
            let folder = try ScratchFolder()
            try await conformance.run(store: SQLitePassStore(path: folder.database))
        }
    }
#endif
