#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// `pkpass identity`.
    @Suite struct IdentityTests {
        /// Runs the command on a file with the bytes.
        private func identity(
            _ bytes: [UInt8],
            _ arguments: [String] = [],
            environment: [String: String] = [:]
        ) throws -> Tool.Result {
            try withTemporaryFolder { folder in
                let file = folder.appending(path: "identity").path
                try Data(bytes).write(to: URL(filePath: file))
                return try Tool.run(["identity", file] + arguments, environment: environment)
            }
        }

        @Test func tellsWhatAP12Holds() throws {
            let authority = try TestAuthority(allowsNFC: true)
            let bytes = try authority.pkcs12(password: "secret")
            let result = try identity(bytes, ["--password-env", "P12", "--json"], environment: ["P12": "secret"])
            #expect(result.status == 0, "\(result.text)")
            let json = try result.json
            #expect(json["maySign"] == true)
            #expect(json["passTypeIdentifier"] == .string(authority.passTypeIdentifier))
            #expect(json["teamIdentifier"] == .string(authority.teamIdentifier))
            #expect(json["allowsNFC"] == true && json["hasKey"] == true && json["hasIssuer"] == true)
            #expect(json["daysLeft"] == 364)
            #expect(json["form"] == "pkcs12" && json["keyType"] == "P-256")
            #expect(json["findings"]?.arrayValue?.isEmpty == true)

            let text = try identity(bytes, ["--password-env", "P12"], environment: ["P12": "secret"]).text
            #expect(text.hasPrefix("signs passes of pass.com.example.ticket for team TEAMID1234"), "\(text)")
            #expect(text.contains("364 days left"))
        }

        @Test func takesTheFilesThatTheAuthorityLeaves() throws {
            try withTemporaryFolder { folder in
                let directory = folder.appending(path: "dev").path
                #expect(try Tool.run("authority", directory).status == 0)
                let whole = try Tool.run(
                    "identity",
                    "\(directory)/pass.pem",
                    "--key",
                    "\(directory)/pass.key",
                    "--json"
                )
                #expect(whole.status == 0)
                #expect(try whole.json["hasKey"] == true && whole.json["hasIssuer"] == true)
                let bare = try Tool.run("identity", "\(directory)/pass.pem", "--json")
                #expect(bare.status == 0)
                #expect(try bare.json["hasKey"] == false)
                #expect(try bare.json["findings"]?[0]?["severity"] == "note")
            }
        }

        @Test func anAuthorityIsReplacedOnlyByForce() throws {
            try withTemporaryFolder { folder in
                let directory = folder.appending(path: "dev")
                func contents() throws -> [Data] {
                    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
                    return try names.map { try Data(contentsOf: directory.appending(path: $0)) }
                }
                #expect(try Tool.run("authority", directory.path).status == 0)
                let first = try contents()
                let again = try Tool.run("authority", directory.path)
                #expect(again.status == 2)
                #expect(again.complaints.contains("dev/ca.pem is there already"), "\(again.complaints)")
                #expect(again.complaints.contains("--force"))
                #expect(try contents() == first)

                #expect(try Tool.run("authority", directory.path, "--force").status == 0)
                let second = try contents()
                #expect(second.count == first.count && zip(first, second).allSatisfy { $0 != $1 })
            }
        }

        /// Whichever of the files is there, nothing is written.
        @Test func noneOfAnAuthorityIsWrittenBesideAFileOfItsNames() throws {
            try withTemporaryFolder { folder in
                try Data("mine".utf8).write(to: folder.appending(path: "pass.p12"))
                let result = try Tool.run("authority", folder.path, "--json")
                #expect(result.status == 2)
                #expect(try result.json["error"]?["code"] == "tool.file")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pass.p12"])
            }
        }

        @Test func saysWhyItWouldBeRefused() throws {
            let authority = try TestAuthority(
                validFrom: .now.addingTimeInterval(-500 * 86_400),
                flaws: [.noMarker]
            )
            let result = try identity(authority.certificatePEM, ["--json"])
            #expect(result.status == 1)
            let json = try result.json
            #expect(json["maySign"] == false)
            let codes = json["findings"]?.arrayValue?.compactMap { $0["code"]?.stringValue } ?? []
            #expect(codes.starts(with: ["signing.certificate-expired", "signing.marker"]), "\(codes)")
            let text = try identity(authority.certificatePEM)
            #expect(text.status == 1 && text.text.hasPrefix("refused:") && text.text.contains("expired"))
        }

        @Test func aMissingPasswordIsAskedForByTheOption() throws {
            try PassFiles.with { files in
                let pass = try files.signedPass()
                let people = try files.write(Array("[]".utf8), "people.json")
                let encrypted = try files.write(files.authority.pkcs12(password: "secret"), "encrypted.p12")
                let unlocked = try files.write(files.authority.pkcs12(password: ""), "unlocked.p12")
                func commands(_ identity: String) -> [[String]] {
                    [
                        ["sign", pass, "--identity", identity, "-o", files.path("out.pkpass"), "--json"],
                        ["lint", files.path("Ticket.pass"), "--identity", identity, "--json"],
                        ["identity", identity, "--json"],
                    ]
                }
                _ = try files.passFolder()
                let serve = [
                    "serve", "--database", files.path("a.db"), "--listen", "127.0.0.1:0", "--public-url",
                    "https://a.example", "--recipients", people, "--no-authentication", "--outbox", files.path("out"),
                    "--identity", encrypted,
                ]
                let remedy = "\(encrypted) is encrypted. Name the variable with its password: --password-env."
                let served = try Tool.run(serve)
                #expect(served.status == 2)
                #expect(served.complaints.contains("\(remedy) [signing.password-needed]"), "\(served.complaints)")
                for command in commands(encrypted) {
                    let result = try Tool.run(command)
                    #expect(result.status == 2)
                    #expect(try result.json["error"]?["code"] == "signing.password-needed", "\(command)")
                    #expect(try result.json["error"]?["message"] == .string(remedy))
                    let wrong = try Tool.run(command + ["--password-env", "P12"], environment: ["P12": "wrong"])
                    #expect(wrong.status == 2)
                    #expect(try wrong.json["error"]?["code"] == "signing.wrong-password")
                    #expect(try wrong.json["error"]?["message"]?.stringValue?.hasPrefix("\(encrypted): ") == true)
                }
                // No password is no fault of a file that has none.
                for command in commands(unlocked) {
                    let result = try Tool.run(command)
                    #expect(result.status == 0, "\(command): \(result.text) \(result.complaints)")
                }
            }
        }

        static let openssl = "/usr/bin/openssl"

        @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: openssl)))
        func aKeyThatDoesNotOpenIsBadInput() throws {
            try PassFiles.with { files in
                let certificate = try files.write(files.authority.certificatePEM, "pass.pem")
                let plain = try files.write(files.authority.privateKeyPEM, "plain.key")
                let encrypted = files.path("encrypted.key")
                let process = Process()
                process.executableURL = URL(filePath: Self.openssl)
                process.arguments = ["pkcs8", "-topk8", "-in", plain, "-out", encrypted, "-passout", "pass:test"]
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)

                let arguments = ["identity", certificate, "--key", encrypted, "--json"]
                let cases: [(password: String?, code: String?)] = [
                    ("test", nil), ("wrong", "signing.wrong-password"), (nil, "signing.password-needed"),
                ]
                for (password, code) in cases {
                    let option = password == nil ? [] : ["--password-env", "KEY"]
                    let result = try Tool.run(arguments + option, environment: ["KEY": password ?? ""])
                    #expect(result.status == (code == nil ? 0 : 2), "\(result.text)")
                    #expect(try result.json["error"]?["code"]?.stringValue == code)
                    let message = try result.json["error"]?["message"]?.stringValue
                    #expect(code == nil || message?.hasPrefix(encrypted) == true, "\(result.text)")
                }
            }
        }

        @Test func aCertificateWithoutItsKeyAsksForTheFileOfTheKey() throws {
            try PassFiles.with { files in
                let certificate = try files.write(files.authority.certificatePEM, "pass.pem")
                let arguments = ["sign", try files.signedPass(), "-o", files.path("out.pkpass"), "--json"]
                let result = try Tool.run(arguments + ["--identity", certificate])
                #expect(result.status == 2)
                #expect(try result.json["error"]?["code"] == "signing.key-unreadable")
                let message = "\(certificate) holds no private key. Name the file that does: --key."
                #expect(try result.json["error"]?["message"] == .string(message))

                let broken = try files.write(Array("hello".utf8), "broken.pem")
                let named = try Tool.run(arguments + ["--identity", certificate, "--key", broken])
                #expect(try named.json["error"]?["message"]?.stringValue?.hasPrefix("\(broken): ") == true)
                let identity = try files.identity()
                let other = try Tool.run(arguments + ["--identity", identity, "--intermediate", broken])
                #expect(try other.json["error"]?["message"]?.stringValue?.hasPrefix("\(broken): ") == true)
            }
        }

        @Test func whatCannotBeReadExitsWithTwo() throws {
            let file = try TestAuthority().pkcs12(password: "secret")
            let cases: [([UInt8], [String], String)] = [
                (Array("hello".utf8), [], "signing.pkcs12-unreadable"), (file, [], "signing.password-needed"),
                (file, ["--password-env", "P12"], "signing.wrong-password"),
                (file, ["--password-env", "NO_SUCH_VARIABLE"], "tool.usage"),
            ]
            for (bytes, arguments, code) in cases {
                let result = try identity(bytes, arguments + ["--json"], environment: ["P12": "wrong"])
                #expect(result.status == 2)
                #expect(try result.json["error"]?["code"] == .string(code))
            }
            #expect(try Tool.run("identity", "/no/such/file").status == 2)
        }
    }
#endif
