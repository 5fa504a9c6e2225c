#if Server
    import Foundation
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// What becomes of the work of an engine that is shut down: it is finished, or given back as if never begun.
    @Suite struct ShutdownTests {
        @Test func shuttingDownFinishesWhatRunsAndTakesNothingNew() async throws {
            let gate = Gate()
            let stage = try Stage(recipients: HeldUpDirectory(gate: gate))
            let running = try await stage.engine.update(stage.request())
            let group = TestServiceGroup(stage.engine)
            async let ended: Void = group.run()
            try await eventually { try await stage.store.statistics()[.job, .running]?.count == 1 }
            await group.shutDown()
            try await eventually { await !stage.engine.readiness().isReady }
            let request = try await stage.request(serial: "E-2")
            await #expect(throws: PassError(.engineShuttingDown, "")) { try await stage.engine.update(request) }
            gate.open()
            try await ended
            #expect(try await stage.store.request(running.requestId)?.state == .done)
        }

        @Test func whatIsNotDoneInTimeIsGivenBack() async throws {
            let stage = try Stage(recipients: SleepingDirectory()) { $0.gracePeriod = .seconds(20) }
            let receipt = try await stage.engine.update(stage.request())
            let group = TestServiceGroup(stage.engine)
            let hasEnded = Mutex(false)
            async let ended: Void = {
                try await group.run()
                hasEnded.withLock { $0 = true }
            }()
            try await eventually { try await stage.store.statistics()[.job, .running]?.count == 1 }
            await group.shutDown()
            try await stage.eventually { hasEnded.withLock { $0 } }
            try await ended
            #expect(try await stage.store.request(receipt.requestId)?.state == .queued)
            // As if nothing had been begun.
            #expect(try await stage.claimJobs().map(\.attempt) == [1])
        }

        @Test func aJobThatIsCutOffInItsOwnWordsIsGivenBack() async throws {
            let stage = try Stage(recipients: HangingDirectory()) { $0.retry.maximumAttempts = 1 }
            _ = try await stage.engine.update(stage.request())
            try await stage.running {
                try await eventually { try await stage.store.statistics()[.job, .running]?.count == 1 }
            }
            #expect(try await stage.claimJobs().map(\.attempt) == [1])
        }

        @Test func aMessageThatIsCutOffInItsOwnWordsIsGivenBack() async throws {
            let sms = HangingTransport(times: 1)
            let stage = try Stage(sms: sms) { $0.retry.maximumAttempts = 1 }
            _ = try await stage.engine.update(stage.request())
            try await stage.running {
                try await eventually { sms.timesLeft == 0 }
            }
            let now = stage.clock.now
            let next = try await stage.store.claimMessages(limit: 1, by: LeaseOwner("other"), until: now + 30, at: now)
            #expect(next.map(\.attempt) == [1])
        }
    }

    /// A directory that takes forever, until its task is cancelled.
    struct SleepingDirectory: RecipientDirectory {
        func profiles(for ids: [Recipient.ID]) async throws -> [Recipient.ID: RecipientProfile] {
            try await Task.sleep(for: .seconds(3600))
            return [:]
        }
    }

    /// A directory that takes forever; when it is cut off it says so in its own words.
    struct HangingDirectory: RecipientDirectory {
        func profiles(for ids: [Recipient.ID]) async throws -> [Recipient.ID: RecipientProfile] {
            try? await Task.sleep(for: .seconds(3600))
            throw FailingDirectory.Failure()
        }
    }
#endif
