#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// A request that is kept.
    public struct StoredRequest: Sendable {
        /// The id of the request.
        public var id: PassRequestID
        /// Which of the API's two requests it is.
        public var kind: RequestKind
        /// Who sent it.
        public var principal: PassPrincipal
        /// The pass.
        public var pass: PassIdentifier
        /// The team of the pass.
        public var team: String
        /// The `passContent` without its recipients, as JSON.
        public var content: [UInt8]
        /// The digest of the package.
        public var package: BlobDigest
        /// Whether the package is to be signed before it is published.
        public var needsSignature: Bool
        /// What the verifier said of the upload.
        public var verdict: String
        /// Whether it goes before others that are due.
        public var priority: Bool
        /// When it is due.
        public var due: Date
        /// When it is too late; nil for never.
        public var end: Date?
        /// What a tracer needs to go on with the request's trace.
        public var trace: [String: String]
        /// When it was accepted.
        public var accepted: Date
        /// Its place in the store-wide order of acceptance.
        public var sequence: Int64
        /// How far its job is.
        public var state: WorkState
        /// What went wrong last with its job.
        public var note: FailureNote?

        /// Takes a new request over.
        public init(_ new: NewRequest, accepted: Date, sequence: Int64) {
            id = new.id
            kind = new.kind
            principal = new.principal
            pass = new.pass
            team = new.team
            content = new.content
            package = new.package.digest
            needsSignature = new.needsSignature
            verdict = new.verdict
            priority = new.priority
            due = new.due
            end = new.end
            trace = new.trace
            self.accepted = accepted
            self.sequence = sequence
            state = .queued
            note = nil
        }

        /// Makes a request from what a store has kept.
        public init(
            id: PassRequestID,
            kind: RequestKind,
            principal: PassPrincipal,
            pass: PassIdentifier,
            team: String,
            content: [UInt8],
            package: BlobDigest,
            needsSignature: Bool,
            verdict: String,
            priority: Bool,
            due: Date,
            end: Date?,
            trace: [String: String],
            accepted: Date,
            sequence: Int64,
            state: WorkState,
            note: FailureNote?
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
            self.trace = trace
            self.accepted = accepted
            self.sequence = sequence
            self.state = state
            self.note = note
        }
    }
#endif
