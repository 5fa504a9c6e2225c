#if Server
    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// How much of which work a store holds.
    public struct QueueStatistics: Sendable, Hashable {
        /// Work of one kind in one state.
        public struct Entry: Sendable, Hashable {
            /// The kind of work.
            public var work: Lease.Work
            /// The state.
            public var state: WorkState
            /// How much of it there is; never 0.
            public var count: Int
            /// When the oldest of it came; nil for work that is over.
            public var oldest: Date?
            /// What went wrong last with the newest piece that has a note.
            public var lastFailure: FailureNote?

            /// Makes an entry.
            public init(
                work: Lease.Work,
                state: WorkState,
                count: Int,
                oldest: Date?,
                lastFailure: FailureNote? = nil
            ) {
                self.work = work
                self.state = state
                self.count = count
                self.oldest = oldest
                self.lastFailure = lastFailure
            }
        }

        /// One entry for each kind and state that occurs, in the order of their declarations.
        public var entries: [Entry]

        /// Makes statistics.
        public init(_ entries: [Entry]) { self.entries = entries }

        /// The entry of a kind and state; nil when nothing is in it.
        public subscript(work: Lease.Work, state: WorkState) -> Entry? {
            entries.first { $0.work == work && $0.state == state }
        }
    }

    /// Work that was given up.
    public struct DeadLetter: Sendable, Hashable {
        /// What names a dead letter.
        public struct ID: Sendable, Hashable {
            /// The kind of work.
            public var work: Lease.Work
            /// Which piece of work it is.
            public var id: String

            /// Makes an id.
            public init(work: Lease.Work, id: String) {
                self.work = work
                self.id = id
            }
        }

        /// What names it.
        public var id: ID
        /// How often it was tried.
        public var attempts: Int
        /// When it came.
        public var since: Date
        /// What went wrong last.
        public var note: FailureNote?

        /// Makes a dead letter.
        public init(id: ID, attempts: Int, since: Date, note: FailureNote?) {
            self.id = id
            self.attempts = attempts
            self.since = since
            self.note = note
        }
    }

    extension DeadLetter.ID: CustomStringConvertible, LosslessStringConvertible {
        /// Reads `job:2318508739642895844`.
        public init?(_ description: String) {
            guard let colon = description.firstIndex(of: ":"),
                let work = Lease.Work(rawValue: String(description[..<colon]))
            else { return nil }
            self.init(work: work, id: String(description[description.index(after: colon)...]))
        }

        /// The kind and the id: `job:2318508739642895844`.
        public var description: String { "\(work.rawValue):\(id)" }
    }
#endif
