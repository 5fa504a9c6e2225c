#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    struct DemoCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "demo",
            abstract: "Show the main job: a pass is made, updated, signed, delivered to an outbox and verified.",
            discussion: """
                Every step is one line; the files stay in the directory, to be looked at.
                Example: pkpass demo --directory ./demo
                """
        )

        @Option(help: "The new folder to leave the files in; one for temporary files when none is given.")
        var directory: String?

        @Option(name: .customLong("pass"), help: "Update this signed .pkpass instead of one made for the occasion.")
        var pass: String?

        @OptionGroup var output: OutputOptions

        func run() async throws {
            if output.json { DemoOutput.keepSteps() }
            let directory =
                self.directory
                ?? FileManager.default.temporaryDirectory.appending(
                    path: "pkpass-demo-\(RandomBytes.system.positiveInt64())"
                )
                .path
            // A database that holds the phone of another run, or somebody's own pass, is not to be written over.
            try Files.checkAbsent(
                Demo.files(passIsGiven: pass != nil),
                in: directory,
                remedy: "Choose another folder, or remove what an earlier demo left there."
            )
            try Files.makeFolder(directory)
            let demo = Demo(directory: directory)
            do {
                if let pass {
                    try await demo.run(withPassAt: pass)
                } else {
                    try await demo.run()
                }
            } catch {
                // Else nobody would know where they are.
                if self.directory == nil { Output.complain("pkpass: The files of the demo are in \(directory)") }
                throw error
            }
            if let steps = DemoOutput.steps {
                Output.print(["directory": .string(directory), "steps": .array(steps)] as JSONValue)
            } else {
                Output.print("Done. The files are in \(directory)")
            }
        }
    }
#endif
