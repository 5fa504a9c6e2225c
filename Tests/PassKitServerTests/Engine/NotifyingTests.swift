#if Server
    import Foundation
    import InMemoryLogging
    import Logging
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// How messages go out, and what their links do.
    @Suite struct NotifyingTests {
        @Test func everyAttemptHasTheSameKeyAndALinkOfItsOwn() async throws {
            let sms = StubbornTransport(failures: 2)
            let stage = try Stage(sms: sms)
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                // The clock stands still, and with it the second attempt.
                try await eventually { try await stage.store.statistics()[.message, .queued]?.lastFailure != nil }
                #expect(try await stage.states(receipt) == ["1: SMS queued"])
                #expect(sms.messages.count == 1)
                try await stage.eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
                #expect(Set(sms.messages.map(\.idempotencyKey)).count == 1)
                let links = Set(sms.messages.map(\.token))
                #expect(links.count == 3)
                for link in links { #expect(try await stage.engine.pass(forLink: link, opens: false) != nil) }
            }
        }

        @Test func aMessageWhoseTransportKeepsFailingIsADeadLetter() async throws {
            let sms = StubbornTransport(failures: 1)
            let stage = try Stage(sms: sms) { $0.retry.maximumAttempts = 1 }
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await eventually { try await stage.states(receipt) == ["1: SMS undelivered"] }
                #expect(try await stage.engine.redrive(nil) == 1)
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
            }
        }

        @Test func aMessageThatItsTransportNeverTakesIsCutOff() async throws {
            let sms = HangingTransport(times: 1)
            let stage = try Stage(sms: sms) {
                $0.messageTimeout = .seconds(5)
                $0.retry.maximumAttempts = 1
            }
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await stage.eventually {
                    try await stage.engine.deadLetters().map(\.note?.code) == ["transport.timeout"]
                }
                #expect(try await stage.engine.redrive(nil) == 1)
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
            }
        }

        /// An engine on the stage's store that has a transport for text messages only.
        private func textEngine(_ stage: Stage) throws -> PassUpdateEngine {
            try PassUpdateEngine(
                store: stage.store,
                signers: [stage.signer],
                recipients: Stage.people,
                notifications: [.sms: stage.sms],
                publicURL: "https://passes.example.com",
                configuration: stage.engine.configuration
            )
        }

        static let textAndMail = PassIntegrationConfig(
            passIssueNotificationDetails: [.sms("##SMS Pass Link##"), .email("hello", subject: "hello")]
        )

        @Test func aChannelWithoutATransportIsRefusedUnlessItIsOff() async throws {
            let stage = try Stage()
            let engine = try textEngine(stage)
            var request = try await stage.request(config: Self.textAndMail)
            await #expect(throws: PassError(.updateUnknownChannel, "")) { try await engine.update(request) }
            #expect(try await stage.store.statistics().entries.isEmpty)
            request.content.passIntegrationConfig.passIssueNotificationDetails[1].enabled = false
            _ = try await engine.update(request)
        }

        @Test func aMessageWhoseTransportIsGoneIsADeadLetterAtOnce() async throws {
            let stage = try Stage()
            let receipt = try await stage.engine.update(stage.request(config: Self.textAndMail))
            let engine = try textEngine(stage)
            let running = Task { try await engine.run() }
            try await eventually {
                try await stage.states(receipt) == ["1: SMS submitted", "1: EMAIL undelivered"]
            }
            #expect(try await engine.deadLetters().map(\.note?.code) == ["engine.no-transport"])
            running.cancel()
            try await running.value
        }

        @Test func whoCannotGetAtAnUpdateIsTold() async throws {
            let logs = InMemoryLogHandler()
            let stage = try Stage { $0.logger = Logger(label: "test", factory: { _ in logs }) }
            let config = PassIntegrationConfig(
                passIssueNotificationDetails: [.sms("##SMS Pass Link##")],
                passUpdateNotificationDetails: [.sms("Your ticket has changed.")]
            )
            let pass = Stage.identifier()
            try await stage.running {
                let first = try await stage.engine.update(stage.request("A1", config: config))
                try await eventually { try await stage.states(first) == ["1: SMS submitted"] }
                let second = try await stage.engine.update(stage.request("B2", to: ["1", "2"], config: config))
                try await eventually {
                    try await stage.states(second) == [
                        "1: SMS submitted", "1: PUSH not attempted (unreachable)", "2: SMS submitted",
                    ]
                }
                let warnings = logs.entries.filter { $0.level == .warning }
                #expect(warnings.map { "\($0.message)" } == ["update.unreachable"])
                #expect(warnings.first?.metadata["count"] == "1")

                // A link in the message, or a device that asks, and they can.
                let third = try await stage.engine.update(stage.request("C3"))
                try await eventually { try await stage.states(third) == ["1: SMS submitted"] }
                let device = DeviceRegistration(device: "d1", pass: pass, pushToken: "t1")
                _ = try await stage.store.register(device, limits: RegistrationLimits(), at: stage.clock.now)
                let fourth = try await stage.engine.update(stage.request("D4", config: config))
                try await eventually {
                    try await stage.states(fourth) == ["1: SMS submitted", "1: PUSH queued"]
                }
                #expect(logs.entries.filter { $0.level == .warning }.count == 1)
            }
        }

        @Test func noMoreMessagesAreSentAtATimeThanAllowed() async throws {
            let sms = CrowdedTransport()
            let stage = try Stage(sms: sms) { $0.messageWorkers = 3 }
            try await stage.running {
                for number in 0..<12 { _ = try await stage.engine.update(stage.request(serial: "E-\(number)")) }
                try await eventually { sms.sent == 12 }
                #expect((1...3).contains(sms.most))
            }
        }

        @Test func reportsOfTheProviderAreKept() async throws {
            let stage = try Stage()
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request(to: ["1", "2"]))
                try await eventually {
                    try await stage.states(receipt) == ["1: SMS submitted", "2: SMS submitted"]
                }
                let keys = Dictionary(
                    uniqueKeysWithValues: stage.sms.messages.map { ($0.recipient, $0.idempotencyKey) }
                )
                let key = try #require(keys["1"])
                #expect(try await stage.engine.record(DeliveryReport(key: key, outcome: .delivered)))
                // The recording transport's receipt is the key.
                let receiptOfTwo = try #require(keys["2"])
                #expect(try await stage.engine.record(DeliveryReport(receipt: receiptOfTwo, outcome: .undelivered)))
                #expect(try await stage.states(receipt) == ["1: SMS delivered", "2: SMS undelivered"])
                #expect(try await !stage.engine.record(DeliveryReport(key: "unknown", outcome: .delivered)))
            }
        }

        @Test func updateMessagesWaitForTheFetchOfADevice() async throws {
            let stage = try Stage { $0.rewritesWebService = true }
            let pass = Stage.identifier()
            try await stage.running {
                let first = try await stage.engine.update(stage.request("A1"))
                try await eventually { try await stage.states(first) == ["1: SMS submitted"] }
                let device = DeviceRegistration(device: "d1", pass: pass, pushToken: "t1")
                let limits = RegistrationLimits()
                #expect(try await stage.store.register(device, limits: limits, at: stage.clock.now) == .new)

                let second = try await stage.engine.update(stage.request("B7"))
                try await eventually {
                    try await stage.states(second) == ["1: SMS queued", "1: PUSH queued"]
                }
                stage.clock.advance(by: .seconds(60))
                try await Task.sleep(for: .milliseconds(30))
                #expect(stage.sms.messages.count == 1)

                let tag = try #require(try await stage.tag())
                try await stage.store.recordFetch(of: pass, tag: tag, at: stage.clock.now)
                stage.clock.advance(by: .seconds(1))
                try await stage.eventually {
                    try await stage.states(second) == ["1: SMS submitted", "1: PUSH opened"]
                }
            }
        }

        // MARK: Links

        @Test func openingALinkIsSeenButLookingAtItIsNot() async throws {
            let stage = try Stage()
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                let link = try await stage.link(0)
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
                #expect(try await stage.engine.pass(forLink: link, opens: false) != nil)
                #expect(try await stage.states(receipt) == ["1: SMS submitted"])
                #expect(try await stage.engine.pass(forLink: link, opens: true) != nil)
                #expect(try await stage.states(receipt) == ["1: SMS opened"])
                // What comes late takes nothing back.
                let key = stage.sms.messages[0].idempotencyKey
                #expect(try await stage.engine.record(DeliveryReport(key: key, outcome: .delivered)))
                #expect(try await stage.states(receipt) == ["1: SMS opened"])
            }
        }

        @Test(arguments: ["store.full", "store.input-output", "store.busy"])
        func aLinkLeadsToItsPassThoughNothingCanBeWritten(code: String) async throws {
            let logs = InMemoryLogHandler()
            let fails = Mutex(false)
            let store = WatchedStore { call in
                guard call == "redeem" else { return }
                // The call that opens fails; the one after it only looks.
                let isOpening = fails.withLock { fails in
                    defer { fails = false }
                    return fails
                }
                if isOpening { throw PassError(PassError.Code(code), "") }
            }
            let stage = try Stage(store: store) { $0.logger = Logger(label: "test", factory: { _ in logs }) }
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                let link = try await stage.link(0)
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
                fails.withLock { $0 = true }
                #expect(try await stage.engine.pass(forLink: link, opens: true) != nil)
                #expect(try await stage.states(receipt) == ["1: SMS submitted"])
                let failures = logs.entries.filter { $0.message == "store failed" }
                #expect(failures.compactMap { $0.metadata["operation"]?.description } == ["open-link"])
                #expect(try await stage.engine.pass(forLink: link, opens: true) != nil)
                #expect(try await stage.states(receipt) == ["1: SMS opened"])
            }
        }

        @Test func linksEndWhenTheirTimeIsOverOrSomebodySaysSo() async throws {
            let stage = try Stage { $0.linkLifetime = .seconds(600) }
            let pass = Stage.identifier()
            try await stage.running {
                _ = try await stage.engine.update(stage.request(to: ["1"]))
                let first = try await stage.link(0)
                stage.clock.advance(by: .seconds(300))
                _ = try await stage.engine.issue(stage.request(to: ["2"]))
                let second = try await stage.link(1)
                #expect(try await stage.engine.pass(forLink: first, opens: true) != nil)
                stage.clock.advance(by: .seconds(300))
                #expect(try await stage.engine.pass(forLink: first, opens: true) == nil)
                #expect(try await stage.engine.revokeLinks(to: pass, of: "1") == 0)
                #expect(try await stage.engine.pass(forLink: second, opens: true) != nil)
                #expect(try await stage.engine.revokeLinks(to: pass) == 1)
                #expect(try await stage.engine.pass(forLink: second, opens: true) == nil)
            }
        }

        @Test(arguments: ["", "A", String(repeating: "A", count: 43), "../../etc/passwd", "\u{0}"])
        func whatIsNoLinkLeadsNowhere(token: String) async throws {
            let stage = try Stage()
            #expect(try await stage.engine.pass(forLink: token, opens: true) == nil)
        }

        @Test func tokensAre256BitsAndNeverTheSame() async throws {
            let stage = try Stage()
            try await stage.running {
                _ = try await stage.engine.update(stage.request())
                _ = try await stage.engine.issue(stage.request())
                let tokens = [try await stage.link(0), try await stage.link(1)]
                for token in tokens {
                    #expect(token.utf8.count == 43)
                    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                    #expect(token.allSatisfy(letters.contains))
                }
                #expect(Set(tokens).count == 2)
            }
        }

        @Test(arguments: ["", "passes.example.com", "ftp://passes.example.com", "https://", "https://a.example/?q"])
        func thePublicAddressMustBeOne(address: String) throws {
            #expect(throws: PassError(.enginePublicURL, "")) {
                try PassUpdateEngine(
                    store: InMemoryPassStore(),
                    signers: [],
                    recipients: RecipientList([]),
                    notifications: [:],
                    publicURL: address
                )
            }
        }
    }

    extension NotificationMessage {
        /// The token of the link in a text message.
        var token: String {
            guard case .sms(let sms) = content, let slash = sms.text.lastIndex(of: "/") else { return "" }
            return String(sms.text[sms.text.index(after: slash)...])
        }
    }

    /// A transport that keeps every attempt, and fails the first ones.
    final class StubbornTransport: NotificationTransport {
        private let state: Mutex<(left: Int, messages: [NotificationMessage])>

        init(failures: Int) { state = Mutex((failures, [])) }

        var messages: [NotificationMessage] { state.withLock { $0.messages } }

        func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
            let fails = state.withLock { state in
                state.messages.append(message)
                state.left -= 1
                return state.left >= 0
            }
            if fails { throw RecordingTransport.Failure() }
            return NotificationReceipt(id: nil)
        }
    }

    /// A transport that takes forever, a number of times; when it is cut off it says so in its own words.
    final class HangingTransport: NotificationTransport {
        private let left: Mutex<Int>

        init(times: Int) { left = Mutex(times) }

        /// How many more messages it takes forever for; below zero when it took some.
        var timesLeft: Int { left.withLock { $0 } }

        func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
            let hangs = left.withLock { left in
                left -= 1
                return left >= 0
            }
            if hangs {
                try? await Task.sleep(for: .seconds(3600))
                throw RecordingTransport.Failure()
            }
            return NotificationReceipt(id: nil)
        }
    }

    /// A transport that counts how many messages are with it at a time.
    final class CrowdedTransport: NotificationTransport {
        private let state = Mutex<(now: Int, most: Int, sent: Int)>((0, 0, 0))

        var most: Int { state.withLock { $0.most } }
        var sent: Int { state.withLock { $0.sent } }

        func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
            state.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            try await Task.sleep(for: .milliseconds(5))
            state.withLock { state in
                state.now -= 1
                state.sent += 1
            }
            return NotificationReceipt(id: nil)
        }
    }
#endif
