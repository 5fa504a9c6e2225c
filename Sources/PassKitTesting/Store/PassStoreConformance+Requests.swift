#if Server
    import PassKitCore
    import PassKitServer

    extension PassStoreConformance {
        static let requestCases: [Case] = [
            Case("a request reads back as it was accepted") { s in
                var new = try s.request(
                    7,
                    serial: "E-1029",
                    due: 60.25,
                    end: 90.5,
                    priority: true,
                    to: ["ada", "grace"]
                )
                new.kind = .issue
                new.needsSignature = true
                new.verdict = "untrusted"
                new.trace = ["traceparent": "00-a-b-01", "": "empty"]
                try await s.accept(new, at: 1.125)
                let stored = try s.require(try await s.store.request(new.id), "the request")
                try s.expectEqual(stored.id, new.id, "the id")
                try s.expectEqual(stored.kind, .issue, "the kind")
                try s.expectEqual(stored.principal, new.principal, "the principal")
                try s.expectEqual(stored.pass, new.pass, "the pass")
                try s.expectEqual(stored.team, new.team, "the team")
                try s.expectEqual(stored.content, new.content, "the content")
                try s.expectEqual(stored.package, new.package.digest, "the package")
                try s.expectEqual(stored.needsSignature, true, "whether it needs a signature")
                try s.expectEqual(stored.verdict, "untrusted", "the verdict")
                try s.expectEqual(stored.priority, true, "the priority")
                try s.expectEqual(stored.due, s.time(60.25), "the due time")
                try s.expectEqual(stored.end, s.time(90.5), "the end")
                try s.expectEqual(stored.trace, new.trace, "the trace")
                try s.expectEqual(stored.accepted, s.time(1.125), "the time of acceptance")
                try s.expectEqual(stored.state, .queued, "the state")
                try s.expectEqual(stored.note, nil, "the note")
            },
            Case("what a request leaves out reads back as left out") { s in
                try await s.accept(try s.request(1, to: []))
                let stored = try s.require(try await s.store.request(PassRequestID(1)), "the request")
                try s.expectEqual(stored.end, nil, "the end")
                try s.expectEqual(stored.trace, [:], "the trace")
                try s.expectEqual(stored.priority, false, "the priority")
                let page = try await s.store.deliveries(of: stored.id, recipient: nil, start: 0, limit: 10)
                try s.expectEqual(page, DeliveryPage(total: 0, deliveries: []), "the deliveries")
            },
            Case("what is not there is nil") { s in
                try s.expect(try await s.store.request(PassRequestID(1)) == nil, "no request")
                try s.expectEqual(try await s.store.delivery(s.delivery(1)), nil, "the delivery")
                let page = try await s.store.deliveries(of: PassRequestID(1), recipient: nil, start: 0, limit: 10)
                try s.expectEqual(page, nil, "the deliveries")
                try s.expectEqual(try await s.store.bytes(of: try s.blob("x").digest), nil, "the bytes")
                try s.expectEqual(try await s.store.currentVersion(of: s.pass()), nil, "the version")
            },
            Case("packages read back by their digests") { s in
                let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 251) }
                for (id, bytes) in [(1, bytes), (2, bytes), (3, [])] as [(Int64, [UInt8])] {
                    var new = try s.request(id)
                    new.package = try Blob(bytes)
                    try await s.accept(new)
                    try s.expect(try await s.store.bytes(of: new.package.digest) == bytes, "the bytes of package \(id)")
                }
            },
            Case("deliveries keep the order of their request, page by page") { s in
                let recipients = (0..<25).reversed().map { Recipient.ID("r\($0)") }
                try await s.accept(try s.request(1, to: recipients))
                var seen: [StoredDelivery] = []
                for start in stride(from: 0, to: 40, by: 10) {
                    let page = try await s.store.deliveries(
                        of: PassRequestID(1),
                        recipient: nil,
                        start: start,
                        limit: 10
                    )
                    try s.expectEqual(page?.total, 25, "the total")
                    seen += page?.deliveries ?? []
                }
                try s.expectEqual(seen.map(\.recipient), recipients, "the recipients")
                try s.expectEqual(seen.map(\.id), (0..<25).map { s.delivery(1, $0) }, "the ids")
                try s.expect(seen.allSatisfy { $0.state == .waiting && !$0.isHolder }, "that all wait and hold nothing")
                let none = try await s.store.deliveries(of: PassRequestID(1), recipient: nil, start: 0, limit: 0)
                try s.expectEqual(none, DeliveryPage(total: 25, deliveries: []), "a page of nothing")
            },
            Case("the delivery to one recipient can be asked for") { s in
                try await s.accept(try s.request(1, to: ["ada", "grace"]), try s.request(2, to: ["grace"]))
                let page = try await s.store.deliveries(of: PassRequestID(1), recipient: "grace", start: 0, limit: 10)
                try s.expectEqual(page?.total, 1, "the total")
                try s.expectEqual(page?.deliveries.map(\.id), [s.delivery(1, 1)], "the delivery")
                let none = try await s.store.deliveries(of: PassRequestID(1), recipient: "alan", start: 0, limit: 10)
                try s.expectEqual(none, DeliveryPage(total: 0, deliveries: []), "the page of a stranger")
            },
            Case("acceptances are numbered") { s in
                try await s.accept(try s.request(9), try s.request(3))
                try await s.accept(try s.request(6, serial: "B"))
                var last: Int64 = 0
                for id in [9, 3, 6] as [Int64] {
                    let sequence = try s.require(try await s.store.request(PassRequestID(id)), "request \(id)").sequence
                    try s.expect(sequence > last, "a number above \(last), not \(sequence)")
                    last = sequence
                }
            },
            Case("the same key and fingerprint is a repetition") { s in
                let key = s.key("k", "f", expires: 100)
                try await s.accept(try s.request(1, key: key))
                let again = try await s.store.accept([try s.request(2, key: key)], at: s.time(99))
                try s.expectEqual(again, [.repeated(PassRequestID(1))], "the answer")
                try s.expect(try await s.store.request(PassRequestID(2)) == nil, "that nothing is kept")
                let record = try await s.store.idempotencyRecord(key.key, at: s.time(99))
                try s.expectEqual(record?.request, PassRequestID(1), "the request of the key")
                try s.expectEqual(record?.fingerprint, Array("f".utf8), "the fingerprint of the key")
            },
            Case("the same key with another fingerprint is a conflict that keeps nothing") { s in
                try await s.accept(try s.request(1, due: 50, key: s.key("k", "f", expires: 100)))
                let other = try s.request(2, due: 10, key: s.key("k", "g", expires: 200))
                try s.expectEqual(try await s.store.accept([other], at: s.time(1)), [.conflict], "the answer")
                try s.expect(try await s.store.request(other.id) == nil, "no request")
                try s.expectEqual(try await s.store.delivery(s.delivery(2)), nil, "the delivery")
                try s.expectEqual(try await s.store.bytes(of: other.package.digest), nil, "the package")
                try s.expectEqual(try await s.state(of: 1), .queued, "the state of the first")
                let record = try await s.store.idempotencyRecord(s.key("k", "f", expires: 0).key, at: s.time(100))
                try s.expectEqual(record, nil, "the record at its end")
            },
            Case("a key counts for its principal alone, and until it expires") { s in
                try await s.accept(try s.request(1, key: s.key("k", "f", expires: 100)))
                try await s.accept(try s.request(2, key: s.key("k", of: "bank", "g", expires: 100)))
                try await s.accept(try s.request(3, key: s.key("K", "g", expires: 100)))
                try await s.accept(try s.request(4, key: s.key("k", "g", expires: 300)), at: 100)
                let record = try await s.store.idempotencyRecord(s.key("k", "", expires: 0).key, at: s.time(100))
                try s.expectEqual(record?.request, PassRequestID(4), "the request of the key")
            },
            Case("requests accepted together see each other") { s in
                let requests = [
                    try s.request(1, key: s.key("k", "f", expires: 100)),
                    try s.request(2, key: s.key("k", "f", expires: 100)),
                    try s.request(3, key: s.key("k", "g", expires: 100)),
                    try s.request(4),
                ]
                let answers = try await s.store.accept(requests, at: s.time(0))
                let expected: [Acceptance] = [.accepted, .repeated(PassRequestID(1)), .conflict, .accepted]
                try s.expectEqual(answers, expected, "the answers")
                try s.expectEqual(try await s.store.accept([], at: s.time(0)), [], "the answer to nothing")
            },
            Case("an id is taken once, and nothing is kept of who wants it again") { s in
                try await s.accept(try s.request(1, to: ["ada", "grace"]))
                var sameRequest = try s.request(2, serial: "B", key: s.key("k", "f", expires: 100))
                sameRequest.id = PassRequestID(1)
                var sameDelivery = try s.request(3, serial: "B", to: ["ada", "alan"])
                sameDelivery.deliveries[1].id = s.delivery(1, 1)
                let answers = try await s.store.accept([sameRequest, sameDelivery], at: s.time(1))
                try s.expectEqual(answers, [.idTaken, .idTaken], "the answers")
                try s.expectEqual(try await s.store.request(PassRequestID(1))?.pass, s.pass("A"), "the pass")
                try s.expect(try await s.store.request(PassRequestID(3)) == nil, "no request")
                for delivery in [s.delivery(2), s.delivery(3)] {
                    try s.expectEqual(try await s.store.delivery(delivery), nil, "the delivery")
                }
                try s.expectEqual(try await s.store.delivery(s.delivery(1, 1))?.recipient, "grace", "the recipient")
                let record = try await s.store.idempotencyRecord(s.key("k", "", expires: 0).key, at: s.time(1))
                try s.expectEqual(record, nil, "the record of the key")
                try s.expectEqual(try await s.store.bytes(of: try s.blob("package 2").digest), nil, "the package")
            },
            Case("identifiers are opaque") { s in
                let texts = [
                    "", " ", "1", "01", "+1", "-0", "1 ", "1.0", "1e0", "9223372036854775807", "9223372036854775808",
                    "-9223372036854775808", "a", "A", "a\0b", "a\0c", "a\n", "'; DROP TABLE pass; --", "\"", "%", "_",
                    "ß", "ss", "日本", "🎟️", String(repeating: "x", count: 2000),
                ]
                for (index, text) in texts.enumerated() {
                    var new = try s.request(Int64(index), serial: text, to: [Recipient.ID(text)])
                    new.id = PassRequestID(text)
                    new.principal = PassPrincipal(text)
                    new.deliveries = [.init(id: IssuedPassID(text), recipient: Recipient.ID(text))]
                    new.idempotency = s.key(text, of: text, text, expires: 10)
                    try await s.accept(new)
                    try await s.register(text, serial: text, token: text)
                }
                for (index, text) in texts.enumerated() {
                    let stored = try s.require(try await s.store.request(PassRequestID(text)), "request \(index)")
                    try s.expectEqual(stored.id.rawValue, text, "the request")
                    try s.expectEqual(stored.pass.serial, text, "the serial number")
                    try s.expectEqual(stored.principal.name, text, "the principal")
                    let delivery = try s.require(try await s.store.delivery(IssuedPassID(text)), "delivery \(index)")
                    try s.expectEqual(delivery.recipient.rawValue, text, "the recipient")
                    try s.expectEqual(delivery.request.rawValue, text, "the request of the delivery")
                    let key = s.key(text, of: text, text, expires: 10)
                    let record = try await s.store.idempotencyRecord(key.key, at: s.time(0))
                    try s.expectEqual(record?.request.rawValue, text, "the request of the key")
                    try s.expectEqual(record?.fingerprint, key.fingerprint, "the fingerprint")
                    try s.expectEqual(try await s.store.deviceCount(of: s.pass(text)), 1, "the devices of \(index)")
                }
                try s.expectEqual(try await s.claim().count, texts.count, "the number of jobs")
            },
            Case("identifiers are compared byte by byte") { s in
                // The same letters to people, and to Swift's strings.
                let texts = ["caf\u{E9}", "cafe\u{301}", "cafe\u{301}\u{323}", "cafe\u{323}\u{301}"]
                for (index, text) in texts.enumerated() {
                    var new = try s.request(Int64(index), serial: text)
                    new.id = PassRequestID(text)
                    new.principal = PassPrincipal(text)
                    new.deliveries = texts.enumerated().map { place, recipient in
                        .init(id: IssuedPassID("\(index)\(texts[place])"), recipient: Recipient.ID(recipient))
                    }
                    new.idempotency = s.key(text, of: text, "\(index)", expires: 10)
                    try await s.accept(new)
                    try s.expectEqual(
                        try await s.register("d", serial: text, token: "t\(index)"),
                        .new,
                        "the first device"
                    )
                    try s.expectEqual(try await s.register(text, token: "t"), .new, "the device \(index)")
                }
                for (index, text) in texts.enumerated() {
                    let id = PassRequestID(text)
                    try s.expectEqual(
                        try await s.store.request(id)?.package,
                        try s.blob("package \(index)").digest,
                        "it"
                    )
                    let page = try await s.store.deliveries(of: id, recipient: Recipient.ID(text), start: 0, limit: 9)
                    try s.expectEqual(page?.deliveries.map(\.id.rawValue), ["\(index)\(text)"], "the deliveries")
                    let key = s.key(text, of: text, "", expires: 10).key
                    let record = try await s.store.idempotencyRecord(key, at: s.time(0))
                    try s.expectEqual(record?.fingerprint, Array("\(index)".utf8), "the fingerprint")
                    try s.expectEqual(try await s.store.deviceCount(of: s.pass(text)), 1, "the devices")
                    let imported = ImportedHolding(pass: s.pass(), recipient: Recipient.ID(text))
                    try s.expectEqual(try await s.store.importHoldings([imported], at: s.time(0)), 1, "new holdings")
                }
                try s.expectEqual(try await s.claim().count, texts.count, "the number of passes")
            },
        ]

        static let supersedingCases: [Case] = [
            Case("a later request supersedes one of the same pass that is not due before it") { s in
                try await s.accept(try s.request(1, due: 50), try s.request(2, due: 60))
                try await s.accept(try s.request(3, due: 50), at: 1)
                for id in [1, 2] as [Int64] {
                    try s.expectEqual(try await s.state(of: id), .cancelled, "the state of \(id)")
                    let delivery = try await s.store.delivery(s.delivery(id))
                    try s.expectEqual(delivery?.state, .cancelled, "the delivery of \(id)")
                    try s.expectEqual(delivery?.reason, .superseded, "the reason of \(id)")
                }
                try s.expectEqual(try await s.claimIDs(at: 100), [3], "the jobs to claim")
            },
            Case("recipients whom only the older request names still get theirs") { s in
                try await s.accept(try s.request(1, due: 50, to: ["ada", "grace"]))
                try await s.accept(try s.request(2, due: 10, to: ["grace", "alan"]), at: 1)
                try s.expectEqual(try await s.state(of: s.delivery(1, 0)), .waiting, "the delivery to Ada")
                try s.expectEqual(try await s.state(of: s.delivery(1, 1)), .cancelled, "the delivery to Grace")
                try s.expectEqual(try await s.state(of: s.delivery(2, 0)), .waiting, "the new delivery to Grace")
                try s.expectEqual(try await s.state(of: 1), .queued, "the state of the older request")
                try await s.publish(at: 10)
                try s.expectEqual(try await s.claimIDs(at: 50), [1], "the jobs to claim")
            },
            Case("a request of nobody supersedes only requests of nobody") { s in
                try await s.accept(try s.request(1, due: 50), try s.request(2, due: 50, to: []))
                try await s.accept(try s.request(3, due: 50, to: []), at: 1)
                try s.expectEqual(try await s.state(of: 1), .queued, "the state of the one with a recipient")
                try s.expectEqual(try await s.state(of: 2), .cancelled, "the state of the one without")
            },
            Case("what is due already is not superseded") { s in
                try await s.accept(try s.request(1, due: 10))
                try await s.accept(try s.request(2, due: 10), at: 10)
                try s.expectEqual(try await s.state(of: 1), .queued, "the state")
                try s.expectEqual(try await s.state(of: s.delivery(1)), .waiting, "the delivery")
            },
            Case("what is due before the new request is not superseded") { s in
                try await s.accept(try s.request(1, due: 50))
                try await s.accept(try s.request(2, due: 50.001), at: 1)
                try s.expectEqual(try await s.state(of: 1), .queued, "the state")
            },
            Case("requests of other passes are not superseded") { s in
                try await s.accept(try s.request(1, due: 50))
                try await s.accept(
                    try s.request(2, serial: "B", due: 10),
                    try s.request(3, type: "pass.com.example.coupon", due: 10),
                    at: 1
                )
                try s.expectEqual(try await s.state(of: 1), .queued, "the state")
            },
            Case("what is claimed or dead is not superseded") { s in
                try await s.accept(try s.request(1, due: 20))
                let job = try await s.claimOne(at: 20, until: 100)
                try await s.accept(try s.request(2, due: 10), at: 5)
                try s.expectEqual(try await s.state(of: 1), .running, "the state of the claimed one")
                _ = try await s.store.fail(job.lease, StoreScene.note, retryAt: nil, at: s.time(21))
                try await s.accept(try s.request(3, due: 10), at: 5)
                try s.expectEqual(try await s.state(of: 1), .dead, "the state of the dead one")
                try s.expectEqual(try await s.state(of: s.delivery(1)), .waiting, "its delivery")
            },
            Case("what is blocked is superseded as what is queued") { s in
                try await s.accept(try s.request(1, due: 20))
                let job = try await s.claimOne(at: 20)
                _ = try await s.store.block(job.lease, StoreScene.note, at: s.time(20))
                try await s.accept(try s.request(2, due: 10), at: 5)
                try s.expectEqual(try await s.state(of: 1), .cancelled, "the state")
            },
        ]
    }
#endif
