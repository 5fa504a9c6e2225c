#if CommandLineTool
    import Foundation
    import PassKitCore
    import Testing

    /// Devices of a server, as the tool shows them.
    @Suite struct DevicesToolTests {
        @Test(.enabled(if: ServeTests.hasCurl)) func showsWhoRegisteredForWhat() throws {
            try RunningServer.run { server in
                let database = server.path("passes.db")
                let nobody = try Tool.run("devices", "--database", database, "--json")
                #expect(nobody.status == 0, "\(nobody.complaints)")
                #expect(try nobody.json == ["passes": []])
                #expect(try Tool.run("devices", "--database", database).text == "No device is registered.\n")

                let token = "a-token-of-enough-characters"
                let own = server.path("own.pkpass")
                let signed = try Tool.run(
                    [
                        "sign", server.pass, "--identity", server.path("dev/pass.p12"), "--password-env", "P12",
                        "--set", "webServiceURL=https://passes.example.com/api",
                        "--set", "authenticationToken=\(token)", "-o", own,
                    ],
                    environment: ["P12": "test"]
                )
                #expect(signed.status == 0, "\(signed.complaints)")
                let issued = try server.run("update", "--issue", "--pass", own, "--content", server.content())
                #expect(issued.status == 0, "\(issued.complaints)")
                let facts = try Tool.run("inspect", own, "--json").json
                let type = try #require(facts["passTypeIdentifier"]?.stringValue)
                let serial = try #require(facts["serialNumber"]?.stringValue)

                let device = "device-library-identifier"
                let path = "/vpns/api/v1/devices/\(device)/registrations/\(type)/\(serial)"
                // Taken once the pass is published.
                var (status, rounds) = ("", 0)
                while status != "201", rounds < 400 {
                    if rounds > 0 { Thread.sleep(forTimeInterval: 0.05) }
                    status = try register(server.url + path, token: token)
                    rounds += 1
                }
                #expect(status == "201")
                #expect(try register(server.url + path, token: token) == "200")
                #expect(try register(server.url + path, token: "another-token") == "401")

                let shown = try Tool.run("devices", "--database", database, "--json")
                #expect(shown.status == 0, "\(shown.complaints)")
                let passes = try shown.json["passes"]
                #expect(passes?.arrayValue?.count == 1)
                #expect(passes?[0]?["passTypeIdentifier"]?.stringValue == type)
                #expect(passes?[0]?["serialNumber"]?.stringValue == serial)
                let devices = passes?[0]?["devices"]
                #expect(devices?.arrayValue?.count == 1)
                #expect(devices?[0]?["device"] == "device-l…")
                #expect(devices?[0]?["pushToken"] == "abababab…")
                for key in ["registered", "lastSeen"] {
                    let time = devices?[0]?[key]?.stringValue
                    #expect(time.flatMap { try? Date($0, strategy: .iso8601) } != nil, "\(key)")
                }
                // Neither name is given away.
                let words = try Tool.run("devices", "--database", database)
                #expect(words.text.hasPrefix("\(type)/\(serial): 1 device\n  device-l… asked last "))
                #expect(!words.text.contains(device))
            }
        }

        @Test func saysThatThereIsNoSuchFile() throws {
            let missing = "/nonexistent/passes.db"
            let commands = [
                ["devices"], ["queue"], ["retry", "--all"],
                ["push", "pass.a/1", "--identity", "/nonexistent/pass.p12"],
            ]
            for command in commands {
                let result = try Tool.run(command + ["--database", missing, "--json"])
                #expect(result.status == 2, "\(command)")
                #expect(try result.json["error"]?["code"] == "store.cannot-open")
                #expect(try result.json["error"]?["message"]?.stringValue?.contains(missing) == true)
            }
        }

        @Test func aFileThatIsNoDatabaseIsNamed() throws {
            try PassFiles.with { files in
                let people = try files.write(Array("[]".utf8), "people.json")
                let serve = [
                    "serve", "--listen", "127.0.0.1:0", "--public-url", "https://a.example", "--recipients", people,
                    "--no-authentication", "--outbox", files.path("out"),
                ]
                let foreign = try files.write(Array("this is no database, and no SQLite file".utf8), "foreign")
                for command in [["devices"], ["queue"], ["retry", "--all"], serve] {
                    let result = try Tool.run(command + ["--database", foreign])
                    #expect(result.status == 2, "\(command)")
                    #expect(result.complaints.contains("\(foreign): "), "\(result.complaints)")
                    #expect(result.complaints.contains("[store.foreign-file]"), "\(result.complaints)")
                }
                let elsewhere = serve.map { $0 == "https://a.example" ? "example.com" : $0 }
                let address = try Tool.run(elsewhere + ["--database", files.path("passes.db")])
                #expect(address.status == 2)
                #expect(address.complaints.contains("--public-url example.com: "), "\(address.complaints)")
            }
        }

        /// The status that registering gets.
        private func register(_ url: String, token: String) throws -> String {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/curl")
            process.arguments = [
                "--silent", "--output", "/dev/null", "--write-out", "%{http_code}",
                "--header", "Authorization: ApplePass \(token)",
                "--data", #"{"pushToken":"\#(String(repeating: "ab", count: 32))"}"#, url,
            ]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let output = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: output, as: UTF8.self)
        }
    }
#endif
