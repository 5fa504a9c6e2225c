#if Server
    import Foundation
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// What happens when something fails: nothing is lost, nothing is done twice.
    @Suite struct RecoveryTests {
        // MARK: Leases

        @Test func aWorkerThatLostItsLeaseCannotComplete() async throws {
            let store = InMemoryPassStore()
            let gate = Gate()
            let slow = HeldUpDirectory(gate: gate)
            // The first engine never extends its leases.
            let first = try Stage(
                store: WatchedStore(base: store) { if $0 == "extend" { throw WatchedStore.Failure() } },
                recipients: slow
            )
            let receipt = try await first.engine.update(first.request())
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await first.engine.run() }
                try await eventually { try await store.statistics()[.job, .running]?.count == 1 }
                // Another worker takes the job over when the lease has ended, and completes it.
                let end = first.clock.now + 31
                let claimed = try await store.claimJobs(limit: 1, by: LeaseOwner("other"), until: end + 30, at: end)
                let job = try #require(claimed.first)
                #expect(job.attempt == 2)
                let outcome = try await store.complete([JobCompletion(lease: job.lease)], at: end)
                #expect(outcome == [.done])
                gate.open()
                try await Task.sleep(for: .milliseconds(100))
                group.cancelAll()
            }
            #expect(try await store.currentVersion(of: job(receipt, store)) == nil)
            #expect(first.sms.messages.isEmpty)
            #expect(try await store.statistics()[.message, .queued] == nil)
        }

        private func job(_ receipt: PassUpdateReceipt, _ store: some PassStore) async throws -> PassIdentifier {
            try #require(try await store.request(receipt.requestId)).pass
        }

        @Test func leasesAreKeptWhileWorkRuns() async throws {
            let gate = Gate()
            let store = WatchedStore()
            let stage = try Stage(store: store, recipients: HeldUpDirectory(gate: gate))
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await eventually { try await stage.store.statistics()[.job, .running]?.count == 1 }
                // Four times as long as a lease, and never a step further before the lease is extended.
                for extensions in 1...12 {
                    try await stage.eventually { store.count(of: "extend") >= extensions }
                }
                #expect(try await stage.claimJobs().isEmpty)
                gate.open()
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
            }
        }

        @Test func workOfAnEngineThatDiedIsTakenUpAtTheStart() async throws {
            let store = InMemoryPassStore()
            let stage = try Stage(store: store)
            let receipt = try await stage.engine.update(stage.request())
            // It claimed the job and was killed: its lease has long to go.
            let dead = LeaseOwner("dead")
            _ = try await store.claimJobs(limit: 1, by: dead, until: stage.clock.now + 3600, at: stage.clock.now)
            try await stage.running {
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
            }
        }

        @Test func aJobThatKeepsBringingTheProcessDownIsGivenUp() async throws {
            let store = InMemoryPassStore()
            let stage = try Stage(store: store) { $0.retry.maximumAttempts = 3 }
            let receipt = try await stage.engine.update(stage.request())
            for attempt in 1...3 {
                let dead = LeaseOwner("dead-\(attempt)")
                _ = try await store.claimJobs(limit: 1, by: dead, until: stage.clock.now + 30, at: stage.clock.now)
                _ = try await store.recover(for: LeaseOwner("next"), at: stage.clock.now)
            }
            try await stage.running {
                try await eventually { try await stage.states(receipt) == ["1: SMS initial (failed)"] }
                #expect(try await stage.engine.deadLetters().first?.note?.code == "engine.leases-lost")
            }
        }

        @Test func aMessageThatKeepsBringingTheProcessDownIsGivenUp() async throws {
            let store = InMemoryPassStore()
            // The first engine does the job, and never gets as far as the message.
            let first = try Stage(
                store: WatchedStore(base: store) { if $0 == "claimMessages" { throw WatchedStore.Failure() } }
            )
            let receipt = try await first.engine.update(first.request())
            try await first.running {
                try await eventually { try await store.statistics()[.message, .queued]?.count == 1 }
            }
            let now = first.clock.now
            for attempt in 1...3 {
                let dead = LeaseOwner("dead-\(attempt)")
                let claimed = try await store.claimMessages(limit: 1, by: dead, until: now + 30, at: now)
                #expect(claimed.map(\.attempt) == [attempt])
                _ = try await store.recover(for: LeaseOwner("next"), at: now)
            }
            let second = try Stage(store: store) { $0.retry.maximumAttempts = 3 }
            try await second.running {
                try await eventually {
                    try await second.engine.deadLetters().map(\.note?.code) == ["engine.leases-lost"]
                }
                #expect(second.sms.messages.isEmpty)
                #expect(try await second.engine.redrive(nil) == 1)
                try await eventually { try await second.states(receipt) == ["1: SMS submitted"] }
            }
        }

        // MARK: Retries

        @Test func failedWorkIsTriedAgainLaterAndLater() async throws {
            let store = WatchedStore()
            let failing = FailingDirectory(failures: 3)
            let stage = try Stage(store: store, recipients: failing)
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await stage.eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
                #expect(failing.attempts == 4)
                // That nothing is claimed before its time is the store's part.
                #expect(store.retryDelays == [1, 2, 4])
            }
        }

        @Test func whatKeepsFailingIsADeadLetterUntilItIsDrivenAgain() async throws {
            let failing = FailingDirectory(failures: 2)
            let stage = try Stage(recipients: failing) { $0.retry.maximumAttempts = 2 }
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await eventually { failing.attempts == 1 }
                try await eventually { try await stage.store.statistics()[.job, .queued]?.lastFailure != nil }
                try await stage.eventually { try await stage.states(receipt) == ["1: SMS initial (failed)"] }
                let letter = try #require(try await stage.engine.deadLetters().first)
                #expect(letter.id == DeadLetter.ID(work: .job, id: receipt.requestId.rawValue))
                #expect(letter.attempts == 2)
                #expect(letter.note == FailureNote(code: "Failure", message: ""))
                #expect(try await stage.engine.redrive(.init(work: .job, id: "7")) == 0)
                #expect(try await stage.engine.redrive(letter.id) == 1)
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
                #expect(try await stage.engine.deadLetters().isEmpty)
            }
        }

        @Test func aPoisonedJobHoldsUpNobody() async throws {
            let stage = try Stage(recipients: PoisonedDirectory(poison: "2")) { configuration in
                configuration.retry.maximumAttempts = 1
                configuration.jobWorkers = 1
            }
            try await stage.running {
                let poisoned = try await stage.engine.update(stage.request("BAD", to: ["2"]))
                let other = try await stage.engine.update(stage.request(serial: "E-2"))
                stage.clock.advance(by: .milliseconds(1))
                let later = try await stage.engine.update(stage.request("GOOD"))
                try await eventually { try await stage.states(other) == ["1: SMS submitted"] }
                try await eventually { try await stage.states(later) == ["1: SMS submitted"] }
                #expect(try await stage.states(poisoned) == ["2: SMS initial (failed)"])
                #expect(try await stage.gate() == "GOOD")
            }
        }

        @Test func aDeadLetterDrivenAgainNeverTakesAPassBack() async throws {
            let failing = FailingDirectory(failures: 1)
            let stage = try Stage(recipients: failing) { $0.retry.maximumAttempts = 1 }
            try await stage.running {
                let old = try await stage.engine.update(stage.request("OLD"))
                try await eventually { try await stage.states(old) == ["1: SMS initial (failed)"] }
                stage.clock.advance(by: .milliseconds(1))
                let new = try await stage.engine.update(stage.request("NEW", to: ["2"]))
                try await eventually { try await stage.states(new) == ["2: SMS submitted"] }
                #expect(try await stage.engine.redrive(nil) == 1)
                try await eventually { try await stage.states(old) == ["1: SMS submitted"] }
                #expect(try await stage.gate() == "NEW")
            }
        }

        // MARK: Clocks

        @Test func aClockThatIsSetBackLosesNothing() async throws {
            let stage = try Stage()
            try await stage.running {
                let first = try await stage.engine.update(stage.request("A1"))
                try await eventually { try await stage.states(first) == ["1: SMS submitted"] }
                // Accepted before the step, done after it.
                let waiting = try await stage.engine.update(stage.request(serial: "E-2", start: .seconds(60)))
                stage.clock.advance(by: .zero - .seconds(3600))
                let second = try await stage.engine.update(stage.request("B2"))
                try await eventually { try await stage.states(second) == ["1: SMS submitted"] }
                #expect(try await stage.gate() == "B2")
                #expect(try await stage.states(waiting) == ["1: SMS initial"])
                #expect(try await stage.engine.statistics()[.job, .queued]?.count == 1)
                let link = try await stage.link(0)
                #expect(try await stage.engine.pass(forLink: link, opens: false) != nil)
                try await eventually {
                    stage.clock.advance(by: .seconds(20))
                    return try await stage.states(waiting) == ["1: SMS submitted"]
                }
                #expect(stage.sms.messages.count == 3)
            }
        }

        @Test func aLeaseTakenBeforeTheClockWasSetBackIsStillHeldOnce() async throws {
            let gate = Gate()
            let stage = try Stage(recipients: HeldUpDirectory(gate: gate))
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await eventually { try await stage.store.statistics()[.job, .running]?.count == 1 }
                stage.clock.advance(by: .zero - .seconds(3600))
                #expect(try await stage.claimJobs().isEmpty)
                gate.open()
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
                #expect(stage.sms.messages.count == 1)
            }
        }

        // MARK: Identities

        @Test func aJobWithoutAValidIdentityIsBlockedUntilThereIsOne() async throws {
            let old = try TestAuthority(validFrom: ManualClock().now.addingTimeInterval(-400 * 86_400))
            let expired = try old.signer(validAt: ManualClock().now.addingTimeInterval(-300 * 86_400))
            let stage = try Stage(signers: [expired]) { configuration in
                configuration.updater.accept = .any
                configuration.retry.maximumAttempts = 1
            }
            try await stage.running {
                var request = try await stage.request()
                request.pkPass = try stage.unsigned().archive().bytes()
                let receipt = try await stage.engine.update(request)
                try await eventually { try await stage.states(receipt) == ["1: SMS initial (blocked)"] }
                #expect(try await stage.engine.statistics()[.job, .blocked]?.count == 1)
                let note = try await stage.engine.statistics()[.job, .blocked]?.lastFailure
                #expect(note?.code == "signing.no-valid-identity")

                // A pass that needs no signature goes by, and so would any other.
                let other = try await stage.engine.update(stage.request(serial: "E-2"))
                try await eventually { try await stage.states(other) == ["1: SMS submitted"] }

                try await stage.engine.use(signers: [expired, stage.signer])
                // With one attempt allowed, an attempt that counted would have made it a dead letter.
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
            }
        }

        // MARK: Starting again

        @Test func afterARestartAllIsDoneOnce() async throws {
            let store = InMemoryPassStore()
            var receipts: [PassUpdateReceipt] = []
            let first = try Stage(store: store)
            for number in 0..<20 {
                receipts.append(try await first.engine.update(first.request(serial: "E-\(number)")))
            }
            // Stopped in the middle.
            try await first.running {
                _ = try await first.sms.messages(count: 3, within: .seconds(900))
            }
            let second = try Stage(store: store)
            try await second.running {
                for receipt in receipts {
                    try await eventually { try await second.states(receipt) == ["1: SMS submitted"] }
                }
            }
            let sent = first.sms.messages + second.sms.messages
            #expect(Set(sent.map(\.idempotencyKey)).count == 20)
            #expect(try await store.statistics()[.job, .done]?.count == 20)
        }
    }

    /// A directory that fails a number of times.
    final class FailingDirectory: RecipientDirectory {
        struct Failure: Error {}

        private let state: Mutex<(left: Int, attempts: Int)>

        init(failures: Int) { state = Mutex((failures, 0)) }

        var attempts: Int { state.withLock { $0.attempts } }

        func profiles(for ids: [Recipient.ID]) async throws -> [Recipient.ID: RecipientProfile] {
            let fails = state.withLock { state in
                state.attempts += 1
                state.left -= 1
                return state.left >= 0
            }
            if fails { throw Failure() }
            return try await Stage.people.profiles(for: ids)
        }
    }

    /// A directory that fails whenever a certain recipient is asked for.
    struct PoisonedDirectory: RecipientDirectory {
        let poison: Recipient.ID

        func profiles(for ids: [Recipient.ID]) async throws -> [Recipient.ID: RecipientProfile] {
            if ids.contains(poison) { throw FailingDirectory.Failure() }
            return try await Stage.people.profiles(for: ids)
        }
    }
#endif
