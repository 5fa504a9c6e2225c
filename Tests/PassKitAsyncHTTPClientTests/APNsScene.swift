#if AsyncHTTPClient
    import PassKitAPNsDouble
    import PassKitAsyncHTTPClient
    import PassKitCore
    import PassKitTesting

    /// A double of Apple's push service with a transport that pushes to it.
    struct APNsScene {
        /// The authority whose certificates the double lets in.
        let authority: TestAuthority
        let service: APNsDouble
        let transport: APNsTransport

        static let type = SamplePass.passTypeIdentifier

        /// Runs a test with a scene, and takes it down.
        static func run(
            signers: SignerRegistry? = nil,
            authority: TestAuthority? = nil,
            trustedByService: [[UInt8]]? = nil,
            identity: TestServerIdentity? = nil,
            service: APNsDouble.Configuration = .init(),
            configure: (inout APNsTransport.Configuration) -> Void = { _ in },
            answering answer: @escaping @Sendable (APNsDouble.Push) -> APNsAnswer = { _ in .accept },
            _ body: (APNsScene) async throws -> Void
        ) async throws {
            let authority = try authority ?? TestAuthority()
            let double = try await APNsDouble(
                trusting: trustedByService ?? [authority.rootPEM],
                identity: identity,
                configuration: service,
                answering: answer
            )
            let outcome: Result<Void, any Error>
            do {
                var configuration = try APNsTransport.Configuration(
                    host: double.host,
                    port: double.port,
                    trustedRoots: [double.identity.root]
                )
                // What a test does not look at is not to fail it on a busy machine.
                configuration.timeout = .seconds(900)
                configuration.connectTimeout = .seconds(900)
                configure(&configuration)
                let transport = try APNsTransport(
                    signers: signers ?? [authority.signer()],
                    configuration: configuration
                )
                do {
                    try await body(APNsScene(authority: authority, service: double, transport: transport))
                    outcome = .success(())
                } catch {
                    outcome = .failure(error)
                }
                await transport.shutdown()
            } catch {
                try? await double.stop()
                throw error
            }
            try? await double.stop()
            try outcome.get()
        }

        static func token(_ number: Int) throws -> PushToken {
            let digits = String(number, radix: 16)
            return try PushToken(String(repeating: "0", count: 64 - digits.count) + digits)
        }

        static func push(_ number: Int = 1, type: String = APNsScene.type, team: String? = nil) throws -> PassPush {
            PassPush(token: try token(number), passTypeIdentifier: type, teamIdentifier: team)
        }

        /// Pushes many side by side and returns the outcomes.
        func push(_ numbers: ClosedRange<Int>) async throws -> [PushOutcome] {
            try await withThrowingTaskGroup(of: PushOutcome.self) { group in
                for number in numbers {
                    let push = try Self.push(number)
                    group.addTask { [transport] in try await transport.push(push) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }

        /// Pushes, and returns the code of the error that must come.
        func faultCode(_ number: Int = 1) async throws -> PassError.Code? {
            do {
                _ = try await transport.push(Self.push(number))
                return nil
            } catch let error as PassError {
                return error.code
            }
        }

        /// Waits until the double has that many open requests.
        func openRequests(reach count: Int) async throws -> Bool {
            try await reaches { service.seen.open == count }
        }

        /// Waits until the double has that many open connections.
        func openConnections(reach count: Int) async throws -> Bool {
            try await reaches { service.openConnections == count }
        }

        /// Waits until something holds; generously, since the whole suite shares the machine.
        private func reaches(_ holds: () -> Bool) async throws -> Bool {
            let deadline = ContinuousClock.now + .seconds(900)
            while !holds() {
                guard ContinuousClock.now < deadline else { return false }
                try await Task.sleep(for: .milliseconds(5))
            }
            return true
        }
    }

    extension PushOutcome {
        var isAccepted: Bool { if case .accepted = self { true } else { false } }
    }
#endif
