#if Server
    public import PassKitCore

    /// A job that was claimed.
    public struct ClaimedJob: Sendable {
        /// The right to do it.
        public var lease: Lease
        /// Which attempt this is, from 1; attempts that were released or blocked do not count.
        public var attempt: Int
        /// The request it is for.
        public var request: StoredRequest

        /// Makes it.
        public init(lease: Lease, attempt: Int, request: StoredRequest) {
            self.lease = lease
            self.attempt = attempt
            self.request = request
        }
    }

    /// All that a job did, committed together with its end.
    public struct JobCompletion: Sendable {
        /// What a job did for one recipient.
        public struct Effect: Sendable {
            /// The delivery.
            public var delivery: IssuedPassID
            /// What became of each channel.
            public var channels: [PassStatus.Channel]
            /// The messages to send.
            public var messages: [NewMessage]
            /// Whether the recipient holds the pass from now on.
            public var makesHolder: Bool
            /// Whether the links the recipient has to the pass end.
            public var revokesLinks: Bool

            /// Makes an effect.
            public init(
                delivery: IssuedPassID,
                channels: [PassStatus.Channel],
                messages: [NewMessage] = [],
                makesHolder: Bool = false,
                revokesLinks: Bool = false
            ) {
                self.delivery = delivery
                self.channels = channels
                self.messages = messages
                self.makesHolder = makesHolder
                self.revokesLinks = revokesLinks
            }
        }

        /// The right to do the job.
        public var lease: Lease
        /// The version to publish; nil when the pass stays as it is.
        public var version: NewVersion?
        /// What it did for each recipient.
        public var effects: [Effect]

        /// Makes a completion.
        public init(lease: Lease, version: NewVersion? = nil, effects: [Effect] = []) {
            self.lease = lease
            self.version = version
            self.effects = effects
        }
    }

    /// What a store did about a completion.
    public enum CompletionOutcome: Sendable, Hashable {
        /// All of it is kept.
        case done
        /// Nothing is kept, since every delivery was cancelled meanwhile; the job is over.
        case cancelled
        /// Nothing is kept, since the lease is not held any more.
        case leaseLost
        /// Nothing is kept, since another version was published meanwhile; the lease is still held.
        case overtaken
    }
#endif
