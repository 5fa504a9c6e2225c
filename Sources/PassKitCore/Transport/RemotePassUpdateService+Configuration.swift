extension RemotePassUpdateService {
    /// Where the server is, and how it is talked to.
    public struct Configuration: Sendable {
        /// The address of the server with the path it is mounted under, such as `https://host:8080/vpns`.
        public var address: String

        /// How the client proves itself.
        public var credentials: ServiceCredentials

        /// How long one exchange may take, upload included.
        public var timeout = Duration.seconds(60)

        /// When an exchange that failed is tried again; see ``Retry``.
        public var retry = Retry()

        /// The most bytes a reply may have.
        public var replyLimit = 4 << 20

        /// Is told how far an upload has come.
        public var progress: (@Sendable (UploadProgress) -> Void)?

        /// Waits, and tells whether a token has expired.
        public var clock: any PassClock = SystemPassClock()

        /// Makes boundaries, and spreads repetitions.
        public var random = RandomBytes.system

        /// Makes a configuration; the other properties have defaults.
        public init(address: String, credentials: ServiceCredentials = .none) {
            self.address = address
            self.credentials = credentials
        }
    }

    /// When an exchange that failed is tried again.
    ///
    /// Only what can be done twice without harm is: questions, and requests with an idempotency key, when there was no
    /// reply or the server says that it cannot do it now. A server that does not know `Idempotency-Key`, as the documented
    /// one, may do such a request twice: give it none.
    public struct Retry: Sendable, Hashable {
        /// How often an exchange is made at most; 1 for no repetition.
        public var attempts: Int

        /// How long to wait after the first failure; it doubles with each, and varies by half.
        public var delay: Duration

        /// How long to wait at most, whatever the server says.
        public var maximumDelay: Duration

        /// Makes a rule.
        public init(attempts: Int = 3, delay: Duration = .milliseconds(500), maximumDelay: Duration = .seconds(30)) {
            self.attempts = attempts
            self.delay = delay
            self.maximumDelay = maximumDelay
        }

        /// No repetition.
        public static let never = Retry(attempts: 1)

        func delay(after attempt: Int, stated: Int?, _ random: RandomBytes) -> Duration {
            if let stated { return min(.seconds(max(0, stated)), maximumDelay) }
            let doubled = delay * (1 << min(attempt - 1, 20))
            let share = Int(random(1).first ?? 0)  // 0…255: half to one and a half
            return min(doubled * (128 + share) / 256, maximumDelay)
        }
    }
}
