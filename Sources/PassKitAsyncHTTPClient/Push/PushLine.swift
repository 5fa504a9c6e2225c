#if AsyncHTTPClient
    import HTTPTypes
    import NIOCore
    import NIOHPACK
    import NIOHTTP2
    import NIOPosix
    import NIOSSL
    import PassKitCore

    /// The line to the push service for one certificate: one connection at a time, opened when it is needed.
    ///
    /// Connections that cannot be opened, or end without having answered a single push, are followed by ever longer
    /// pauses, so that the service does not take this machine for an attacker.
    final class PushLine: Sendable {
        private enum Place {
            case closed
            case opening(EventLoopFuture<PushConnection>)
            case open(PushConnection)
            case shutDown
        }

        private struct State {
            var place = Place.closed
            /// How many connections in a row were of no use.
            var failures = 0
        }

        /// The longest pause before a connection is opened.
        private static let longestPause = TimeAmount.seconds(5)

        /// The certificate it shows.
        let certificate: PassCertificate

        /// Bounds how many pushes are under way.
        let gate: ConcurrencyGate

        private let context: NIOSSLContext
        private let route: PushRoute
        private let loop: any EventLoop
        private let state = Mutex(State())

        init(
            _ signer: CMSManifestSigner,
            _ route: PushRoute,
            trusting roots: [PassCertificate]?,
            _ concurrency: Int,
            _ loop: any EventLoop
        ) throws(PassError) {
            self.certificate = signer.certificate
            self.gate = ConcurrencyGate(concurrency)
            self.context = try PushTLS.context(for: signer, trusting: roots)
            self.route = route
            self.loop = loop
        }

        /// Sends a request and returns the answer.
        func exchange(_ request: HTTPRequest) async throws -> PendingPush.Answer {
            let push = PendingPush(HPACKHeaders(request), on: loop, within: route.timeout)
            return try await withTaskCancellationHandler {
                send(push, isFirstTry: true)
                return try await push.answer.get()
            } onCancel: {
                push.settle(.failure(CancellationError()))
            }
        }

        private func send(_ push: PendingPush, isFirstTry: Bool) {
            connection().whenComplete { result in
                switch result {
                case .failure(let error):
                    push.settle(.failure(error))
                case .success(let connection):
                    guard !push.isSettled, !connection.take(push) else { return }
                    // Retired between two pushes: nothing was sent, so another connection takes it.
                    guard isFirstTry else { return push.settle(.failure(PushFault.sentAway(self.route))) }
                    self.send(push, isFirstTry: false)
                }
            }
        }

        // MARK: The connection

        /// The connection that takes pushes; opened when there is none.
        private func connection() -> EventLoopFuture<PushConnection> {
            let (future, opening) = state.withLock { state in
                switch state.place {
                case .open(let connection) where !connection.isRetired:
                    return (loop.makeSucceededFuture(connection), nil as (EventLoopPromise<PushConnection>, Int)?)
                case .opening(let future):
                    return (future, nil)
                case .shutDown:
                    return (loop.makeFailedFuture(PushFault.shutDown()), nil)
                case .open(let connection):
                    state.failures = connection.hasAnswered ? 0 : state.failures + 1
                case .closed:
                    break
                }
                let promise = loop.makePromise(of: PushConnection.self)
                state.place = .opening(promise.futureResult)
                return (promise.futureResult, (promise, state.failures))
            }
            if let (promise, failures) = opening {
                loop.scheduleTask(in: Self.pause(after: failures)) {
                    self.connect().whenComplete { self.opened($0, promise) }
                }
            }
            return future
        }

        /// How long to wait before the next connection: nothing at first, then a tenth of a second, doubled each time.
        static func pause(after failures: Int) -> TimeAmount {
            guard failures > 0 else { return .zero }
            return min(.milliseconds(100) * Int64(1 << min(failures - 1, 10)), longestPause)
        }

        private func opened(_ result: Result<PushConnection, any Error>, _ promise: EventLoopPromise<PushConnection>) {
            let isShutDown = state.withLock { state in
                if case .shutDown = state.place { return true }
                switch result {
                case .success(let connection):
                    state.place = .open(connection)
                case .failure:
                    state.place = .closed
                    state.failures += 1
                }
                return false
            }
            guard isShutDown else { return promise.completeWith(result) }
            if case .success(let connection) = result { _ = connection.close() }
            promise.fail(PushFault.shutDown())
        }

        private func connect() -> EventLoopFuture<PushConnection> {
            let (context, route, type) = (context, route, certificate.passTypeIdentifier)
            return ClientBootstrap(group: loop)
                .connectTimeout(route.connectTimeout)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: route.serverName))
                        let multiplexer = try pipeline.configureHTTP2Pipeline(
                            mode: .client,
                            connectionConfiguration: NIOHTTP2Handler.ConnectionConfiguration(),
                            streamConfiguration: NIOHTTP2Handler.StreamConfiguration(),
                            // The service opens no streams; one that it opens all the same is closed.
                            inboundStreamInitializer: { $0.close() }
                        )
                        let connection = PushConnection(channel, multiplexer, route, type: type)
                        try pipeline.addHandler(PushConnectionHandler(connection))
                    }
                }
                .connect(host: route.host, port: route.port)
                .flatMapErrorThrowing { throw PushFault.connection(route, type, $0) }
                .flatMapThrowing { channel in
                    try channel.pipeline.syncOperations.handler(type: PushConnectionHandler.self).connection
                }
                .flatMap(\.opened)
        }

        // MARK: The end

        /// Lets the connection close after its last answer.
        func retire() {
            switch state.withLock(\.place) {
            case .open(let connection): connection.retire()
            // Those who wait for it come first, and are answered.
            case .opening(let future): future.whenSuccess { $0.retire() }
            case .closed, .shutDown: break
            }
        }

        /// Closes the connection, and opens no other.
        func shutdown() async {
            let place = state.withLock { state in
                defer { state.place = .shutDown }
                return state.place
            }
            switch place {
            case .open(let connection): try? await connection.close().get()
            case .opening(let future): _ = try? await future.get()
            case .closed, .shutDown: break
            }
        }
    }
#endif
