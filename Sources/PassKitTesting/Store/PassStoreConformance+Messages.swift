#if Server
    import PassKitCore
    import PassKitServer

    extension PassStoreConformance {
        static let messageCases: [Case] = [
            Case("a claimed message has all that it takes to send it") { s in
                try await s.accept(try s.request(1, serial: "E-1029", to: ["grace"]))
                let job = try await s.claimOne()
                let message = s.message("m", due: 5, end: 50, priority: true)
                let effect = s.effect(s.delivery(1), message)
                _ = try await s.complete(JobCompletion(lease: job.lease, effects: [effect]))
                let claimed = try await s.claimMessage(at: 5)
                let lease = Lease(work: .message, id: "m", fence: claimed.lease.fence, owner: StoreScene.owner)
                let expected = ClaimedMessage(
                    lease: lease,
                    attempt: 1,
                    message: message,
                    delivery: s.delivery(1),
                    request: PassRequestID(1),
                    recipient: "grace",
                    pass: s.pass("E-1029")
                )
                try s.expectEqual(claimed, expected, "the message")
            },
            Case("messages with priority come first, then by due time; each is claimed when it is due, and once") { s in
                try await s.accept(try s.request(1))
                let job = try await s.claimOne()
                let messages = [
                    s.message("late", due: 9), s.message("early", due: 4), s.message("first", due: 8, priority: true),
                    s.message("future", due: 11, priority: true), s.message("expired", due: 0, end: 10),
                ]
                let effect = JobCompletion.Effect(delivery: s.delivery(1), channels: [], messages: messages)
                _ = try await s.complete(JobCompletion(lease: job.lease, effects: [effect]))
                let first = try await s.claimMessages(limit: 2, at: 10).map(\.message.key)
                try s.expectEqual(first, ["first", "early"], "the first messages")
                let second = try await s.claimMessages(by: StoreScene.other, at: 10).map(\.message.key)
                try s.expectEqual(second, ["late"], "the other messages")
                try s.expectEqual(try await s.claimMessages(at: 11).map(\.message.key), ["future"], "the later message")
                try s.expectEqual(try await s.claimMessages(limit: 0, at: 500), [], "none of the messages")
            },
            Case("a message can wait until its version is fetched") { s in
                try await s.register("d1", token: "t1")
                try await s.accept(try s.request(1))
                let first = try await s.publish(waitsForFetch: true)
                try await s.accept(try s.request(2))
                let second = try await s.publish(replacing: first, waitsForFetch: true)
                try s.expectEqual(try await s.claimMessages(at: 1), [], "the messages before the fetch")
                try await s.store.recordFetch(of: s.pass("B"), tag: second, at: s.time(1))
                try s.expectEqual(try await s.claimMessages(at: 1), [], "the messages after the fetch of another pass")
                try await s.store.recordFetch(of: s.pass(), tag: first, at: s.time(1))
                let delivery = try await s.claimMessage(at: 1).delivery
                try s.expectEqual(delivery, s.delivery(1), "the delivery of the first message")
                try await s.store.recordFetch(of: s.pass(), tag: second, at: s.time(1))
                try s.expectEqual(try await s.claimMessage(at: 1).delivery, s.delivery(2), "that of the second")
            },
            Case("the fetch of a version releases the messages of older ones") { s in
                try await s.register("d1", token: "t1")
                try await s.accept(try s.request(1))
                let first = try await s.publish(waitsForFetch: true)
                try await s.accept(try s.request(2))
                let second = try await s.publish(replacing: first, waitsForFetch: true)
                try await s.store.recordFetch(of: s.pass(), tag: second, at: s.time(1))
                try s.expectEqual(try await s.claimMessages(at: 1).count, 2, "the number of messages")
            },
            Case("a sent message is done, and its channel says so") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                let lease = try await s.claimMessage().lease
                let result = MessageResult(lease: lease, status: .submitted, receipt: "SM-1")
                let held = try await s.store.finishMessages([result, result], at: s.time(1))
                try s.expectEqual(held, [true, false], "whether the lease was held")
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1)), .init(.sms, .submitted), "the channel")
                try s.expectEqual(try await s.claimMessages(at: 1000), [], "the messages left")
            },
            Case("a message can be rejected, with a reason") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                let lease = try await s.claimMessage().lease
                let result = MessageResult(lease: lease, status: .rejected, reason: .missingValue)
                _ = try await s.store.finishMessages([result], at: s.time(1))
                let channel = PassStatus.Channel(.sms, .rejected, reason: .missingValue)
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1)), channel, "the channel")
            },
            Case("a message whose lease was lost is not finished") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                let first = try await s.claimMessage()
                let again = try await s.claimMessages(by: StoreScene.other, at: 30)
                try s.expectEqual(again.map(\.attempt), [2], "the attempts")
                let result = MessageResult(lease: first.lease, status: .submitted)
                try s.expectEqual(
                    try await s.store.finishMessages([result], at: s.time(31)),
                    [false],
                    "whether it was held"
                )
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1))?.channelStatus, .queued, "the channel")
            },
            Case("a message is tried again at the time of its retry, and given up as undelivered") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                let first = try await s.claimMessage()
                _ = try await s.store.fail(first.lease, StoreScene.note, retryAt: s.time(60), at: s.time(1))
                try s.expectEqual(try await s.claimMessages(at: 59.999), [], "the messages before the retry")
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1))?.channelStatus, .queued, "the channel")
                let second = try await s.claimMessage(at: 60)
                try s.expectEqual(second.attempt, 2, "the attempt")
                _ = try await s.store.fail(second.lease, StoreScene.note, retryAt: nil, at: s.time(61))
                let status = try await s.channel(.sms, of: s.delivery(1))?.channelStatus
                try s.expectEqual(status, .undelivered, "the channel of the dead letter")
            },
            Case("messages are released, extended and recovered as jobs are") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                let first = try await s.claimMessage()
                try await s.store.release([first.lease])
                let second = try await s.claimMessage()
                try s.expectEqual(second.attempt, 1, "the attempt after the release")
                let extended = try await s.store.extend([first.lease, second.lease], until: s.time(60))
                try s.expectEqual(extended, [second.lease], "the extended leases")
                try s.expectEqual(try await s.claimMessages(at: 59), [], "the messages before the end")
                try s.expectEqual(
                    try await s.store.recover(for: StoreScene.other, at: s.time(59)),
                    1,
                    "the number freed"
                )
                try s.expectEqual(try await s.claimMessage(at: 59).attempt, 2, "the attempt after the recovery")
            },
            Case("a delivery report takes the channel further, by key or by receipt") { s in
                try await s.accept(try s.request(1, serial: "1"), try s.request(2, serial: "2"))
                for job in try await s.claim() {
                    let id = try s.require(job.request.id.int64, "a number")
                    let effect = s.effect(s.delivery(id), s.message("m\(id)"))
                    _ = try await s.complete(JobCompletion(lease: job.lease, effects: [effect]))
                }
                for message in try await s.claimMessages() {
                    let receipt = "receipt of \(message.message.key)"
                    let result = MessageResult(lease: message.lease, status: .submitted, receipt: receipt)
                    _ = try await s.store.finishMessages([result], at: s.time(1))
                }
                let reports = [
                    DeliveryReport(key: "m1", outcome: .undelivered),
                    DeliveryReport(receipt: "receipt of m2", outcome: .delivered),
                    DeliveryReport(key: "m2", outcome: .undelivered),
                ]
                for report in reports {
                    try s.expect(try await s.store.record(report, at: s.time(2)), "that \(report) is known")
                }
                let first = try await s.channel(.sms, of: s.delivery(1))?.channelStatus
                try s.expectEqual(first, .undelivered, "the first channel")
                let second = try await s.channel(.sms, of: s.delivery(2))?.channelStatus
                try s.expectEqual(second, .delivered, "the second channel")
                for report in [
                    DeliveryReport(key: "m3", outcome: .delivered), DeliveryReport(receipt: "m1", outcome: .delivered),
                ] {
                    try s.expect(try await s.store.record(report, at: s.time(2)) == false, "that \(report) is unknown")
                }
            },
            Case("a report that is faster than the end of the sending is not taken back") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                let message = try await s.claimMessage()
                let report = DeliveryReport(key: message.message.key, outcome: .delivered)
                try s.expect(try await s.store.record(report, at: s.time(1)), "that the message is known")
                let result = MessageResult(lease: message.lease, status: .submitted, receipt: "r")
                try s.expectEqual(
                    try await s.store.finishMessages([result], at: s.time(2)),
                    [true],
                    "whether it was held"
                )
                let status = try await s.channel(.sms, of: s.delivery(1))?.channelStatus
                try s.expectEqual(status, .delivered, "the channel")
            },
            Case("a message that was given up may turn out to be delivered") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                let message = try await s.claimMessage()
                _ = try await s.store.fail(message.lease, StoreScene.note, retryAt: nil, at: s.time(1))
                _ = try await s.store.record(.init(key: message.message.key, outcome: .delivered), at: s.time(2))
                let status = try await s.channel(.sms, of: s.delivery(1))?.channelStatus
                try s.expectEqual(status, .delivered, "the channel")
            },
        ]

        static let cancelCases: [Case] = [
            Case("a cancelled delivery takes its job with it when it is the last one") { s in
                try await s.accept(try s.request(1, to: ["ada", "grace"]))
                try s.expectEqual(try await s.store.cancel(s.delivery(1, 0), at: s.time(1)), .cancelled, "the answer")
                try s.expectEqual(try await s.state(of: 1), .queued, "the state with one left")
                let delivery = try await s.store.delivery(s.delivery(1, 0))
                try s.expectEqual(delivery?.state, .cancelled, "the delivery")
                try s.expectEqual(delivery?.reason, .withdrawn, "the reason")
                try s.expectEqual(try await s.store.cancel(s.delivery(1, 1), at: s.time(1)), .cancelled, "the answer")
                try s.expectEqual(try await s.state(of: 1), .cancelled, "the state with none left")
                try s.expectEqual(try await s.claimIDs(at: 1), [], "the jobs to claim")
            },
            Case("what is cancelled cannot be cancelled again, nor what is not there") { s in
                try await s.accept(try s.request(1))
                _ = try await s.store.cancel(s.delivery(1), at: s.time(1))
                try s.expectEqual(try await s.store.cancel(s.delivery(1), at: s.time(2)), .nothingLeft, "the answer")
                try s.expectEqual(try await s.store.cancel(s.delivery(2), at: s.time(2)), .unknown, "the answer")
            },
            Case("the cancelled first job of a pass makes way for the next") { s in
                try await s.accept(try s.request(1), try s.request(2))
                _ = try await s.store.cancel(s.delivery(1), at: s.time(1))
                try s.expectEqual(try await s.claimIDs(at: 1), [2], "the jobs to claim")
            },
            Case("dead and blocked jobs can be cancelled") { s in
                try await s.accept(try s.request(1, serial: "1"), try s.request(2, serial: "2"))
                let jobs = try await s.claim()
                _ = try await s.store.fail(jobs[0].lease, StoreScene.note, retryAt: nil, at: s.time(1))
                _ = try await s.store.block(jobs[1].lease, StoreScene.note, at: s.time(1))
                for id in [1, 2] as [Int64] {
                    try s.expectEqual(try await s.store.cancel(s.delivery(id), at: s.time(2)), .cancelled, "the answer")
                    try s.expectEqual(try await s.state(of: id), .cancelled, "the state of \(id)")
                }
                try s.expectEqual(try await s.store.deadLetters(start: 0, limit: 10), [], "the dead letters")
            },
            Case("of a settled delivery the unsent messages are cancelled") { s in
                try await s.register("d1", token: "t1")
                try await s.accept(try s.request(1, to: ["queued", "waiting", "dead", "running", "sent"]))
                let job = try await s.claimOne()
                let effects = (0..<5).map { place in
                    s.effect(s.delivery(1, place), s.message("m\(place)", waitsForFetch: place == 1))
                }
                let version = try s.version("v")
                _ = try await s.complete(JobCompletion(lease: job.lease, version: version, effects: effects))
                for message in try await s.claimMessages() {
                    switch message.message.key {
                    case "m0": try await s.store.release([message.lease])
                    case "m2": _ = try await s.store.fail(message.lease, StoreScene.note, retryAt: nil, at: s.time(1))
                    case "m4":
                        let result = MessageResult(lease: message.lease, status: .submitted)
                        _ = try await s.store.finishMessages([result], at: s.time(1))
                    default: break
                    }
                }
                let expected: [(Cancellation, ChannelStatus, StatusReason?)] = [
                    (.cancelled, .cancelled, .withdrawn), (.cancelled, .cancelled, .withdrawn),
                    (.cancelled, .cancelled, .withdrawn), (.nothingLeft, .queued, nil), (.nothingLeft, .submitted, nil),
                ]
                for (place, (answer, status, reason)) in expected.enumerated() {
                    let id = s.delivery(1, Int64(place))
                    try s.expectEqual(try await s.store.cancel(id, at: s.time(2)), answer, "the answer for \(place)")
                    let channel = try await s.channel(.sms, of: id)
                    try s.expectEqual(channel?.channelStatus, status, "the channel of \(place)")
                    try s.expectEqual(channel?.reason, reason, "the reason of \(place)")
                    try s.expectEqual(try await s.state(of: id), .settled, "the delivery of \(place)")
                }
                try s.expectEqual(try await s.store.cancel(s.delivery(1), at: s.time(3)), .nothingLeft, "the answer")
                try await s.store.recordFetch(of: s.pass(), tag: .max, at: s.time(3))
                try s.expectEqual(try await s.claimMessages(at: 3), [], "the messages left")
                try s.expect(try await s.store.currentVersion(of: s.pass()) != nil, "that the version stays")
            },
        ]
    }
#endif
