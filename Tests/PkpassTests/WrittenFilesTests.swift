#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// What becomes of the path that `-o` names.
    @Suite struct WrittenFilesTests {
        /// Signs the sample pass by a script that has `sign`, which takes the path to write to and options.
        private func sign(_ files: PassFiles, _ script: String) throws -> Tool.Result {
            _ = try files.passFolder()
            _ = try files.identity()
            let function = #"sign() { "$pkpass" sign Ticket.pass --identity identity.pem -o "$@"; }"#
            return try Tool.runInShell("\(function)\n\(script)", in: files.folder)
        }

        private func isPass(_ files: PassFiles, _ name: String) throws -> Bool {
            try PassVerifier(anchors: files.authority.anchors).verify(PassArchive(reading: files.read(name))).isIntact
        }

        /// The names in the folder that no test gave.
        private func leftovers(_ files: PassFiles) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: files.folder.path).filter { $0.hasSuffix(".part") }
        }

        @Test func aPipeStaysAPipe() throws {
            try PassFiles.with { files in
                let script = "mkfifo pipe && { cat pipe >read.pkpass & } && sign pipe && wait && test -p pipe"
                let result = try sign(files, script)
                #expect(result.status == 0, "\(result.complaints)")
                #expect(try isPass(files, "read.pkpass"))
            }
        }

        @Test func aLinkStaysALink() throws {
            try PassFiles.with { files in
                let script = """
                    mkdir there && echo old >there/old.pkpass && chmod 640 there/old.pkpass
                    ln -s there/old.pkpass first && ln -s first second && sign second || exit
                    ln -s there/new.pkpass dangling && sign dangling || exit
                    test -L first && test -L second && test -L dangling && ls -l there/old.pkpass
                    """
                let result = try sign(files, script)
                #expect(result.status == 0, "\(result.complaints)")
                #expect(result.text.contains("-rw-r-----"), "\(result.text)")
                for name in ["there/old.pkpass", "there/new.pkpass"] { #expect(try isPass(files, name)) }
            }
        }

        @Test func aFolderIsNoFile() throws {
            try PassFiles.with { files in
                let result = try sign(files, "mkdir there && sign there")
                #expect(result.status == 2)
                #expect(result.complaints.contains("there cannot be written: Is a directory"))
                #expect(try leftovers(files).isEmpty)
            }
        }

        @Test func theReasonIsThatOfTheSystem() throws {
            try PassFiles.with { files in
                let missing = try sign(files, "sign nowhere/signed.pkpass")
                #expect(missing.status == 2)
                #expect(missing.complaints.contains("No such file or directory. Make its folder first."))
            }
        }

        @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func aFullDiskIsCalledFull() throws {
            try PassFiles.with { files in
                let result = try sign(files, "ln -s /dev/full full && sign full")
                #expect(result.status == 2)
                #expect(result.complaints.contains("No space left on device. Make room there"))
            }
        }

        /// A file may not grow at all here, which no system takes for a lack of rights.
        static let withoutRoom = #"""
            without_room() {
                (trap "" XFSZ; ulimit -f 0; "$@") 2>&1 | cat
                return "${PIPESTATUS[0]}"
            }
            """#

        @Test func whatCannotBeWrittenLeavesTheOldFile() throws {
            try PassFiles.with { files in
                let script = "\(Self.withoutRoom)\necho old >signed.pkpass; without_room sign signed.pkpass"
                let result = try sign(files, script)
                #expect(result.status == 2)
                #expect(result.text.contains("signed.pkpass cannot be written: File too large"), "\(result.text)")
                #expect(try files.read("signed.pkpass") == Array("old\n".utf8))
                #expect(try leftovers(files).isEmpty)
            }
        }

        @Test(arguments: ["-", "/dev/stdout"]) func aDashIsTheStandardOutput(_ path: String) throws {
            try PassFiles.with { files in
                let signed = try sign(files, "sign \(path) | cat")
                #expect(signed.status == 0 && signed.complaints.isEmpty, "\(signed.complaints)")
                try files.write(signed.output, "signed.pkpass")
                #expect(try isPass(files, "signed.pkpass"))

                let bundle = #""$pkpass" bundle signed.pkpass -o \#(path) | cat"#
                let bundled = try Tool.runInShell(bundle, in: files.folder)
                #expect(bundled.status == 0 && bundled.complaints.isEmpty, "\(bundled.complaints)")
                #expect(try PassBundle(reading: bundled.output).passes.map(\.bytes) == [signed.output])
                #expect(!FileManager.default.fileExists(atPath: files.path("-")))

                let both = try Tool.run("bundle", files.path("signed.pkpass"), "-o", path, "--json")
                #expect(both.status == 2)
                #expect(try both.json["error"]?["code"] == "tool.usage")
            }
        }
    }
#endif
