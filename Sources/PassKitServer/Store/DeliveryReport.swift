#if Server
    /// What a provider reports of a message some time after it took it.
    public struct DeliveryReport: Sendable, Hashable {
        /// How the message fared.
        public enum Outcome: String, Sendable, Hashable, CaseIterable {
            /// It arrived.
            case delivered
            /// It did not arrive, and will not.
            case undelivered
        }

        /// What names the message.
        public enum Name: Sendable, Hashable {
            /// Its idempotency key.
            case key(String)
            /// The provider's name for it, as the transport's receipt gave it.
            case receipt(String)
        }

        /// Which message it is.
        public var message: Name
        /// How it fared.
        public var outcome: Outcome

        /// Makes a report of the message with that idempotency key.
        public init(key: String, outcome: Outcome) {
            self.message = .key(key)
            self.outcome = outcome
        }

        /// Makes a report of the message with that receipt.
        public init(receipt: String, outcome: Outcome) {
            self.message = .receipt(receipt)
            self.outcome = outcome
        }
    }
#endif
