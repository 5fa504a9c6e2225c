#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    /// The tool: makes, reads, verifies, signs and updates Apple Wallet passes.
    @main
    struct PkpassCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pkpass",
            abstract: "Make, read, verify, sign and update Apple Wallet passes.",
            discussion: "Begin with `pkpass demo`, which shows the main job from end to end.",
            version: version,
            groupedSubcommands: [
                CommandGroup(
                    name: "Run",
                    subcommands: [
                        DemoCommand.self, ServeCommand.self, UpdateCommand.self, StatusCommand.self, CancelCommand.self,
                        QueueCommand.self, RetryCommand.self, PushCommand.self, DevicesCommand.self,
                    ]
                ),
                CommandGroup(
                    name: "Passes",
                    subcommands: [
                        InspectCommand.self, VerifyCommand.self, LintCommand.self, DiffCommand.self,
                        ExplainCommand.self, SignCommand.self, BundleCommand.self, ListCommand.self,
                    ]
                ),
                CommandGroup(name: "Credentials", subcommands: [AuthorityCommand.self, IdentityCommand.self]),
            ]
        )

        /// The version of the package, as the changelog has it.
        private static let version = "0.1.0"

        // Not the library's own `main`, whose exit statuses are not those of the tool's contract.
        static func main() async {
            Output.checkAtExit()
            HelpWidth.ensureMinimum()
            do {
                try await runCommand()
            } catch {
                ToolFailure(error).report()
            }
        }

        private static func runCommand() async throws {
            try CommandName.check(Array(CommandLine.arguments.dropFirst()))
            let parsed = try parseAsRoot()
            if let command = parsed as? any AsyncParsableCommand {
                var command = command
                try await command.run()
            } else {
                var command = parsed
                try command.run()
            }
        }
    }
#else
    /// Without its trait the tool only says how to get it.
    @main
    struct PkpassCommand {
        static func main() {
            print("pkpass is built without its commands. Enable its trait: swift run --traits CommandLineTool pkpass")
        }
    }
#endif
