#if Server
    import PassKitCore
    import PassKitServer

    extension PassStoreConformance {
        static let completionCases: [Case] = [
            Case("a completion keeps all of its effects") { s in
                try await s.accept(try s.request(1, to: ["ada", "grace"]))
                let job = try await s.claimOne()
                let rejected = PassStatus.Channel(.sms, .rejected, passStatus: .rejected, reason: .unknownRecipient)
                let effects = [
                    s.effect(s.delivery(1, 0), s.message("m1")),
                    JobCompletion.Effect(delivery: s.delivery(1, 1), channels: [rejected]),
                ]
                var version = try s.version("signed")
                version.sequence = job.request.sequence
                version.authenticationToken = "token-of-the-pass"
                let completion = JobCompletion(lease: job.lease, version: version, effects: effects)
                try s.expectEqual(try await s.complete(completion, at: 2), .done, "the completion")
                try s.expectEqual(try await s.state(of: 1), .done, "the state")
                let current = try s.require(try await s.store.currentVersion(of: s.pass()), "a version")
                try s.expectEqual(current.digest, version.bytes.digest, "the digest")
                try s.expectEqual(current.published, s.time(2), "the time of publication")
                try s.expectEqual(current.sequence, job.request.sequence, "the number")
                try s.expectEqual(current.verdict, "trusted", "the verdict")
                try s.expectEqual(current.authenticationToken, "token-of-the-pass", "the token")
                try s.expectEqual(try await s.store.bytes(of: current.digest), version.bytes.bytes, "the bytes")
                let ada = try s.require(try await s.store.delivery(s.delivery(1, 0)), "a delivery")
                try s.expectEqual(ada.state, .settled, "the delivery to Ada")
                try s.expectEqual(ada.channels, effects[0].channels, "the channels of Ada")
                try s.expectEqual(ada.isHolder, true, "whether Ada holds the pass")
                let grace = try s.require(try await s.store.delivery(s.delivery(1, 1)), "a delivery")
                try s.expectEqual(grace.channels, [rejected], "the channels of Grace")
                try s.expectEqual(grace.isHolder, false, "whether Grace holds the pass")
                try s.expectEqual(try await s.claimMessage(at: 2).message, s.message("m1"), "the message")
            },
            Case("a job is completed once") { s in
                try await s.accept(try s.request(1))
                let job = try await s.claimOne()
                let completion = JobCompletion(lease: job.lease, version: try s.version("v"))
                try s.expectEqual(
                    try await s.store.complete([completion, completion], at: s.time(0)),
                    [.done, .leaseLost],
                    "the outcomes"
                )
            },
            Case("a completion without a version leaves the pass as it is") { s in
                try await s.accept(try s.request(1))
                let tag = try await s.publish()
                try await s.accept(try s.request(2))
                let job = try await s.claimOne()
                let unchanged = PassStatus.Channel(.sms, .notAttempted, reason: .unchanged)
                let effect = JobCompletion.Effect(delivery: s.delivery(2), channels: [unchanged])
                let outcome = try await s.complete(JobCompletion(lease: job.lease, effects: [effect]))
                try s.expectEqual(outcome, .done, "the completion")
                try s.expectEqual(try await s.store.currentVersion(of: s.pass())?.tag, tag, "the tag")
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(2)), unchanged, "the channel")
            },
            Case("a completion that was overtaken keeps nothing but the lease") { s in
                try await s.accept(try s.request(1))
                let job = try await s.claimOne()
                let published = try await s.store.publish(try s.version("edited"), at: s.time(1))
                let tag = try s.require(published, "a version").tag
                var completion = JobCompletion(
                    lease: job.lease,
                    version: try s.version("v"),
                    effects: [s.effect(s.delivery(1), s.message("m"))]
                )
                for replaced in [nil, tag + 1] {
                    completion.version?.replaces = replaced
                    try s.expectEqual(try await s.complete(completion, at: 2), .overtaken, "the completion")
                }
                try s.expectEqual(try await s.state(of: 1), .running, "the state")
                try s.expectEqual(try await s.state(of: s.delivery(1)), .waiting, "the delivery")
                try s.expectEqual(try await s.store.currentVersion(of: s.pass())?.tag, tag, "the tag")
                try s.expectEqual(try await s.claimMessages(at: 2), [], "the messages")
                completion.version?.replaces = tag
                try s.expectEqual(try await s.complete(completion, at: 3), .done, "the completion that replaces it")
                try s.expect((try await s.store.currentVersion(of: s.pass())?.tag ?? 0) > tag, "a greater tag")
            },
            Case("a version that replaces one where there is none is overtaken") { s in
                try await s.accept(try s.request(1))
                let job = try await s.claimOne()
                let version = try s.version("v", replacing: 1)
                let outcome = try await s.complete(JobCompletion(lease: job.lease, version: version))
                try s.expectEqual(outcome, .overtaken, "the completion")
            },
            Case("deliveries cancelled while their job runs are left out") { s in
                try await s.accept(try s.request(1, to: ["ada", "grace"]))
                let job = try await s.claimOne()
                let answer = try await s.store.cancel(s.delivery(1, 0), at: s.time(1))
                try s.expectEqual(answer, .cancelled, "the answer")
                let effects = [
                    s.effect(s.delivery(1, 0), s.message("m0")), s.effect(s.delivery(1, 1), s.message("m1")),
                ]
                let completion = JobCompletion(lease: job.lease, version: try s.version("v"), effects: effects)
                try s.expectEqual(try await s.complete(completion, at: 2), .done, "the completion")
                let ada = try s.require(try await s.store.delivery(s.delivery(1, 0)), "a delivery")
                try s.expectEqual(ada.state, .cancelled, "the delivery to Ada")
                try s.expectEqual(ada.reason, .withdrawn, "the reason")
                try s.expectEqual(ada.isHolder, false, "whether Ada holds the pass")
                try s.expectEqual(try await s.state(of: s.delivery(1, 1)), .settled, "the delivery to Grace")
                try s.expectEqual(try await s.claimMessages(at: 2).map(\.message.key), ["m1"], "the messages")
            },
            Case("a job whose deliveries are all cancelled while it runs publishes nothing") { s in
                try await s.accept(try s.request(1), try s.request(2))
                let job = try await s.claimOne()
                _ = try await s.store.cancel(s.delivery(1), at: s.time(1))
                try s.expectEqual(try await s.state(of: 1), .running, "the state while it runs")
                let completion = JobCompletion(
                    lease: job.lease,
                    version: try s.version("v"),
                    effects: [s.effect(s.delivery(1), s.message("m"))]
                )
                try s.expectEqual(try await s.complete(completion, at: 2), .cancelled, "the completion")
                try s.expectEqual(try await s.state(of: 1), .cancelled, "the state")
                try s.expectEqual(try await s.store.currentVersion(of: s.pass()), nil, "the version")
                try s.expectEqual(try await s.store.bytes(of: try s.blob("v").digest), nil, "the bytes")
                try s.expectEqual(try await s.claimIDs(at: 2), [2], "the next job of the pass")
            },
            Case("a job for nobody publishes") { s in
                try await s.accept(try s.request(1, to: []))
                try await s.publish()
                try s.expectEqual(try await s.state(of: 1), .done, "the state")
            },
            Case("completions are judged one after the other") { s in
                try await s.accept(try s.request(1, serial: "1"), try s.request(2, serial: "2"))
                let jobs = try await s.claim()
                let completions = try jobs.map { job in
                    JobCompletion(lease: job.lease, version: try s.version("of \(job.lease.id)", serial: "1"))
                }
                let outcomes = try await s.store.complete(completions, at: s.time(1))
                try s.expectEqual(outcomes, [.done, .overtaken], "the outcomes")
                try s.expectEqual(try await s.store.complete([], at: s.time(1)), [], "the outcomes of nothing")
            },
            Case("an effect can end the links of its recipient") { s in
                try await s.accept(try s.request(1, to: ["ada", "grace"]))
                let tag = try await s.publish()
                try await s.store.addLinks([try s.link(1), try s.link(2, of: "grace")])
                try await s.accept(try s.request(2))
                let job = try await s.claimOne(at: 1)
                var effect = s.effect(s.delivery(2))
                effect.revokesLinks = true
                let version = try s.version("v2", replacing: tag)
                let completion = JobCompletion(lease: job.lease, version: version, effects: [effect])
                try s.expectEqual(try await s.complete(completion, at: 1), .done, "the completion")
                try s.expectEqual(
                    try await s.store.redeem(try s.digest(1), opens: false, at: s.time(1)),
                    nil,
                    "what Ada's link leads to"
                )
                try s.expect(
                    try await s.store.redeem(try s.digest(2), opens: false, at: s.time(1)) != nil,
                    "that Grace's link works"
                )
            },
            Case("channels keep what nobody knows") { s in
                try await s.accept(try s.request(1))
                let job = try await s.claimOne()
                var unknown = JSONObject()
                unknown["speed"] = 1.50
                unknown["note"] = "a\u{0}b"
                let channel = PassStatus.Channel(
                    NotificationChannel("Pigeon"),
                    ChannelStatus(rawValue: "in the air"),
                    passStatus: PassAcceptance(rawValue: "Perhaps"),
                    reason: StatusReason(rawValue: "windy"),
                    unknownMembers: unknown
                )
                let effect = JobCompletion.Effect(delivery: s.delivery(1), channels: [channel])
                _ = try await s.complete(JobCompletion(lease: job.lease, effects: [effect]))
                try s.expectEqual(try await s.store.delivery(s.delivery(1))?.channels, [channel], "the channels")
            },
        ]

        static let versionCases: [Case] = [
            Case("tags grow over all passes") { s in
                var last: Int64 = 0
                for serial in ["A", "B", "A"] {
                    let replaced = try await s.store.currentVersion(of: s.pass(serial))?.tag
                    let version = try s.version("\(serial) after \(last)", serial: serial, replacing: replaced)
                    let published = try s.require(try await s.store.publish(version, at: s.time(1)), "a version")
                    try s.expect(published.tag > last, "a tag above \(last), not \(published.tag)")
                    try s.expectEqual(published.digest, version.bytes.digest, "the digest")
                    try s.expectEqual(
                        try await s.store.currentVersion(of: s.pass(serial)),
                        published,
                        "the current version"
                    )
                    last = published.tag
                }
                try s.expect(try await s.store.bytes(of: try s.blob("A after 0").digest) != nil, "the replaced bytes")
            },
            Case("a version that replaces another than the current one is not published") { s in
                let first = try await s.store.publish(try s.version("1"), at: s.time(0))
                let tag = try s.require(first, "a version").tag
                for replaced in [nil, tag + 1] {
                    let version = try s.version("2", replacing: replaced)
                    try s.expectEqual(try await s.store.publish(version, at: s.time(1)), nil, "the version")
                    try s.expectEqual(try await s.store.bytes(of: version.bytes.digest), nil, "the bytes")
                }
                try s.expectEqual(try await s.store.currentVersion(of: s.pass()), first, "the current version")
            },
            Case("a version outside any job has its place in the order of acceptance") { s in
                try await s.accept(try s.request(1))
                let published = try await s.store.publish(try s.version("1"), at: s.time(0))
                try await s.accept(try s.request(2))
                let before = try s.require(try await s.store.request(PassRequestID(1)), "a request").sequence
                let after = try s.require(try await s.store.request(PassRequestID(2)), "a request").sequence
                let sequence = try s.require(published, "a version").sequence
                try s.expect(before < sequence && sequence < after, "\(before) < \(sequence) < \(after)")
            },
        ]
    }
#endif
