#if Server
    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Keeps the leases on jobs, messages and pushes, which all follow the same rules.
    ///
    /// A lease is held from the claim until the work is finished, failed, released or blocked, or claimed again by
    /// somebody after the lease ended. Each claim raises the fence of the work, so that a lease lost once never counts
    /// again.
    public protocol LeaseStore: Sendable {
        /// Moves the end of leases.
        /// - Returns: Those that are held, and so were extended.
        func extend(_ leases: [Lease], until end: Date) async throws -> Set<Lease>

        /// Gives work back undone: it is queued as if it had not been claimed, and the attempt does not count.
        ///
        /// Leases that are not held any more are passed over.
        func release(_ leases: [Lease]) async throws

        /// Ends an attempt that failed: the work is queued to be tried again, or becomes a dead letter.
        ///
        /// A message that becomes dead makes its channel `undelivered`.
        /// - Parameters:
        ///   - lease: The lease.
        ///   - note: What went wrong, kept with the work.
        ///   - retry: When to try again; nil to give up.
        ///   - time: The current time.
        /// - Returns: Whether the lease was still held; nothing happens otherwise.
        func fail(_ lease: Lease, _ note: FailureNote, retryAt retry: Date?, at time: Date) async throws -> Bool

        /// Ends the leases of owners that cannot be alive any more; their attempts count.
        ///
        /// For a store that one process has to itself these are all leases but the new owner's own; a store that several
        /// processes share ends those whose time is up.
        /// - Returns: How many there were.
        func recover(for owner: LeaseOwner, at time: Date) async throws -> Int
    }
#endif
