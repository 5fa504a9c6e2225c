import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct OutboxDirectoryTests {
    static func email(subject: String, name: String?, html: String) -> NotificationMessage {
        NotificationMessage(
            requestID: PassRequestID("12"),
            recipient: "48494",
            kind: .issue,
            content: .email(
                EmailMessage(
                    to: .init(name: name, address: "ada@example.com"),
                    from: .init(name: "Example, Inc.", address: "shop@example.com"),
                    subject: subject,
                    html: html
                )
            ),
            idempotencyKey: String(repeating: "ab", count: 32)
        )
    }

    @Test func writesATextMessage() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try OutboxDirectory(folder.appending(path: "out").path)
            let message = NotificationMessage(
                requestID: PassRequestID("12"),
                recipient: "48494",
                kind: .update,
                content: .sms(SMSMessage(to: "+491701234567", text: "Hi \"Ada\"")),
                idempotencyKey: "abc"
            )
            for _ in 0..<2 { _ = try await outbox.send(message) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: outbox.path) == ["abc.sms.json"])
            let json = try JSONValue(parsing: Data(contentsOf: URL(filePath: outbox.path + "/abc.sms.json")))
            #expect(
                json == [
                    "to": "+491701234567", "text": "Hi \"Ada\"", "idempotencyKey": "abc", "requestId": "12",
                    "recipientId": "48494",
                ]
            )
        }
    }

    @Test func whatItMakesIsForItsOwnerAlone() async throws {
        try await withTemporaryFolder { folder in
            func mode(_ path: String) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            }
            let outbox = try OutboxDirectory(folder.appending(path: "out").path)
            let receipt = try await outbox.send(Self.email(subject: "", name: nil, html: ""))
            #expect(try mode(outbox.path) == 0o700)
            let name = try #require(receipt.id)
            #expect(try mode("\(outbox.path)/\(name)") == 0o600)
            // A folder that is there stays as it is.
            try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: outbox.path)
            _ = try OutboxDirectory(outbox.path)
            #expect(try mode(outbox.path) == 0o750)
        }
    }

    static let mails: [(String, String?, String)] = [
        ("Your ticket", "Ada Lovelace", "<p>Hi <a href='https://example.com/t?a=1&amp;b=2'>ticket</a></p>"),
        (
            "Dein Ticket für \"Ü\" 🎟", "Ada \"the\" Löwe, Dr.",
            "<p>Grüße=\n.\n--x\nFrom me</p>\r\n" + String(repeating: "ü", count: 400)
        ),
        ("=?utf-8?q?=0D=0ABcc:_x?=", "a, b <c@d.e>", "--\r\n."),
        (String(repeating: "langer Betreff ", count: 20), nil, String(repeating: "x", count: 3000)),
        ("", "", ""),
    ]

    @Test(.enabled(if: ExternalTool("python3") != nil), arguments: mails.indices)
    func writesMailThatAnIndependentParserReadsBack(_ index: Int) async throws {
        let (subject, name, html) = Self.mails[index]
        try await withTemporaryFolder { folder in
            let outbox = try OutboxDirectory(
                folder.path,
                clock: ManualClock(Date(timeIntervalSince1970: 1_782_000_000))
            )
            let file = try #require(try await outbox.send(Self.email(subject: subject, name: name, html: html)).id)
            let bytes = try Data(contentsOf: folder.appending(path: file))
            #expect(bytes.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 998 && $0.last == 0x0D })
            let script = """
                import email, email.policy, sys, json
                m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
                h = m.get_body(('html',)); p = m.get_body(('plain',))
                print(json.dumps({"subject": m["Subject"], "to": [(a.display_name, a.addr_spec) for a in m["To"].addresses],
                  "from": [(a.display_name, a.addr_spec) for a in m["From"].addresses], "bcc": m["Bcc"], "date": m["Date"],
                  "key": m["X-Idempotency-Key"], "request": m["X-Request-Id"], "recipient": m["X-Recipient-Id"],
                  "id": m["Message-ID"], "defects": [str(d) for x in m.walk() for d in x.defects],
                  "html": h.get_content(), "plain": p.get_content(), "headers": m.keys()}))
                """
            let result = try #require(ExternalTool("python3")).run(
                ["-c", script, folder.appending(path: file).path]
            )
            let json = try JSONValue(parsing: result.output.utf8)
            #expect(json["subject"]?.stringValue == subject)
            #expect(json["to"] == [[.string(name ?? ""), "ada@example.com"]])
            #expect(json["from"] == [["Example, Inc.", "shop@example.com"]])
            #expect(json["bcc"] == .null)
            #expect(json["date"] == "Sun, 21 Jun 2026 00:00:00 +0000")
            #expect(json["key"]?.stringValue?.count == 64)
            #expect(json["request"] == "12")
            #expect(json["recipient"] == "48494")
            #expect(json["defects"] == [])
            let normalized = html.replacingOccurrences(of: "\r\n", with: "\n")
            #expect(
                json["html"]?.stringValue?.trimmingCharacters(in: .newlines)
                    == normalized.trimmingCharacters(in: .newlines)
            )
        }
    }

    @Test func aMessageSentAgainIsThereOnceAsItWas() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try OutboxDirectory(folder.path)
            let file = try #require(try await outbox.send(Self.email(subject: "first", name: nil, html: "")).id)
            let first = try Data(contentsOf: folder.appending(path: file))
            #expect(try await outbox.send(Self.email(subject: "again", name: nil, html: "")).id == file)
            #expect(try Data(contentsOf: folder.appending(path: file)) == first)
            // What was picked up is written anew.
            try FileManager.default.removeItem(at: folder.appending(path: file))
            _ = try await outbox.send(Self.email(subject: "anew", name: nil, html: ""))
            let anew = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(anew.contains("Subject: anew"))
        }
    }

    @Test func writesItsKeyAsItIsForPrograms() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try OutboxDirectory(folder.path)
            let file = try #require(try await outbox.send(Self.email(subject: "a", name: nil, html: "")).id)
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(text.contains("\r\nX-Idempotency-Key: \(String(repeating: "ab", count: 32))\r\n"))
        }
    }

    @Test func refusesControlCharactersInHeaders() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try OutboxDirectory(folder.path)
            await #expect(throws: PassError(.notificationControlCharacter, "")) {
                try await outbox.send(Self.email(subject: "a\r\nBcc: b@example.com", name: nil, html: ""))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }
}

@Suite struct DirectoryPublisherTests {
    @Test func keepsOneFileForAPassAndKnowsItsHolders() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "passes").path
            let base = try #require(URL(string: "https://example.com/p"))
            let publisher = DirectoryPublisher(path, servedAt: base)
            let pass = PassIdentifier(type: "pass.a", serial: "1")
            let first = try await publisher.publish([1], as: pass, for: "a")
            let again = try await DirectoryPublisher(path, servedAt: base).publish([2], as: pass, for: "a")
            let other = try await publisher.publish([3], as: pass, for: "../b")
            #expect(first.isFirst && !again.isFirst && other.isFirst)
            #expect(first.link == again.link && first.link == other.link)
            #expect(first.link.hasPrefix("https://example.com/p/") && first.link.hasSuffix(".pkpass"))
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(names.count == 1 && first.link.hasSuffix(names[0]) && names[0].count == 64 + 7)
            #expect(try Data(contentsOf: URL(filePath: path + "/" + names[0])) == Data([3]))
            let elsewhere = try await publisher.publish([4], as: .init(type: "pass.a", serial: "2"), for: "a")
            #expect(elsewhere.isFirst && elsewhere.link != first.link)
        }
    }
}
