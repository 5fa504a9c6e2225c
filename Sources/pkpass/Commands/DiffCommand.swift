#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct DiffCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: "Say what changed between two versions of a pass, and what devices will show of it.",
            discussion: """
                Tells files, keys, fields and strings, the messages of the lock screen, what changes silently, and what \
                Wallet ignores. Exits with 1 when the new version is no update of the old one. Example: pkpass diff \
                yesterday.pkpass today.pkpass
                """
        )

        @Argument(help: "The old version: a .pkpass, or the folder of a pass.")
        var old: String

        @Argument(help: "The new version: a .pkpass, or the folder of a pass.")
        var new: String

        @OptionGroup var output: OutputOptions

        func run() throws {
            let difference = try PassDifference(from: PassPackage(at: old), to: PassPackage(at: new))
            if output.json {
                Output.print(difference.json)
            } else {
                Output.print(difference.text)
            }
            if !difference.obstacles.isEmpty { throw ExitCode(1) }
        }
    }
#endif
