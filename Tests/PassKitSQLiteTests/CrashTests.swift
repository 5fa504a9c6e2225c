#if SQLite
    import Foundation
    import PassKitCore
    import PassKitSQLite
    import PassKitServer
    import Testing

    /// Kills processes that have the store.
    @Suite struct CrashTests {
        let now = Date(timeIntervalSince1970: 1_800_000_000)

        @Test func aKilledProcessLosesNothingItAcknowledged() async throws {
            let folder = try ScratchFolder()
            let probe = try Probe("accept", folder.database, "8", "100000")
            var acknowledged: [String] = []
            while acknowledged.count < 60, let line = probe.line() { acknowledged.append(line) }
            probe.kill()
            while let line = probe.line() { acknowledged.append(line) }
            try #require(acknowledged.count >= 60)

            let store = try SQLitePassStore(path: folder.database)
            let jobs = try await store.claimJobs(limit: .max, by: LeaseOwner("test"), until: now, at: now)
            let kept = Set(jobs.map { "accepted \($0.request.id)" })
            #expect(kept.isSuperset(of: acknowledged))
            // What was kept without having been acknowledged is whole, too.
            for job in jobs {
                let id = try #require(job.request.id.int64)
                #expect(try await store.bytes(of: job.request.package)?.count == 20_000 + Int(id))
                #expect(try await store.delivery(IssuedPassID(id))?.state == .waiting)
            }
        }

        @Test func theLeasesOfAKilledProcessAreFreed() async throws {
            let folder = try ScratchFolder()
            let accepting = try Probe("accept", folder.database, "1", "3")
            while accepting.line() != nil {}
            let claiming = try Probe("claim", folder.database)
            #expect(claiming.line() == "claimed 3")
            claiming.kill()

            let store = try SQLitePassStore(path: folder.database)
            let owner = LeaseOwner("test")
            #expect(try await store.claimJobs(limit: 9, by: owner, until: now, at: now).isEmpty)
            #expect(try await store.recover(for: owner, at: now) == 3)
            #expect(try await store.claimJobs(limit: 9, by: owner, until: now, at: now).map(\.attempt) == [2, 2, 2])
        }

        @Test func aFileIsForOneStoreAtATime() throws {
            let folder = try ScratchFolder()
            let store = try SQLitePassStore(path: folder.database)
            #expect(throws: PassError(.storeInUse, "")) { try SQLitePassStore(path: folder.database) }
            let link = "\(folder.path)/link.sqlite"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.database)
            #expect(throws: PassError(.storeInUse, "")) { try SQLitePassStore(path: link) }
            #expect(try Probe("hold", folder.database).line() == "refused store.in-use")
            store.close()
            let probe = try Probe("hold", folder.database)
            #expect(probe.line() == "open")
            #expect(throws: PassError(.storeInUse, "")) { try SQLitePassStore(path: folder.database) }
            probe.kill()
            try SQLitePassStore(path: folder.database).close()
        }

        @Test(.enabled(if: Tracer.isPresent)) func everyAcceptanceIsSyncedBeforeItIsAcknowledged() throws {
            let folder = try ScratchFolder()
            let calls = try Tracer.calls(of: ["accept", folder.database, "1", "20"], in: folder)
            var isSynced = false
            var acknowledged = 0
            for call in calls {
                if call.contains("sync"), call.hasSuffix("= 0") { isSynced = true }
                guard call.contains("write(1, \"accepted") else { continue }
                #expect(isSynced, "\(call)")
                isSynced = false
                acknowledged += 1
            }
            #expect(acknowledged == 20)
        }
    }

    /// The system calls of a probe, as `strace` sees them.
    enum Tracer {
        static let executable = "/usr/bin/strace"

        /// Whether processes can be traced here.
        static let isPresent: Bool = {
            guard FileManager.default.isExecutableFile(atPath: executable) else { return false }
            let process = Process()
            process.executableURL = URL(filePath: executable)
            process.arguments = ["-o", "/dev/null", "/bin/true"]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }()

        static func calls(of arguments: [String], in folder: ScratchFolder) throws -> [Substring] {
            let log = "\(folder.path)/calls"
            let process = Process()
            process.executableURL = URL(filePath: executable)
            process.arguments =
                ["-f", "-e", "trace=fsync,fdatasync,write", "-o", log, Probe.executable.path()] + arguments
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        }
    }
#endif
