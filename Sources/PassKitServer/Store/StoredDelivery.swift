#if Server
    public import PassKitCore

    /// A delivery that is kept: what a request gives, or gave, to one recipient.
    public struct StoredDelivery: Sendable, Hashable {
        /// How far a delivery is.
        public enum State: String, Sendable, Hashable, CaseIterable {
            /// Its job has not been done.
            case waiting
            /// Its job has been done; the channels say what came of it.
            case settled
            /// It was stopped before its job was done; the reason says why.
            case cancelled
        }

        /// The id, which the update API calls the pass id.
        public var id: IssuedPassID
        /// The request.
        public var request: PassRequestID
        /// Who it is for.
        public var recipient: Recipient.ID
        /// How far it is.
        public var state: State
        /// Why it was cancelled.
        public var reason: StatusReason?
        /// The channels, once settled.
        public var channels: [PassStatus.Channel]
        /// Whether the recipient holds the pass now.
        public var isHolder: Bool

        /// Makes a delivery.
        public init(
            id: IssuedPassID,
            request: PassRequestID,
            recipient: Recipient.ID,
            state: State = .waiting,
            reason: StatusReason? = nil,
            channels: [PassStatus.Channel] = [],
            isHolder: Bool
        ) {
            self.id = id
            self.request = request
            self.recipient = recipient
            self.state = state
            self.reason = reason
            self.channels = channels
            self.isHolder = isHolder
        }
    }

    /// Some of the deliveries of a request.
    public struct DeliveryPage: Sendable, Hashable {
        /// How many there are in all, of those asked for.
        public var total: Int
        /// Those of this page.
        public var deliveries: [StoredDelivery]

        /// Makes a page.
        public init(total: Int, deliveries: [StoredDelivery]) {
            self.total = total
            self.deliveries = deliveries
        }
    }
#endif
