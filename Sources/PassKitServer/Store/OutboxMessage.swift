#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// A message to put into the outbox.
    public struct NewMessage: Sendable, Hashable {
        /// The same for every attempt at this message, and for no other message.
        public var key: String
        /// The channel it goes out on.
        public var channel: NotificationChannel
        /// What the engine needs to send it; opaque to the store.
        public var content: [UInt8]
        /// Whether it goes before others that are due.
        public var priority: Bool
        /// When it is due.
        public var due: Date
        /// When it is too late; nil for never.
        public var end: Date?
        /// Whether it waits until a device has fetched the version of its job, while any is registered for the pass.
        public var waitsForFetch: Bool

        /// Makes a message.
        public init(
            key: String,
            channel: NotificationChannel,
            content: [UInt8],
            priority: Bool = false,
            due: Date,
            end: Date? = nil,
            waitsForFetch: Bool = false
        ) {
            self.key = key
            self.channel = channel
            self.content = content
            self.priority = priority
            self.due = due
            self.end = end
            self.waitsForFetch = waitsForFetch
        }
    }

    /// A message that was claimed.
    public struct ClaimedMessage: Sendable, Hashable {
        /// The right to send it.
        public var lease: Lease
        /// Which attempt this is, from 1; attempts that were released do not count.
        public var attempt: Int
        /// The message.
        public var message: NewMessage
        /// The delivery it belongs to.
        public var delivery: IssuedPassID
        /// The request it belongs to.
        public var request: PassRequestID
        /// Who it is for.
        public var recipient: Recipient.ID
        /// The pass it tells of.
        public var pass: PassIdentifier

        /// Makes it.
        public init(
            lease: Lease,
            attempt: Int,
            message: NewMessage,
            delivery: IssuedPassID,
            request: PassRequestID,
            recipient: Recipient.ID,
            pass: PassIdentifier
        ) {
            self.lease = lease
            self.attempt = attempt
            self.message = message
            self.delivery = delivery
            self.request = request
            self.recipient = recipient
            self.pass = pass
        }
    }

    /// How the sending of a message ended.
    public struct MessageResult: Sendable, Hashable {
        /// The right to send it.
        public var lease: Lease
        /// The state its channel gets: `submitted`, or `rejected`.
        public var status: ChannelStatus
        /// Why, where there is more to say.
        public var reason: StatusReason?
        /// The provider's name for the message, by which it reports delivery.
        public var receipt: String?

        /// Makes a result.
        public init(lease: Lease, status: ChannelStatus, reason: StatusReason? = nil, receipt: String? = nil) {
            self.lease = lease
            self.status = status
            self.reason = reason
            self.receipt = receipt
        }
    }
#endif
