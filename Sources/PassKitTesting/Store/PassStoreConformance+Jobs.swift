#if Server
    import PassKitCore
    import PassKitServer

    extension PassStoreConformance {
        static let jobCases: [Case] = [
            Case("a claimed job has all of its request") { s in
                try await s.accept(try s.request(1, serial: "E-1029", due: 5, end: 500, priority: true), at: 2)
                let job = try await s.claimOne(at: 5)
                let lease = Lease(work: .job, id: "1", fence: job.lease.fence, owner: StoreScene.owner)
                try s.expectEqual(job.lease, lease, "the lease")
                try s.expectEqual(job.attempt, 1, "the attempt")
                try s.expectEqual(job.request.state, .running, "the state")
                try s.expectEqual(job.request.content, Array("{\"id\":1}".utf8), "the content")
                try s.expectEqual(job.request.pass, s.pass("E-1029"), "the pass")
                try s.expectEqual(job.request.end, s.time(500), "the end")
                try s.expectEqual(job.request.accepted, s.time(2), "the time of acceptance")
                let stored = try s.require(try await s.store.request(PassRequestID(1)), "the request")
                try s.expectEqual(stored.state, .running, "the state that is kept")
                try s.expectEqual(job.request.sequence, stored.sequence, "the number")
            },
            Case("a job is claimed when it is due, and once") { s in
                try await s.accept(try s.request(1, due: 10))
                try s.expectEqual(try await s.claimIDs(at: 9.999), [], "the jobs before the time")
                try s.expectEqual(try await s.claimIDs(limit: 0, at: 10), [], "none of the jobs")
                try s.expectEqual(try await s.claimIDs(at: 10), [1], "the jobs at the time")
                try s.expectEqual(try await s.claimIDs(by: StoreScene.other, at: 10), [], "the jobs after the claim")
            },
            Case("jobs with priority come first, then by due time and acceptance") { s in
                try await s.accept(
                    try s.request(1, serial: "1", due: 5),
                    try s.request(2, serial: "2", due: 4),
                    try s.request(3, serial: "3", due: 6, priority: true),
                    try s.request(4, serial: "4", due: 4),
                    try s.request(5, serial: "5", due: 5, priority: true),
                    try s.request(6, serial: "6", due: 11, priority: true)
                )
                try s.expectEqual(try await s.claimIDs(limit: 3, at: 10), [5, 3, 2], "the first three")
                try s.expectEqual(try await s.claimIDs(limit: 3, at: 10), [4, 1], "the rest")
            },
            Case("of a pass one job runs at a time, by due time and acceptance") { s in
                try await s.accept(try s.request(1, due: 3), try s.request(2, due: 2), at: 3)
                try await s.accept(try s.request(3, due: 2, priority: true), at: 3)
                var tag: Int64?
                for id in [2, 3, 1] as [Int64] {
                    let job = try await s.claimOne(at: 10)
                    try s.expectEqual(job.request.id, PassRequestID(id), "the job")
                    try s.expectEqual(try await s.claimIDs(by: StoreScene.other, at: 10), [], "the jobs beside it")
                    let completion = JobCompletion(lease: job.lease, version: try s.version("\(id)", replacing: tag))
                    try s.expectEqual(try await s.complete(completion, at: 10), .done, "the completion")
                    tag = try await s.store.currentVersion(of: s.pass())?.tag
                }
            },
            Case("a job that waits for its retry holds up its pass alone") { s in
                try await s.accept(try s.request(1), try s.request(2), try s.request(3, serial: "B"))
                let jobs = try await s.claim()
                try s.expectEqual(jobs.map(\.request.id), [PassRequestID(1), PassRequestID(3)], "the first jobs")
                let lease = try s.require(jobs.first, "a job").lease
                try s.expect(
                    try await s.store.fail(lease, StoreScene.note, retryAt: s.time(60), at: s.time(1)),
                    "that the lease was held"
                )
                try s.expectEqual(try await s.claimIDs(at: 2), [], "the jobs before the retry")
                try s.expectEqual(try await s.claimIDs(at: 59.999), [3], "the jobs whose lease has ended")
                let job = try await s.claimOne(at: 60, until: 61)
                try s.expectEqual(job.request.id, PassRequestID(1), "the job of the retry")
                try s.expectEqual(job.attempt, 2, "the attempt")
                try s.expectEqual(job.request.note, StoreScene.note, "the note")
            },
            Case("a retry that is older than its pass's next job goes before it") { s in
                try await s.accept(try s.request(1, due: 1), try s.request(2, due: 2), at: 1)
                let job = try await s.claimOne(at: 3)
                _ = try await s.store.fail(job.lease, StoreScene.note, retryAt: s.time(5), at: s.time(3))
                try s.expectEqual(try await s.claimIDs(at: 4), [], "the jobs before the retry")
                try s.expectEqual(try await s.claimIDs(at: 5), [1], "the jobs at the retry")
            },
            Case("blocked and dead jobs hold up nobody") { s in
                try await s.accept(try s.request(1), try s.request(2), try s.request(3))
                let first = try await s.claimOne()
                try s.expect(
                    try await s.store.block(first.lease, StoreScene.note, at: s.time(0)),
                    "that the lease was held"
                )
                let second = try await s.claimOne()
                try s.expectEqual(second.request.id, PassRequestID(2), "the job after the blocked one")
                try s.expect(
                    try await s.store.fail(second.lease, StoreScene.note, retryAt: nil, at: s.time(0)),
                    "that the lease was held"
                )
                try s.expectEqual(try await s.claimIDs(), [3], "the jobs after the dead one")
                try s.expectEqual(try await s.state(of: 1), .blocked, "the state of the first")
                try s.expectEqual(try await s.state(of: 2), .dead, "the state of the second")
            },
            Case("blocked jobs are queued again for their pass type and team alone") { s in
                try await s.accept(
                    try s.request(1, serial: "1"),
                    try s.request(2, serial: "2"),
                    try s.request(3, serial: "3", type: "pass.com.example.coupon")
                )
                var foreign = try s.request(4, serial: "4")
                foreign.team = "OTHERTEAM1"
                try await s.accept(foreign)
                for job in try await s.claim() {
                    _ = try await s.store.block(job.lease, StoreScene.note, at: s.time(1))
                }
                try s.expectEqual(try await s.claimIDs(at: 100), [], "the jobs while all are blocked")
                let note = try await s.store.request(PassRequestID(1))?.note
                try s.expectEqual(note, StoreScene.note, "the note")
                let count = try await s.store.unblock(
                    passType: "pass.com.example.ticket",
                    team: StoreScene.team,
                    at: s.time(2)
                )
                try s.expectEqual(count, 2, "the number of jobs")
                let jobs = try await s.claim(at: 2)
                try s.expectEqual(jobs.map(\.request.id), [PassRequestID(1), PassRequestID(2)], "the jobs to claim")
                try s.expectEqual(jobs.map(\.attempt), [1, 1], "the attempts")
                try s.expectEqual(try await s.state(of: 3), .blocked, "the state of the other type")
                try s.expectEqual(try await s.state(of: 4), .blocked, "the state of the other team")
            },
            Case("an unblocked job takes its place in the order of its pass") { s in
                try await s.accept(try s.request(1, due: 1), try s.request(2, due: 2), try s.request(3, due: 3), at: 3)
                let first = try await s.claimOne(at: 5)
                _ = try await s.store.block(first.lease, StoreScene.note, at: s.time(5))
                _ = try await s.store.unblock(passType: s.pass().type, team: StoreScene.team, at: s.time(5))
                try s.expectEqual(try await s.claimIDs(at: 5), [1], "the jobs to claim")
                try s.expectEqual(try await s.claimIDs(at: 6), [], "the jobs behind it")
            },
            Case("an expired job is not claimed") { s in
                try await s.accept(try s.request(1, end: 10), try s.request(2, serial: "B", end: 11))
                try s.expectEqual(try await s.claimIDs(at: 10), [2], "the jobs to claim")
            },
        ]

        static let leaseCases: [Case] = [
            Case("a lease that ends is taken over, and never counts again") { s in
                try await s.accept(try s.request(1))
                let first = try await s.claimOne(at: 0, until: 30)
                try s.expectEqual(try await s.claimIDs(by: StoreScene.other, at: 29.999), [], "the jobs before the end")
                let second = try await s.claimOne(by: StoreScene.other, at: 30, until: 60)
                try s.expectEqual(second.attempt, 2, "the attempt")
                try s.expect(second.lease.fence > first.lease.fence, "a greater fence")
                let lost = try await s.complete(
                    JobCompletion(
                        lease: first.lease,
                        version: try s.version("lost"),
                        effects: [s.effect(s.delivery(1))]
                    ),
                    at: 31
                )
                try s.expectEqual(lost, .leaseLost, "the completion with the old lease")
                try s.expectEqual(try await s.store.currentVersion(of: s.pass()), nil, "the version")
                try s.expectEqual(try await s.state(of: s.delivery(1)), .waiting, "the delivery")
                let note = StoreScene.note
                try s.expect(
                    try await s.store.fail(first.lease, note, retryAt: nil, at: s.time(31)) == false,
                    "that the old lease cannot fail"
                )
                try s.expect(
                    try await s.store.block(first.lease, note, at: s.time(31)) == false,
                    "that the old lease cannot block"
                )
                try await s.store.release([first.lease])
                let extended = try await s.store.extend([first.lease, second.lease], until: s.time(90))
                try s.expectEqual(extended, [second.lease], "the leases that are held")
                try s.expectEqual(try await s.state(of: 1), .running, "the state")
                let done = try await s.complete(JobCompletion(lease: second.lease, version: try s.version("v")), at: 89)
                try s.expectEqual(done, .done, "the completion with the new lease")
            },
            Case("a lease is held by its owner and fence") { s in
                try await s.accept(try s.request(1))
                let lease = try await s.claimOne().lease
                var wrong: [Lease] = []
                for change in [
                    { $0.owner = StoreScene.other }, { $0.fence += 1 }, { $0.fence -= 1 }, { $0.id = "2" },
                    { $0.work = .message }, { $0.work = .push },
                ] as [(inout Lease) -> Void] {
                    var other = lease
                    change(&other)
                    wrong.append(other)
                }
                try s.expectEqual(try await s.store.extend(wrong, until: s.time(99)), [], "the leases that are held")
                for lease in wrong {
                    try s.expect(
                        try await s.store.fail(lease, StoreScene.note, retryAt: nil, at: s.time(0)) == false,
                        "that \(lease) is not held"
                    )
                    try s.expect(
                        try await s.store.block(lease, StoreScene.note, at: s.time(0)) == false,
                        "that \(lease) is not held"
                    )
                    let outcome = try await s.complete(JobCompletion(lease: lease))
                    try s.expectEqual(outcome, .leaseLost, "the completion of \(lease)")
                }
                try await s.store.release(wrong)
                try s.expectEqual(try await s.state(of: 1), .running, "the state")
                try s.expectEqual(try await s.claimIDs(at: 29), [], "the jobs before the end of the lease")
            },
            Case("an extended lease ends later") { s in
                try await s.accept(try s.request(1))
                let lease = try await s.claimOne(until: 30).lease
                try s.expectEqual(try await s.store.extend([lease], until: s.time(50)), [lease], "the extended leases")
                try s.expectEqual(try await s.claimIDs(by: StoreScene.other, at: 40), [], "the jobs before the new end")
                try s.expectEqual(try await s.claimIDs(by: StoreScene.other, at: 50), [1], "the jobs at the new end")
            },
            Case("a lease that ended is held until somebody else takes the work") { s in
                try await s.accept(try s.request(1))
                let lease = try await s.claimOne(until: 30).lease
                try s.expectEqual(try await s.store.extend([lease], until: s.time(60)), [lease], "the extended leases")
                try s.expectEqual(try await s.claimIDs(by: StoreScene.other, at: 59), [], "the jobs to claim")
                let done = try await s.complete(JobCompletion(lease: lease, version: try s.version("v")), at: 70)
                try s.expectEqual(done, .done, "the completion after the end")
            },
            Case("a lease that ended can be extended after others were looking for work") { s in
                try await s.accept(try s.request(1), try s.request(2, serial: "B", due: 31, priority: true))
                let lease = try await s.claimOne(until: 30).lease
                try s.expectEqual(try await s.claimIDs(limit: 1, by: StoreScene.other, at: 35), [2], "the first job")
                try s.expectEqual(try await s.store.extend([lease], until: s.time(60)), [lease], "the extended leases")
                try s.expectEqual(try await s.claimIDs(by: StoreScene.other, at: 59), [], "the jobs to claim")
            },
            Case("work that is released is queued as if it had not been claimed") { s in
                try await s.accept(try s.request(1))
                let first = try await s.claimOne()
                try await s.store.release([first.lease])
                try s.expectEqual(try await s.state(of: 1), .queued, "the state")
                let second = try await s.claimOne(by: StoreScene.other)
                try s.expectEqual(second.attempt, 1, "the attempt")
                try s.expect(second.lease.fence > first.lease.fence, "a greater fence")
                try await s.store.release([first.lease])
                try s.expectEqual(try await s.state(of: 1), .running, "the state after a stale release")
            },
            Case("work that failed for good is a dead letter") { s in
                try await s.accept(try s.request(1))
                let job = try await s.claimOne()
                let note = FailureNote(code: "a.b", message: "")
                try s.expect(
                    try await s.store.fail(job.lease, note, retryAt: nil, at: s.time(1)),
                    "that the lease was held"
                )
                try s.expect(
                    try await s.store.fail(job.lease, note, retryAt: nil, at: s.time(1)) == false,
                    "that the lease is held no more"
                )
                let request = try await s.store.request(PassRequestID(1))
                try s.expectEqual(request?.state, .dead, "the state")
                try s.expectEqual(request?.note, note, "the note")
                try s.expectEqual(try await s.claimIDs(at: 1000), [], "the jobs to claim")
                try s.expectEqual(try await s.state(of: s.delivery(1)), .waiting, "the delivery")
            },
            Case("the leases of dead owners are freed, and their attempts count") { s in
                try await s.accept(try s.request(1, serial: "1"), try s.request(2, serial: "2"))
                _ = try await s.claim(limit: 1, by: StoreScene.other, until: 1000)
                let own = try await s.claimOne(until: 1000)
                try s.expectEqual(try await s.store.recover(for: StoreScene.owner, at: s.time(1)), 1, "the number")
                try s.expectEqual(try await s.store.recover(for: StoreScene.owner, at: s.time(1)), 0, "the rest")
                let job = try await s.claimOne(at: 1)
                try s.expectEqual(job.request.id, PassRequestID(1), "the job")
                try s.expectEqual(job.attempt, 2, "the attempt")
                try s.expectEqual(
                    try await s.store.extend([own.lease], until: s.time(99)),
                    [own.lease],
                    "the own lease"
                )
            },
        ]
    }
#endif
