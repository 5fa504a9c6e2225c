#if SQLite
    import Foundation
    import GRDB
    import PassKitCore
    @testable import PassKitSQLite
    import PassKitServer
    import PassKitTesting
    import Testing

    /// What happens when the disk, or somebody else, is in the way: nothing half done, and it goes on afterwards.
    @Suite struct StoreFaultTests {
        let now = Date(timeIntervalSince1970: 1_800_000_000)

        private func request(_ id: Int64, deliveries: Int = 1, end: Date? = nil) throws -> NewRequest {
            NewRequest(
                id: PassRequestID(id),
                kind: .update,
                pass: PassIdentifier(type: "pass.com.example.ticket", serial: "\(id)"),
                team: "TEAMID1234",
                content: [],
                package: try Blob([UInt8](repeating: UInt8(truncatingIfNeeded: id), count: 100 + Int(id))),
                needsSignature: false,
                verdict: "trusted",
                due: now,
                end: end,
                deliveries: (0..<deliveries).map { place in
                    .init(id: IssuedPassID(id * 10_000 + Int64(place)), recipient: Recipient.ID("\(place)"))
                }
            )
        }

        // MARK: The disk

        /// What a shell script prints, line by line.
        private func output(of script: String, _ arguments: String...) throws -> [Substring] {
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", script, "probe", Probe.executable.path()] + arguments
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
            try process.run()
            let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return text.split(separator: "\n")
        }

        @Test func anErrorOfTheDiskRefusesAndKeepsWhatItHas() async throws {
            let folder = try ScratchFolder()
            // Beyond the limit every write fails, as on a disk that is broken there.
            let script = "trap '' XFSZ; ulimit -f 2048; exec \"$1\" accept \"$2\" 4 1000"
            let lines = try output(of: script, folder.database)
            let accepted = lines.filter { $0.hasPrefix("accepted") }
            #expect((1...100).contains(accepted.count))
            #expect(Set(lines).subtracting(accepted) == ["refused store.input-output"])

            let store = try SQLitePassStore(path: folder.database)
            let jobs = try await store.claimJobs(limit: .max, by: LeaseOwner("test"), until: now, at: now)
            #expect(Set(jobs.map { "accepted \($0.request.id)" }) == Set(accepted.map(String.init)))
            #expect(try await store.accept([request(1_000_000)], at: now) == [.accepted])
        }

        /// Whether a file system of its own can be mounted where nobody else sees it.
        private static let canMount: Bool = {
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "unshare --mount mount -t tmpfs -o size=1m none /mnt"]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }()

        @Test(.enabled(if: canMount)) func aFullDiskRefusesAndGoesOnWhenThereIsRoom() async throws {
            let folder = try ScratchFolder()
            // What becomes free holds the whole log once more, which is moved to the file before anything is claimed.
            let script = """
                mount -t tmpfs -o size=8m none "$2" || exit 1
                head -c 6000000 /dev/zero >"$2/filler"
                "$1" accept "$2/passes.sqlite" 4 1000
                rm "$2/filler"
                "$1" take "$2/passes.sqlite"
                """
            let lines = try output(of: "exec unshare --mount /bin/sh -c '\(script)' probe \"$@\"", folder.path)
            let accepted = lines.filter { $0.hasPrefix("accepted") }.count
            #expect((1...100).contains(accepted))
            #expect(Set(lines.filter { !$0.hasPrefix("accepted") }) == ["refused store.full", "claimed \(accepted)"])
        }

        @Test func aStoreThatIsFullRefusesRequestsUntilThereIsRoom() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            let authority = try TestAuthority()
            let signer = try authority.signer()
            var configuration = PassUpdateEngine.Configuration()
            configuration.updater.verifier = PassVerifier(anchors: try authority.anchors)
            let engine = try PassUpdateEngine(
                store: store,
                signers: [signer],
                recipients: RecipientList([]),
                notifications: [:],
                publicURL: "https://passes.example.com",
                configuration: configuration
            )
            func update(_ number: Int) async throws {
                let pass = try await SamplePass.package(serial: "E-\(number)").signed(by: signer)
                let content = PassUpdateContent(recipients: ["1"])
                _ = try await engine.update(PassUpdateRequest(pkPass: pass, content: content))
            }
            try await store.writes.write { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages)")
            }
            var accepted = 0
            await #expect(throws: PassError(.storeFull, "")) {
                for number in 0..<50 {
                    try await update(number)
                    accepted += 1
                }
            }
            #expect(try await store.statistics()[.job, .queued]?.count ?? 0 == accepted)
            try await store.writes.write { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            try await update(accepted)
            #expect(try await store.statistics()[.job, .queued]?.count == accepted + 1)
        }

        // MARK: Others

        @Test func whileAnotherWritesForTooLongTheStoreIsBusy() async throws {
            let folder = try ScratchFolder()
            var configuration = SQLitePassStore.Configuration()
            configuration.busyTimeout = 0.05
            let store = try SQLitePassStore(path: folder.database, configuration: configuration)
            var holding = Configuration()
            holding.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: folder.database, configuration: holding)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            await #expect(throws: PassError(.storeBusy, "")) { try await store.accept([request(1)], at: now) }
            await #expect(throws: PassError(.storeBusy, "")) { try await store.checkWritable() }
            // Reading is never held up.
            #expect(try await store.request(PassRequestID(1)) == nil)
            try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            #expect(try await store.accept([request(1)], at: now) == [.accepted])
            try other.close()
        }

        // MARK: Portions

        @Test func whatIsOverIsForgottenInPortions() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            // Three requests with as many deliveries as go together, and many with one.
            let requests = try (1...3).map { try request($0, deliveries: 2000) } + (4...703).map { try request($0) }
            _ = try await store.accept(requests, at: now)
            let owner = LeaseOwner("test")
            let jobs = try await store.claimJobs(limit: .max, by: owner, until: now + 30, at: now)
            _ = try await store.complete(jobs.map { JobCompletion(lease: $0.lease) }, at: now)
            let before = store.writes.commitCount
            #expect(try await store.prune(before: now + 1) == 703)
            // One for each of the three, two for the others, and those of versions, links, keys and pushes.
            #expect(store.writes.commitCount - before >= 7)
            #expect(try await store.statistics().entries.isEmpty)
            let left = try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM delivery") }
            #expect(left == 0)
        }

        @Test func muchWorkIsExpiredBlockedAndDrivenAgainInPortions() async throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            _ = try await store.accept(try (1...1201).map { try request($0, end: now + 60) }, at: now)
            let owner = LeaseOwner("test")
            let note = FailureNote(code: "a.b", message: "")
            func commits(_ work: () async throws -> Int) async throws -> Int {
                let before = store.writes.commitCount
                #expect(try await work() == 1201)
                return store.writes.commitCount - before
            }

            for job in try await store.claimJobs(limit: .max, by: owner, until: now + 30, at: now) {
                _ = try await store.block(job.lease, note, at: now)
            }
            let type = "pass.com.example.ticket"
            #expect(try await commits { try await store.unblock(passType: type, team: "TEAMID1234", at: now) } == 3)
            for job in try await store.claimJobs(limit: .max, by: owner, until: now + 30, at: now) {
                _ = try await store.fail(job.lease, note, retryAt: nil, at: now)
            }
            #expect(try await commits { try await store.redrive(nil, at: now) } == 3)
            #expect(try await commits { try await store.expire(at: now + 60) } == 4)
            #expect(try await store.statistics()[.job, .cancelled]?.count == 1201)
        }
    }
#endif
