#if SQLite
    import Foundation
    import GRDB
    import PassKitCore
    @testable import PassKitSQLite
    import PassKitServer
    import Testing

    /// What devices cost the file, and what older files hold of them.
    @Suite struct RegistrationFileTests {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let type = "pass.com.example.ticket"

        func registration(_ device: String, _ serial: String = "A") -> DeviceRegistration {
            DeviceRegistration(
                device: device,
                pass: PassIdentifier(type: type, serial: serial),
                pushToken: "token of \(device)"
            )
        }

        func version(_ serial: String = "A", replacing tag: Int64? = nil) throws -> NewVersion {
            NewVersion(
                pass: PassIdentifier(type: type, serial: serial),
                bytes: try Blob(Array("\(serial) \(tag ?? 0)".utf8)),
                replaces: tag,
                verdict: "trusted"
            )
        }

        /// Makes a file as an earlier version of the store left it.
        private func makeFile(
            _ version: String,
            in folder: ScratchFolder,
            _ fill: (Database) throws -> Void
        ) throws {
            let queue = try DatabaseQueue(path: folder.database)
            try StoreSchema.migrator.migrate(queue, upTo: version)
            try queue.write(fill)
            try queue.close()
        }

        /// Runs something and gives the statements that the store's one reader ran for it.
        func statements(
            _ store: SQLitePassStore,
            _ body: () async throws -> Void
        ) async throws -> [String] {
            let statements = Mutex<[String]>([])
            let recorder = Recorder { sql in statements.withLock { $0.append(sql) } }
            try await store.pool.read { db in db.trace { recorder.note("\($0)") } }
            try await body()
            let seen = statements.withLock { $0 }
            try await store.pool.read { db in db.trace(nil) }
            return seen.filter { $0.hasPrefix("SELECT") }
        }

        /// A closure that may be handed to the database.
        final class Recorder: Sendable {
            let note: @Sendable (String) -> Void
            init(_ note: @escaping @Sendable (String) -> Void) { self.note = note }
        }

        @Test func aFileOfTheFirstVersionKeepsItsRegistrations() async throws {
            let folder = try ScratchFolder()
            try makeFile("v1", in: folder) { db in
                try db.execute(sql: "INSERT INTO pass (id, type, serial) VALUES (7, '\(type)', 'A')")
                try db.execute(sql: "INSERT INTO registration (device, pass, token) VALUES ('old', 7, 'aa')")
            }

            let pass = PassIdentifier(type: type, serial: "A")
            let kept = StoredRegistration(
                registration: DeviceRegistration(device: "old", pass: pass, pushToken: "aa"),
                registered: .distantPast,
                seen: nil
            )
            // Looking changes nothing, and so does without what the file lacks.
            let inspector = try SQLitePassStore.inspecting(folder.database)
            #expect(try await inspector.registrations() == [kept])
            inspector.close()

            let store = try SQLitePassStore(path: folder.database)
            #expect(try await store.registrations(of: pass, start: 0, limit: 9) == [kept])
            // What nobody noted counts as long ago: a push token found to be gone takes it along.
            _ = try await store.publish(version(), at: now)
            let pushes = try await store.claimPushes(limit: 9, by: LeaseOwner("x"), until: now, at: now)
            let gone = pushes.map { push in
                PushResult(lease: push.lease, outcome: .gone(since: Date(timeIntervalSince1970: 1)))
            }
            #expect(try await store.finishPushes(gone, at: now) == [true])
            #expect(try await store.registrations(of: nil, start: 0, limit: 9).isEmpty)
        }

        @Test func tagsOfAFileOfTheSecondVersionGoOn() async throws {
            let folder = try ScratchFolder()
            try makeFile("v2", in: folder) { db in
                try db.execute(sql: "INSERT INTO blob (id, digest, bytes) VALUES (1, zeroblob(32), x'00')")
                for (pass, tag) in [("A", 41), ("B", 42)] {
                    try db.execute(
                        sql: "INSERT INTO pass (id, type, serial, version) VALUES (?, ?, ?, ?)",
                        arguments: [tag, type, pass, tag]
                    )
                    try db.execute(
                        sql: """
                            INSERT INTO version (tag, pass, blob, published, request, verdict) \
                            VALUES (?, ?, 1, 0, ?, 'trusted')
                            """,
                        arguments: [tag, tag, tag]
                    )
                }
                try db.execute(sql: "INSERT INTO registration (device, pass, token) VALUES ('d', 42, 'aa')")
                try db.execute(
                    sql: """
                        INSERT INTO registration (device, pass, token, registered) \
                        VALUES ('imported-bb', 41, 'bb', 7)
                        """
                )
            }

            let store = try SQLitePassStore(path: folder.database)
            func serials(after tag: Int64) async throws -> UpdatedSerials? {
                try await store.serials(for: "d", passType: type, after: tag, at: now)
            }
            #expect(try await serials(after: 41) == UpdatedSerials(serials: ["B"], tag: 42))
            #expect(try await serials(after: 42) == UpdatedSerials(serials: [], tag: 42))
            _ = try await store.register(registration("d", "A"), limits: RegistrationLimits(), at: now)
            #expect(try await serials(after: 42) == UpdatedSerials(serials: ["A"], tag: 43))
            #expect(try await store.publish(version("A", replacing: 41), at: now)?.tag == 44)
            // What was imported counts as registered long ago.
            let kept = try await store.registrations(of: nil, start: 0, limit: 9)
            let old = kept.filter { $0.registered == .distantPast }
            #expect(old.map(\.registration.pushToken) == ["bb"])
        }

        @Test func theInspectorSeesRegistrationsBesideTheStore() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            for device in ["b", "a"] {
                _ = try await store.register(registration(device), limits: RegistrationLimits(), at: now)
            }
            let inspector = try SQLitePassStore.inspecting(folder.database)
            defer { inspector.close() }
            let seen = try await inspector.registrations()
            #expect(seen.map(\.registration.device) == ["a", "b"])
            #expect(seen.map(\.registered) == [now, now])
            #expect(try await inspector.registrations(start: 1, limit: 1).map(\.registration.device) == ["b"])
        }

        @Test func aListTakesAsManyStatementsForOnePassAsForAThousand() async throws {
            let folder = try ScratchFolder()
            var configuration = SQLitePassStore.Configuration()
            configuration.readerCount = 1
            let store = try SQLitePassStore(path: folder.database, configuration: configuration)
            let now = now
            // Ten thousand devices, and one with a thousand passes.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<10_000 {
                    let registration = registration("phone-\(number)", "\(number % 1000)")
                    group.addTask {
                        _ = try await store.register(registration, limits: RegistrationLimits(), at: now)
                    }
                }
                for serial in 0..<1000 {
                    let registration = registration("collector", "\(serial)")
                    group.addTask {
                        _ = try await store.register(registration, limits: RegistrationLimits(), at: now)
                    }
                }
                try await group.waitForAll()
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for serial in 0..<1000 {
                    let version = try version("\(serial)")
                    group.addTask { _ = try await store.publish(version, at: now) }
                }
                try await group.waitForAll()
            }

            func list(_ device: String, expecting count: Int) async throws -> [String] {
                try await statements(store) {
                    let updated = try await store.serials(for: device, passType: type, after: nil, at: now)
                    #expect(updated?.serials.count == count)
                }
            }
            let one = try await list("phone-1", expecting: 1)
            let many = try await list("collector", expecting: 1000)
            #expect(one.count == 2)
            #expect(many.count == 2)
            // And none of them walks through a table.
            for statement in many {
                let plan = try await store.pool.read { db -> [String] in
                    let values = StatementArguments(statement.filter { $0 == "?" }.map(String.init))
                    return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(statement)", arguments: values)
                        .map { row -> String in row["detail"] }
                }
                #expect(!plan.isEmpty)
                for step in plan { #expect(!step.contains("SCAN"), "\(statement): \(step)") }
            }
        }

        @Test func askingAgainAndAgainWritesNothing() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            let pass = PassIdentifier(type: type, serial: "A")
            _ = try await store.register(registration("d"), limits: RegistrationLimits(), at: now)
            let tag = try #require(try await store.publish(version(), at: now)).tag
            let before = store.writes.commitCount
            for second in 0..<10 {
                let time = now.addingTimeInterval(Double(second))
                _ = try await store.serials(for: "d", passType: type, after: nil, at: time)
                try await store.recordFetch(of: pass, tag: tag, at: time)
            }
            #expect(store.writes.commitCount == before)
            let later = now.addingTimeInterval(StoredRegistration.seenInterval)
            _ = try await store.serials(for: "d", passType: type, after: nil, at: later)
            #expect(store.writes.commitCount == before + 1)
            #expect(try await store.registrations(of: pass, start: 0, limit: 1).first?.seen == later)
        }

        @Test func aListIsGivenThoughTheQuestionCannotBeNoted() async throws {
            let folder = try ScratchFolder()
            var configuration = SQLitePassStore.Configuration()
            configuration.busyTimeout = 0.05
            let store = try SQLitePassStore(path: folder.database, configuration: configuration)
            let pass = PassIdentifier(type: type, serial: "A")
            _ = try await store.register(registration("d"), limits: RegistrationLimits(), at: now)
            _ = try await store.publish(version(), at: now)
            var holding = Configuration()
            holding.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: folder.database, configuration: holding)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            let later = now.addingTimeInterval(StoredRegistration.seenInterval)
            let updated = try await store.serials(for: "d", passType: type, after: nil, at: later)
            #expect(updated?.serials == ["A"])
            #expect(try await store.registrations(of: pass, start: 0, limit: 1).first?.seen != later)
            try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            _ = try await store.serials(for: "d", passType: type, after: nil, at: later)
            #expect(try await store.registrations(of: pass, start: 0, limit: 1).first?.seen == later)
            try other.close()
        }
    }
#endif
