#if CommandLineTool
    import Foundation
    import PassKitCore
    import Testing

    /// The server as a process of its own, with real sockets and a real end.
    @Suite struct ServeTests {
        static let hasCurl = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

        /// Starts a server, and ends it before it has done what it took; what follows must find everything.
        static let script = """
            set -eu
            pkpass=$1
            cd "$2"
            "$pkpass" authority dev >/dev/null
            "$pkpass" demo --directory demo >/dev/null
            echo '[{"id":"48494","name":"Ada","email":"ada@example.com","emailSubscription":true}]' >people.json
            content='{"recipients":{"recipient":[{"id":"48494"}]},"passIntegrationConfig":{"passIssueNotificationDetails":'
            content+='[{"channel":"EMAIL","enabled":true,"subject":"Ticket","messageContent":"##Email Pass Link##"}]}}'
            echo "$content" >content.json
            export API=crm:secret P12=test
            serve() {
                : >log
                "$pkpass" serve --database passes.db --listen 127.0.0.1:0 --public-url https://passes.example.com \\
                    --recipients people.json --outbox outbox --identity dev/pass.p12 --password-env P12 \\
                    --credentials-env API >log 2>errors &
                server=$!
                for _ in $(seq 200); do grep -q '^listening on ' log && break; sleep 0.05; done
                url=$(sed -n 's/^listening on //p' log)
            }
            trap 'kill -9 "$server" 2>/dev/null || true' EXIT

            serve
            curl --silent --fail -u crm:secret -F pkPass=@demo/ticket.pkpass -F passContent=@content.json \\
                "$url/api/v1/message/pass/import/update" >first.json
            kill -9 "$server"
            wait "$server" 2>/dev/null || true

            serve
            "$pkpass" serve --database passes.db --listen 127.0.0.1:0 --public-url https://a.example.com \\
                --recipients people.json --outbox outbox --no-authentication 2>second.txt && exit 1 || test $? = 3
            grep -q store.in-use second.txt
            request=$(sed 's/.*"requestId":"\\([0-9]*\\)".*/\\1/' first.json)
            for _ in $(seq 200); do ls outbox/*.eml >/dev/null 2>&1 && break; sleep 0.05; done
            ls outbox/*.eml | wc -l | grep -qx 1
            "$pkpass" status "$request" --server "$url" --credentials-env API --json >status.json
            "$pkpass" update --server "$url" --credentials-env API --pass demo/ticket.pkpass --content content.json \\
                --json >third.json
            grep -q '"description":"Request Queued. "' first.json third.json
            API=crm:wrong "$pkpass" update --server "$url" --credentials-env API --pass demo/ticket.pkpass \\
                --content content.json --json >refused.json && exit 1 || test $? != 0
            "$pkpass" queue --database passes.db --json >queue.json
            kill -TERM "$server"
            wait "$server"
            """

        /// Starts a server on what another system exported, has it read the files again, and refuses broken ones.
        static let migration = #"""
            set -eu
            pkpass=$1
            cd "$2"
            "$pkpass" authority dev >/dev/null
            "$pkpass" demo --directory demo >/dev/null
            pass=$("$pkpass" inspect demo/ticket.pkpass --json)
            field() { echo "$pass" | sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" | head -1; }
            printf 'id,name,email,emailSubscription,First Name\r\n48494,"Lovelace, Ada",ada@example.com,yes,Ada\r\n' \
                >people.csv
            printf 'type,serial,recipient\n%s,%s,48494\n' "$(field passTypeIdentifier)" "$(field serialNumber)" \
                >holders.csv
            echo '{"recipients":{"recipient":[{"id":"48494"},{"id":"48495"}]},"passIntegrationConfig":{' \
                '"passIssueNotificationDetails":[{"channel":"EMAIL","enabled":true,"subject":"New",' \
                '"messageContent":"##Email Pass Link##"}],' \
                '"passUpdateNotificationDetails":[{"channel":"EMAIL","enabled":true,"subject":"Changed ##First Name##",' \
                '"messageContent":"##Email Pass Link##"}]}}' >content.json
            export P12=test
            serve() {
                exec "$pkpass" serve --database "$1" --listen 127.0.0.1:0 --public-url https://passes.example.com \
                    --recipients people.csv --outbox outbox --identity dev/pass.p12 --password-env P12 \
                    --no-authentication --holders "$2" --unknown-holders reject
            }
            printf 'type,serial,recipient\npass.a,1,2\npass.a,1\n' >broken.csv
            (serve broken.db broken.csv >/dev/null 2>refused.txt) && exit 1 || test $? = 2
            grep -q 'Line 3 .*update.holdings' refused.txt

            serve passes.db holders.csv >log 2>errors &
            server=$!
            trap 'kill -9 "$server" 2>/dev/null || true' EXIT
            for _ in $(seq 200); do grep -q '^listening on ' log && break; sleep 0.05; done
            url=$(sed -n 's/^listening on //p' log)
            curl --silent --fail -F pkPass=@demo/ticket.pkpass -F passContent=@content.json \
                "$url/api/v1/message/pass/import/update" >first.json
            for _ in $(seq 200); do ls outbox/*.eml >/dev/null 2>&1 && break; sleep 0.05; done
            ls outbox/*.eml | wc -l | grep -qx 1
            grep -q '^Subject: Changed Ada' outbox/*.eml
            grep -q 'Lovelace, Ada' outbox/*.eml

            echo '48495,,grace@example.com,yes,Grace' >>people.csv
            tail -1 holders.csv | sed 's/48494/48495/' >>holders.csv
            kill -HUP "$server"
            for _ in $(seq 200); do grep -q 'Read identities' errors && break; sleep 0.05; done
            curl --silent --fail -F pkPass=@demo/ticket.pkpass -F passContent=@content.json \
                "$url/api/v1/message/pass/import" >second.json
            for _ in $(seq 200); do ls outbox/*.eml | wc -l | grep -qx 3 && break; sleep 0.05; done
            grep -l grace@example.com outbox/*.eml | wc -l | grep -qx 1

            # One of the files is broken: none of them counts, until it is mended.
            sed 's/48495/48496/' content.json >other.json
            echo '48496,,alan@example.com,yes,Alan' >>people.csv
            echo 'pass.a,1' >>holders.csv
            kill -HUP "$server"
            for _ in $(seq 2400); do grep -q 'again failed' errors && break; sleep 0.05; done
            grep -q 'again failed' errors
            curl --silent --fail -F pkPass=@demo/ticket.pkpass -F passContent=@other.json \
                "$url/api/v1/message/pass/import" >third.json
            for _ in $(seq 2400); do ls outbox/*.eml | wc -l | grep -qx 4 && break; sleep 0.05; done
            ls outbox/*.eml | wc -l | grep -qx 4
            if grep -q alan@example.com outbox/*.eml; then exit 1; fi
            sed -i '$d' holders.csv
            kill -HUP "$server"
            for _ in $(seq 2400); do grep -c 'Read identities' errors | grep -qx 2 && break; sleep 0.05; done
            curl --silent --fail -F pkPass=@demo/ticket.pkpass -F passContent=@other.json \
                "$url/api/v1/message/pass/import" >fourth.json
            for _ in $(seq 2400); do grep -q alan@example.com outbox/*.eml && break; sleep 0.05; done
            grep -q alan@example.com outbox/*.eml
            kill -TERM "$server"
            wait "$server"
            """#

        /// Has clients send a byte now and then, for longer than any upload may take.
        static let dripping = #"""
            set -eu
            pkpass=$1
            cd "$2"
            echo '[]' >people.json
            export API=crm:secret
            "$pkpass" serve --database passes.db --listen 127.0.0.1:0 --public-url https://passes.example.com \
                --recipients people.json --outbox outbox --credentials-env API >log 2>errors &
            server=$!
            # A server that does not end is ended, and when it has ended nobody is left.
            (for _ in $(seq 3600); do sleep 0.25; kill -0 "$server" || exit 0; done; kill -9 "$server") 2>/dev/null &
            clients=
            trap 'kill -9 "$server" $clients 2>/dev/null || true' EXIT
            drip() {
                printf 'POST /api/v1/message/pass/import HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n'
                printf 'Authorization: Basic %s\r\n' "$(printf %s "$1" | base64)"
                printf 'Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n'
                printf 'Content-Disposition: form-data; name="pkPass"; filename="a.pkpass"\r\n\r\n'
                while sleep 0.2; do printf x; done
            }
            for _ in $(seq 2400); do grep -q '^listening on ' log && break; sleep 0.05; done
            port=$(sed -n 's/^listening on .*://p' log)

            # One that is refused is not read for ever.
            exec 3<>"/dev/tcp/127.0.0.1/$port"
            drip crm:wrong >&3 2>/dev/null &
            clients="$clients $!"
            cat <&3 >answer 2>/dev/null || true
            grep -q '^HTTP/1.1 401' answer
            exec 3>&-

            # One that is let in does not keep the server from ending.
            exec 3<>"/dev/tcp/127.0.0.1/$port"
            drip "$API" >&3 2>/dev/null &
            clients="$clients $!"
            sleep 1
            kill -TERM "$server"
            wait "$server"
            """#

        @Test func clientsThatNeverEndHoldUpNothing() throws {
            try run(Self.dripping)
        }

        @Test(.enabled(if: hasCurl)) func losesNothingWhenKilledAndStopsWhenAsked() throws {
            try run(Self.script)
        }

        @Test(.enabled(if: hasCurl)) func takesOverWhatAnotherSystemExported() throws {
            try run(Self.migration)
        }

        @Test func theQueueSaysWhyMessagesAreTriedAgain() throws {
            try RunningServer.run { server in
                // No message can be written where a file is in the folder's place.
                try FileManager.default.removeItem(atPath: server.path("outbox"))
                try Data().write(to: URL(filePath: server.path("outbox")))
                let sent = try server.update(server.content())
                #expect(sent.status == 0, "\(sent.complaints)")
                let words = "last error notification.outbox A message cannot be written to the outbox"
                var (text, rounds) = ("", 0)
                while !text.contains(words), rounds < 400 {
                    if rounds > 0 { Thread.sleep(forTimeInterval: 0.05) }
                    text = try Tool.run("queue", "--database", server.path("passes.db")).text
                    rounds += 1
                }
                #expect(text.contains(words))
                let states = try Tool.run("queue", "--database", server.path("passes.db"), "--json").json["states"]
                let failures = states?.arrayValue?.compactMap { $0["lastErrorMessage"]?.stringValue } ?? []
                #expect(failures.contains { $0.hasPrefix("A message cannot be written") })
            }
        }

        @Test func aLevelOfTheLogThatIsNoneIsRefused() throws {
            let arguments = [
                "serve", "--database", "passes.db", "--listen", "127.0.0.1:0", "--public-url", "https://a.example.com",
                "--recipients", "people.json", "--outbox", "outbox", "--no-authentication", "--log-level", "loud",
            ]
            let result = try Tool.run(arguments)
            #expect(result.status == 2)
            #expect(result.complaints.contains("trace, debug, info, notice, warning, error or critical"))
        }

        @Test func anAddressThatCannotBeListenedAtIsNamedBeforeAnythingIsMade() throws {
            try RunningServer.run { server in
                let taken = String(server.url.dropFirst("http://".count))
                // Longer than a name may be, so that nobody is asked for it.
                let unknown = String(repeating: "x", count: 70)
                let cases: [(address: String, status: Int32, words: [String])] = [
                    (taken, 3, ["at \(taken).", "another port", "[http.address-in-use]"]),
                    ("\(unknown):8080", 2, ["\(unknown):8080", "cannot be found"]),
                    ("192.0.2.1:8080", 2, ["192.0.2.1:8080", "no address of this machine"]),
                    ("[2001:db8::1]:8080", 2, ["[2001:db8::1]:8080"]),
                    ("::1:8081", 2, ["Write [::1]:8081"]),
                ]
                for (address, status, words) in cases {
                    let arguments = [
                        "serve", "--database", server.path("other.db"), "--listen", address,
                        "--public-url", "https://passes.example.com", "--recipients", server.path("people.json"),
                        "--outbox", server.path("other"), "--no-authentication",
                    ]
                    let result = try Tool.run(arguments)
                    #expect(result.status == status, "\(address)")
                    for word in words {
                        #expect(result.complaints.contains(word), "\(address): \(result.complaints)")
                    }
                    #expect(!result.complaints.contains("store failed"), "\(address)")
                }
                for name in ["other", "other.db", "other.db.lock"] {
                    #expect(!FileManager.default.fileExists(atPath: server.path(name)), "\(name)")
                }
            }
        }

        private func run(_ script: String) throws {
            try withTemporaryFolder { folder in
                let process = Process()
                process.executableURL = URL(filePath: "/bin/bash")
                process.arguments = [
                    "-xc", script, "serve", Tool.products.appending(path: "pkpass").path, folder.path,
                ]
                let trace = folder.appending(path: "trace")
                try Data().write(to: trace)
                process.standardError = try FileHandle(forWritingTo: trace)
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
                let text = try String(contentsOf: trace, encoding: .utf8)
                #expect(process.terminationStatus == 0, "\(text.suffix(1500))")
            }
        }
    }
#endif
