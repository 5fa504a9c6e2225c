#if SQLite
    import Foundation
    import GRDB
    import PassKitCore
    @testable import PassKitSQLite
    import PassKitServer
    import Testing

    /// What happens to the file: opening, closing, refusing, filling it.
    @Suite struct StoreFileTests {
        let now = Date(timeIntervalSince1970: 1_800_000_000)

        func request(_ id: Int64, bytes: Int = 10) throws -> NewRequest {
            NewRequest(
                id: PassRequestID(id),
                kind: .update,
                pass: PassIdentifier(type: "pass.com.example.ticket", serial: "\(id)"),
                team: "TEAMID1234",
                content: [],
                package: try Blob((0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ Int(id)) }),
                needsSignature: false,
                verdict: "trusted",
                due: now,
                deliveries: [.init(id: IssuedPassID(id), recipient: "ada")]
            )
        }

        @Test func whatIsKeptIsThereAfterReopening() async throws {
            let folder = try ScratchFolder()
            let first = try SQLitePassStore(path: folder.database)
            #expect(try await first.accept([request(1)], at: now) == [.accepted])
            first.close()
            first.close()
            await #expect(throws: PassError(.storeClosed, "")) { try await first.accept([request(2)], at: now) }
            await #expect(throws: PassError(.storeClosed, "")) { try await first.request(PassRequestID(1)) }
            let second = try SQLitePassStore(path: folder.database)
            #expect(try await second.request(PassRequestID(1))?.state == .queued)
            #expect(try await second.request(PassRequestID(2)) == nil)
        }

        @Test func aCopyOfAFileThatWasClosedIsABackup() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            #expect(try await store.accept([request(1)], at: now) == [.accepted])
            // A connection that only reads would be the last to be closed.
            #expect(try await store.request(PassRequestID(1))?.state == .queued)
            store.close()
            for suffix in ["-wal", "-shm"] {
                #expect(!FileManager.default.fileExists(atPath: folder.database + suffix), "\(suffix)")
            }
            let copy = "\(folder.path)/copy.sqlite"
            try FileManager.default.copyItem(atPath: folder.database, toPath: copy)
            let kept = try SQLitePassStore(path: copy)
            #expect(try await kept.request(PassRequestID(1))?.state == .queued)
            #expect(try await kept.bytes(of: request(1).package.digest)?.count == 10)
        }

        @Test func whoLooksIntoTheQueueHoldsUpNoClosing() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            #expect(try await store.accept([request(1)], at: now) == [.accepted])
            let inspector = try SQLitePassStore.inspecting(folder.database)
            #expect(try await inspector.statistics()[.job, .queued]?.count == 1)
            store.close()
            #expect(try Data(contentsOf: URL(filePath: folder.database + "-wal")).isEmpty)
            #expect(try await inspector.statistics()[.job, .queued]?.count == 1)
            inspector.close()
        }

        @Test func closingMakesNoFileInPlaceOfOneThatWasTakenAway() throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            try FileManager.default.removeItem(atPath: folder.database)
            store.close()
            #expect(!FileManager.default.fileExists(atPath: folder.database))
        }

        @Test func aStoreThatNobodyRefersToIsClosed() async throws {
            let folder = try ScratchFolder()
            for id in 1...3 as ClosedRange<Int64> {
                let store = try SQLitePassStore(path: folder.database)
                #expect(try await store.accept([request(id)], at: now) == [.accepted])
            }
        }

        @Test func everyCommitIsSynced() throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            try store.pool.writeWithoutTransaction { db in
                #expect(try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2)
                #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
                try StoreConnection.assertDurable(db)
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                #expect(throws: PassError(.storeNotDurable, "")) { try StoreConnection.assertDurable(db) }
            }
        }

        @Test func theFileIsForItsOwnerAlone() throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            for suffix in ["", "-wal", "-shm", ".lock"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.database + suffix)
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
            }
            store.close()
        }

        @Test func anEmptyFileThatBecomesTheDatabaseIsForItsOwnerAlone() throws {
            let folder = try ScratchFolder()
            try Data().write(to: URL(filePath: folder.database))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.database)
            let store = try SQLitePassStore(path: folder.database)
            for suffix in ["", "-wal", "-shm"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.database + suffix)
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
            }
            store.close()
        }

        @Test func aFirstStartThatWasCutOffIsDoneAgain() async throws {
            let folder = try ScratchFolder()
            // What GRDB commits before the first migration, and all there is when the process ends right then.
            let queue = try DatabaseQueue(path: folder.database)
            try await queue.write { db in
                try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            }
            try queue.close()
            let store = try SQLitePassStore(path: folder.database)
            #expect(try await store.accept([request(1)], at: now) == [.accepted])
        }

        @Test func theFileOfAnotherProgramThatMigratesIsRefused() throws {
            let folder = try ScratchFolder()
            let queue = try DatabaseQueue(path: folder.database)
            try queue.write { db in
                try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('theirs')")
            }
            try queue.close()
            #expect(throws: PassError(.storeForeignFile, "")) { try SQLitePassStore(path: folder.database) }
        }

        @Test func aNewerFileIsRefused() throws {
            let folder = try ScratchFolder()
            try SQLitePassStore(path: folder.database).close()
            let queue = try DatabaseQueue(path: folder.database)
            try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v9999')") }
            try queue.close()
            #expect(throws: PassError(.storeNewerSchema, "")) { try SQLitePassStore(path: folder.database) }
            #expect(throws: PassError(.storeNewerSchema, "")) { try SQLitePassStore.inspecting(folder.database) }
        }

        @Test func filesOfOthersAreRefusedAndLeftAsTheyAre() throws {
            let folder = try ScratchFolder()
            let queue = try DatabaseQueue(path: folder.database)
            try queue.write { try $0.execute(sql: "CREATE TABLE cake (id INTEGER)") }
            try queue.close()
            let before = try Data(contentsOf: URL(filePath: folder.database))
            #expect(throws: PassError(.storeForeignFile, "")) { try SQLitePassStore(path: folder.database) }
            #expect(try Data(contentsOf: URL(filePath: folder.database)) == before)
            let text = "\(folder.path)/text"
            try String(repeating: "no database ", count: 100).write(toFile: text, atomically: true, encoding: .utf8)
            #expect(throws: PassError(.storeForeignFile, "")) { try SQLitePassStore(path: text) }
            // Nothing is left beside them, but what was there before.
            let names = { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
            #expect(try names() == ["passes.sqlite", "text"])
            try Data().write(to: URL(filePath: "\(text).lock"))
            #expect(throws: PassError(.storeForeignFile, "")) { try SQLitePassStore(path: text) }
            #expect(try names() == ["passes.sqlite", "text", "text.lock"])
        }

        @Test func aFileThatCannotBeMadeIsRefused() throws {
            let folder = try ScratchFolder()
            for path in ["\(folder.path)/none/passes.sqlite", folder.path] {
                #expect(throws: PassError(.storeCannotOpen, "")) { try SQLitePassStore(path: path) }
            }
            #expect(throws: PassError(.storeCannotOpen, "")) {
                try SQLitePassStore.inspecting("\(folder.path)/none.sqlite")
            }
            #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/none.sqlite"))
        }

        @Test func aFullStoreRefusesAndKeepsWhatItHas() async throws {
            let folder = try ScratchFolder()
            var configuration = SQLitePassStore.Configuration()
            configuration.maximumFileSize = 2 << 20
            let store = try SQLitePassStore(path: folder.database, configuration: configuration)
            let answers = try await withThrowingTaskGroup(of: (Int64, Bool).self) { group in
                for id in 0..<40 as Range<Int64> {
                    let request = try request(id, bytes: 100_000)
                    group.addTask {
                        do {
                            return (id, try await store.accept([request], at: self.now) == [.accepted])
                        } catch let error as PassError where error.code == .storeFull {
                            return (id, false)
                        }
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            let accepted = answers.values.count { $0 }
            #expect((1..<30).contains(accepted))
            for (id, isAccepted) in answers {
                #expect(try await (store.request(PassRequestID(id)) != nil) == isAccepted)
                #expect(try await (store.delivery(IssuedPassID(id)) != nil) == isAccepted)
            }
            #expect(try await store.statistics()[.job, .queued]?.count == accepted)
        }

        @Test func theQueueCanBeInspectedAndRedrivenBesideTheStore() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            _ = try await store.accept([request(1), request(2)], at: now)
            let owner = LeaseOwner("test")
            let jobs = try await store.claimJobs(limit: 1, by: owner, until: now, at: now)
            let note = FailureNote(code: "a.b", message: "c")
            for job in jobs { _ = try await store.fail(job.lease, note, retryAt: nil, at: now) }

            let inspector = try SQLitePassStore.inspecting(folder.database)
            let statistics = try await inspector.statistics()
            #expect(statistics[.job, .queued]?.count == 1)
            #expect(statistics[.job, .dead]?.lastFailure == note)
            let letters = try await inspector.deadLetters()
            #expect(letters.map(\.id.description) == ["job:1"])
            #expect(try await inspector.redrive(letters[0].id, at: now) == 1)
            inspector.close()
            #expect(try await store.claimJobs(limit: 9, by: owner, until: now, at: now).count == 2)
        }
    }
#endif
