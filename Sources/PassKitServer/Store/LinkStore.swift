#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Keeps the download links, by the SHA-256 of their tokens; the tokens themselves are nowhere.
    public protocol LinkStore: Sendable {
        /// Adds links; when this returns, they work.
        func addLinks(_ links: [StoredLink]) async throws

        /// Finds what a link leads to: the current version of its pass.
        ///
        /// With `opens`, the channel of the delivery that the link was sent on becomes `opened`.
        /// - Returns: nil, all alike, when the link is unknown, expired at `time` or revoked, or nothing is published.
        func redeem(_ digest: LinkDigest, opens: Bool, at time: Date) async throws -> RedeemedLink?

        /// Ends the links to a pass: those of one recipient, or of all.
        /// - Returns: How many worked until then.
        func revokeLinks(to pass: PassIdentifier, of recipient: Recipient.ID?, at time: Date) async throws -> Int
    }
#endif
