#if Server
    /// Who leases work: one running engine.
    public struct LeaseOwner: Sendable, Hashable, CustomStringConvertible {
        /// A name that no other engine has or had.
        public var name: String

        /// Makes an owner.
        public init(_ name: String) { self.name = name }

        /// The name.
        public var description: String { name }
    }

    /// The right to do a piece of work, for a time.
    public struct Lease: Sendable, Hashable {
        /// What kind of work it is.
        public enum Work: String, Sendable, Hashable, CaseIterable {
            /// Publishing what a request asks for; the id is the request's.
            case job
            /// Sending a message; the id is its idempotency key.
            case message
            /// Pushing to a device; the id is the store's own.
            case push
        }

        /// What kind of work it is.
        public var work: Work
        /// Which piece of work it is.
        public var id: String
        /// The number of the claim: greater for each claim of the same work, and never used again.
        public var fence: Int64
        /// Who holds it.
        public var owner: LeaseOwner

        /// Makes a lease.
        public init(work: Work, id: String, fence: Int64, owner: LeaseOwner) {
            self.work = work
            self.id = id
            self.fence = fence
            self.owner = owner
        }
    }

    /// How far a piece of work is: a job, a message or a push.
    public enum WorkState: String, Sendable, Hashable, CaseIterable {
        /// It waits until it is due and somebody claims it.
        case queued
        /// Somebody holds a lease on it.
        case running
        /// No identity can sign the pass; for jobs only.
        case blocked
        /// It is done.
        case done
        /// It failed so often, or so surely, that it is not tried again unless somebody asks for it.
        case dead
        /// It was stopped.
        case cancelled
    }

    /// What went wrong with a piece of work, fit to be kept and shown.
    public struct FailureNote: Sendable, Hashable {
        /// A stable code, such as that of a `PassError`, or the type of another error.
        public var code: String
        /// What went wrong, without secrets; empty when nothing safe can be said.
        public var message: String

        /// Makes a note.
        public init(code: String, message: String) {
            self.code = code
            self.message = message
        }
    }
#endif
