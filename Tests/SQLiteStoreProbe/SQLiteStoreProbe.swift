#if SQLite
    import PassKitCore
    import PassKitSQLite
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// A process that uses a store until it is killed: for the tests that kill it.
    ///
    /// `SQLiteStoreProbe hold|claim|take FILE`, `SQLiteStoreProbe accept FILE TASKS COUNT`. It ends by itself after ten
    /// minutes.
    @main struct SQLiteStoreProbe {
        static func main() async throws {
            let arguments = CommandLine.arguments
            guard arguments.count > 2 else { return say("usage") }
            let store: SQLitePassStore
            do {
                store = try SQLitePassStore(path: arguments[2])
            } catch {
                say("refused \(error.code)")
                exit(3)
            }
            alarm(600)
            switch arguments[1] {
            case "accept":
                try await accept(store, tasks: Int(arguments[3]) ?? 1, count: Int(arguments[4]) ?? 1)
            case "claim", "take":
                let now = Date(timeIntervalSince1970: 1_800_000_000)
                let owner = LeaseOwner("probe")
                let jobs = try await store.claimJobs(limit: 100, by: owner, until: .distantFuture, at: now)
                say("claimed \(jobs.count)")
                if arguments[1] == "claim" { try await Task.sleep(for: .seconds(600)) }
            default:
                say("open")
                try await Task.sleep(for: .seconds(600))
            }
            store.close()
        }

        private static func accept(_ store: SQLitePassStore, tasks: Int, count: Int) async throws {
            let now = Date(timeIntervalSince1970: 1_800_000_000)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<tasks {
                    group.addTask {
                        for index in 0..<count {
                            let id = Int64(task * count + index)
                            let package = try Blob(
                                [UInt8](repeating: UInt8(truncatingIfNeeded: id), count: 20_000 + Int(id))
                            )
                            let request = NewRequest(
                                id: PassRequestID(id),
                                kind: .update,
                                pass: PassIdentifier(type: "pass.com.example.ticket", serial: "\(id)"),
                                team: "TEAMID1234",
                                content: [],
                                package: package,
                                needsSignature: false,
                                verdict: "trusted",
                                due: now,
                                deliveries: [.init(id: IssuedPassID(id), recipient: "ada")]
                            )
                            do {
                                guard try await store.accept([request], at: now) == [.accepted] else { exit(4) }
                            } catch let error as PassError {
                                return say("refused \(error.code)")
                            }
                            say("accepted \(id)")
                        }
                    }
                }
                try await group.waitForAll()
            }
        }

        /// Prints a line at once, in one call of the system.
        private static func say(_ line: String) {
            let bytes = Array("\(line)\n".utf8)
            _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
        }
    }
#else
    @main struct SQLiteStoreProbe {
        static func main() {}
    }
#endif
