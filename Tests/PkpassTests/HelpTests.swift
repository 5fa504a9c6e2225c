#if CommandLineTool
    import Foundation
    import Testing

    /// The tool's first hour: what it says to somebody who has never met it.
    @Suite struct HelpTests {
        /// The commands, read from the tool's own list.
        static func commands() throws -> [String] {
            let lines = try Tool.run("--help").text.split(separator: "\n", omittingEmptySubsequences: false)
            var commands: [String] = []
            var isListed = false
            for line in lines {
                if line.hasSuffix("SUBCOMMANDS:") { isListed = true }
                guard isListed, line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  See") else { continue }
                commands.append(String(line.split(separator: " ")[0]))
            }
            return commands
        }

        @Test func saysWhatToDoFirst() throws {
            let result = try Tool.run()
            #expect(result.status == 0)
            let beginning = result.text.split(separator: "\n").prefix(4).joined(separator: "\n")
            #expect(beginning.contains("Begin with `pkpass demo`"))
            #expect(try Self.commands().count >= 14)
        }

        @Test func saysItsVersion() throws {
            let changelog = try String(contentsOf: Tool.packageRoot.appending(path: "CHANGELOG.md"), encoding: .utf8)
            let heading = changelog.split(separator: "\n").first { $0.hasPrefix("## [") && !$0.contains("Unreleased") }
            let version = try #require(heading?.dropFirst(4).prefix { $0 != "]" })
            let result = try Tool.run("--version")
            #expect(result.status == 0 && result.text == "\(version)\n", "\(result.text)\(result.complaints)")
        }

        @Test func everyCommandHasAShortHelpWithAnExample() throws {
            for command in try Self.commands() {
                let result = try Tool.run(command, "--help")
                #expect(result.status == 0, "\(command)")
                let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.count <= 50, "\(command) has \(lines.count) lines")
                let text = result.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
                #expect(text.contains("Example: ") && text.contains("pkpass \(command) "), "\(command)")
                let wide = lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE") }
                #expect(wide.isEmpty, "\(command): \(wide)")
                let again = try Tool.run("help", command)
                #expect(again.text == result.text, "\(command)")
            }
        }

        @Test func aCommandThatIsNotThereIsNamedAndTheNearestOneGiven() throws {
            let cases = [
                ("statu", "Did you mean status?"), ("sgin", "Did you mean sign?"), ("ist", "Did you mean list?"),
            ]
            for (name, suggestion) in cases {
                for arguments in [[name], ["help", name], [name, "42", "--server", "http://127.0.0.1:1"]] {
                    let result = try Tool.run(arguments)
                    #expect(result.status == 2)
                    let said = result.complaints
                    #expect(said.contains("There is no command \"\(name)\". \(suggestion)"), "\(arguments): \(said)")
                }
            }
            for arguments in [["help", "nonsense"], ["x"], [String(repeating: "a", count: 200)]] {
                let result = try Tool.run(arguments)
                #expect(result.status == 2 && result.text.isEmpty)
                #expect(!result.complaints.contains("Did you mean"), "\(result.complaints)")
            }
            #expect(try Tool.run("help").status == 0)
            #expect(try Tool.run("help", "--help").status == 0)
        }

        @Test(arguments: ["", "-1", "0", "1", "26", "27", "39", "40", "wide"])
        func theHelpOfANarrowScreenIsWrapped(_ columns: String) throws {
            let result = try Tool.run("verify", "--help", environment: ["COLUMNS": columns])
            #expect(result.status == 0)
            #expect(result.text.contains("--anchor <anchor>"))
            let mistake = try Tool.run("verify", environment: ["COLUMNS": columns])
            #expect(mistake.status == 2 && mistake.complaints.contains("See 'pkpass verify --help'"))
        }

        @Test(.enabled(if: DemoTests.python)) func theHelpOfANarrowTerminalIsWrapped() throws {
            try withTemporaryFolder { folder in
                let screen = folder.appending(path: "screen")
                try Data().write(to: screen)
                let process = Process()
                process.executableURL = URL(filePath: "/usr/bin/python3")
                let script = """
                    import fcntl, os, pty, struct, sys, termios
                    child, terminal = pty.fork()
                    if child == 0:
                        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 20, 0, 0))
                        os.environ.pop("COLUMNS", None)
                        os.execv(sys.argv[1], sys.argv[1:])
                    try:
                        while part := os.read(terminal, 4096): os.write(1, part)
                    except OSError: pass
                    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
                    """
                let tool = Tool.products.appending(path: "pkpass").path
                process.arguments = ["-c", script, tool, "verify", "--help"]
                process.standardInput = FileHandle.nullDevice
                process.standardOutput = try FileHandle(forWritingTo: screen)
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
                #expect(try String(contentsOf: screen, encoding: .utf8).contains("--anchor <anchor>"))
            }
        }

        @Test func aMistakeIsAnsweredWithTheRemedy() throws {
            for arguments in [["nonsense"], ["serve"], ["verify", "--nonsense"], ["sign"]] {
                let result = try Tool.run(arguments)
                #expect(result.status == 2, "\(arguments)")
                #expect(result.complaints.contains("See 'pkpass"), "\(arguments): \(result.complaints)")
                #expect(result.text.isEmpty, "\(arguments)")
            }
            let missing = try Tool.run("verify", "/nowhere/at all.pkpass")
            #expect(missing.status == 2)
            #expect(missing.complaints.contains("Check the path"))
        }

        @Test(arguments: [
            [], ["--outbox", "out", "--webhook", "https://a.example", "--webhook-secret-env", "S"],
            ["--webhook", "https://a.example"], ["--outbox", "out", "--webhook-secret-env", "S"],
        ])
        func aServerSendsItsMessagesToOnePlace(_ place: [String]) throws {
            let options = [
                "--database", "passes.db", "--listen", "127.0.0.1:0", "--public-url", "https://a.example",
                "--recipients", "people.json", "--no-authentication",
            ]
            let result = try Tool.run(["serve"] + options + place)
            #expect(result.status == 2)
            #expect(result.complaints.contains("--webhook"), "\(result.complaints)")
        }

        @Test(arguments: ["crm:hunter2", "hunter 2", "2hunter", "hünter2", "hunter-2", ""])
        func aSecretInPlaceOfAVariableIsNotShown(_ secret: String) throws {
            let commands = [
                ["status", "1", "--server", "http://127.0.0.1:1", "--credentials-env", secret],
                ["identity", "/dev/null", "--password-env", secret],
                ["lint", "a.pkpass", "--identity", "/dev/null", "--password-env", secret],
                [
                    "serve", "--database", "a.db", "--listen", "127.0.0.1:0", "--public-url", "https://a.example",
                    "--recipients", "a.json", "--no-authentication", "--webhook", "https://a.example",
                    "--webhook-secret-env", secret,
                ],
            ]
            for command in commands {
                let result = try Tool.run(command)
                #expect(result.status == 2, "\(command)")
                #expect(result.complaints.contains("takes the NAME of a variable"), "\(result.complaints)")
                #expect(secret.isEmpty || !result.complaints.contains(secret))
                let json = try Tool.run(command + ["--json"])
                #expect(secret.isEmpty || !json.text.contains(secret) && !json.complaints.contains(secret))
            }
        }

        @Test(arguments: [
            (["--webhook", "https://a.example"], "Both --outbox and --webhook"),
            (["--credentials-env", "API"], "Both --credentials-env and --no-authentication"),
            (["--no-push", "--apns", "127.0.0.1:1"], "Both --no-push and --apns"),
            (["--apns-root", "a.pem"], "--apns-root is for the service of --apns"),
        ])
        func optionsThatExcludeEachOtherAreRefused(_ options: [String], _ complaint: String) throws {
            let serve = [
                "serve", "--database", "a.db", "--listen", "127.0.0.1:0", "--public-url", "https://a.example",
                "--recipients", "people.json", "--no-authentication", "--outbox", "outbox",
            ]
            let result = try Tool.run(serve + options)
            #expect(result.status == 2)
            #expect(result.complaints.contains(complaint), "\(result.complaints)")
        }

        @Test(arguments: [[:], ["NO_COLOR": "1"], ["CLICOLOR_FORCE": "1", "TERM": "xterm-256color"]])
        func noColourGoesWhereThereIsNoTerminal(_ environment: [String: String]) throws {
            for arguments in [["--help"], ["verify", "/nowhere"], ["explain", "archive.name"], ["nonsense"]] {
                let result = try Tool.run(arguments, environment: environment)
                #expect(!result.output.contains(0x1B), "\(arguments)")
                #expect(!result.complaints.utf8.contains(0x1B), "\(arguments)")
            }
        }

        @Test(arguments: ["bash", "zsh", "fish"]) func completesItsCommandsInAShell(_ shell: String) throws {
            let result = try Tool.run("--generate-completion-script", shell)
            #expect(result.status == 0)
            for command in try Self.commands() { #expect(result.text.contains(command), "\(command)") }
        }
    }
#endif
