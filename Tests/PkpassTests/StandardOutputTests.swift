#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// What becomes of answers that the standard output does not take.
    @Suite struct StandardOutputTests {
        static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

        /// Runs a script in a folder that holds a pass and what it is to be trusted for.
        private func run(_ script: String) throws -> Tool.Result {
            try withTemporaryFolder { folder in
                let files = try PassFiles(folder: folder, authority: TestAuthority())
                _ = try files.signedPass()
                _ = try files.anchor()
                return try Tool.runInShell(script, in: folder)
            }
        }

        @Test(
            .enabled(if: hasFullDevice),
            arguments: [
                "verify ticket.pkpass --anchor root.pem", "verify ticket.pkpass --anchor root.pem --json",
                "lint ticket.pkpass --json", "list ticket.pkpass --json", "explain archive.name", "--help",
            ]
        )
        func aFullDiskIsAFailure(_ command: String) throws {
            let result = try run(#""$pkpass" \#(command) >/dev/full"#)
            #expect(result.status == 3)
            #expect(result.complaints.contains("No space left on device"), "\(result.complaints)")
            #expect(result.complaints.contains("[tool.output]"))
        }

        @Test func aClosedOutputIsAFailure() throws {
            let result = try run(#""$pkpass" verify ticket.pkpass --anchor root.pem --json >&-"#)
            #expect(result.status == 3)
            #expect(result.complaints.contains("[tool.output]"), "\(result.complaints)")
        }

        /// Nothing of the answer may come to stand in what the tool opens.
        @Test func aClosedOutputIsNoOtherFile() throws {
            let script = #""$pkpass" authority dev >&-; test $? = 3 && cat dev/ca.pem dev/pass.key"#
            let result = try run(script)
            #expect(result.status == 0, "\(result.complaints)")
            #expect(!result.text.contains("Wrote"))
        }

        @Test(arguments: ["", #"trap "" PIPE; "#])
        func aReaderThatHasReadEnoughIsNoFailure(_ preparation: String) throws {
            let command = #"sleep 0.2; "$pkpass" explain"#
            let result = try run(#"(\#(preparation)\#(command)) | true; echo "${PIPESTATUS[0]}""#)
            #expect(result.complaints.isEmpty, "\(result.complaints)")
            // 141: ended by SIGPIPE, as every program is that does not ask otherwise.
            #expect(preparation.isEmpty ? ["0\n", "141\n"].contains(result.text) : result.text == "0\n")
        }
    }
#endif
