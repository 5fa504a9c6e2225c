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
        /// Their authentication tokens are kept where the pass has none. Their push tokens are kept with holdings that are
        /// new: what was unregistered, or found to be gone, does not come back with the same file. A holding that comes
        /// several times at once has several devices. Such a device is pushed to until it registers under its own name;
        /// it counts as registered in the distant past, and no message waits for its fetch.
        /// - Returns: How many were new.
        func importHoldings(_ holdings: [ImportedHolding], at time: Date) async throws -> Int

        /// The token that devices show for a pass, the same for all its versions: the one that is kept, or else the
        /// proposed one, which is kept from then on.
        func authenticationToken(of pass: PassIdentifier, proposing token: String) async throws -> String
    }
#endif
