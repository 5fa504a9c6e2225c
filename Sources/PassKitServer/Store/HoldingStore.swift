#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Keeps who holds which pass.
    public protocol HoldingStore: Sendable {
        /// Those of the recipients who hold the pass.
        func holders(of pass: PassIdentifier, among recipients: [Recipient.ID]) async throws -> Set<Recipient.ID>

        /// Adds holdings that another system knows of; those that are there already are passed over.
        ///
        /// Their authentication tokens and push tokens are kept where the pass has none.
        /// - Returns: How many were new.
        func importHoldings(_ holdings: [ImportedHolding], at time: Date) async throws -> Int

        /// The token that devices show for a pass, the same for all its versions: the one that is kept, or else the
        /// proposed one, which is kept from then on.
        func authenticationToken(of pass: PassIdentifier, proposing token: String) async throws -> String
    }
#endif
