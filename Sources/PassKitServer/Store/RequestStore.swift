#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Keeps accepted requests and what they give to each recipient.
    public protocol RequestStore: Sendable {
        /// Keeps requests, each with its package, its deliveries and its job.
        ///
        /// For each request, in order:
        /// - If its idempotency key is known (same principal, not expired at `time`), nothing is kept: the answer is
        ///   ``Acceptance/repeated(_:)`` when the fingerprint is the same, else ``Acceptance/conflict``.
        /// - If its id, or the id of one of its deliveries, is taken, nothing is kept (``Acceptance/idTaken``).
        /// - Otherwise all of it is kept: the package once per digest, every delivery as waiting, and a queued job with
        ///   the next number in the store-wide order of acceptance.
        /// - Jobs of the same pass that nobody has claimed (queued or blocked), and that are due neither before the new
        ///   one nor by `time`, are superseded: their waiting deliveries to recipients of the new request become
        ///   cancelled with the reason `superseded`. A job without a waiting delivery left becomes cancelled; one that
        ///   has some stays, and gives its recipients the newer version when it is due.
        /// - Returns: An answer for each request, in order.
        func accept(_ requests: [NewRequest], at time: Date) async throws -> [Acceptance]

        /// What an idempotency key stands for; nil when it is not known, or expired at `time`.
        func idempotencyRecord(_ key: IdempotencyKey, at time: Date) async throws -> IdempotencyRecord?

        /// A request and how far its job is; nil when there is none of that id.
        func request(_ id: PassRequestID) async throws -> StoredRequest?

        /// Deliveries of a request in the order in which the request named them; nil when there is no such request.
        /// - Parameters:
        ///   - request: The request.
        ///   - recipient: Only the delivery to this recipient; nil for all.
        ///   - start: How many to skip.
        ///   - limit: How many to give at most.
        func deliveries(
            of request: PassRequestID,
            recipient: Recipient.ID?,
            start: Int,
            limit: Int
        ) async throws -> DeliveryPage?

        /// A delivery; nil when there is none of that id.
        func delivery(_ id: IssuedPassID) async throws -> StoredDelivery?

        /// Stops a delivery, or what is left of it, with the reason `withdrawn`.
        ///
        /// A waiting delivery becomes cancelled; a job whose last waiting delivery this was becomes cancelled, too,
        /// unless it is running: then ``JobStore/complete(_:at:)`` sees to it. Of a settled delivery, the messages that
        /// are not sent (queued, waiting for a fetch, or dead, but not running) are cancelled, and their channels with
        /// them.
        func cancel(_ delivery: IssuedPassID, at time: Date) async throws -> Cancellation
    }
#endif
