#if CommandLineTool
    import Foundation
    import PassKitCore
    import Testing

    /// `pkpass serve` as a process of its own, with an identity, a pass and a recipient that fit.
    struct RunningServer {
        /// What callers must send, as `user:password`.
        static let credentials = "crm:secret"

        /// The folder with what the server uses and writes.
        let folder: URL
        /// Its address.
        let url: String

        /// A pass that the server may update.
        var pass: String { path("demo/ticket.pkpass") }

        func path(_ name: String) -> String { folder.appending(path: name).path }

        /// Asks the server by a command of the tool.
        func run(_ arguments: String..., credentials: String = Self.credentials) throws -> Tool.Result {
            try run(arguments, credentials: credentials)
        }

        /// Asks for an update of the pass, and for the answer in JSON.
        func update(
            _ content: String,
            _ arguments: String...,
            credentials: String = Self.credentials
        ) throws -> Tool.Result {
            let command = ["update", "--pass", pass, "--content", content, "--json"]
            return try run(command + arguments, credentials: credentials)
        }

        private func run(_ arguments: [String], credentials: String) throws -> Tool.Result {
            try Tool.run(
                arguments + ["--server", url, "--credentials-env", "API"],
                environment: ["API": credentials]
            )
        }

        /// Writes a `passContent` for the recipient, and gives its path.
        func content(_ extra: JSONValue = [:]) throws -> String {
            var content: JSONValue = [
                "recipients": ["recipient": [["id": "48494"]]],
                "passIntegrationConfig": [
                    "passIssueNotificationDetails": [
                        [
                            "channel": "EMAIL", "enabled": true, "subject": "Ticket",
                            "messageContent": "##Email Pass Link##",
                        ]
                    ]
                ],
            ]
            for member in extra.objectValue?.members ?? [] { content[member.key] = member.value }
            let file = folder.appending(path: "content-\(UUID().uuidString).json")
            try Data(content.bytes()).write(to: file)
            return file.path
        }

        /// Starts a server, hands it over, and ends it.
        static func run<Result>(_ body: (RunningServer) throws -> Result) throws -> Result {
            try withTemporaryFolder { folder in
                let people = #"[{"id":"48494","name":"Ada","email":"ada@example.com","emailSubscription":true}]"#
                try Data(people.utf8).write(to: folder.appending(path: "people.json"))
                let made = try [
                    Tool.run("authority", folder.appending(path: "dev").path),
                    Tool.run("demo", "--directory", folder.appending(path: "demo").path),
                ]
                #expect(made.map(\.status) == [0, 0])

                let log = folder.appending(path: "log")
                try Data().write(to: log)
                let process = Process()
                process.executableURL = Tool.products.appending(path: "pkpass")
                process.currentDirectoryURL = folder
                process.arguments = [
                    "serve", "--database", "passes.db", "--listen", "127.0.0.1:0",
                    "--public-url", "https://passes.example.com", "--recipients", "people.json",
                    "--outbox", "outbox", "--identity", "dev/pass.p12", "--password-env", "P12",
                    "--credentials-env", "API",
                ]
                process.environment = ProcessInfo.processInfo.environment.merging(
                    ["P12": "test", "API": credentials]
                ) { $1 }
                process.standardInput = FileHandle.nullDevice
                process.standardOutput = try FileHandle(forWritingTo: log)
                process.standardError = FileHandle.nullDevice
                try process.run()
                defer {
                    process.terminate()
                    process.waitUntilExit()
                }
                return try body(RunningServer(folder: folder, url: address(in: log, of: process)))
            }
        }

        /// Waits for the line that says where the server listens.
        private static func address(in log: URL, of process: Process) throws -> String {
            let greeting = "listening on "
            while process.isRunning {
                let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
                if let line = lines.first(where: { $0.hasPrefix(greeting) }) {
                    return String(line.dropFirst(greeting.count))
                }
                Thread.sleep(forTimeInterval: 0.02)
            }
            throw CocoaError(.executableLoad)
        }
    }
#endif
