#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Which of the API's two requests one is.
    public enum RequestKind: String, Sendable, Hashable, CaseIterable {
        /// Every recipient gets the issue messages, with a fresh link.
        case issue
        /// Recipients who hold the pass get the update messages, the others the issue messages.
        case update
    }

    /// A request that passed every check, with all that is kept of it.
    public struct NewRequest: Sendable {
        /// A delivery: what the request gives to one recipient.
        public struct Delivery: Sendable, Hashable {
            /// The id of the delivery, unique among all requests.
            public var id: IssuedPassID
            /// Who it is for; at most one delivery of a request is for a recipient.
            public var recipient: Recipient.ID

            /// Makes a delivery.
            public init(id: IssuedPassID, recipient: Recipient.ID) {
                self.id = id
                self.recipient = recipient
            }
        }

        /// The id of the request.
        public var id: PassRequestID

        /// Which of the two requests it is.
        public var kind: RequestKind

        /// Who sent it.
        public var principal: PassPrincipal

        /// The pass.
        public var pass: PassIdentifier

        /// The team of the pass.
        public var team: String

        /// The `passContent` without its recipients, as JSON.
        public var content: [UInt8]

        /// The package, with the request's images in it.
        public var package: Blob

        /// Whether the package is to be signed before it is published; if not, its bytes are published as they are.
        public var needsSignature: Bool

        /// What the verifier said of the upload: `trusted`, `untrusted` or `invalid`.
        public var verdict: String

        /// Whether the request goes before others that are due.
        public var priority: Bool

        /// When it is due: the later of its acceptance and its start.
        public var due: Date

        /// When it is too late; nil for never.
        public var end: Date?

        /// What it gives to whom, in the order the request names them.
        public var deliveries: [Delivery]

        /// What keeps the request from being taken twice; nil when its sender gave no key.
        public var idempotency: Idempotency?

        /// What a tracer needs to go on with the request's trace.
        public var trace: [String: String]

        /// Makes a request.
        public init(
            id: PassRequestID,
            kind: RequestKind,
            principal: PassPrincipal = .anonymous,
            pass: PassIdentifier,
            team: String,
            content: [UInt8],
            package: Blob,
            needsSignature: Bool,
            verdict: String,
            priority: Bool = false,
            due: Date,
            end: Date? = nil,
            deliveries: [Delivery],
            idempotency: Idempotency? = nil,
            trace: [String: String] = [:]
        ) {
            self.id = id
            self.kind = kind
            self.principal = principal
            self.pass = pass
            self.team = team
            self.content = content
            self.package = package
            self.needsSignature = needsSignature
            self.verdict = verdict
            self.priority = priority
            self.due = due
            self.end = end
            self.deliveries = deliveries
            self.idempotency = idempotency
            self.trace = trace
        }
    }

    /// What a store says of a request it was given.
    public enum Acceptance: Sendable, Hashable {
        /// It is kept.
        case accepted
        /// It is the same as one that is kept already, whose id this is.
        case repeated(PassRequestID)
        /// Its idempotency key stands for another request.
        case conflict
        /// The id of the request or of a delivery is taken; it is to be tried again with others.
        case idTaken
    }

    /// What a store did about a request to cancel a delivery.
    public enum Cancellation: Sendable, Hashable {
        /// Something was stopped.
        case cancelled
        /// Nothing was left to stop.
        case nothingLeft
        /// There is no delivery of that id.
        case unknown
    }
#endif
