#if Server
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension PassStoreConformance {
        static let deviceCases: [Case] = [
            Case("devices register and unregister, pass by pass") { s in
                try s.expectEqual(try await s.register("d1", token: "t1"), .new, "the registration")
                try s.expectEqual(try await s.register("d1", token: "t2"), .known, "the same once more")
                try s.expectEqual(try await s.register("d2", token: "t3"), .new, "another device")
                try s.expectEqual(try await s.register("d1", serial: "B", token: "t2"), .new, "another pass")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass()), 2, "the devices of A")
                let gone = try await s.store.unregister(device: "d1", pass: s.pass(), at: s.time(1))
                try s.expectEqual(gone, true, "whether there was a registration")
                let none = try await s.store.unregister(device: "d1", pass: s.pass(), at: s.time(1))
                try s.expectEqual(none, false, "whether there was one still")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass()), 1, "the devices of A")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass("B")), 1, "the devices of B")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass("C")), 0, "the devices of C")
            },
            Case("a device's new push token replaces the old one for all passes of the type") { s in
                try await s.register("d1", serial: "A", token: "t1", at: 0)
                try await s.register("d1", serial: "B", token: "t1", at: 1)
                try await s.register("d2", serial: "B", token: "t1", at: 1)
                try await s.register("d1", type: "pass.com.example.coupon", token: "t1", at: 2)
                try await s.register("d1", serial: "A", token: "t2", at: 5)
                try s.expectEqual(
                    try await s.registrations(nil),
                    ["d1 t1 2 2", "d1 t2 5 5", "d1 t2 5 1", "d2 t1 1 1"],
                    "the registrations"
                )
            },
            Case("a device, and a pass, have only so many registrations") { s in
                let limits = RegistrationLimits(passesPerDevice: 2, devicesPerPass: 3)
                func register(_ device: String, _ serial: String) async throws -> RegistrationOutcome {
                    try await s.register(device, serial: serial, token: "t", limits: limits)
                }
                for serial in ["A", "B"] { try s.expectEqual(try await register("d1", serial), .new, serial) }
                try s.expectEqual(try await register("d1", "C"), .full, "the third pass of a device")
                try s.expectEqual(try await register("d1", "B"), .known, "a pass of the device that is full")
                for device in ["d2", "d3"] { try s.expectEqual(try await register(device, "A"), .new, device) }
                try s.expectEqual(try await register("d4", "A"), .full, "the fourth device of a pass")
                try s.expectEqual(try await register("d3", "A"), .known, "a device of the pass that is full")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass()), 3, "the devices of A")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass("C")), 0, "the devices of C")
                _ = try await s.store.unregister(device: "d2", pass: s.pass(), at: s.time(1))
                try s.expectEqual(try await register("d4", "A"), .new, "the fourth device once there is room")
            },
            Case("registrations are listed with the times of their devices") { s in
                for (device, serial) in [("d2", "B"), ("d1", "B"), ("d3", "A")] {
                    try await s.register(device, serial: serial, token: "t-\(device)", at: 1)
                }
                let holding = ImportedHolding(pass: s.pass("C"), recipient: "ada", pushToken: "t4")
                _ = try await s.store.importHoldings([holding], at: s.time(2))
                let type = s.pass().type
                for seconds in [100, 3600, 3601, 7000] as [Double] {
                    _ = try await s.store.serials(for: "d1", passType: type, after: nil, at: s.time(seconds))
                }
                try s.expectEqual(try await s.registrations("B"), ["d1 t-d1 1 3601", "d2 t-d2 1 1"], "those for B")
                let all = try await s.registrations(nil)
                let names = all.compactMap { $0.split(separator: " ").first.map(String.init) }
                try s.expectEqual(names.count, 4, "the number of all")
                try s.expectEqual(Array(names.prefix(3)), ["d3", "d1", "d2"], "their order")
                try s.expect(all.last?.hasSuffix("t4 past never") == true, "the imported device, which never asked")
                let middle = try await s.store.registrations(of: nil, start: 1, limit: 2)
                try s.expectEqual(middle.map(\.registration.device), ["d1", "d2"], "a page")
            },
            Case("devices may show the token that is kept and that of the current version") { s in
                try s.expectEqual(try await s.store.authenticationTokens(of: s.pass()), [], "those of no pass")
                _ = try await s.store.authenticationToken(of: s.pass(), proposing: "kept")
                try s.expectEqual(try await s.store.authenticationTokens(of: s.pass()), ["kept"], "before publication")
                var version = try s.version("1")
                version.authenticationToken = "own"
                _ = try await s.store.publish(version, at: s.time(0))
                let tokens = try await s.store.authenticationTokens(of: s.pass())
                try s.expectEqual(tokens, ["kept", "own"], "after publication")
                try s.expectEqual(try await s.store.authenticationTokens(of: s.pass("B")), [], "of another pass")
            },
            Case("versions of a pass are published in different seconds, whatever the clock says") { s in
                var tag: Int64?
                var times: [Double] = []
                for (number, seconds) in [10.25, 10.5, 5, 20.75].enumerated() {
                    let version = try s.version("\(number)", replacing: tag)
                    let published = try s.require(try await s.store.publish(version, at: s.time(seconds)), "a version")
                    let current = try await s.store.currentVersion(of: s.pass())
                    try s.expectEqual(current, published, "the version that is kept")
                    times.append(published.published.timeIntervalSince(s.time(0)))
                    tag = published.tag
                }
                try s.expectEqual(times, [10.25, 11, 12, 20.75], "the times")
                let other = try await s.store.publish(try s.version("other", serial: "B"), at: s.time(1))
                try s.expectEqual(other?.published, s.time(1), "the time of another pass")
            },
            Case("a device learns which of its passes changed") { s in
                let type = s.pass().type
                func serials(_ device: String, _ type: String, after tag: Int64?) async throws -> UpdatedSerials? {
                    try await s.store.serials(for: device, passType: type, after: tag, at: s.time(0))
                }
                try s.expectEqual(try await serials("d1", type, after: nil), nil, "the passes of a stranger")
                for serial in ["B", "A", "a", "C"] { try await s.register("d1", serial: serial, token: "t1") }
                try await s.register("d2", serial: "D", token: "t2")
                let empty = UpdatedSerials(serials: [], tag: 0)
                try s.expectEqual(try await serials("d1", type, after: nil), empty, "the passes before publication")
                var tags: [String: Int64] = [:]
                for serial in ["C", "A", "a", "D", "B"] {
                    let version = try s.version("of \(serial)", serial: serial)
                    tags[serial] = try await s.store.publish(version, at: s.time(0))?.tag
                }
                let last = try s.require(tags["B"], "a tag")
                let all = UpdatedSerials(serials: ["A", "B", "C", "a"], tag: last)
                try s.expectEqual(try await serials("d1", type, after: nil), all, "all passes")
                let some = UpdatedSerials(serials: ["B", "a"], tag: last)
                try s.expectEqual(try await serials("d1", type, after: tags["A"]), some, "the passes after A")
                let none = UpdatedSerials(serials: [], tag: last)
                try s.expectEqual(try await serials("d1", type, after: last), none, "the passes after the last")
                try s.expectEqual(try await serials("d1", "pass.com.example.coupon", after: nil), nil, "another type")
                let unknown = try await serials("d1", type, after: last + 1)
                try s.expectEqual(unknown, all, "the passes after a tag that was never given")
                let newer = try s.version("of C, newer", serial: "C", replacing: tags["C"])
                let tag = try s.require(try await s.store.publish(newer, at: s.time(1)), "a version").tag
                let changed = UpdatedSerials(serials: ["C"], tag: tag)
                try s.expectEqual(try await serials("d1", type, after: last), changed, "the pass that changed")
            },
            Case("a device that registers again learns what changed meanwhile, once") { s in
                func serials(after tag: Int64?) async throws -> UpdatedSerials? {
                    try await s.store.serials(for: "d1", passType: s.pass().type, after: tag, at: s.time(0))
                }
                for serial in ["A", "B"] {
                    try await s.register("d1", serial: serial, token: "t1")
                    _ = try await s.publishNext("1 of \(serial)", serial: serial)
                }
                _ = try await s.store.unregister(device: "d1", pass: s.pass(), at: s.time(1))
                _ = try await s.publishNext("2 of A")
                let last = try await s.publishNext("2 of B", serial: "B")
                let one = UpdatedSerials(serials: ["B"], tag: last)
                try s.expectEqual(try await serials(after: nil), one, "the pass that is left")
                try await s.register("d1", token: "t1")
                let found = try s.require(try await serials(after: last), "a list")
                try s.expectEqual(found.serials, ["A"], "what changed while it was not registered")
                try s.expect(found.tag > last, "a tag above \(last), not \(found.tag)")
                try s.expectEqual(try await serials(after: last), found, "the answer to a device that did not get it")
                let none = UpdatedSerials(serials: [], tag: found.tag)
                try s.expectEqual(try await serials(after: found.tag), none, "what changed after that")
                try await s.register("d1", token: "t2")
                try s.expectEqual(try await serials(after: found.tag), none, "what a refreshed registration changes")
                try await s.register("d2", serial: "B", token: "t3")
                try await s.register("d1", serial: "C", token: "t2")
                try s.expectEqual(try await serials(after: found.tag), none, "what others, and empty passes, change")
                // No tag comes twice, though the registration that had the last one is gone.
                _ = try await s.store.unregister(device: "d1", pass: s.pass("C"), at: s.time(2))
                let newer = UpdatedSerials(serials: ["A"], tag: try await s.publishNext("3 of A"))
                try s.expectEqual(try await serials(after: found.tag), newer, "what changed at last")
                try s.expect(newer.tag > found.tag + 2, "a tag that no registration had, not \(newer.tag)")
            },
            Case("a fetch by a device opens the delivery to a single holder") { s in
                try await s.accept(try s.request(1))
                let tag = try await s.publish()
                try await s.store.recordFetch(of: s.pass(), tag: tag + 1, at: s.time(1))
                let before = try await s.channel(.push, of: s.delivery(1))?.channelStatus
                try s.expectEqual(before, .queued, "the channel after the fetch of another version")
                try await s.store.recordFetch(of: s.pass(), tag: tag, at: s.time(1))
                try s.expectEqual(try await s.channel(.push, of: s.delivery(1))?.channelStatus, .opened, "the channel")
                try s.expectEqual(try await s.channel(.sms, of: s.delivery(1))?.channelStatus, .queued, "the other")
            },
            Case("a fetch by a device opens nothing when several hold the pass") { s in
                try await s.accept(try s.request(1, to: ["ada", "grace"]))
                let tag = try await s.publish()
                try await s.store.recordFetch(of: s.pass(), tag: tag, at: s.time(1))
                try s.expectEqual(try await s.channel(.push, of: s.delivery(1))?.channelStatus, .queued, "the channel")
            },
        ]

        static let pushCases: [Case] = [
            Case("a version is pushed to every device of its pass, and to each push token once") { s in
                try await s.register("d1", token: "t1")
                try await s.register("d2", token: "t2")
                try await s.register("d3", token: "t2")
                try await s.register("d4", serial: "B", token: "t4")
                try s.expectEqual(try await s.claimPushes(), [], "the pushes before publication")
                _ = try await s.store.publish(try s.version("v"), at: s.time(1))
                let pushes = try await s.claimPushes(at: 1)
                try s.expectEqual(pushes.map(\.pushToken).sorted(), ["t1", "t2"], "the push tokens")
                try s.expectEqual(Set(pushes.map(\.passType)), [s.pass().type], "the pass types")
                try s.expectEqual(pushes.map(\.attempt), [1, 1], "the attempts")
                try s.expectEqual(Set(pushes.map(\.lease.id)).count, 2, "the number of ids")
                try s.expectEqual(try await s.claimPushes(by: StoreScene.other, at: 30), [], "the pushes while leased")
            },
            Case("a completed job pushes its version") { s in
                try await s.register("d1", token: "t1")
                try await s.accept(try s.request(1))
                try await s.publish(at: 1)
                try s.expectEqual(try await s.claimPush(at: 1).pushToken, "t1", "the push token")
            },
            Case("pushes that wait are merged, those that run are not") { s in
                try await s.register("d1", serial: "A", token: "t1")
                try await s.register("d1", serial: "B", token: "t1")
                _ = try await s.store.publish(try s.version("1"), at: s.time(0))
                _ = try await s.store.publish(try s.version("1", serial: "B"), at: s.time(1))
                let first = try await s.claimPush(at: 1)
                let version = try s.version("2", replacing: try await s.store.currentVersion(of: s.pass())?.tag)
                _ = try await s.store.publish(version, at: s.time(2))
                let second = try await s.claimPush(at: 2)
                try s.expect(first.lease.id != second.lease.id, "another push")
                let results = [first, second].map { PushResult(lease: $0.lease, outcome: .sent) }
                try s.expectEqual(try await s.store.finishPushes(results, at: s.time(3)), [true, true], "whether held")
                try s.expectEqual(try await s.claimPushes(at: 1000), [], "the pushes left")
            },
            Case("a sent push is noted with all deliveries that it tells of") { s in
                try await s.register("d1", serial: "A", token: "t1")
                try await s.register("d1", serial: "B", token: "t1")
                try await s.accept(try s.request(1))
                try await s.publish()
                try await s.accept(try s.request(2, serial: "B"))
                try await s.publish()
                try await s.accept(try s.request(3, serial: "C"))
                try await s.publish()
                let push = try await s.claimPush()
                let result = PushResult(lease: push.lease, outcome: .sent)
                let held = try await s.store.finishPushes([result, result], at: s.time(1))
                try s.expectEqual(held, [true, false], "whether the lease was held")
                for (id, status) in [(1, .submitted), (2, .submitted), (3, .queued)] as [(Int64, ChannelStatus)] {
                    let channel = try await s.channel(.push, of: s.delivery(id))
                    try s.expectEqual(channel?.channelStatus, status, "the channel of \(id)")
                }
                let tag = try s.require(try await s.store.currentVersion(of: s.pass()), "a version").tag
                try await s.store.recordFetch(of: s.pass(), tag: tag, at: s.time(2))
                let status = try await s.channel(.push, of: s.delivery(1))?.channelStatus
                try s.expectEqual(status, .opened, "the channel after the fetch")
            },
            Case("a push token that is gone takes its registrations with it") { s in
                try await s.register("d1", serial: "A", token: "t1")
                try await s.register("d1", serial: "B", token: "t1")
                try await s.register("d2", serial: "A", token: "t2")
                let coupon = s.pass("A", type: "pass.com.example.coupon")
                try await s.register("d1", type: coupon.type, token: "t1")
                _ = try await s.store.publish(try s.version("1", serial: "B"), at: s.time(0))
                let push = try await s.claimPush()
                _ = try await s.store.finishPushes(
                    [PushResult(lease: push.lease, outcome: .gone(since: nil))],
                    at: s.time(1)
                )
                try s.expectEqual(try await s.store.deviceCount(of: s.pass("A")), 1, "the devices of A")
                try s.expectEqual(try await s.store.deviceCount(of: s.pass("B")), 0, "the devices of B")
                try s.expectEqual(try await s.store.deviceCount(of: coupon), 1, "the devices of another type")
            },
            Case("a push token that was gone stays when the device registered later") { s in
                try await s.register("d1", serial: "A", token: "t1", at: 5)
                try await s.register("d2", serial: "A", token: "t1", at: 6)
                try await s.register("d3", serial: "A", token: "t2", at: 0)
                _ = try await s.store.publish(try s.version("1"), at: s.time(7))
                let pushes = try await s.claimPushes(at: 7)
                let push = try s.require(pushes.first { $0.pushToken == "t1" }, "the push")
                let result = PushResult(lease: push.lease, outcome: .gone(since: s.time(5)))
                try s.expectEqual(try await s.store.finishPushes([result], at: s.time(8)), [true], "whether held")
                try s.expectEqual(try await s.registrations(), ["d2 t1 6 6", "d3 t2 0 0"], "the registrations")
            },
            Case("messages wait for a fetch only while a device is registered") { s in
                try await s.register("d1", token: "t1")
                try await s.register("d2", token: "t2")
                try await s.accept(try s.request(1))
                try await s.publish(waitsForFetch: true)
                let push = try s.require(try await s.claimPushes().first { $0.pushToken == "t1" }, "a push")
                let gone = PushResult(lease: push.lease, outcome: .gone(since: nil))
                _ = try await s.store.finishPushes([gone], at: s.time(1))
                try s.expectEqual(try await s.claimMessages(at: 1), [], "the messages while a device is left")
                _ = try await s.store.unregister(device: "d2", pass: s.pass(), at: s.time(1))
                try s.expectEqual(try await s.claimMessage(at: 1).delivery, s.delivery(1), "that of the message")
                try await s.accept(try s.request(2, serial: "B"))
                try await s.publish(waitsForFetch: true)
                try s.expectEqual(try await s.claimMessage(at: 1).delivery, s.delivery(2), "that without devices")
                try await s.register("d3", serial: "C", token: "t3")
                try await s.accept(try s.request(3, serial: "C"))
                try await s.publish(waitsForFetch: true)
                let last = try s.require(try await s.claimPushes(at: 1).first { $0.pushToken == "t3" }, "a push")
                let all = PushResult(lease: last.lease, outcome: .gone(since: nil))
                _ = try await s.store.finishPushes([all], at: s.time(1))
                try s.expectEqual(try await s.claimMessage(at: 1).delivery, s.delivery(3), "that of the last token")
            },
            Case("pushes are retried, given up and re-driven as other work is") { s in
                try await s.register("d1", token: "t1")
                _ = try await s.store.publish(try s.version("1"), at: s.time(0))
                let first = try await s.claimPush()
                _ = try await s.store.fail(first.lease, StoreScene.note, retryAt: s.time(10), at: s.time(1))
                try s.expectEqual(try await s.claimPushes(at: 9.999), [], "the pushes before the retry")
                let second = try await s.claimPush(at: 10)
                try s.expectEqual(second.attempt, 2, "the attempt")
                let lost = PushResult(lease: first.lease, outcome: .gone(since: nil))
                try s.expectEqual(
                    try await s.store.finishPushes([lost], at: s.time(11)),
                    [false],
                    "whether it was held"
                )
                try s.expectEqual(try await s.store.deviceCount(of: s.pass()), 1, "the devices")
                try await s.store.release([second.lease])
                let third = try await s.claimPush(at: 12)
                try s.expectEqual(third.attempt, 2, "the attempt after the release")
                _ = try await s.store.fail(third.lease, StoreScene.note, retryAt: nil, at: s.time(13))
                let letters = try await s.store.deadLetters(start: 0, limit: 10)
                try s.expectEqual(letters.map(\.id), [.init(work: .push, id: third.lease.id)], "the dead letters")
                try s.expectEqual(try await s.store.redrive(letters.first?.id, at: s.time(14)), 1, "the number")
                try s.expectEqual(try await s.claimPush(at: 14).attempt, 1, "the attempt after the re-drive")
            },
            Case("a push that is to be tried again is tried soon once there is more to tell") { s in
                try await s.register("d1", token: "t1")
                let version = try await s.store.publish(try s.version("1"), at: s.time(0))
                for attempt in 1...3 {
                    let push = try await s.claimPush(at: Double(attempt))
                    try s.expectEqual(push.attempt, attempt, "the attempt")
                    let retry = s.time(attempt == 3 ? 20_000 : Double(attempt + 1))
                    _ = try await s.store.fail(push.lease, StoreScene.note, retryAt: retry, at: s.time(Double(attempt)))
                }
                let newer = try s.version("2", replacing: version?.tag)
                _ = try await s.store.publish(newer, at: s.time(100))
                try s.expectEqual(try await s.claimPushes(at: 999.999), [], "the pushes before a quarter of an hour")
                let push = try await s.claimPush(at: 1000)
                try s.expectEqual(push.attempt, 1, "the attempt after the second publication")
                _ = try await s.store.fail(push.lease, StoreScene.note, retryAt: s.time(1010), at: s.time(1001))
                let third = try s.version("3", replacing: try await s.store.currentVersion(of: s.pass())?.tag)
                _ = try await s.store.publish(third, at: s.time(1002))
                try s.expectEqual(try await s.claimPush(at: 1010).attempt, 1, "the attempt at the earlier time")
            },
            Case("a new push takes the place of a dead one, and tells of what that was to tell of") { s in
                for serial in ["A", "B"] { try await s.register("d1", serial: serial, token: "t1") }
                try await s.register("d2", serial: "A", token: "t2")
                try await s.accept(try s.request(1))
                let tag = try await s.publish(at: 1)
                for push in try await s.claimPushes(at: 1) {
                    _ = try await s.store.fail(push.lease, StoreScene.note, retryAt: nil, at: s.time(2))
                }
                try await s.accept(try s.request(2, serial: "B"), at: 3)
                try await s.publish(at: 3)
                let letters = try await s.store.deadLetters(start: 0, limit: 10)
                try s.expectEqual(letters.count, 1, "the number of dead letters: that of the other device")
                try s.expectEqual(try await s.store.redrive(nil, at: s.time(4)), 1, "the number of re-driven ones")
                let pushes = try await s.claimPushes(at: 4)
                try s.expectEqual(pushes.map(\.pushToken).sorted(), ["t1", "t2"], "the push tokens")
                let push = try s.require(pushes.first { $0.pushToken == "t1" }, "a push")
                let sent = PushResult(lease: push.lease, outcome: .sent)
                _ = try await s.store.finishPushes([sent], at: s.time(5))
                for id in [1, 2] as [Int64] {
                    let status = try await s.channel(.push, of: s.delivery(id))?.channelStatus
                    try s.expectEqual(status, .submitted, "the channel of \(id)")
                }
                // What runs is not dead, nor is what waits.
                let other = try s.require(pushes.first { $0.pushToken == "t2" }, "a push")
                _ = try await s.store.publish(try s.version("2", replacing: tag), at: s.time(6))
                let held = try await s.store.finishPushes(
                    [PushResult(lease: other.lease, outcome: .sent)],
                    at: s.time(7)
                )
                try s.expectEqual(held, [true], "whether the running one was held")
                try s.expectEqual(try await s.claimPushes(at: 7).count, 2, "the number of pushes of the last version")
            },
            Case("pushes go out in the order in which they were due") { s in
                for index in 1...5 {
                    try await s.register("d\(index)", serial: "\(index)", token: "t\(index)")
                    let version = try s.version("of \(index)", serial: "\(index)")
                    _ = try await s.store.publish(version, at: s.time(Double(index)))
                }
                let first = try await s.claimPushes(limit: 2, at: 4).map(\.pushToken)
                try s.expectEqual(first, ["t1", "t2"], "the first pushes")
                let rest = try await s.claimPushes(at: 4).map(\.pushToken)
                try s.expectEqual(rest, ["t3", "t4"], "the other pushes that are due")
            },
        ]
    }
#endif
