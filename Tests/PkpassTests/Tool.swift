#if CommandLineTool
    import Foundation
    import PassKitCore
    import Testing

    /// Runs the tool as its users do: as a process, from the folder the tests were built into.
    struct Tool {
        /// What a run left.
        struct Result {
            let status: Int32
            let output: [UInt8]
            let complaints: String

            /// The standard output as text.
            var text: String { String(decoding: output, as: UTF8.self) }

            /// The one JSON document on the standard output.
            var json: JSONValue {
                get throws { try JSONValue(parsing: output) }
            }
        }

        /// The folder of the built products.
        static let products = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()

        /// The folder that holds the package.
        static let packageRoot = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

        /// Other people's passes, where they stand beside the project.
        static let corpus = packageRoot.deletingLastPathComponent().appending(path: "shared/corpus")

        static let hasCorpus = FileManager.default.fileExists(atPath: corpus.path)

        /// Runs `pkpass` to its end.
        static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
            try run(arguments, environment: environment)
        }

        /// Runs `pkpass` to its end.
        static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
            try run(products.appending(path: "pkpass"), arguments, environment: environment)
        }

        /// Runs a script of the shell in a folder; there `$pkpass` is the tool.
        static func runInShell(_ script: String, in folder: URL) throws -> Result {
            try run(
                URL(filePath: "/bin/bash"),
                ["-c", script],
                environment: ["pkpass": products.appending(path: "pkpass").path],
                in: folder
            )
        }

        private static func run(
            _ program: URL,
            _ arguments: [String],
            environment: [String: String],
            in workingFolder: URL? = nil
        ) throws -> Result {
            try withTemporaryFolder { folder in
                let process = Process()
                process.executableURL = program
                process.arguments = arguments
                process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
                if let workingFolder { process.currentDirectoryURL = workingFolder }
                process.standardInput = FileHandle.nullDevice
                // Files rather than pipes: a pipe that nobody reads stops the process.
                let output = folder.appending(path: "output")
                let complaints = folder.appending(path: "complaints")
                for file in [output, complaints] { try Data().write(to: file) }
                process.standardOutput = try FileHandle(forWritingTo: output)
                process.standardError = try FileHandle(forWritingTo: complaints)
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationReason == .exit, "\(program.lastPathComponent) \(arguments) crashed")
                return Result(
                    status: process.terminationStatus,
                    output: [UInt8](try Data(contentsOf: output)),
                    complaints: String(decoding: try Data(contentsOf: complaints), as: UTF8.self)
                )
            }
        }
    }

    /// Makes a folder, hands it to the closure, and removes it.
    func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pkpass-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
#endif
