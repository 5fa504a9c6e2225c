#if Server
    public import Logging
    public import Metrics
    public import PassKitCore
    public import Tracing

    extension PassUpdateEngine {
        /// What becomes of recipients of an `import/update` who are not known to hold the pass, as after a migration.
        public enum UnknownHolders: String, Sendable, Hashable, CaseIterable {
            /// They get the issue messages.
            case issue
            /// They count as holders and get the update messages.
            case update
            /// Their deliveries are rejected.
            case reject
        }

        /// When holders of a pass are told that it was updated.
        public enum UpdateMessages: String, Sendable, Hashable, CaseIterable {
            /// After a device fetched the new version, if the pass asks us for updates and a device is registered; else at
            /// publication.
            case afterFetch
            /// At publication.
            case atPublication
        }

        /// What may be left at its defaults.
        public struct Configuration: Sendable {
            /// Which uploads are taken, and how they are judged.
            public var updater = PassUpdater.Configuration()

            /// Finds the errors that a change brings into a pass, for which it is refused with `update.breaks-pass`.
            ///
            /// A change is everything that makes the pass differ from its current version or, when there is none, from
            /// the upload. Errors the pass has already keep nobody from updating it. nil to take every change.
            public var linter: PassLinter? = PassLinter()

            /// How messages are made.
            public var planner = MessagePlanner.Configuration()

            /// What becomes of recipients who are not known to hold the pass they are sent an update of.
            public var unknownHolders = UnknownHolders.issue

            /// When holders are told of an update.
            public var updateMessages = UpdateMessages.afterFetch

            /// Puts our web service and a token of ours into every pass, so that devices ask us for updates.
            public var rewritesWebService = false

            /// Pushes to devices; nil for none, and then pushes wait in the store, at most one for each device and pass
            /// type, until there is one.
            public var push: (any PushTransport)?

            /// When failed pushes are tried again.
            public var pushRetry = PushRetryPolicy()

            /// How long a push may take before it counts as unanswered.
            public var pushTimeout = Duration.seconds(60)

            /// How many pushes are under way at a time.
            public var pushWorkers = 100

            /// How many registrations a device and a pass may have.
            public var registrationLimits = RegistrationLimits()

            /// Signs users of reward passes up; nil for no personalization.
            public var personalizer: (any PassPersonalizer)?

            /// How many users may sign up in a minute.
            public var personalizationsPerMinute = 60

            /// How many complaints of devices are logged in a minute.
            public var deviceLogsPerMinute = 60

            /// Whether a caller may issue and update passes of a pass type; by default every authenticated caller may.
            public var authorize: @Sendable (PassPrincipal, _ passType: String) async throws -> Bool = { _, _ in true }

            /// How long a download link works.
            public var linkLifetime = Duration.seconds(90 * 86_400)

            /// Ends the links a recipient has to a pass when it is issued to them again.
            public var revokesLinksOnReissue = false

            /// How long an idempotency key is remembered.
            public var idempotencyLifetime = Duration.seconds(86_400)

            /// How long requests and their deliveries are kept after they are done.
            public var historyLifetime = Duration.seconds(90 * 86_400)

            /// When failed work is tried again.
            public var retry = RetryPolicy()

            /// How many jobs are done at a time.
            public var jobWorkers = 8

            /// How many messages are sent at a time.
            public var messageWorkers = 16

            /// How long a transport may take over a message before it counts as unanswered; it is then sent again, under
            /// the same key.
            public var messageTimeout = Duration.seconds(60)

            /// How long a lease lasts; it is extended three times as often.
            public var leaseDuration = Duration.seconds(30)

            /// How often the store is asked for work that came from elsewhere, or has become due.
            public var pollInterval = Duration.seconds(1)

            /// How long work may take to finish after a graceful shutdown began.
            public var gracePeriod = Duration.seconds(20)

            /// How many requests may wait to be written before more are refused with `engine.busy`.
            public var maximumWaiting = 1024

            /// How many requests, links, or ends of work of one kind are written in one transaction at most.
            public var groupSize = 64

            /// Tells the time.
            public var clock: any PassClock = SystemPassClock()

            /// Makes ids and link tokens.
            public var random = RandomBytes.system

            /// Where the engine logs; nowhere by default.
            public var logger = Logger(label: "passkit.engine", factory: { _ in SwiftLogNoOpLogHandler() })

            /// Takes the engine's metrics; nil for the one the process was set up with.
            public var metrics: (any MetricsFactory)?

            /// Traces requests through the queue; nil for the one the process was set up with.
            public var tracer: (any Tracer)?

            /// Makes a configuration; every property has a default.
            public init() {}
        }
    }
#endif
