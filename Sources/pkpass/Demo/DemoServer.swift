#if CommandLineTool
    import AsyncHTTPClient
    import PassKitAPNsDouble
    import PassKitAsyncHTTPClient
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import ServiceLifecycle

    /// The server of the demo, on a port of this machine, for as long as the demo talks to it.
    struct DemoServer {
        let directory: String
        let signers: SignerRegistry
        let anchors: TrustAnchors

        /// Where it pushes; without one passes keep the web service they name.
        var pushService: APNsDouble?

        static let user = "crm"

        /// Starts the server, hands a client to the closure, and stops the server gracefully.
        func run(_ body: @escaping @Sendable (DemoJob) async throws -> Void) async throws {
            let password = Hex.encode(RandomBytes.system(16))
            let port = try LoopbackPort.free()
            let address = "http://127.0.0.1:\(port)"
            var engine = PassUpdateEngine.Configuration()
            engine.updater.verifier = PassVerifier(anchors: anchors)
            engine.planner.defaultSender = .init(name: "Example Concerts", address: "tickets@example.com")
            let push = try pushService.map { service in
                try APNsTransport(
                    signers: signers,
                    configuration: .init(
                        host: service.host,
                        port: service.port,
                        trustedRoots: [service.identity.root]
                    )
                )
            }
            engine.push = push
            engine.rewritesWebService = push != nil
            let outbox = try OutboxDirectory("\(directory)/outbox")
            let server = try PassServer(
                .init(
                    database: "\(directory)/passes.db",
                    host: "127.0.0.1",
                    port: port,
                    publicURL: address,
                    signers: signers,
                    recipients: RecipientList(DemoContent.people),
                    messages: outbox,
                    authenticator: try BasicAuthenticator(passwords: [Self.user: password]),
                    engine: engine
                )
            )
            let client = HTTPClient(eventLoopGroupProvider: .singleton)
            let job = DemoJob(
                directory: directory,
                outbox: outbox,
                address: address,
                password: password,
                transport: AsyncHTTPClientTransport(client)
            )
            do {
                try await talk(to: server, job, body)
            } catch {
                await push?.shutdown()
                try? await client.shutdown()
                throw error
            }
            await push?.shutdown()
            try await client.shutdown()
        }

        private func talk(
            to server: PassServer,
            _ job: DemoJob,
            _ body: @escaping @Sendable (DemoJob) async throws -> Void
        ) async throws {
            let (listening, continuation) = AsyncStream.makeStream(of: Int.self)
            let group = server.group(until: []) { port in
                continuation.yield(port)
                continuation.finish()
            }
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    // Also when it throws: a server that never listens must not keep the other task waiting.
                    defer { continuation.finish() }
                    try await group.run()
                }
                tasks.addTask {
                    guard await listening.first(where: { _ in true }) != nil else { return }
                    DemoOutput.say("server", "listens at \(job.address), with its store in passes.db")
                    // Stopped whether the closure throws or not, so that the server's task ends.
                    do {
                        try await body(job)
                    } catch {
                        await group.triggerGracefulShutdown()
                        throw error
                    }
                    await group.triggerGracefulShutdown()
                }
                try await tasks.waitForAll()
            }
            server.close()
            DemoOutput.say("server", "stopped")
        }
    }
#endif
