#if CommandLineTool
    import Foundation
    import PassKitAPNsDouble
    import PassKitCore
    import PassKitTesting
    import Testing

    /// Pushing with the tool, to a double of Apple's service in this process.
    @Suite(.timeLimit(.minutes(30))) struct PushToolTests {
        static let pass = "\(SamplePass.passTypeIdentifier)/E-1029"

        /// Runs a test in a folder with a double and the PEM of its root.
        static func withService(
            of authority: URL,
            in folder: URL,
            _ body: (APNsDouble, _ options: [String]) async throws -> Void
        ) async throws {
            let root = [UInt8](try Data(contentsOf: authority.appending(path: "ca.pem")))
            let service = try await APNsDouble(trusting: [root])
            let file = folder.appending(path: "service.pem")
            try Data(service.identity.rootPEM).write(to: file)
            do {
                try await body(service, ["--apns", "\(service.host):\(service.port)", "--apns-root", file.path])
            } catch {
                try? await service.stop()
                throw error
            }
            try await service.stop()
        }

        static func withFolder(_ body: (URL) async throws -> Void) async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "pkpass-tests-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try await body(folder)
        }

        /// The demo leaves a database in which its phone is registered.
        @Test func pushesByHandToTheDevicesOfAPass() async throws {
            try await Self.withFolder { folder in
                let demo = folder.appending(path: "demo")
                let made = try Tool.run("demo", "--directory", demo.path)
                #expect(made.status == 0, "\(made.complaints)")
                let authority = demo.appending(path: "authority")
                try await Self.withService(of: authority, in: folder) { service, options in
                    func push(_ pass: String) throws -> Tool.Result {
                        try Tool.run(
                            [
                                "push", pass, "--database", demo.appending(path: "passes.db").path, "--identity",
                                authority.appending(path: "pass.p12").path, "--password-env", "P12", "--json",
                            ] + options,
                            environment: ["P12": "test"]
                        )
                    }
                    let first = try push(Self.pass)
                    #expect(first.status == 0, "\(first.text)")
                    #expect(try first.json["devices"] == 1 && first.json["accepted"] == 1)
                    let received = try #require(service.pushes.first)
                    #expect(received.topic == SamplePass.passTypeIdentifier && received.payload == Array("{}".utf8))

                    // The same pass, named by its file.
                    #expect(try push(demo.appending(path: "ticket.pkpass").path).status == 0)

                    service.answer(.refuse(400, reason: "BadDeviceToken"), to: try PushToken(received.token))
                    let refused = try push(Self.pass)
                    #expect(refused.status == 1)
                    #expect(try refused.json["refused"]?["BadDeviceToken"] == 1)

                    #expect(try push("\(SamplePass.passTypeIdentifier)/unknown").status == 1)
                    #expect(try push("nothing").status == 2)
                    #expect(service.seen.count == 3)
                }
                // Nobody listens there any more: one document, which is the error.
                let nowhere = try Tool.run(
                    [
                        "push", Self.pass, "--database", demo.appending(path: "passes.db").path, "--identity",
                        authority.appending(path: "pass.p12").path, "--password-env", "P12", "--apns", "127.0.0.1:1",
                        "--json",
                    ],
                    environment: ["P12": "test"]
                )
                #expect(nowhere.status == 3)
                #expect(try nowhere.json["error"]?["code"] == "transport.push-connection", "\(nowhere.text)")
                let message = try #require(try nowhere.json["error"]?["message"]?.stringValue)
                #expect(!message.contains("cause") && !message.contains("443"), "\(message)")
                #expect(message.contains("127.0.0.1, port 1: ") && message.contains("refused"), "\(message)")
            }
        }

        /// Registers a device by its pass's token, as a phone does, and changes the pass.
        static let script = """
            set -eu
            pkpass=$1
            cd "$2"
            shift 2
            echo '[{"id":"48494","name":"Ada","email":"ada@example.com","emailSubscription":true}]' >people.json
            content='{"recipients":{"recipient":[{"id":"48494"}]},"passIntegrationConfig":{"passIssueNotificationDetails":'
            content+='[{"channel":"EMAIL","enabled":true,"subject":"Ticket","messageContent":"##Email Pass Link##"}]}}'
            echo "$content" >content.json
            export P12=test
            "$pkpass" serve --database passes.db --listen 127.0.0.1:0 --public-url https://passes.example.com \\
                --recipients people.json --outbox outbox --identity dev/pass.p12 --password-env P12 \\
                --no-authentication --rewrite-web-service "$@" >log 2>errors &
            server=$!
            trap 'kill -9 "$server" 2>/dev/null || true' EXIT
            for _ in $(seq 400); do grep -q '^listening on ' log && break; sleep 0.05; done
            url=$(sed -n 's/^listening on //p' log)
            import() {
                "$pkpass" sign "$3" --identity dev/pass.p12 --password-env P12 -o "$1.pkpass" \\
                    --set "eventTicket.headerFields[0].value=$2" --set authenticationToken=a-token-of-enough-characters \\
                    --set webServiceURL=https://passes.example.com/api
                "$pkpass" update --server "$url" --pass "$1.pkpass" --content content.json >/dev/null
            }
            import first A1 ticket.pkpass
            for _ in $(seq 400); do ls outbox/*.eml >/dev/null 2>&1 && break; sleep 0.05; done
            status=$(curl --silent --output /dev/null --write-out '%{http_code}' \\
                -H 'Authorization: ApplePass a-token-of-enough-characters' -H 'Content-Type: application/json' \\
                -d '{"pushToken":"aabbcc"}' "$url/v1/devices/d1/registrations/pass.com.example.ticket/E-1029")
            test "$status" = 201
            import second B7 ticket.pkpass
            for _ in $(seq 400); do test -e pushed && break; sleep 0.05; done
            kill -TERM "$server"
            wait "$server"
            """

        @Test(.enabled(if: ServeTests.hasCurl)) func theServerPushesToARegisteredDevice() async throws {
            try await Self.withFolder { folder in
                let made = try Tool.run("authority", folder.appending(path: "dev").path)
                #expect(made.status == 0, "\(made.complaints)")
                let unsigned = try SamplePass.package().archive().bytes()
                try Data(unsigned).write(to: folder.appending(path: "ticket.pkpass"))
                try await Self.withService(of: folder.appending(path: "dev"), in: folder) { service, options in
                    let process = Process()
                    process.executableURL = URL(filePath: "/bin/bash")
                    let tool = Tool.products.appending(path: "pkpass").path
                    process.arguments = ["-xc", Self.script, "serve", tool, folder.path] + options
                    let trace = folder.appending(path: "trace")
                    try Data().write(to: trace)
                    process.standardError = try FileHandle(forWritingTo: trace)
                    process.standardOutput = FileHandle.nullDevice
                    try process.run()
                    let pushes = try? await service.pushes(count: 1, within: .seconds(900))
                    try Data().write(to: folder.appending(path: "pushed"))
                    process.waitUntilExit()
                    let text = try String(contentsOf: trace, encoding: .utf8)
                    #expect(process.terminationStatus == 0, "\(text.suffix(1500))")
                    #expect(pushes?.first?.token == "aabbcc", "\(text.suffix(1500))")
                }
            }
        }
    }
#endif
