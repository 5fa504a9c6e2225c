#if CommandLineTool
    import ArgumentParser
    import PassKitCore
    import PassKitSQLite
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    struct QueueCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "queue",
            abstract: "Show how much work a server has before it, and what failed.",
            discussion: "Works beside a running server. Example: pkpass queue --database passes.db"
        )

        @OptionGroup var store: DatabaseOptions

        @OptionGroup var output: OutputOptions

        func run() async throws {
            let inspector = try store.inspector()
            defer { inspector.close() }
            let entries = try await inspector.statistics().entries
            let letters = try await inspector.deadLetters(limit: 100)
            if output.json {
                Output.print(
                    [
                        "states": .array(entries.map(Self.json)), "deadLetters": .array(letters.map(Self.json)),
                    ] as JSONValue
                )
                return
            }
            if entries.isEmpty { Output.print("The queue is empty.") }
            for entry in entries {
                let age = entry.oldest.map { ", the oldest for \(Self.seconds(since: $0)) s" } ?? ""
                let failure = entry.lastFailure.map { ", last error \($0.code) \($0.message)" } ?? ""
                Output.print("\(entry.work.rawValue) \(entry.state.rawValue): \(entry.count)\(age)\(failure)")
            }
            for letter in letters {
                Output.print("dead \(letter.id) after \(letter.attempts) attempts: \(letter.note?.message ?? "")")
            }
        }

        private static func json(_ entry: QueueStatistics.Entry) -> JSONValue {
            var object = JSONObject()
            object["work"] = .string(entry.work.rawValue)
            object["state"] = .string(entry.state.rawValue)
            object["count"] = .number(JSONNumber(entry.count))
            object["oldestAge"] = entry.oldest.map { .number(JSONNumber(seconds(since: $0))) }
            object["lastError"] = entry.lastFailure.map { .string($0.code) }
            object["lastErrorMessage"] = entry.lastFailure.map { .string($0.message) }
            return .object(object)
        }

        private static func json(_ letter: DeadLetter) -> JSONValue {
            var object = JSONObject()
            object["id"] = .string("\(letter.id)")
            object["attempts"] = .number(JSONNumber(letter.attempts))
            object["code"] = letter.note.map { .string($0.code) }
            object["message"] = letter.note.map { .string($0.message) }
            return .object(object)
        }

        private static func seconds(since date: Date) -> Int { max(0, Int(Date.now.timeIntervalSince(date))) }
    }

    struct RetryCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Try again what a server has given up.",
            discussion: "Works beside a running server. Example: pkpass retry --all --database passes.db"
        )

        @Argument(help: "The dead letter, as `pkpass queue` names it.")
        var id: String?

        @Flag(help: "Tries every dead letter again.")
        var all = false

        @OptionGroup var store: DatabaseOptions

        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard all != (id != nil) else { throw ValidationError("Give one id, or --all.") }
        }

        func run() async throws {
            let inspector = try store.inspector()
            defer { inspector.close() }
            let count = try await inspector.redrive(id.map(Self.letter), at: Date.now)
            if output.json {
                Output.print(["retried": .number(JSONNumber(count))] as JSONValue)
            } else {
                Output.print("\(count) tried again.")
            }
            if count == 0, id != nil { throw ExitCode(1) }
        }

        private static func letter(_ text: String) throws(PassError) -> DeadLetter.ID {
            guard let id = DeadLetter.ID(text), !id.id.isEmpty else {
                throw PassError(
                    .toolUsage,
                    "\"\(text.prefix(80))\" names no dead letter. Take one from `pkpass queue`."
                )
            }
            return id
        }
    }
#endif
