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
            let missing = try Tool.run("devices", "--database", "/nonexistent/passes.db", "--json")
            #expect(missing.status == 3)
            #expect(try missing.json["error"]?["code"] == "store.cannot-open")
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
