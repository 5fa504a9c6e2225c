#if Server
    import PassKitCore
    import PassKitServer

    extension PassStoreConformance {
        static let holdingCases: [Case] = [
            Case("holders are told from others, pass by pass") { s in
                try await s.accept(try s.request(1, to: ["ada"]))
                try await s.publish()
                let holdings = [
                    ImportedHolding(pass: s.pass(), recipient: "ada"),
                    ImportedHolding(pass: s.pass(), recipient: "grace"),
                    ImportedHolding(pass: s.pass("B"), recipient: "alan"),
                    ImportedHolding(pass: s.pass("B"), recipient: "alan"),
                ]
                try s.expectEqual(
                    try await s.store.importHoldings(holdings, at: s.time(1)),
                    2,
                    "the number of new ones"
                )
                try s.expectEqual(try await s.store.importHoldings(holdings, at: s.time(1)), 0, "the second time")
                let all: [Recipient.ID] = ["ada", "grace", "alan", "ada"]
                try s.expectEqual(
                    try await s.store.holders(of: s.pass(), among: all),
                    ["ada", "grace"],
                    "holders of A"
                )
                try s.expectEqual(try await s.store.holders(of: s.pass("B"), among: all), ["alan"], "holders of B")
                try s.expectEqual(try await s.store.holders(of: s.pass("C"), among: all), [], "holders of C")
                try s.expectEqual(try await s.store.holders(of: s.pass(), among: []), [], "holders among nobody")
                try s.expectEqual(try await s.store.holders(of: s.pass(), among: ["grace"]), ["grace"], "one of them")
                try s.expectEqual(try await s.store.delivery(s.delivery(1))?.isHolder, true, "whether Ada is a holder")
            },
            Case("holders among thousands are found") { s in
                let many = (0..<3000).map { Recipient.ID("r\($0)") }
                let even = stride(from: 0, to: 3000, by: 2).map { many[$0] }
                let holdings = even.map { ImportedHolding(pass: s.pass(), recipient: $0) }
                try s.expectEqual(try await s.store.importHoldings(holdings, at: s.time(0)), 1500, "the number")
                try s.expectEqual(try await s.store.holders(of: s.pass(), among: many), Set(even), "the holders")
            },
            Case("a pass keeps its first authentication token") { s in
                let first = try await s.store.authenticationToken(of: s.pass(), proposing: "first")
                try s.expectEqual(first, "first", "the token")
                let again = try await s.store.authenticationToken(of: s.pass(), proposing: "second")
                try s.expectEqual(again, "first", "the token the second time")
                let holdings = [
                    ImportedHolding(pass: s.pass(), recipient: "ada", authenticationToken: "imported"),
                    ImportedHolding(pass: s.pass("B"), recipient: "ada", authenticationToken: "imported"),
                    ImportedHolding(pass: s.pass("B"), recipient: "grace", authenticationToken: "later"),
                ]
                _ = try await s.store.importHoldings(holdings, at: s.time(0))
                let kept = try await s.store.authenticationToken(of: s.pass(), proposing: "third")
                try s.expectEqual(kept, "first", "the token after the import")
                let imported = try await s.store.authenticationToken(of: s.pass("B"), proposing: "third")
                try s.expectEqual(imported, "imported", "the token that was imported")
            },
            Case("devices of imported holdings are pushed to until they register") { s in
                let holding = ImportedHolding(pass: s.pass(), recipient: "ada", pushToken: "t1")
                _ = try await s.store.importHoldings([holding, holding], at: s.time(0))
                try s.expectEqual(try await s.store.deviceCount(of: s.pass()), 1, "the number of devices")
                _ = try await s.store.publish(try s.version("v"), at: s.time(1))
                try s.expectEqual(try await s.claimPush(at: 1).pushToken, "t1", "the push token")
                try await s.register("device", token: "t1")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass()), 1, "the number after the registration")
                _ = try await s.store.importHoldings([holding], at: s.time(2))
                try s.expectEqual(try await s.store.deviceCount(of: s.pass()), 1, "the number after the import")
            },
            Case("an import brings no device back that was unregistered or is gone") { s in
                let holdings = ["t1", "t2"].map {
                    ImportedHolding(pass: s.pass(), recipient: "ada", pushToken: $0)
                }
                try s.expectEqual(try await s.store.importHoldings(holdings, at: s.time(10)), 1, "the new ones")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass()), 2, "the number of devices")
                try await s.register("device", token: "t1", at: 11)
                let isGone = try await s.store.unregister(device: "device", pass: s.pass(), at: s.time(12))
                try s.expectEqual(isGone, true, "whether there was a registration")
                _ = try await s.store.publish(try s.version("v"), at: s.time(13))
                let push = try await s.claimPush(at: 13)
                try s.expectEqual(push.pushToken, "t2", "the push token that is left")
                // Known to be gone before it was imported.
                let gone = PushResult(lease: push.lease, outcome: .gone(since: s.time(1)))
                try s.expectEqual(try await s.store.finishPushes([gone], at: s.time(14)), [true], "whether held")
                try s.expectEqual(try await s.registrations(), [], "the registrations")
                try s.expectEqual(try await s.store.importHoldings(holdings, at: s.time(15)), 0, "the second time")
                try s.expectEqual(try await s.registrations(), [], "the registrations after the second import")
                let other = ImportedHolding(pass: s.pass(), recipient: "grace", pushToken: "t3")
                let all = holdings + [other]
                try s.expectEqual(try await s.store.importHoldings(all, at: s.time(16)), 1, "the number of new ones")
                let tokens = try await s.store.registrations(of: s.pass(), start: 0, limit: 9)
                    .map(\.registration.pushToken)
                try s.expectEqual(tokens, ["t3"], "the push tokens")
            },
            Case("no message waits for the fetch of a device that is only imported") { s in
                let holding = ImportedHolding(pass: s.pass(), recipient: "ada", pushToken: "t1")
                _ = try await s.store.importHoldings([holding], at: s.time(0))
                try await s.accept(try s.request(1))
                let tag = try await s.publish(waitsForFetch: true)
                try s.expectEqual(try await s.claimMessage().delivery, s.delivery(1), "that of the message")
                try await s.register("d2", token: "t2")
                try await s.accept(try s.request(2))
                try await s.publish(replacing: tag, waitsForFetch: true)
                try s.expectEqual(try await s.claimMessages(), [], "the messages while a device can fetch")
                _ = try await s.store.unregister(device: "d2", pass: s.pass(), at: s.time(1))
                try s.expectEqual(try await s.claimMessage(at: 1).delivery, s.delivery(2), "that of the last message")
            },
        ]

        static let linkCases: [Case] = [
            Case("a link leads to the current version of its pass") { s in
                let link = try s.link(1)
                try await s.store.addLinks([link, try s.link(2, serial: "B")])
                let early = try await s.store.redeem(link.digest, opens: true, at: s.time(0))
                try s.expectEqual(early, nil, "what it leads to before publication")
                let first = try s.require(try await s.store.publish(try s.version("1"), at: s.time(0)), "a version")
                let redeemed = try await s.store.redeem(link.digest, opens: false, at: s.time(1))
                try s.expectEqual(redeemed, RedeemedLink(link: link, version: first), "what it leads to")
                let version = try s.version("2", replacing: first.tag)
                let second = try await s.store.publish(version, at: s.time(1))
                let newer = try await s.store.redeem(link.digest, opens: false, at: s.time(1))
                try s.expectEqual(newer?.version, second, "the newer version")
                let unknown = try await s.store.redeem(try s.digest(9), opens: false, at: s.time(1))
                try s.expectEqual(unknown, nil, "what an unknown link leads to")
            },
            Case("a link works until it expires") { s in
                _ = try await s.store.publish(try s.version("1"), at: s.time(0))
                try await s.store.addLinks([try s.link(1, expires: 10)])
                let last = try await s.store.redeem(try s.digest(1), opens: false, at: s.time(9.999))
                try s.expect(last != nil, "that it works before its end")
                let late = try await s.store.redeem(try s.digest(1), opens: false, at: s.time(10))
                try s.expectEqual(late, nil, "what it leads to at its end")
            },
            Case("links end for one recipient or for all") { s in
                _ = try await s.store.publish(try s.version("1"), at: s.time(0))
                _ = try await s.store.publish(try s.version("1", serial: "B"), at: s.time(0))
                try await s.store.addLinks([
                    try s.link(1), try s.link(2), try s.link(3, of: "grace"), try s.link(4, serial: "B"),
                    try s.link(5, expires: 1), try s.link(6, of: "alan"),
                ])
                func working() async throws -> [UInt8] {
                    var working: [UInt8] = []
                    for byte in 1...6 as ClosedRange<UInt8> {
                        let redeemed = try await s.store.redeem(try s.digest(byte), opens: false, at: s.time(1))
                        if redeemed != nil { working.append(byte) }
                    }
                    return working
                }
                try s.expectEqual(try await working(), [1, 2, 3, 4, 6], "the links that work")
                let ada = try await s.store.revokeLinks(to: s.pass(), of: "ada", at: s.time(1))
                try s.expectEqual(ada, 2, "the number of Ada's links that worked")
                try s.expectEqual(try await working(), [3, 4, 6], "the links that work")
                let all = try await s.store.revokeLinks(to: s.pass(), of: nil, at: s.time(1))
                try s.expectEqual(all, 2, "the number of links that worked")
                try s.expectEqual(try await working(), [4], "the links that work")
            },
            Case("a link opens the channel it was sent on, if it is told to") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                try await s.store.addLinks([try s.link(1, for: s.delivery(1)), try s.link(2, for: s.delivery(77))])
                _ = try await s.store.redeem(try s.digest(1), opens: false, at: s.time(1))
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1))?.channelStatus, .queued, "the channel")
                _ = try await s.store.redeem(try s.digest(1), opens: true, at: s.time(1))
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1))?.channelStatus, .opened, "the channel")
                try s.expectEqual(try await s.channel(.push, of: s.delivery(1))?.channelStatus, .queued, "the other")
                let message = try await s.claimMessage()
                let result = MessageResult(lease: message.lease, status: .submitted)
                _ = try await s.store.finishMessages([result], at: s.time(2))
                _ = try await s.store.record(.init(key: message.message.key, outcome: .delivered), at: s.time(2))
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1))?.channelStatus, .opened, "the channel")
                let strange = try await s.store.redeem(try s.digest(2), opens: true, at: s.time(1))
                try s.expect(strange != nil, "that a link works whose delivery is not known")
            },
        ]
    }
#endif
