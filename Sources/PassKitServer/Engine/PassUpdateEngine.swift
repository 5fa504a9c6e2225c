#if Server
    public import PassKitCore
    public import ServiceLifecycle

    /// Takes update requests durably, and does them: plans, signs, publishes and notifies.
    ///
    /// A request goes this way, one file for each step:
    /// 1. **accept** (`Admission`): everything that can be known is checked, then request, deliveries, job and package
    ///    are kept in one transaction. Only then is there a receipt.
    /// 2. **plan and publish** (`JobRunner`, `DeliveryPlanner`): when it is due, a worker leases the job, signs what
    ///    needs signing, and commits the new version, each recipient's state and their messages together with the job's
    ///    end.
    /// 3. **notify** (`MessageSender`): a worker leases each message, gives it a link of its own and hands it to its
    ///    transport.
    /// 4. **push** (`PushSender`): a worker leases the push to each device; the device then asks what changed, and
    ///    fetches it (``PassWebService``), whereupon the messages that waited for that go out.
    ///
    /// ```swift
    /// let engine = try PassUpdateEngine(store: store, signers: [signer], recipients: people,
    ///     notifications: [.sms: sms, .email: mail], publicURL: "https://passes.example.com")
    /// let receipt = try await engine.update(PassUpdateRequest(pkPass: bytes, content: content))
    /// try await engine.run()   // the workers; usually in a ServiceGroup, beside the HTTP server
    /// ```
    ///
    /// Requests are taken before ``run()``, too; they wait in the store. Once shutdown begins they are refused with
    /// `engine.shutting-down`.
    public final class PassUpdateEngine: PassDistributionService, Service {
        /// What the engine was told once.
        public var configuration: Configuration { parts.configuration }

        let parts: EngineParts
        let admission: Admission
        private let workers: EngineWorkers

        /// Makes an engine.
        /// - Parameters:
        ///   - store: Keeps everything.
        ///   - signers: The identities to sign with, by pass type and team.
        ///   - recipients: Knows how recipients are reached.
        ///   - notifications: A transport for each channel.
        ///   - publicURL: Where recipients and devices reach the server, with any path it is mounted under.
        ///   - configuration: What may be left at its defaults.
        /// - Throws: `PassError` with `engine.public-url` when the address is not an absolute `http` or `https` URL.
        public init(
            store: some PassStore,
            signers: SignerRegistry,
            recipients: some RecipientDirectory,
            notifications: [NotificationChannel: any NotificationTransport],
            publicURL: String,
            configuration: Configuration = .init()
        ) throws(PassError) {
            let wakes = (job: Wake(), message: Wake(), push: Wake())
            let parts = EngineParts(
                store: store,
                configuration: configuration,
                directory: Directory(signers: signers, recipients: recipients),
                notifications: notifications,
                links: try LinkFormat(publicURL: publicURL),
                owner: LeaseOwner(Hex.encode(configuration.random(16))),
                life: EngineLife(waking: [wakes.job, wakes.message, wakes.push]),
                observer: EngineObserver(configuration),
                jobWake: wakes.job,
                messageWake: wakes.message,
                pushWake: wakes.push,
                deviceLogGate: RateGate(perMinute: configuration.deviceLogsPerMinute, configuration.clock),
                personalizationGate: RateGate(perMinute: configuration.personalizationsPerMinute, configuration.clock)
            )
            self.parts = parts
            admission = Admission(parts)
            workers = EngineWorkers(parts)
        }

        /// Works until the service group shuts down gracefully, or the task is cancelled.
        ///
        /// Graceful: nothing new is begun, what runs is finished; what is not done at the end of the grace period is given
        /// back. Cancelled: what runs is given back at once. Either way nothing is lost, and no version is published twice;
        /// a message whose transport was cut off goes out again, under the same key.
        /// - Throws: What the store throws while work of an engine that died is taken up.
        public func run() async throws {
            let life = parts.life
            try await withTaskCancellationHandler {
                try await withGracefulShutdownHandler {
                    try await workers.run()
                } onGracefulShutdown: {
                    life.close()
                }
            } onCancel: {
                life.close()
            }
            life.close()
        }
    }

    extension PassUpdateEngine {
        /// Takes a request to update a pass: it is durable when this returns.
        /// - Throws: `PassError` when it is refused, and then nothing of it is kept; what the store throws.
        public func update(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
            try await submit(request, .update, .anonymous)
        }

        /// Takes a request to issue a pass: it is durable when this returns.
        /// - Throws: `PassError` when it is refused, and then nothing of it is kept; what the store throws.
        public func issue(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
            try await submit(request, .issue, .anonymous)
        }

        /// The engine as one authenticated caller may use it: idempotency keys and authority are the caller's own.
        public func acting(for principal: PassPrincipal) -> any PassDistributionService {
            PrincipalEngine(engine: self, principal: principal)
        }

        func submit(
            _ request: PassUpdateRequest,
            _ kind: RequestKind,
            _ principal: PassPrincipal
        ) async throws -> PassUpdateReceipt {
            try parts.life.checkOpen()
            return try await parts.observer.accepting(request, kind) {
                let id = try await admission.admit(request, kind, principal)
                parts.jobWake.signal()
                return PassUpdateReceipt(requestId: id)
            }
        }
    }

    /// The engine, acting for one caller.
    struct PrincipalEngine: PassDistributionService {
        let engine: PassUpdateEngine
        let principal: PassPrincipal

        func update(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
            try await engine.submit(request, .update, principal)
        }

        func issue(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
            try await engine.submit(request, .issue, principal)
        }

        func passes(
            of request: PassRequestID,
            recipient: Recipient.ID?,
            start: Int,
            pageSize: Int
        ) async throws -> PassPage {
            try await engine.passes(of: request, recipient: recipient, start: start, pageSize: pageSize)
        }

        func status(of pass: IssuedPassID) async throws -> PassStatus { try await engine.status(of: pass) }

        func content(of pass: IssuedPassID) async throws -> Pass { try await engine.content(of: pass) }

        func cancel(_ pass: IssuedPassID) async throws { try await engine.cancel(pass) }

        func acting(for principal: PassPrincipal) -> any PassDistributionService { engine.acting(for: principal) }
    }
#endif
