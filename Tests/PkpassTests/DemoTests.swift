#if CommandLineTool
    import Foundation
    import PassKitCore
    import Testing

    @Suite struct DemoTests {
        static let python = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

        static let hasOtherPrograms =
            python
            && ["unzip", "openssl"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }

        /// Judges the demo's passes by other programs than our own: unzip, Python's hashes, OpenSSL's verifier.
        static let independentCheck = """
            set -eu
            for pass in "$1"/ticket.pkpass "$1"/downloaded.pkpass; do
                work=$(mktemp -d)
                unzip -tqq "$pass"
                unzip -qq "$pass" -d "$work"
                python3 - "$work" <<'PYTHON'
            import hashlib, json, os, sys
            root = sys.argv[1]
            manifest = json.load(open(os.path.join(root, "manifest.json")))
            files = {}
            for folder, _, names in os.walk(root):
                for name in names:
                    path = os.path.relpath(os.path.join(folder, name), root)
                    if path not in ("manifest.json", "signature"):
                        files[path] = hashlib.sha1(open(os.path.join(root, path), "rb").read()).hexdigest()
            assert files == manifest, (files, manifest)
            PYTHON
                openssl cms -verify -binary -inform DER -in "$work/signature" -content "$work/manifest.json" \\
                    -CAfile "$1/authority/ca.pem" -purpose any -out /dev/null
                rm -r "$work"
            done
            """

        @Test func tellsItsStepsInOneDocument() throws {
            try withTemporaryFolder { folder in
                let directory = folder.appending(path: "demo").path
                let result = try Tool.run("demo", "--directory", directory, "--json")
                #expect(result.status == 0, "\(result.complaints)")
                let document = try JSONValue(parsing: result.text.utf8)
                #expect(document["directory"]?.stringValue == directory)
                let steps = document["steps"]?.arrayValue?.compactMap { $0["step"]?.stringValue } ?? []
                #expect(steps.starts(with: ["authority", "pass"]) && steps.contains("verify"))
                #expect(steps.last == "server")

                let again = try Tool.run("demo", "--directory", directory, "--json")
                #expect(again.status == 2)
                #expect(try JSONValue(parsing: again.text.utf8)["error"]?["code"]?.stringValue == "tool.file")
            }
        }

        @Test(.enabled(if: hasOtherPrograms)) func leavesPassesThatOtherProgramsAccept() throws {
            try withTemporaryFolder { folder in
                let directory = folder.appending(path: "demo").path
                #expect(try Tool.run("demo", "--directory", directory).status == 0)
                let check = Process()
                check.executableURL = URL(filePath: "/bin/bash")
                check.arguments = ["-c", Self.independentCheck, "check", directory]
                try check.run()
                check.waitUntilExit()
                #expect(check.terminationStatus == 0)
            }
        }

        @Test func deliversMessagesAndPassesAndWritesOverNothing() throws {
            try withTemporaryFolder { folder in
                let directory = folder.appending(path: "demo").path
                let result = try Tool.run("demo", "--directory", directory)
                #expect(result.status == 0, "\(result.complaints)")
                #expect(result.text.contains("trusted"))
                #expect(result.text.contains("fetched 1 changed pass, and shows: Now at gate B7"))

                let names = try FileManager.default.contentsOfDirectory(atPath: directory + "/outbox")
                #expect(names.contains { $0.hasSuffix(".eml") } && names.contains { $0.hasSuffix(".sms.json") })
                for name in names {
                    let text = try String(contentsOfFile: directory + "/outbox/" + name, encoding: .utf8)
                    #expect(!text.contains("##"), "\(name) has a placeholder left")
                }

                let ticket = try Data(contentsOf: URL(filePath: directory + "/ticket.pkpass"))
                let again = try Tool.run("demo", "--directory", directory)
                #expect(again.status == 2)
                #expect(again.complaints.contains("demo/authority/ca.pem is there already"), "\(again.complaints)")
                #expect(try Data(contentsOf: URL(filePath: directory + "/ticket.pkpass")) == ticket)
            }
        }

        static let setpriv = "/usr/bin/setpriv"

        /// Root may set any option of a socket, others may not: the demo is for them, too.
        @Test(.enabled(if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: setpriv)))
        func needsNoRightsOverTheNetwork() throws {
            try withTemporaryFolder { folder in
                let process = Process()
                process.executableURL = URL(filePath: Self.setpriv)
                process.arguments = [
                    "--bounding-set=-net_admin", Tool.products.appending(path: "pkpass").path, "demo", "--directory",
                    folder.appending(path: "demo").path,
                ]
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
            }
        }

        @Test(arguments: ["ticket.pkpass", "passes.db", "outbox"])
        func writesNothingWhereAFileOfItsNamesIs(_ name: String) throws {
            try withTemporaryFolder { folder in
                try Data("mine".utf8).write(to: folder.appending(path: name))
                let result = try Tool.run("demo", "--directory", folder.path)
                #expect(result.status == 2)
                #expect(result.complaints.contains("/\(name) is there already"), "\(result.complaints)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
            }
        }

        @Test func saysWhereItsFilesAreWhenItFails() throws {
            try withTemporaryFolder { folder in
                let missing = folder.appending(path: "missing.pkpass").path
                let result = try Tool.run("demo", "--pass", missing, environment: ["TMPDIR": folder.path])
                #expect(result.status == 2)
                let left = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first)
                #expect(result.complaints.contains("The files of the demo are in \(folder.path)/\(left)"))
            }
        }

        @Test(.enabled(if: Tool.hasCorpus)) func distributesARealPassByteForByte() throws {
            let pass = Tool.corpus.appending(path: "passes/apple-event.pkpass")
            try withTemporaryFolder { folder in
                let result = try Tool.run("demo", "--directory", folder.path, "--pass", pass.path)
                #expect(result.status == 0, "\(result.complaints)")
                let bytes = try Data(contentsOf: folder.appending(path: "downloaded.pkpass"))
                #expect(try bytes == Data(contentsOf: pass))
            }
        }
    }
#endif
