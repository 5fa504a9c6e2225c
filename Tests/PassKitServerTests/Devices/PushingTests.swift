#if Server
    import Foundation
    import HTTPTypes
    import InMemoryLogging
    import Logging
    import MetricsTestKit
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// How pushes go out.
    @Suite struct PushingTests {
        private static func token(_ number: Int) -> String { String(format: "%08x", number) }

        /// Registers devices for a pass that is published.
        private func register(_ stage: Stage, _ count: Int, serial: String = "E-1") async throws {
            for number in 0..<count {
                let registration = DeviceRegistration(
                    device: "d\(number)",
                    pass: Stage.identifier(serial),
                    pushToken: Self.token(number)
                )
                _ = try await stage.engine.register(registration)
            }
        }

        /// Publishes a pass, registers devices for it, and publishes a version that they are to be told of.
        private func change(_ stage: Stage, devices count: Int) async throws {
            try await stage.publish("A1")
            try await register(stage, count)
            try await stage.publish("B1")
        }

        private func deadCodes(_ stage: Stage) async throws -> [String?] {
            try await stage.engine.deadLetters().map(\.note?.code)
        }

        @Test func aDeviceGetsOnePushHoweverManyPassesChanged() async throws {
            let push = RecordingPushTransport()
            let stage = try Stage.forDevices(push: push)
            for serial in ["E-1", "E-2", "E-3"] {
                try await stage.publish("A1", serial: serial)
                try await register(stage, 2, serial: serial)
            }
            for serial in ["E-1", "E-2", "E-3"] { try await stage.publish("B1", serial: serial) }
            try await stage.running {
                try await eventually { try await stage.store.statistics()[.push, .done]?.count == 2 }
            }
            #expect(push.pushes.map(\.token.hex).sorted() == [Self.token(0), Self.token(1)])
            #expect(
                push.pushes.map(\.passTypeIdentifier) == [SamplePass.passTypeIdentifier, SamplePass.passTypeIdentifier]
            )
        }

        @Test func withoutATransportPushesWaitUntilThereIsOne() async throws {
            let store = InMemoryPassStore()
            let stage = try Stage.forDevices(store: store)
            try await stage.publish("A1")
            try await register(stage, 3)
            try await stage.running {
                for gate in ["B1", "C1", "D1"] { try await stage.publish(gate) }
                stage.clock.advance(by: .seconds(5))
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(try await store.statistics()[.push, .queued]?.count == 3)
            let push = RecordingPushTransport()
            let next = try Stage.forDevices(store: store, push: push)
            try await next.running { try await eventually { push.pushes.count == 3 } }
        }

        @Test func aTokenThatIsGoneTakesTheRegistrationsMadeBefore() async throws {
            let push = RecordingPushTransport()
            let metrics = TestMetrics()
            let stage = try Stage.forDevices(push: push) { $0.metrics = metrics }
            try await stage.publish("A1")
            try await register(stage, 3)
            let since = stage.clock.now
            stage.clock.advance(by: .seconds(10))
            // The second one comes back after Apple had found it gone.
            _ = try await stage.engine.register(
                DeviceRegistration(device: "d1", pass: Stage.identifier(), pushToken: Self.token(1))
            )
            for number in 0..<2 {
                push.answer(.tokenInvalid(.unregistered, since: since), to: try PushToken(Self.token(number)))
            }
            push.answer(.tokenInvalid(.badDeviceToken, since: nil), to: try PushToken(Self.token(2)))
            try await stage.publish("B1")
            try await stage.running {
                try await eventually { try await stage.store.statistics()[.push, .done]?.count == 3 }
            }
            #expect(try await stage.engine.registrations().map(\.registration.device) == ["d1"])
            #expect(try metrics.expectCounter("passkit.pushes.ended", [("outcome", "gone")]).values.count == 3)
        }

        @Test func anImportedTokenThatIsNoneIsForgotten() async throws {
            let push = RecordingPushTransport()
            let stage = try Stage.forDevices(push: push)
            let holding = ImportedHolding(pass: Stage.identifier(), recipient: "1", pushToken: "not/a/token")
            try await stage.engine.importHoldings([holding])
            try await stage.publish("A1")
            try await stage.running {
                try await eventually { try await stage.engine.registrations().isEmpty }
            }
            #expect(push.pushes.isEmpty)
        }

        @Test func importedTokensAreSpelledAsRegistrationsSpellThem() async throws {
            let stage = try Stage.forDevices()
            try await stage.publish("A1")
            let holding = ImportedHolding(pass: Stage.identifier(), recipient: "1", pushToken: "ABCD")
            try await stage.engine.importHoldings([holding])
            let device = RawDevice(api: stage.api())
            #expect(try await device.register("d1", #"{"pushToken":"abCD"}"#) == .created)
            #expect(try await stage.engine.registrations().map(\.registration.device) == ["d1"])
        }

        @Test func whatTheServiceCannotTakeNowIsTriedAgainWhenItSays() async throws {
            let push = RecordingPushTransport()
            let stage = try Stage.forDevices(push: push)
            push.answer(.retry(.tooManyRequests, after: .seconds(120)), to: try PushToken(Self.token(0)))
            try await change(stage, devices: 2)
            try await stage.running {
                try await eventually { try await stage.store.statistics()[.push, .done]?.count == 1 }
                try await eventually { try await stage.store.statistics()[.push, .queued]?.count == 1 }
                stage.clock.advance(by: .seconds(119))
                try await Task.sleep(for: .milliseconds(30))
                #expect(push.pushes.count == 2)
                // Chance makes the wait up to a quarter longer.
                stage.clock.advance(by: .seconds(32))
                try await stage.eventually { push.pushes.count == 3 }
                try await eventually { try await stage.store.statistics()[.push, .done]?.count == 2 }
            }
            #expect(push.pushes[2].token.hex == Self.token(0))
        }

        @Test func whatIsRefusedForGoodIsADeadLetterThatCanBeDrivenAgain() async throws {
            let push = RecordingPushTransport()
            let logs = InMemoryLogHandler()
            let stage = try Stage.forDevices(push: push) { $0.logger = Logger(label: "test", factory: { _ in logs }) }
            push.answer(.rejected(.badCertificate), to: try PushToken(Self.token(0)))
            try await change(stage, devices: 1)
            try await stage.running {
                try await eventually { try await deadCodes(stage) == ["engine.push-refused"] }
                #expect(try await stage.engine.deadLetters()[0].note?.message.contains("(BadCertificate)") == true)
                #expect(try await stage.engine.registrations().count == 1)
                #expect(try await stage.engine.redrive(nil) == 1)
                try await eventually { try await stage.store.statistics()[.push, .done]?.count == 1 }
            }
            let errors = logs.entries.filter { $0.level == .error }
            #expect(errors.map { "\($0.message)" } == ["push ended"])
            #expect(errors.first?.metadata["code"]?.description == "engine.push-refused")
            #expect(errors.first?.metadata["message"]?.description.contains("(BadCertificate)") == true)
            #expect(!errors.contains { "\($0.metadata)".contains(Self.token(0)) })
        }

        @Test func aPushWithoutACertificateWaitsForOne() async throws {
            let push = RecordingPushTransport()
            let stage = try Stage.forDevices(push: push)
            push.answer(.rejected(.noIdentity), to: try PushToken(Self.token(0)))
            try await change(stage, devices: 1)
            try await stage.running {
                try await eventually { push.pushes.count == 1 }
                try await eventually { try await stage.store.statistics()[.push, .queued]?.count == 1 }
                stage.clock.advance(by: .seconds(20 * 60))
                try await stage.eventually { try await stage.store.statistics()[.push, .done]?.count == 1 }
            }
            #expect(push.pushes.count == 2)
        }

        @Test func noAnswerIsTriedAgainAndGivenUpAtLast() async throws {
            let push = RecordingPushTransport { _ in throw RecordingPushTransport.NoAnswer() }
            let stage = try Stage.forDevices(push: push) {
                // No failure of the service: these do not count there.
                $0.pushRetry.maximumAttempts = 1
                $0.pushRetry.maximumConnectionAttempts = 3
            }
            try await change(stage, devices: 1)
            try await stage.running {
                for attempt in 1...3 {
                    try await stage.eventually { push.pushes.count == attempt }
                    try await eventually { try await stage.store.statistics()[.push, .running] == nil }
                    stage.clock.advance(by: .seconds(60))
                }
                try await eventually { try await deadCodes(stage) == ["NoAnswer"] }
            }
            #expect(push.pushes.count == 3)
            #expect(try await stage.engine.registrations().count == 1)
        }

        @Test func aPushThatHangsIsCutOff() async throws {
            let push = RecordingPushTransport { _ in
                try await Task.sleep(for: .seconds(3600))
                return .accepted(id: nil)
            }
            let stage = try Stage.forDevices(push: push) {
                $0.pushTimeout = .seconds(5)
                $0.pushRetry.maximumConnectionAttempts = 1
            }
            try await change(stage, devices: 1)
            try await stage.running {
                try await eventually { push.pushes.count == 1 }
                try await eventually {
                    stage.clock.advance(by: .seconds(1))
                    return try await deadCodes(stage) == ["engine.push-failed"]
                }
            }
        }

        @Test func aPushThatKeepsBringingTheProcessDownIsGivenUp() async throws {
            let push = RecordingPushTransport()
            let stage = try Stage.forDevices(push: push) {
                $0.pushRetry.maximumAttempts = 2
                $0.pushRetry.maximumConnectionAttempts = 3
            }
            try await change(stage, devices: 1)
            let now = stage.clock.now
            for attempt in 1...3 {
                let dead = LeaseOwner("dead-\(attempt)")
                let claimed = try await stage.store.claimPushes(limit: 1, by: dead, until: now + 30, at: now)
                #expect(claimed.map(\.attempt) == [attempt])
                _ = try await stage.store.recover(for: LeaseOwner("next"), at: now)
            }
            try await stage.running {
                try await eventually { try await deadCodes(stage) == ["engine.leases-lost"] }
            }
            #expect(push.pushes.isEmpty)
        }

        @Test func oneDevicesTroubleDelaysNoOther() async throws {
            let gate = Gate()
            let hung = Set((0..<6).map(Self.token))
            let push = RecordingPushTransport { push in
                if hung.contains(push.token.hex) { await gate.pass() }
                return .accepted(id: nil)
            }
            // Most of the workers hang; the others do all that is left. Time flies, and is not to end what hangs.
            let stage = try Stage.forDevices(push: push) {
                $0.pushWorkers = 8
                $0.pushTimeout = .seconds(1_000_000)
                $0.leaseDuration = .seconds(1_000_000)
            }
            try await change(stage, devices: 60)
            try await stage.running {
                try await eventually {
                    stage.clock.advance(by: .milliseconds(500))
                    return try await stage.store.statistics()[.push, .done]?.count == 54
                }
                gate.open()
                try await stage.eventually { try await stage.store.statistics()[.push, .done]?.count == 60 }
            }
            #expect(push.pushes.count == 60)
            #expect(push.mostInFlight <= 8)
        }

        @Test func aShutdownGivesBackWhatIsUnderWay() async throws {
            let gate = Gate()
            let push = RecordingPushTransport { _ in
                try await gate.passOrThrow()
                return .accepted(id: nil)
            }
            let stage = try Stage.forDevices(push: push)
            try await change(stage, devices: 3)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await stage.engine.run() }
                try await eventually { push.pushes.count == 3 }
                group.cancelAll()
                gate.open()
                try await group.waitForAll()
            }
            #expect(try await stage.store.statistics()[.push, .running] == nil)
            let left = try await stage.store.statistics()[.push, .queued]?.count ?? 0
            let done = try await stage.store.statistics()[.push, .done]?.count ?? 0
            #expect(left + done == 3)
        }

        /// A store whose owner was killed: from one moment on nothing it writes arrives.
        @Test func aKilledFanOutRepeatsWhatWasUnderWayAtMost() async throws {
            let (devices, workers) = (10_000, 200)
            let base = InMemoryPassStore()
            let isDead = Mutex(false)
            let store = WatchedStore(base: base) { call in
                if isDead.withLock({ $0 }) { throw WatchedStore.Failure() }
            }
            let counts = Mutex<[String: Int]>([:])
            let push = RecordingPushTransport { push in
                let total = counts.withLock { counts in
                    counts[push.token.hex, default: 0] += 1
                    return counts.count
                }
                if total >= devices / 2 { isDead.withLock { $0 = true } }
                return .accepted(id: nil)
            }
            let first = try Stage.forDevices(store: store, push: push) { $0.pushWorkers = workers }
            try await change(first, devices: devices)
            try await first.running { try await eventually { isDead.withLock { $0 } } }
            let sent = counts.withLock { $0.count }
            #expect(sent < devices)

            let second = try Stage.forDevices(store: base, push: push) { $0.pushWorkers = workers }
            try await second.running {
                // Counted here first: asking the store again and again would hold it up.
                try await eventually { counts.withLock { $0.count } == devices }
                try await eventually { try await base.statistics()[.push, .done]?.count == devices }
            }
            let pushes = counts.withLock { $0 }
            #expect(pushes.count == devices)
            let repeated = pushes.values.reduce(0, +) - devices
            #expect(repeated <= workers, "\(repeated) were repeated")
            #expect(pushes.values.max() ?? 0 <= 2)
        }
    }
#endif
