#if AsyncHTTPClient
    import NIOCore
    import NIOHTTP2
    import NIOPosix
    import NIOSSL
    package import PassKitCore
    package import PassKitTesting

    /// Stands in for Apple's push service on this machine: HTTP/2 over TLS with client certificates.
    ///
    /// ```swift
    /// let service = try await APNsDouble(trusting: [authority.rootPEM])
    /// service.answer(.refuse(410, reason: "Unregistered"), to: goneToken)
    /// let configuration = APNsTransport.Configuration(
    ///     host: service.host, port: service.port, trustedRoots: [try service.identity.root])
    /// …
    /// let pushes = try await service.pushes(count: 3, within: .seconds(5))
    /// try await service.stop()
    /// ```
    ///
    /// It checks what Apple checks (certificate, topic, path, fields, payload), answers what it is told to, can be slow,
    /// fall silent, send clients away and drop connections, and says what it has seen. For tests and demonstrations: it
    /// pushes to nobody.
    package final class APNsDouble: Sendable {
        /// How the double is set up.
        package struct Configuration: Sendable {
            /// Where it listens.
            package var host = "127.0.0.1"

            /// The port it listens on; 0 picks one.
            package var port = 0

            /// How many requests a client may have open on a connection, as the double tells it.
            package var maximumConcurrentStreams = 1000

            /// How many pushes it remembers, about; it counts all of them.
            package var memory = 10_000

            /// What it offers to speak after the TLS handshake.
            package var protocols = ["h2"]

            /// Whether it says hello in HTTP/2; without, it takes connections and does nothing.
            package var isAwake = true

            /// Makes a configuration.
            package init() {}
        }

        /// What ``pushes(count:within:)`` throws when the pushes do not come.
        package struct TimeOut: Error, Sendable, CustomStringConvertible {
            /// How many pushes had come.
            package let count: Int

            /// That the pushes did not come, and how many did.
            package var description: String { "Only \(count) pushes came in time." }
        }

        /// What it shows to clients, with the root that they are to trust.
        package let identity: TestServerIdentity

        /// The address it listens on.
        package let host: String

        /// The port it listens on.
        package let port: Int

        private let channel: any Channel
        private let ledger: APNsLedger

        /// Starts a double.
        /// - Parameters:
        ///   - clientRoots: The authorities whose certificates it lets in, in PEM.
        ///   - identity: What it shows to clients; made when nil.
        ///   - configuration: How it is set up.
        ///   - answer: What it answers to pushes that are in order, unless ``answer(_:to:)`` says something else.
        package init(
            trusting clientRoots: [[UInt8]],
            identity: TestServerIdentity? = nil,
            configuration: Configuration = Configuration(),
            answering answer: @escaping @Sendable (Push) -> APNsAnswer = { _ in .accept }
        ) async throws {
            let identity = try identity ?? TestServerIdentity()
            let ledger = APNsLedger(memory: configuration.memory, usual: answer)
            let context = try NIOSSLContext(
                configuration: Self.tls(identity, clientRoots, configuration.protocols)
            )
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try Self.configure(channel, context, configuration, ledger)
                    }
                }
                .bind(host: configuration.host, port: configuration.port)
                .get()
            self.channel = channel
            self.ledger = ledger
            self.identity = identity
            self.host = configuration.host
            self.port = channel.localAddress?.port ?? 0
        }

        /// Sets the answers to the next pushes to a device, in order; after them the usual one is given again.
        package func answer(_ answers: APNsAnswer..., to token: PushToken) { ledger.set(answers, for: token) }

        /// What it has seen so far.
        package var seen: Seen { ledger.seen }

        /// The pushes so far, in order, whatever was answered.
        package var pushes: [Push] { ledger.seen.pushes }

        /// Waits until that many pushes have come.
        /// - Throws: ``TimeOut`` when they do not come in time.
        package func pushes(count: Int, within duration: Duration) async throws -> [Push] {
            let clock = ContinuousClock()
            let deadline = clock.now + duration
            while seen.count < count {
                guard clock.now < deadline else { throw TimeOut(count: seen.count) }
                try await Task.sleep(for: .milliseconds(5))
            }
            return pushes
        }

        /// How many connections are open.
        package var openConnections: Int { ledger.openConnections.count }

        /// Answers no push any more, or answers again those that come from now on; connections stay.
        package func fallSilent(_ isSilent: Bool = true) { ledger.fallSilent(isSilent) }

        /// Closes every connection that is open, as a failing network does.
        package func dropConnections() {
            for channel in ledger.openConnections { channel.close(promise: nil) }
        }

        /// Tells every client to take another connection (GOAWAY); what is under way is answered.
        package func sendAway() {
            for channel in ledger.openConnections { APNsStreamHandler.sendGoAway(on: channel) }
        }

        /// Stops listening and closes every connection.
        package func stop() async throws {
            try await channel.close().get()
            for channel in ledger.openConnections { try? await channel.close().get() }
        }

        private static func tls(
            _ identity: TestServerIdentity,
            _ clientRoots: [[UInt8]],
            _ protocols: [String]
        ) throws -> TLSConfiguration {
            var tls = TLSConfiguration.makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMBytes(identity.certificatePEM)
                    .map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(bytes: identity.privateKeyPEM, format: .pem))
            )
            tls.applicationProtocols = protocols
            // As at Apple, who comes without a certificate is told so in HTTP; whose certificate leads nowhere is not
            // let in.
            tls.certificateVerification = .optionalVerification
            tls.trustRoots = .certificates(try clientRoots.flatMap { try NIOSSLCertificate.fromPEMBytes($0) })
            return tls
        }

        private static func configure(
            _ channel: any Channel,
            _ context: NIOSSLContext,
            _ configuration: Configuration,
            _ ledger: APNsLedger
        ) throws {
            ledger.opened(channel)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(NIOSSLServerHandler(context: context))
            guard configuration.isAwake else { return }
            var connection = NIOHTTP2Handler.ConnectionConfiguration()
            connection.initialSettings = [
                HTTP2Setting(parameter: .maxConcurrentStreams, value: configuration.maximumConcurrentStreams),
                HTTP2Setting(parameter: .maxHeaderListSize, value: 8192),
            ]
            _ = try pipeline.configureHTTP2Pipeline(
                mode: .server,
                connectionConfiguration: connection,
                streamConfiguration: NIOHTTP2Handler.StreamConfiguration(),
                inboundStreamInitializer: { stream in
                    stream.eventLoop.makeCompletedFuture {
                        try stream.pipeline.syncOperations.addHandlers(
                            HTTP2FramePayloadToHTTP1ServerCodec(),
                            APNsStreamHandler(ledger: ledger)
                        )
                    }
                }
            )
        }
    }
#endif
