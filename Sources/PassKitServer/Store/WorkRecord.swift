#if Server
    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// How far one piece of work is, and who holds it: the state machine behind every lease.
    ///
    /// A pure value: it reads no clock and keeps nothing. ``InMemoryPassStore`` keeps these; a store with a database
    /// reads its rows into these, or does the same in its own language.
    public struct WorkRecord: Sendable, Hashable {
        /// How far the work is.
        public private(set) var state: WorkState = .queued
        /// Not before this time is it tried.
        public private(set) var notBefore: Date
        /// When it came.
        public let since: Date
        /// How many attempts were begun and not given back.
        public private(set) var attempts = 0
        /// The number of the last claim.
        public private(set) var fence: Int64 = 0
        /// Who holds it, while it runs.
        public private(set) var owner: LeaseOwner?
        /// When the lease ends, while it runs.
        public private(set) var leaseEnd: Date?
        /// What went wrong last.
        public private(set) var note: FailureNote?
        /// When that was.
        public private(set) var noted: Date?
        /// When it was over, if it is.
        public private(set) var ended: Date?

        /// Makes a record of new work.
        public init(notBefore: Date, since: Date) {
            self.notBefore = notBefore
            self.since = since
        }

        /// Makes a record from what a database has kept.
        package init(
            state: WorkState,
            notBefore: Date,
            since: Date,
            attempts: Int,
            fence: Int64,
            owner: LeaseOwner?,
            leaseEnd: Date?,
            note: FailureNote?,
            noted: Date?,
            ended: Date?
        ) {
            self.state = state
            self.notBefore = notBefore
            self.since = since
            self.attempts = attempts
            self.fence = fence
            self.owner = owner
            self.leaseEnd = leaseEnd
            self.note = note
            self.noted = noted
            self.ended = ended
        }

        /// Whether it can be claimed: queued and not too early, or held with a lease that has ended.
        public func isClaimable(at time: Date) -> Bool {
            switch state {
            case .queued: notBefore <= time
            case .running: hasLostLease(at: time)
            default: false
            }
        }

        /// Whether it can be stopped: nobody works on it, and it is not over.
        public func isIdle(at time: Date) -> Bool {
            switch state {
            case .queued, .blocked: true
            case .running: hasLostLease(at: time)
            default: false
            }
        }

        /// Whether that lease is still held: the work runs, and nobody has claimed it since.
        public func isHeld(_ lease: Lease) -> Bool {
            state == .running && fence == lease.fence && owner == lease.owner
        }

        /// Begins an attempt.
        public mutating func claim(by owner: LeaseOwner, until end: Date) {
            state = .running
            attempts += 1
            fence += 1
            self.owner = owner
            leaseEnd = end
        }

        /// Moves the end of the lease.
        public mutating func extend(until end: Date) { leaseEnd = end }

        /// Gives the attempt back.
        public mutating func release() {
            attempts -= 1
            leave(.queued)
        }

        /// Ends the attempt of an owner that is gone.
        public mutating func recover() { leave(.queued) }

        /// Ends the attempt as a failure; without a time for the next one it is the last.
        public mutating func fail(_ note: FailureNote, retryAt retry: Date?, at time: Date) {
            leave(retry == nil ? .dead : .queued)
            notBefore = retry ?? notBefore
            self.note = note
            noted = time
        }

        /// Puts the work aside; the attempt does not count.
        public mutating func block(_ note: FailureNote, at time: Date) {
            attempts -= 1
            leave(.blocked)
            self.note = note
            noted = time
        }

        /// Takes blocked work up again.
        public mutating func unblock() { leave(.queued) }

        /// Takes dead work up again, with all its attempts to come.
        public mutating func redrive(at time: Date) {
            leave(.queued)
            attempts = 0
            notBefore = time
        }

        /// Has queued work that something new has joined tried as if it were new itself: with all its attempts to come,
        /// and within a quarter of an hour.
        ///
        /// Not at once: what has failed of late would only fail again.
        public mutating func renew(at time: Date) {
            attempts = 0
            notBefore = min(notBefore, time.addingTimeInterval(15 * 60))
        }

        /// Ends the work for good, as done or cancelled.
        public mutating func end(as state: WorkState, at time: Date) {
            leave(state)
            ended = time
        }

        private mutating func leave(_ next: WorkState) {
            state = next
            owner = nil
            leaseEnd = nil
        }

        private func hasLostLease(at time: Date) -> Bool { leaseEnd.map { $0 <= time } ?? true }
    }
#endif
