#if Server
    import Logging
    import PassKitServer
    import ServiceLifecycle

    /// Runs a service and shuts it down gracefully, as an operator's SIGTERM would.
    struct TestServiceGroup: Sendable {
        private let group: ServiceGroup

        init(_ service: some Service) {
            group = ServiceGroup(
                configuration: .init(
                    services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
                    logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
                )
            )
        }

        func run() async throws { try await group.run() }

        func shutDown() async { await group.triggerGracefulShutdown() }
    }
#endif
