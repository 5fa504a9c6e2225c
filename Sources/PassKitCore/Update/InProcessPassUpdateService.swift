/// Updates a pass at once and in this process: applies the request, signs, publishes, and tells the recipients.
///
/// It keeps nothing itself: where the bytes go and who holds them already is the publisher's to know. When
/// ``update(_:)`` returns, every message is with its transport. Requests that are due later need a durable service.
///
/// ```swift
/// let service = InProcessPassUpdateService(signers: [signer], recipients: people,
///     publisher: DirectoryPublisher("passes", servedAt: downloads), notifications: [.sms: sms, .email: mail])
/// let receipt = try await service.update(PassUpdateRequest(pkPass: signed, content: content))
/// ```
public struct InProcessPassUpdateService: PassUpdateService {
    /// What may be left at its defaults.
    public struct Configuration: Sendable {
        /// Which uploads are taken, and how they are judged.
        public var updater: PassUpdater.Configuration

        /// How messages are made.
        public var planner: MessagePlanner.Configuration

        /// Tells the time.
        public var clock: any PassClock

        /// Makes request ids.
        public var random: RandomBytes

        /// Is told what became of each recipient, one after the other.
        public var observer: @Sendable (InProcessDelivery) -> Void

        /// Makes a configuration.
        public init(
            updater: PassUpdater.Configuration = .init(),
            planner: MessagePlanner.Configuration = .init(),
            clock: any PassClock = SystemPassClock(),
            random: RandomBytes = .system,
            observer: @escaping @Sendable (InProcessDelivery) -> Void = { _ in }
        ) {
            self.updater = updater
            self.planner = planner
            self.clock = clock
            self.random = random
            self.observer = observer
        }
    }

    private let signers: SignerRegistry
    private let recipients: any RecipientDirectory
    private let publisher: any PassPublisher
    private let notifications: [NotificationChannel: any NotificationTransport]
    private let configuration: Configuration

    /// Makes a service.
    /// - Parameters:
    ///   - signers: The identities to sign with, by pass type and team.
    ///   - recipients: Knows how recipients are reached.
    ///   - publisher: Takes the pass's bytes.
    ///   - notifications: A transport for each channel.
    ///   - configuration: What may be left at its defaults.
    public init(
        signers: SignerRegistry,
        recipients: some RecipientDirectory,
        publisher: some PassPublisher,
        notifications: [NotificationChannel: any NotificationTransport],
        configuration: Configuration = .init()
    ) {
        self.signers = signers
        self.recipients = recipients
        self.publisher = publisher
        self.notifications = notifications
        self.configuration = configuration
    }

    /// Does all that the request asks for.
    /// - Throws: ``PassError`` when the request is refused, with nothing done; ``PassError/Code/updateDelivery`` when
    ///   the pass is published, but some messages could not be handed on: all others were. Errors of the host's parts.
    public func update(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
        let now = configuration.clock.now
        try request.validate(
            at: now,
            rules: PassUpdateRules(channels: Set(notifications.keys).union([.sms, .email]), placeholderNames: nil)
        )
        if let start = request.content.startTimeStamp.date, start > now {
            throw PassError(
                .updateCannotSchedule,
                "passContent: startTimeStamp lies in the future, and this service keeps nothing. Send the request when "
                    + "it is due, or use a durable service."
            )
        }
        let plan = try PassUpdater(configuration.updater).plan(request) { type, team in
            signers.knows(type: type, team: team)
        }
        let pass = try await plan.bytes(signers: signers, at: now)
        let requestID = PassRequestID(configuration.random.positiveInt64())

        var planner = MessagePlanner(configuration.planner)
        if planner.configuration.placeholderNames == nil {
            planner.configuration.placeholderNames = try await recipients.placeholderNames()
        }
        let ids = request.content.recipientIDs

        let delivery = DeliveryRun(
            pass: pass,
            identifier: plan.identifier,
            requestID: requestID,
            config: request.content.passIntegrationConfig,
            planner: planner,
            publisher: publisher,
            notifications: notifications
        )
        var failures: [any Error] = []
        for start in stride(from: 0, to: ids.count, by: 1000) {
            let batch = Array(ids[start..<min(start + 1000, ids.count)])
            let profiles = try await recipients.profiles(for: batch)
            for id in batch {
                let outcome = try await delivery.deliver(to: id, profiles[id].flatMap { $0.isActive ? $0 : nil })
                failures += outcome.failures
                configuration.observer(outcome)
            }
        }
        if let first = failures.first {
            throw PassError(
                .updateDelivery,
                "The pass is published, but \(failures.count) message(s) of request \(requestID) could not be handed to "
                    + "their transport. The cause is the first transport's error; send the request again to try again.",
                cause: first
            )
        }
        return PassUpdateReceipt(requestId: requestID)
    }
}
