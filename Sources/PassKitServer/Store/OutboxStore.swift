#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Keeps the messages that are to be sent to recipients.
    public protocol OutboxStore: Sendable {
        /// Leases messages that can be sent now: queued, due, past the time of their retry, not expired and not waiting
        /// for a fetch; or running with a lease that has ended by `time`, which counts as one more attempt.
        ///
        /// Those with priority come first, then by the time they were due.
        func claimMessages(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date
        ) async throws -> [ClaimedMessage]

        /// Finishes messages: done, with the state of their channels.
        ///
        /// A channel that is further already (a delivery report was faster) keeps its state; see
        /// `PassKitCore/ChannelStatus/isBefore(_:)`.
        /// - Returns: For each, whether its lease was still held; nothing happens otherwise.
        func finishMessages(_ results: [MessageResult], at time: Date) async throws -> [Bool]

        /// Takes what a provider reports of a message.
        /// - Returns: Whether the message is known. The channel changes only when the report takes it further.
        func record(_ report: DeliveryReport, at time: Date) async throws -> Bool
    }
#endif
