#if AsyncHTTPClient
    public import NIOCore
    public import NIOPosix
    public import PassKitCore

    /// Pushes over Apple's push service (APNs): HTTP/2, with the certificate that signs the passes.
    ///
    /// ```swift
    /// let apns = try APNsTransport(signers: signers)
    /// let outcome = try await apns.push(PassPush(token: token, passTypeIdentifier: "pass.com.example.ticket"))
    /// …
    /// await apns.shutdown()
    /// ```
    ///
    /// Give it the signers that sign your passes: the certificate is the same. Each has one connection, opened by the
    /// first push, used by all of them side by side, and closed when there was nothing to push for a while. The keys
    /// stay where they are: in libcrypto, or in the service of a `SigningKey`; each signs the handshake of its own
    /// connection.
    ///
    /// A connection that the service sends away (GOAWAY), that breaks or falls silent is replaced for the pushes that
    /// come next. It pushes once and says what came of it: when to try again is for `PushRetryPolicy` to say; how many
    /// there were, and how they went, is yours to count.
    public final class APNsTransport: PushTransport {
        private let state: Mutex<PushIdentities>
        private let configuration: Configuration
        private let route: PushRoute
        private let group: any EventLoopGroup
        private let clock: any PassClock

        /// Makes a transport; nothing is connected before the first push.
        /// - Parameters:
        ///   - signers: The signers of the passes whose devices are pushed to.
        ///   - configuration: Where and how pushes go.
        ///   - eventLoopGroup: Whose threads do the work.
        ///   - clock: Tells the time that certificates must be valid at, and that lifetimes count from.
        /// - Throws: `PassError` with `transport.push-identity` for a signer of your own kind: it makes
        ///   signatures of passes only, and cannot sign a TLS handshake.
        public init(
            signers: SignerRegistry,
            configuration: Configuration = Configuration(),
            eventLoopGroup: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
            clock: some PassClock = .system
        ) throws(PassError) {
            self.configuration = configuration
            self.route = PushRoute(configuration)
            self.group = eventLoopGroup
            self.clock = clock
            let identities = try PushIdentities(signers, on: route, configuration, group: eventLoopGroup)
            self.state = Mutex(identities)
        }

        /// Takes other signers, such as one with a renewed certificate; pushes under way keep the one they began with.
        ///
        /// The connections of signers that stay are kept; those of signers that go close after their last answer.
        /// - Throws: as ``init(signers:configuration:eventLoopGroup:clock:)``; the signers stay as they were then.
        public func use(signers: SignerRegistry) throws(PassError) {
            let old = state.withLock { $0 }
            let new = try PushIdentities(signers, on: route, configuration, group: group, keeping: old)
            state.withLock { $0 = new }
            for line in old.lines where !new.contains(line) { line.retire() }
        }

        /// Pushes once and returns the answer.
        ///
        /// Without a valid certificate for the push the answer is `rejected(.noIdentity)`, and nothing is sent.
        /// - Throws: When there was no answer: `PassError` with `transport.push-connection`,
        ///   `transport.push-certificate`, `transport.push-protocol` or
        ///   `transport.timeout`; `CancellationError` when the task is cancelled.
        public func push(_ push: PassPush) async throws -> PushOutcome {
            let line = state.withLock { $0.line(for: push.target, at: clock.now) }
            guard let line else { return .rejected(.noIdentity) }
            return try await line.gate.withRoom {
                let request = APNsExchange.request(
                    for: push,
                    to: route.authority,
                    lifetime: configuration.lifetime,
                    at: clock.now
                )
                let answer = try await line.exchange(request)
                return APNsExchange.outcome(of: answer.head, body: answer.body, at: clock.now)
            }
        }

        /// Closes the connections; pushes under way and those that still come throw.
        public func shutdown() async {
            for line in state.withLock({ $0.lines }) { await line.shutdown() }
        }
    }
#else
    /// The types of this module stand behind the `AsyncHTTPClient` trait.
    @available(*, unavailable, message: "Enable the AsyncHTTPClient trait of PassKitCore")
    public typealias APNsTransport = Never
#endif
