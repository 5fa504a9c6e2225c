#if Server
    import PassKitCore
    import PassKitServer

    extension PassStoreConformance {
        static let concurrencyCases: [Case] = [
            Case("requests accepted at the same time are all kept, each with its own number") { s in
                try await s.together(8) { task in
                    for index in 0..<10 {
                        let id = Int64(task * 10 + index)
                        try await s.accept(try s.request(id, serial: "\(id % 7)", to: [Recipient.ID("\(id)")]))
                    }
                }
                var sequences: Set<Int64> = []
                for id in 0..<80 as Range<Int64> {
                    let request = try s.require(try await s.store.request(PassRequestID(id)), "request \(id)")
                    sequences.insert(request.sequence)
                    try s.expectEqual(try await s.state(of: s.delivery(id)), .waiting, "the delivery of \(id)")
                    try s.expect(try await s.store.bytes(of: request.package) != nil, "the package of \(id)")
                }
                try s.expectEqual(sequences.count, 80, "the number of numbers")
            },
            Case("of requests with one key that come at the same time one is accepted") { s in
                let answers = try await s.together(8) { task in
                    let request = try s.request(Int64(task), key: s.key("k", "f", expires: 100))
                    return try await s.store.accept([request], at: s.time(0))
                }
                .flatMap { $0 }
                let accepted = answers.filter { $0 == .accepted }.count
                try s.expectEqual(accepted, 1, "the number of accepted requests")
                let record = try await s.store.idempotencyRecord(s.key("k", "", expires: 0).key, at: s.time(0))
                let first = try s.require(record, "a record").request
                let repeated = answers.filter { $0 == .repeated(first) }.count
                try s.expectEqual(repeated, 7, "the number of repetitions of the accepted one")
            },
            Case("a job is claimed by one of several owners") { s in
                for id in 0..<60 as Range<Int64> { try await s.accept(try s.request(id, serial: "\(id)")) }
                let claimed = try await s.together(6) { task in
                    let owner = LeaseOwner("engine \(task)")
                    var ids: [Int64] = []
                    while true {
                        let more = try await s.claimIDs(limit: 3, by: owner)
                        if more.isEmpty { return ids }
                        ids += more
                    }
                }
                .flatMap { $0 }
                try s.expectEqual(claimed.sorted(), Array(0..<60), "the claimed jobs")
            },
            Case("several workers publish the versions of a pass in order, each once") { s in
                for id in 0..<40 as Range<Int64> { try await s.accept(try s.request(id, serial: "\(id % 4)")) }
                let work = WorkLog()
                try await s.together(5) { task in
                    while await work.doneCount < 40 {
                        try Task.checkCancellation()
                        for job in try await s.claim(limit: 2, by: LeaseOwner("engine \(task)")) {
                            await work.begin(job)
                            let current = try await s.store.currentVersion(of: job.request.pass)
                            try s.expect(
                                (current?.sequence ?? 0) < job.request.sequence,
                                "job \(job.lease.id) after those that came before it"
                            )
                            let version = NewVersion(
                                pass: job.request.pass,
                                bytes: try s.blob("by \(job.lease.id)"),
                                replaces: current?.tag,
                                sequence: job.request.sequence,
                                verdict: "trusted"
                            )
                            let effect = s.effect(s.delivery(job.request.id.int64 ?? 0))
                            let completion = JobCompletion(lease: job.lease, version: version, effects: [effect])
                            // Noted before it is committed: from then on the next job of the pass may begin.
                            await work.end(job)
                            try s.expectEqual(try await s.complete(completion), .done, "the completion")
                        }
                        await Task.yield()
                    }
                }
                try s.expectEqual(await work.collisions, 0, "jobs of a pass that ran at the same time")
                for serial in 0..<4 {
                    let current = try await s.store.currentVersion(of: s.pass("\(serial)"))
                    let last = try s.require(
                        try await s.store.request(PassRequestID(Int64(36 + serial))),
                        "the last job"
                    )
                    try s.expectEqual(current?.sequence, last.sequence, "the number of the last version")
                }
            },
            Case("a lease that two use at the same time completes once") { s in
                try await s.accept(try s.request(1))
                let job = try await s.claimOne()
                let outcomes = try await s.together(6) { task in
                    let effect = s.effect(s.delivery(1), s.message("m\(task)"))
                    let version = try s.version("by \(task)")
                    return try await s.complete(JobCompletion(lease: job.lease, version: version, effects: [effect]))
                }
                try s.expectEqual(outcomes.filter { $0 == .done }.count, 1, "the number of completions")
                try s.expectEqual(outcomes.filter { $0 == .leaseLost }.count, 5, "the number of lost leases")
                try s.expectEqual(try await s.claimMessages().count, 1, "the number of messages")
            },
            Case("of versions that replace the same one at the same time one is published") { s in
                let published = try await s.together(6) { task in
                    try await s.store.publish(try s.version("by \(task)"), at: s.time(0))
                }
                .compactMap(\.self)
                try s.expectEqual(published.count, 1, "the number of versions")
                try s.expectEqual(
                    try await s.store.currentVersion(of: s.pass()),
                    published.first,
                    "the current version"
                )
            },
            Case("a delivery is either cancelled or settled") { s in
                for id in 0..<20 as Range<Int64> {
                    try await s.accept(try s.request(id, serial: "\(id)"))
                    let job = try await s.claimOne()
                    async let answer = s.store.cancel(s.delivery(id), at: s.time(1))
                    let effect = s.effect(s.delivery(id), s.message("m\(id)", due: 500))
                    let version = try s.version("\(id)", serial: "\(id)")
                    let completion = JobCompletion(lease: job.lease, version: version, effects: [effect])
                    let outcome = try await s.complete(completion, at: 1)
                    try s.expectEqual(try await answer, .cancelled, "the answer")
                    let delivery = try s.require(try await s.store.delivery(s.delivery(id)), "the delivery")
                    let current = try await s.store.currentVersion(of: s.pass("\(id)"))
                    try s.expectEqual(
                        delivery.state,
                        outcome == .done ? .settled : .cancelled,
                        "the delivery after \(String(describing: outcome))"
                    )
                    try s.expectEqual(current != nil, outcome == .done, "whether there is a version")
                }
                try s.expectEqual(try await s.claimMessages(at: 500), [], "the messages left")
            },
            Case("a pass has one authentication token, whoever proposes at the same time") { s in
                let tokens = try await s.together(6) { task in
                    try await s.store.authenticationToken(of: s.pass(), proposing: "token \(task)")
                }
                try s.expectEqual(Set(tokens).count, 1, "the number of tokens")
            },
            Case("a message is claimed by one of several owners") { s in
                let recipients = (0..<50).map { Recipient.ID("r\($0)") }
                try await s.accept(try s.request(1, to: recipients))
                try await s.publish()
                let claimed = try await s.together(6) { task in
                    let owner = LeaseOwner("engine \(task)")
                    var keys: [String] = []
                    while true {
                        let messages = try await s.claimMessages(limit: 4, by: owner)
                        if messages.isEmpty { return keys }
                        keys += messages.map(\.message.key)
                        let results = messages.map { MessageResult(lease: $0.lease, status: .submitted) }
                        let held = try await s.store.finishMessages(results, at: s.time(0))
                        try s.expectEqual(held, messages.map { _ in true }, "whether the leases were held")
                    }
                }
                .flatMap { $0 }
                try s.expectEqual(claimed.count, 50, "the number of claims")
                try s.expectEqual(Set(claimed).count, 50, "the number of messages")
            },
        ]
    }

    extension StoreScene {
        /// Runs the same at the same time.
        @discardableResult
        func together<Value: Sendable>(
            _ count: Int,
            _ body: @escaping @Sendable (_ task: Int) async throws -> Value
        ) async throws -> [Value] {
            try await withThrowingTaskGroup(of: Value.self) { group in
                for task in 0..<count { group.addTask { try await body(task) } }
                var values: [Value] = []
                for try await value in group { values.append(value) }
                return values
            }
        }
    }

    /// Which passes are being worked on, to catch two workers at one.
    private actor WorkLog {
        private var running: Set<PassIdentifier> = []
        private(set) var doneCount = 0
        private(set) var collisions = 0

        func begin(_ job: ClaimedJob) {
            if !running.insert(job.request.pass).inserted { collisions += 1 }
        }

        func end(_ job: ClaimedJob) {
            running.remove(job.request.pass)
            doneCount += 1
        }
    }
#endif
