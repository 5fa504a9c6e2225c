#if Server
    import Foundation
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// An engine with all its parts, on a clock moved by hand.
    struct Stage {
        static let people = RecipientList([
            RecipientProfile(
                id: "1",
                name: "Ada Lovelace",
                email: "ada@example.com",
                mobileNumber: "+491701234567",
                emailSubscription: true,
                smsSubscription: true,
                attributes: ["First Name": "Ada"]
            ),
            RecipientProfile(id: "2", mobileNumber: "+491701234568", smsSubscription: true),
            RecipientProfile(id: "3", mobileNumber: "+491701234569", smsSubscription: true),
            RecipientProfile(id: "4", mobileNumber: "+491701234560", smsSubscription: false),
            RecipientProfile(id: "5", mobileNumber: "+491701234561", smsSubscription: true, isActive: false),
        ])

        static let config = PassIntegrationConfig(
            passIssueNotificationDetails: [.sms("Your ticket: ##SMS Pass Link##")],
            passUpdateNotificationDetails: [.sms("Your ticket has changed: ##SMS Pass Link##")]
        )

        static func identifier(_ serial: String = "E-1") -> PassIdentifier {
            PassIdentifier(type: SamplePass.passTypeIdentifier, serial: serial)
        }

        let clock = ManualClock()
        let store: any PassStore
        let authority: TestAuthority
        let signer: CMSManifestSigner
        let sms = RecordingTransport()
        let mail = RecordingTransport()
        let engine: PassUpdateEngine

        init(
            store: some PassStore = InMemoryPassStore(),
            signers: SignerRegistry? = nil,
            recipients: some RecipientDirectory = Stage.people,
            sms transport: (any NotificationTransport)? = nil,
            _ configure: (inout PassUpdateEngine.Configuration) -> Void = { _ in }
        ) throws {
            self.store = store
            authority = try TestAuthority(validFrom: clock.now)
            signer = try authority.signer(validAt: clock.now)
            var configuration = PassUpdateEngine.Configuration()
            configuration.clock = clock
            configuration.updater.verifier = PassVerifier(anchors: try authority.anchors, clock: clock)
            configuration.retry.jitter = 0
            configure(&configuration)
            engine = try PassUpdateEngine(
                store: store,
                signers: signers ?? [signer],
                recipients: recipients,
                notifications: [.sms: transport ?? sms, .email: mail],
                publicURL: "https://passes.example.com",
                configuration: configuration
            )
        }

        /// A signed pass whose gate says which one it is.
        func pass(_ gate: String = "A1", serial: String = "E-1") async throws -> [UInt8] {
            try await unsigned(gate, serial: serial).signed(by: signer, at: clock.now)
        }

        func unsigned(_ gate: String = "A1", serial: String = "E-1") throws -> PassPackage {
            var package = try SamplePass.package(serial: serial)
            package.pass.fields.header[0].value = .text(gate)
            return package
        }

        func request(
            _ gate: String = "A1",
            serial: String = "E-1",
            to recipients: [Recipient.ID] = ["1"],
            start: Duration? = nil,
            end: Duration? = nil,
            priority: Bool = false,
            config: PassIntegrationConfig = Stage.config,
            key: String? = nil
        ) async throws -> PassUpdateRequest {
            PassUpdateRequest(
                pkPass: try await pass(gate, serial: serial),
                content: PassUpdateContent(
                    recipients: recipients,
                    passIntegrationConfig: config,
                    priority: priority,
                    startTimeStamp: PassTimeStamp(start.map { clock.now + $0.seconds }),
                    endTimeStamp: PassTimeStamp(end.map { clock.now + $0.seconds })
                ),
                idempotencyKey: key
            )
        }

        /// Runs the engine while the body runs, and shuts it down by cancellation.
        func running<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { [engine] in try await engine.run() }
                let value = try await body()
                group.cancelAll()
                try await group.waitForAll()
                return value
            }
        }

        /// The states of a request's deliveries, as `recipient: channel status (reason)`.
        func states(_ receipt: PassUpdateReceipt) async throws -> [String] {
            var states: [String] = []
            for issued in try await engine.passes(of: receipt.requestId, pageSize: 100).passRequests {
                for channel in try await engine.status(of: issued.id).channelStatusList {
                    let reason = channel.reason.map { " (\($0.rawValue))" } ?? ""
                    states.append(
                        "\(issued.audienceId): \(channel.channelType) \(channel.channelStatus.rawValue)\(reason)"
                    )
                }
            }
            return states
        }

        func delivery(_ receipt: PassUpdateReceipt, to recipient: Recipient.ID = "1") async throws -> IssuedPassID {
            let page = try await engine.passes(of: receipt.requestId, recipient: recipient, start: 0, pageSize: 1)
            return try #require(page.passRequests.first).id
        }

        /// Claims jobs as another engine on the same store would.
        func claimJobs(limit: Int = 1) async throws -> [ClaimedJob] {
            try await store.claimJobs(limit: limit, by: LeaseOwner("other"), until: clock.now + 30, at: clock.now)
        }

        /// The gate that the current version of a pass shows.
        func gate(serial: String = "E-1") async throws -> String? {
            guard let package = try await engine.package(for: Stage.identifier(serial)),
                case .text(let gate) = package.pass.fields.header[0].value
            else { return nil }
            return gate
        }
    }

    extension Stage {
        /// Waits until something holds while time goes by, a tenth of a second at a look.
        ///
        /// Moving the clock once does not do: a worker that was about to sleep at that moment sleeps on.
        func eventually(
            _ what: Comment? = nil,
            sourceLocation: SourceLocation = #_sourceLocation,
            _ holds: () async throws -> Bool
        ) async throws {
            try await PassKitServerTests.eventually(what, sourceLocation: sourceLocation) {
                clock.advance(by: .milliseconds(100))
                return try await holds()
            }
        }
    }

    /// Waits until something holds; moves no clock.
    func eventually(
        _ what: Comment? = nil,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ holds: () async throws -> Bool
    ) async throws {
        let clock = ContinuousClock()
        // Generous: the whole suite shares the machine.
        let deadline = clock.now + .seconds(900)
        while try await !holds() {
            guard clock.now < deadline else {
                Issue.record(what ?? "it never came to hold", sourceLocation: sourceLocation)
                return
            }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    extension Duration {
        var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
    }
#endif
