#if CommandLineTool
    import Foundation
    import PassKitCore
    import Testing

    /// The commands that talk to a server of the update API.
    @Suite struct RemoteToolTests {
        @Test func asksForAnUpdateAndFollowsIt() throws {
            try RunningServer.run { server in
                let update = try server.update(server.content())
                #expect(update.status == 0, "\(update.complaints)")
                #expect(try update.json["description"] == "Request Queued. ")
                let request = try #require(try update.json["requestId"]?.stringValue)

                let status = try server.run("status", request, "--json")
                #expect(status.status == 0, "\(status.complaints)")
                #expect(try status.json["requestId"]?.stringValue == request)
                #expect(try status.json["total"] == 1)
                let delivery = try #require(try status.json["passes"]?[0])
                #expect(delivery["audienceId"] == 48494)
                #expect(delivery["channelStatusList"]?[0]?["channelType"] == "EMAIL")

                let words = try server.run("status", request)
                #expect(words.text.contains("for 48494\n  EMAIL: "))
            }
        }

        @Test func issuesForPeopleWhoDoNotHoldThePass() throws {
            try RunningServer.run { server in
                let issue = try server.run("update", "--issue", "--pass", server.pass, "--content", server.content())
                #expect(issue.status == 0, "\(issue.complaints)")
                #expect(issue.text.hasPrefix("Request Queued. Its id is "))
            }
        }

        @Test func cancelsARequestOrOneOfItsPasses() throws {
            try RunningServer.run { server in
                let later = Int(Date.now.timeIntervalSince1970 * 1000) + 3_600_000
                let content = try server.content(["startTimeStamp": .number(JSONNumber(later))])
                func request() throws -> String {
                    let update = try server.update(content)
                    return try #require(try update.json["requestId"]?.stringValue, "\(update.complaints)")
                }
                func passes(_ request: String) throws -> JSONValue? {
                    try server.run("status", request, "--json").json["passes"]
                }

                let first = try request()
                let cancel = try server.run("cancel", first, "--json")
                #expect(cancel.status == 0, "\(cancel.complaints)")
                #expect(try cancel.json["cancelled"]?.arrayValue?.count == 1)
                #expect(try cancel.json["refused"] == [])
                #expect(try passes(first)?[0]?["channelStatusList"]?[0]?["channelStatus"] == "cancelled")

                let again = try server.run("cancel", first, "--json")
                #expect(again.status == 1)
                #expect(try again.json["cancelled"] == [])
                #expect(try again.json["refused"]?[0]?["code"]?.stringValue?.isEmpty == false)

                let second = try request()
                let pass = try #require(try passes(second)?[0]?["id"])
                let one = try server.run("cancel", pass.stringValue ?? pass.description)
                #expect(one.status == 0, "\(one.complaints)")
                #expect(one.text.hasSuffix(" is cancelled.\n"))

                let unknown = try server.run("cancel", "1", "--json")
                #expect(unknown.status == 2)
                #expect(try unknown.json["error"]?["code"] == "update.unknown-request")
            }
        }

        @Test func saysWhatAServerRefusesAndWhy() throws {
            try RunningServer.run { server in
                let stranger = try server.update(server.content(), credentials: "crm:wrong")
                #expect(stranger.status == 3)
                #expect(try stranger.json["error"]?["code"]?.stringValue == "transport.unauthorized")

                let refused = try server.update(server.content(["recipients": ["recipient": []]]))
                #expect(refused.status == 2)
                #expect(try refused.json["error"]?["code"] == "update.no-recipients")

                let unknown = try server.run("status", "1", "--json")
                #expect(unknown.status == 2)
                #expect(try unknown.json["error"]?["code"] == "update.unknown-request")
            }
        }

        @Test func aServerThatIsNotThereIsAFailureOfItsOwn() throws {
            let result = try Tool.run("status", "1", "--server", "http://127.0.0.1:1", "--json")
            #expect(result.status == 3)
            #expect(try result.json["error"]?["code"] == "transport.unavailable")
        }

        @Test(arguments: ["127.0.0.1:8080", "ftp://a.example", "https://", "https://a.example?a=b"])
        func anAddressThatIsNoneIsNamed(_ address: String) throws {
            let result = try Tool.run("status", "1", "--server", address, "--json")
            #expect(result.status == 2)
            #expect(try result.json["error"]?["code"] == "transport.address")
            let message = try result.json["error"]?["message"]?.stringValue
            #expect(message?.hasPrefix("--server \"\(address)\" is no address of a server.") == true, "\(result.text)")
        }

        @Test func thePathOfTheAPIIsNoPartOfAnAddress() throws {
            let address = "https://a.example/vpns/api/v1/message/pass/import/update"
            let result = try Tool.run("status", "1", "--server", address)
            #expect(result.status == 2)
            #expect(result.complaints.hasSuffix("Give https://a.example/vpns. [transport.address]\n"))
        }

        @Test func aServerWithoutTLSAndOneThatAsksForCredentialsAreToldApart() throws {
            try RunningServer.run { server in
                let secure = server.url.replacing("http://", with: "https://")
                let tls = try Tool.run("status", "1", "--server", secure)
                #expect(tls.status == 3)
                #expect(tls.complaints.contains("speaks no TLS"), "\(tls.complaints)")
                #expect(!tls.complaints.contains("SSL"), "\(tls.complaints)")

                let nobody = try Tool.run("status", "1", "--server", server.url)
                #expect(nobody.status == 3)
                #expect(nobody.complaints.contains("none were sent. Give --credentials-env."), "\(nobody.complaints)")
                let wrong = try server.run("status", "1", credentials: "crm:wrong")
                #expect(wrong.status == 3)
                #expect(!wrong.complaints.contains("none were sent"), "\(wrong.complaints)")
            }
        }

        @Test(arguments: [
            ["--credentials", "basic"], ["--login", "https://a.example"], ["--credentials-header", "X-Key"],
            ["--credentials-env", "API", "--login", "https://a.example"],
            ["--credentials-env", "API", "--credentials-header", "X-Key"],
            ["--credentials-env", "API", "--credentials", "access-token", "--credentials-header", "X-Key"],
        ])
        func whatWouldBePassedOverIsRefused(_ options: [String]) throws {
            let arguments = ["status", "1", "--server", "http://127.0.0.1:1"] + options
            let result = try Tool.run(arguments, environment: ["API": "a:b"])
            #expect(result.status == 2)
            #expect(result.complaints.contains("--credentials"), "\(result.complaints)")
        }

        @Test func aPasswordInAnAddressIsNotShown() throws {
            let result = try Tool.run("status", "1", "--server", "https://crm:hunter2@a.example")
            #expect(result.status == 2)
            #expect(result.complaints.hasPrefix("pkpass: --server is no address"), "\(result.complaints)")
            #expect(!result.complaints.contains("hunter2"))
        }

        @Test(arguments: ["status", "cancel"]) func anEmptyIdIsAskedFor(_ command: String) throws {
            let result = try Tool.run(command, "", "--server", "http://127.0.0.1:1")
            #expect(result.status == 2)
            #expect(result.complaints.contains("Give the id"), "\(result.complaints)")
        }

        @Test(arguments: ["0", "-5", "86401", "9223372036854775807", "99999999999999999999", "soon"])
        func anExchangeTakesASecondToADay(_ timeout: String) throws {
            let result = try Tool.run("status", "1", "--server", "http://127.0.0.1:1", "--timeout", timeout)
            #expect(result.status == 2)
            #expect(result.complaints.contains("Give 1 to 86400 seconds."), "\(result.complaints)")
        }

        @Test(arguments: ["1", "86400"]) func theLeastAndTheMostSecondsAreTaken(_ timeout: String) throws {
            let result = try Tool.run("status", "1", "--server", "http://127.0.0.1:1", "--timeout", timeout)
            #expect(result.status == 3, "\(result.complaints)")
        }

        /// The bytes of the two requests differ, and the server still answers them with the same bytes.
        @Test(.enabled(if: ServeTests.hasCurl)) func curlAndOurClientGetTheSameReply() throws {
            try RunningServer.run { server in
                let content = try server.content()
                let ours = try server.update(content, "--idempotency-key", "one")
                let curl = Process()
                curl.executableURL = URL(filePath: "/usr/bin/curl")
                let reply = server.folder.appending(path: "reply.json")
                curl.arguments = [
                    "--silent", "--fail", "--user", RunningServer.credentials, "--header", "Idempotency-Key: one",
                    "--form", "pkPass=@\(server.pass)", "--form", "passContent=<\(content)",
                    "--output", reply.path, "\(server.url)/vpns/api/v1/message/pass/import/update",
                ]
                try curl.run()
                curl.waitUntilExit()
                #expect(curl.terminationStatus == 0)
                let theirs = try JSONValue(parsing: [UInt8](Data(contentsOf: reply)))
                #expect(try ours.json == theirs)
                #expect(theirs["requestId"]?.stringValue?.isEmpty == false)
            }
        }

        @Test(.enabled(if: DemoTests.python)) func showsTheProgressOfALargeUploadOnATerminal() throws {
            try RunningServer.run { server in
                let large = server.folder.appending(path: "large.bin")
                try Data(repeating: 0x5A, count: 2_000_000).write(to: large)
                let content = try server.content()
                let arguments = [
                    "update", "--server", server.url, "--pass", server.pass, "--content", content,
                    "--credentials-env", "API", "--image", "logo@2x=\(large.path)",
                ]
                let screen = try onATerminal(arguments, in: server)
                #expect(screen.contains("\r[##############################] 100 %"), "\(screen)")
                let small = Array(arguments.dropLast(2))
                #expect(try !onATerminal(small, in: server).contains("100 %"))
                let elsewhere = try Tool.run(arguments, environment: ["API": RunningServer.credentials])
                #expect(!elsewhere.complaints.contains("100 %"))
            }
        }

        /// What the tool writes when it runs in a terminal.
        private func onATerminal(_ arguments: [String], in server: RunningServer) throws -> String {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/python3")
            let script = "import pty, sys; pty.spawn(sys.argv[1:])"
            process.arguments = ["-c", script, Tool.products.appending(path: "pkpass").path] + arguments
            process.environment = ProcessInfo.processInfo.environment.merging(["API": RunningServer.credentials]) { $1 }
            process.standardInput = FileHandle.nullDevice
            let screen = server.folder.appending(path: "screen-\(UUID().uuidString)")
            try Data().write(to: screen)
            process.standardOutput = try FileHandle(forWritingTo: screen)
            try process.run()
            process.waitUntilExit()
            return try String(contentsOf: screen, encoding: .utf8)
        }
    }
#endif
