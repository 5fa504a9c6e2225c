#if CommandLineTool
    import Hummingbird
    import Logging
    import NIOCore
    import PassKitCore
    import PassKitHummingbird
    import PassKitSQLite
    import PassKitServer
    import ServiceLifecycle
    import UnixSignals

    /// The server of `serve` and `demo`: engine, SQLite store and HTTP API in one process.
    struct PassServer {
        /// What the server is made of.
        struct Parts {
            var database: String
            var host: String
            var port: Int
            var publicURL: String
            var signers: SignerRegistry
            var recipients: any RecipientDirectory
            var messages: any NotificationTransport
            var authenticator: any RequestAuthenticator
            var engine = PassUpdateEngine.Configuration()
            var api = PassAPI.Configuration()
        }

        /// How long requests under way may go on after a shutdown began.
        private static let requestGrace = Duration.seconds(10)

        let engine: PassUpdateEngine
        private let store: SQLitePassStore
        private let parts: Parts
        private let logger: Logger

        /// Opens the store and makes the engine; nothing listens yet.
        init(_ parts: Parts) throws {
            self.parts = parts
            logger = parts.engine.logger
            store = try SQLitePassStore(path: parts.database)
            engine = try Self.engine(parts, store)
        }

        private static func engine(_ parts: Parts, _ store: SQLitePassStore) throws -> PassUpdateEngine {
            func make(_ recipients: some RecipientDirectory) throws -> PassUpdateEngine {
                try PassUpdateEngine(
                    store: store,
                    signers: parts.signers,
                    recipients: recipients,
                    notifications: [.sms: parts.messages, .email: parts.messages],
                    publicURL: parts.publicURL,
                    configuration: parts.engine
                )
            }
            return try make(parts.recipients)
        }

        /// Serves until the task is cancelled or one of the signals comes; stops taking requests before the engine ends.
        /// - Parameters:
        ///   - signals: What ends the server gracefully.
        ///   - reload: Called for each SIGHUP.
        ///   - onListening: Called with the port, once requests are taken.
        func run(
            until signals: [UnixSignal],
            reload: (@Sendable (PassUpdateEngine) async throws -> Void)? = nil,
            onListening: @escaping @Sendable (Int) async -> Void
        ) async throws {
            defer { close() }
            // Before anybody is told that it listens: a SIGHUP that nobody waits for ends the process.
            var reloader: Reloader?
            if let reload {
                let hangups = await UnixSignalsSequence(trapping: .sighup)
                reloader = Reloader(engine: engine, hangups: hangups, reload: reload, logger: logger)
            }
            do {
                try await group(until: signals, reloader: reloader, onListening: onListening).run()
            } catch {
                throw ListenAddress(host: parts.host, port: parts.port).explain(error)
            }
        }

        /// Gives the database free.
        func close() { store.close() }

        /// The services: those named later stop first.
        func group(
            until signals: [UnixSignal],
            reloader: Reloader? = nil,
            onListening: @escaping @Sendable (Int) async -> Void
        ) -> ServiceGroup {
            let router = Router()
            router.add(api, servesAlone: true)
            let application = Application(
                router: router,
                server: .http1(configuration: .init(idleTimeout: .seconds(60))),
                configuration: .init(address: .hostname(parts.host, port: parts.port)),
                onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) },
                logger: logger
            )
            var services: [any Service] = [engine]
            if let reloader { services.append(reloader) }
            services.append(TimedShutdown(service: application, grace: Self.requestGrace))
            return ServiceGroup(
                configuration: .init(services: services, gracefulShutdownSignals: signals, logger: logger)
            )
        }

        private var api: PassAPI {
            func make(_ authenticator: some RequestAuthenticator) -> PassAPI {
                var configuration = parts.api
                let logger = logger
                configuration.onFailure = { error in
                    // The type only: what a store or a client says may hold paths or content.
                    logger.error("Request failed", metadata: ["error.type": "\(type(of: error))"])
                }
                return PassAPI(engine, authenticator: authenticator, configuration: configuration)
            }
            return make(parts.authenticator)
        }
    }

    /// Reads identities, recipients and holders again for each SIGHUP.
    struct Reloader: Service {
        let engine: PassUpdateEngine
        let hangups: UnixSignalsSequence
        let reload: @Sendable (PassUpdateEngine) async throws -> Void
        let logger: Logger

        func run() async throws {
            for await _ in hangups.cancelOnGracefulShutdown() {
                do {
                    try await reload(engine)
                    logger.notice("Read identities and recipients again")
                } catch {
                    // What runs stays as it was: a typing error in a file must not stop the server.
                    logger.error("Reading identities and recipients again failed", metadata: ["error": "\(error)"])
                }
            }
        }
    }
#endif
