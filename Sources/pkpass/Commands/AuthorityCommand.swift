#if CommandLineTool
    import ArgumentParser
    import PassKitCore
    import PassKitTesting

    struct AuthorityCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "authority",
            abstract: "Make a throw-away certificate authority and a pass identity, for development.",
            discussion: """
                Writes ca.pem, intermediate.pem, pass.pem, pass.key and pass.p12 (password: test). Wallet does not trust
                them; `pkpass verify --anchor ca.pem` does.
                Example: pkpass authority ./dev --type pass.com.example.ticket
                """
        )

        @Argument(help: "The folder to write to; made if it is not there.")
        var directory: String

        @Option(help: "The pass type identifier the identity signs for.")
        var type = SamplePass.passTypeIdentifier

        @Option(help: "The team identifier the identity belongs to.")
        var team = SamplePass.teamIdentifier

        @Option(help: "The environment variable that holds the password of pass.p12.")
        var passwordEnv: String?

        @Flag(help: "Replace an authority that is there: passes it has signed are then trusted no more.")
        var force = false

        @OptionGroup var output: OutputOptions

        func run() throws {
            if !force {
                try Files.checkAbsent(
                    DemoAuthority.names,
                    in: directory,
                    remedy: "Choose another folder, or replace what is there with --force."
                )
            }
            let password = try Environment.secret(passwordEnv) ?? "test"
            _ = try DemoAuthority.make(in: directory, type: type, team: team, password: password)
            if output.json {
                Output.print(
                    ["directory": .string(directory), "files": .array(DemoAuthority.names.map(JSONValue.string))]
                        as JSONValue
                )
            } else {
                Output.print("Wrote \(DemoAuthority.names.joined(separator: ", ")) to \(directory)")
            }
        }
    }
#endif
