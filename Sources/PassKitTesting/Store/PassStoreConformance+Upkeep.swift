#if Server
    import PassKitCore
    import PassKitServer

    extension PassStoreConformance {
        static let upkeepCases: [Case] = [
            Case("jobs expire when nobody works on them") { s in
                for id in 1...5 as ClosedRange<Int64> {
                    try await s.accept(try s.request(id, serial: "\(id)", end: 100, to: ["ada", "grace"]))
                }
                try await s.accept(try s.request(6, serial: "6", end: 100.001), try s.request(7, serial: "7"))
                let jobs = try await s.claim(limit: 4, until: 101)
                _ = try await s.store.block(jobs[1].lease, StoreScene.note, at: s.time(1))
                _ = try await s.store.fail(jobs[2].lease, StoreScene.note, retryAt: nil, at: s.time(1))
                _ = try await s.store.extend([jobs[3].lease], until: s.time(90))
                _ = try await s.store.cancel(s.delivery(5, 1), at: s.time(1))
                try s.expectEqual(try await s.store.expire(at: s.time(99.999)), 0, "the number before the end")
                try s.expectEqual(try await s.store.expire(at: s.time(100)), 3, "the number at the end")
                let states: [WorkState] = [.running, .cancelled, .dead, .cancelled, .cancelled, .queued, .queued]
                for (index, state) in states.enumerated() {
                    try s.expectEqual(try await s.state(of: Int64(index + 1)), state, "the state of \(index + 1)")
                }
                let expired = try await s.store.delivery(s.delivery(5, 0))
                try s.expectEqual(expired?.state, .cancelled, "the delivery")
                try s.expectEqual(expired?.reason, .expired, "the reason")
                let withdrawn = try await s.store.delivery(s.delivery(5, 1))
                try s.expectEqual(withdrawn?.reason, .withdrawn, "the reason of what was cancelled before")
                try s.expectEqual(try await s.state(of: s.delivery(1)), .waiting, "the delivery that runs")
                try s.expectEqual(try await s.store.expire(at: s.time(100)), 0, "the number the second time")
                let lost = try await s.complete(JobCompletion(lease: jobs[3].lease), at: 100)
                try s.expectEqual(lost, .leaseLost, "the completion of an expired job")
            },
            Case("an expired first job of a pass makes way for the next") { s in
                try await s.accept(try s.request(1, end: 10), try s.request(2))
                try s.expectEqual(try await s.store.expire(at: s.time(10)), 1, "the number")
                try s.expectEqual(try await s.claimIDs(at: 10), [2], "the jobs to claim")
            },
            Case("messages expire when nobody works on them") { s in
                try await s.register("d1", token: "t1")
                try await s.accept(try s.request(1, to: ["queued", "waiting", "running", "dead", "sent"]))
                let job = try await s.claimOne()
                let effects = (0..<5).map { place in
                    s.effect(s.delivery(1, place), s.message("m\(place)", end: 100, waitsForFetch: place == 1))
                }
                let version = try s.version("v")
                _ = try await s.complete(JobCompletion(lease: job.lease, version: version, effects: effects))
                for message in try await s.claimMessages(until: 200) {
                    switch message.message.key {
                    case "m0": try await s.store.release([message.lease])
                    case "m3": _ = try await s.store.fail(message.lease, StoreScene.note, retryAt: nil, at: s.time(1))
                    case "m4":
                        let result = MessageResult(lease: message.lease, status: .submitted)
                        _ = try await s.store.finishMessages([result], at: s.time(1))
                    default: break
                    }
                }
                try s.expectEqual(try await s.store.expire(at: s.time(99.999)), 0, "the number before the end")
                try s.expectEqual(try await s.store.expire(at: s.time(100)), 2, "the number at the end")
                let expected: [(ChannelStatus, StatusReason?)] = [
                    (.cancelled, .expired), (.cancelled, .expired), (.queued, nil), (.undelivered, nil),
                    (.submitted, nil),
                ]
                for (place, (status, reason)) in expected.enumerated() {
                    let channel = try await s.channel(.sms, of: s.delivery(1, Int64(place)))
                    try s.expectEqual(channel?.channelStatus, status, "the channel of \(place)")
                    try s.expectEqual(channel?.reason, reason, "the reason of \(place)")
                }
            },
            Case("statistics tell how much of which work there is") { s in
                try s.expectEqual(try await s.store.statistics(), QueueStatistics([]), "the statistics of nothing")
                for id in 1...6 as ClosedRange<Int64> {
                    try await s.accept(try s.request(id, serial: "\(id)"), at: Double(id))
                }
                let jobs = try await s.claim(limit: 4, at: 7, until: 1000)
                let notes = (0..<2).map { FailureNote(code: "code.\($0)", message: "Message \($0)") }
                _ = try await s.store.fail(jobs[0].lease, notes[0], retryAt: nil, at: s.time(8))
                _ = try await s.store.fail(jobs[1].lease, notes[1], retryAt: nil, at: s.time(9))
                _ = try await s.store.fail(jobs[2].lease, notes[0], retryAt: s.time(50), at: s.time(9))
                let effect = s.effect(s.delivery(4), s.message("m"))
                let completion = JobCompletion(lease: jobs[3].lease, version: try s.version("v"), effects: [effect])
                _ = try await s.complete(completion, at: 10)
                let running = try await s.claim(limit: 1, at: 11, until: 1000)
                try s.expectEqual(running.map(\.request.id), [PassRequestID(5)], "the running job")
                let expected = QueueStatistics([
                    .init(work: .job, state: .queued, count: 2, oldest: s.time(3), lastFailure: notes[0]),
                    .init(work: .job, state: .running, count: 1, oldest: s.time(5)),
                    .init(work: .job, state: .done, count: 1, oldest: nil),
                    .init(work: .job, state: .dead, count: 2, oldest: s.time(1), lastFailure: notes[1]),
                    .init(work: .message, state: .queued, count: 1, oldest: s.time(10)),
                ])
                try s.expectEqual(try await s.store.statistics(), expected, "the statistics")
            },
            Case("dead letters are listed, oldest first, page by page") { s in
                for id in [3, 1, 2] as [Int64] {
                    try await s.accept(try s.request(id, serial: "\(id)"), at: Double(id))
                }
                for job in try await s.claim(at: 5) {
                    _ = try await s.store.fail(job.lease, StoreScene.note, retryAt: s.time(6), at: s.time(5))
                }
                for job in try await s.claim(at: 6) {
                    _ = try await s.store.fail(job.lease, StoreScene.note, retryAt: nil, at: s.time(7))
                }
                var letters: [DeadLetter] = []
                for start in 0..<4 { letters += try await s.store.deadLetters(start: start, limit: 1) }
                let expected = (1...3).map { id in
                    DeadLetter(
                        id: .init(work: .job, id: "\(id)"),
                        attempts: 2,
                        since: s.time(Double(id)),
                        note: StoreScene.note
                    )
                }
                try s.expectEqual(letters, expected, "the dead letters")
                try s.expectEqual(try await s.store.deadLetters(start: 0, limit: 10), expected, "all in one page")
            },
            Case("dead letters of all kinds stand in one list") { s in
                try await s.register("d", serial: "2", token: "t")
                try await s.accept(try s.request(1, serial: "1"), at: 1)
                try await s.accept(try s.request(2, serial: "2"), at: 1)
                let jobs = try await s.claim(at: 1)
                _ = try await s.store.fail(jobs[0].lease, StoreScene.note, retryAt: nil, at: s.time(2))
                let effect = s.effect(s.delivery(2), s.message("m"))
                let version = try s.version("v", serial: "2")
                _ = try await s.complete(
                    JobCompletion(lease: jobs[1].lease, version: version, effects: [effect]),
                    at: 2
                )
                let message = try await s.claimMessage(at: 2)
                _ = try await s.store.fail(message.lease, StoreScene.note, retryAt: nil, at: s.time(3))
                let push = try await s.claimPush(at: 2)
                _ = try await s.store.fail(push.lease, StoreScene.note, retryAt: nil, at: s.time(3))
                let letters = try await s.store.deadLetters(start: 0, limit: 10)
                try s.expectEqual(letters.first?.id, .init(work: .job, id: "1"), "the oldest letter")
                let ids: Set<DeadLetter.ID> = [
                    .init(work: .job, id: "1"), .init(work: .message, id: "m"), .init(work: .push, id: push.lease.id),
                ]
                try s.expectEqual(Set(letters.map(\.id)), ids, "the ids")
                try s.expectEqual(try await s.store.redrive(nil, at: s.time(9)), 3, "the number of re-driven letters")
                try s.expectEqual(try await s.store.deadLetters(start: 0, limit: 10), [], "the letters left")
                try s.expectEqual(try await s.claimIDs(at: 9), [1], "the jobs to claim")
                try s.expectEqual(try await s.claimMessages(at: 9).map(\.attempt), [1], "the messages to claim")
                try s.expectEqual(try await s.claimPushes(at: 9).map(\.attempt), [1], "the pushes to claim")
            },
            Case("a re-driven letter is due at once, with all its attempts to come") { s in
                try await s.accept(try s.request(1, serial: "1"), try s.request(2, serial: "2"))
                for job in try await s.claim() {
                    _ = try await s.store.fail(job.lease, StoreScene.note, retryAt: nil, at: s.time(1))
                }
                let letter = DeadLetter.ID(work: .job, id: "1")
                try s.expectEqual(try await s.store.redrive(letter, at: s.time(5)), 1, "the number")
                try s.expectEqual(try await s.store.redrive(letter, at: s.time(5)), 0, "the number the second time")
                let other = DeadLetter.ID(work: .message, id: "2")
                try s.expectEqual(try await s.store.redrive(other, at: s.time(5)), 0, "the number of another kind")
                let job = try await s.claimOne(at: 5)
                try s.expectEqual(job.request.id, PassRequestID(1), "the job")
                try s.expectEqual(job.attempt, 1, "the attempt")
                try s.expectEqual(try await s.state(of: 2), .dead, "the state of the other")
            },
            Case("a re-driven job takes its place in the order of its pass") { s in
                try await s.accept(try s.request(1, due: 1), try s.request(2, due: 2), at: 2)
                let job = try await s.claimOne(at: 2)
                _ = try await s.store.fail(job.lease, StoreScene.note, retryAt: nil, at: s.time(3))
                _ = try await s.store.redrive(nil, at: s.time(4))
                try s.expectEqual(try await s.claimIDs(at: 4), [1], "the jobs to claim")
            },
            Case("the channel of a re-driven message is queued again") { s in
                try await s.accept(try s.request(1))
                try await s.publish()
                let message = try await s.claimMessage()
                _ = try await s.store.fail(message.lease, StoreScene.note, retryAt: nil, at: s.time(1))
                let letter = DeadLetter.ID(work: .message, id: message.message.key)
                try s.expectEqual(try await s.store.redrive(letter, at: s.time(2)), 1, "the number")
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1))?.channelStatus, .queued, "the channel")
            },
            Case("a store that can be written says so") { s in
                try await s.store.checkWritable()
            },
        ]

        static let pruneCases: [Case] = [
            Case("requests that are over are forgotten, with all that belongs to them") { s in
                try await s.accept(try s.request(1, to: ["ada", "grace"]))
                let first = try await s.publish(at: 1)
                for message in try await s.claimMessages(at: 1) {
                    let result = MessageResult(lease: message.lease, status: .submitted, receipt: "r")
                    _ = try await s.store.finishMessages([result], at: s.time(2))
                }
                try await s.accept(try s.request(2, serial: "B", due: 50))
                _ = try await s.store.cancel(s.delivery(2), at: s.time(2))
                try await s.accept(try s.request(3, serial: "C"))
                try s.expectEqual(try await s.store.prune(before: s.time(1)), 0, "the number while it is young")
                try s.expectEqual(try await s.store.prune(before: s.time(10)), 2, "the number")
                try s.expectEqual(try await s.store.prune(before: s.time(10)), 0, "the number the second time")
                for id in [1, 2] as [Int64] {
                    try s.expect(try await s.store.request(PassRequestID(id)) == nil, "that request \(id) is forgotten")
                    try s.expectEqual(try await s.store.delivery(s.delivery(id)), nil, "the delivery of \(id)")
                    let bytes = try await s.store.bytes(of: try s.blob("package \(id)").digest)
                    try s.expectEqual(bytes, nil, "the package of \(id)")
                }
                let report = DeliveryReport(receipt: "r", outcome: .delivered)
                try s.expectEqual(try await s.store.record(report, at: s.time(11)), false, "whether a report is known")
                try s.expectEqual(try await s.state(of: 3), .queued, "the state of what is not over")
                let current = try s.require(try await s.store.currentVersion(of: s.pass()), "the current version")
                try s.expectEqual(current.tag, first, "the tag")
                try s.expect(try await s.store.bytes(of: current.digest) != nil, "the bytes of the current version")
                try s.expectEqual(try await s.store.holders(of: s.pass(), among: ["ada"]), ["ada"], "the holders")
                let entries = try await s.store.statistics().entries
                try s.expectEqual(entries.map(\.count), [1], "the statistics")
            },
            Case("what is forgotten can come again") { s in
                try await s.accept(try s.request(1))
                let first = try await s.publish()
                let message = try await s.claimMessage()
                let result = MessageResult(lease: message.lease, status: .submitted)
                _ = try await s.store.finishMessages([result], at: s.time(0))
                let before = try s.require(try await s.store.request(PassRequestID(1)), "the request").sequence
                try s.expectEqual(try await s.store.prune(before: s.time(10)), 1, "the number")
                try await s.accept(try s.request(1), at: 20)
                let after = try s.require(try await s.store.request(PassRequestID(1)), "the request").sequence
                try s.expect(after > before, "a number above \(before), not \(after)")
                let second = try await s.publish(replacing: first, at: 20)
                try s.expect(second > first, "a tag above \(first), not \(second)")
            },
            Case("a request whose messages are not over is kept") { s in
                try await s.register("d1", serial: "3", token: "t1")
                for id in 1...3 as ClosedRange<Int64> {
                    try await s.accept(try s.request(id, serial: "\(id)"))
                    try await s.publish(waitsForFetch: id == 3)
                }
                let messages = try await s.claimMessages()
                try s.expectEqual(messages.count, 2, "the number of messages")
                _ = try await s.store.fail(messages[0].lease, StoreScene.note, retryAt: nil, at: s.time(1))
                try s.expectEqual(try await s.store.prune(before: s.time(1000)), 0, "the number")
                for id in 1...3 as ClosedRange<Int64> {
                    try s.expectEqual(try await s.state(of: s.delivery(id)), .settled, "the delivery of \(id)")
                }
                try s.expectEqual(try await s.store.deadLetters(start: 0, limit: 9).count, 1, "the dead letters")
            },
            Case("dead jobs are kept") { s in
                try await s.accept(try s.request(1))
                let job = try await s.claimOne()
                _ = try await s.store.fail(job.lease, StoreScene.note, retryAt: nil, at: s.time(1))
                try s.expectEqual(try await s.store.prune(before: s.time(1000)), 0, "the number")
                try s.expect(
                    try await s.store.bytes(of: try s.blob("package 1").digest) != nil,
                    "the package of the dead job"
                )
            },
            Case("dead pushes are forgotten, and no other that is not over") { s in
                for (serial, token) in [("A", "t1"), ("B", "t2"), ("C", "t3")] {
                    try await s.register("d", serial: serial, token: token)
                    try await s.register("d of \(serial)", serial: serial, token: "own \(token)")
                }
                for (seconds, serial) in ["A", "B", "C"].enumerated() {
                    _ = try await s.store.publish(try s.version("1", serial: serial), at: s.time(Double(seconds)))
                }
                let pushes = try await s.claimPushes(at: 10)
                let (old, young) = (try s.require(pushes.first, "a push"), try s.require(pushes.last, "a push"))
                try s.expectEqual(pushes.count, 4, "the number of pushes")
                _ = try await s.store.fail(old.lease, StoreScene.note, retryAt: nil, at: s.time(20))
                _ = try await s.store.fail(young.lease, StoreScene.note, retryAt: nil, at: s.time(30))
                _ = try await s.store.fail(pushes[1].lease, StoreScene.note, retryAt: s.time(21), at: s.time(20))
                try s.expectEqual(try await s.store.prune(before: s.time(20)), 0, "the number of requests")
                try s.expectEqual(try await s.store.deadLetters(start: 0, limit: 9).count, 2, "the dead letters before")
                _ = try await s.store.prune(before: s.time(25))
                let left = try await s.store.deadLetters(start: 0, limit: 9).map(\.id)
                try s.expectEqual(left, [.init(work: .push, id: young.lease.id)], "the dead letters after")
                try s.expectEqual(try await s.claimPushes(at: 25).map(\.attempt), [2], "the push that waits")
                let result = PushResult(lease: pushes[2].lease, outcome: .sent)
                try s.expectEqual(try await s.store.finishPushes([result], at: s.time(26)), [true], "the one that runs")
                try s.expectEqual(try await s.store.redrive(nil, at: s.time(27)), 1, "the number of re-driven ones")
            },
            Case("versions that were replaced are forgotten, with bytes that nothing refers to") { s in
                let shared = try s.blob("package 1")
                var version = try s.version("1")
                version.bytes = shared
                let first = try s.require(try await s.store.publish(version, at: s.time(0)), "a version")
                let second = try await s.store.publish(try s.version("2", replacing: first.tag), at: s.time(10))
                let third = try await s.store.publish(try s.version("3", replacing: second?.tag), at: s.time(20))
                try await s.accept(try s.request(1, serial: "B", due: 500))
                _ = try await s.store.prune(before: s.time(15))
                try s.expect(try await s.store.bytes(of: shared.digest) != nil, "the bytes that a request refers to")
                try s.expect(try await s.store.bytes(of: try s.blob("2").digest) != nil, "bytes replaced lately")
                _ = try await s.store.prune(before: s.time(25))
                try s.expectEqual(try await s.store.bytes(of: try s.blob("2").digest), nil, "bytes replaced before")
                try s.expectEqual(try await s.store.currentVersion(of: s.pass()), third, "the current version")
                _ = try await s.store.cancel(s.delivery(1), at: s.time(26))
                _ = try await s.store.prune(before: s.time(30))
                try s.expectEqual(try await s.store.bytes(of: shared.digest), nil, "bytes that nothing refers to")
            },
            Case("links and idempotency keys are forgotten after they expire") { s in
                _ = try await s.store.publish(try s.version("1"), at: s.time(0))
                try await s.store.addLinks([try s.link(1, expires: 10), try s.link(2, expires: 100)])
                try await s.accept(try s.request(1, serial: "B", key: s.key("k", "f", expires: 10)))
                try await s.accept(try s.request(2, serial: "C", key: s.key("l", "f", expires: 100)))
                _ = try await s.store.prune(before: s.time(50))
                let first = try await s.store.redeem(try s.digest(1), opens: false, at: s.time(0))
                try s.expectEqual(first, nil, "what the expired link leads to")
                let second = try await s.store.redeem(try s.digest(2), opens: false, at: s.time(0))
                try s.expect(second != nil, "that the other link works")
                let expired = try await s.store.idempotencyRecord(s.key("k", "", expires: 0).key, at: s.time(0))
                try s.expectEqual(expired, nil, "the record of the expired key")
                let kept = try await s.store.idempotencyRecord(s.key("l", "", expires: 0).key, at: s.time(0))
                try s.expectEqual(kept?.request, PassRequestID(2), "the request of the other key")
            },
            Case("a push that is over does not lend its lease to another") { s in
                try await s.register("d", token: "t")
                let first = try await s.store.publish(try s.version("1"), at: s.time(0))
                let old = try await s.claimPush()
                _ = try await s.store.finishPushes([PushResult(lease: old.lease, outcome: .sent)], at: s.time(1))
                _ = try await s.store.prune(before: s.time(10))
                _ = try await s.store.publish(try s.version("2", replacing: first?.tag), at: s.time(11))
                _ = try await s.claimPush(at: 11)
                let stale = PushResult(lease: old.lease, outcome: .gone(since: nil))
                try s.expectEqual(
                    try await s.store.finishPushes([stale], at: s.time(12)),
                    [false],
                    "whether it was held"
                )
            },
        ]
    }
#endif
