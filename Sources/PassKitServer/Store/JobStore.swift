#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Keeps the jobs: one for each accepted request, which publishes its version and tells its recipients.
    ///
    /// A job is ``WorkState/queued`` until it is claimed, ``WorkState/running`` while a lease is held on it, and at last
    /// ``WorkState/done``, ``WorkState/dead`` or ``WorkState/cancelled``; ``WorkState/blocked`` while no identity can
    /// sign its pass.
    public protocol JobStore: Sendable {
        /// Leases jobs that can be done now.
        ///
        /// Of each pass only the first job counts, by (due, order of acceptance) among those that are queued or running;
        /// blocked, dead and finished ones hold up nobody. It can be claimed when it is queued, due, past the time of its
        /// retry and not expired; or when it is running and its lease has ended by `time`, which counts as one more
        /// attempt. Those with priority come first, then by (due, order of acceptance).
        /// - Parameters:
        ///   - limit: How many to lease at most.
        ///   - owner: Who leases them.
        ///   - end: When the leases end unless they are extended.
        ///   - time: The current time.
        func claimJobs(limit: Int, by owner: LeaseOwner, until end: Date, at time: Date) async throws -> [ClaimedJob]

        /// Finishes jobs, each together with all that it did.
        ///
        /// For each, in order: with a lease that is not held any more nothing happens
        /// (``CompletionOutcome/leaseLost``), nor with a version that replaces another than the current one
        /// (``CompletionOutcome/overtaken``; the lease stays held). Otherwise:
        /// - Effects on deliveries that wait no more (cancelled while the job ran) are left out, messages included. When
        ///   the request has no waiting delivery left, though it had some, nothing is published either and the job
        ///   becomes cancelled (``CompletionOutcome/cancelled``).
        /// - The version becomes the current one of its pass with the next tag, as ``VersionStore/publish(_:at:)`` says.
        /// - Each delivery becomes settled with its channels; its messages are queued, its recipient becomes a holder.
        /// - The job becomes done (``CompletionOutcome/done``).
        func complete(_ completions: [JobCompletion], at time: Date) async throws -> [CompletionOutcome]

        /// Puts a job aside until an identity arrives for its pass type and team; the attempt does not count.
        /// - Returns: Whether the lease was still held; nothing happens otherwise.
        func block(_ lease: Lease, _ note: FailureNote, at time: Date) async throws -> Bool

        /// Queues the blocked jobs of a pass type and team again.
        /// - Returns: How many there were.
        func unblock(passType: String, team: String, at time: Date) async throws -> Int
    }
#endif
