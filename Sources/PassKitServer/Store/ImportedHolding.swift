#if Server
    public import PassKitCore

    /// A holding that another system knows of: who has which pass already.
    public struct ImportedHolding: Sendable, Hashable {
        /// The pass.
        public var pass: PassIdentifier
        /// Who holds it.
        public var recipient: Recipient.ID
        /// The token that devices show for the pass.
        public var authenticationToken: String?
        /// The push token of the recipient's device.
        public var pushToken: String?

        /// Makes a holding.
        public init(
            pass: PassIdentifier,
            recipient: Recipient.ID,
            authenticationToken: String? = nil,
            pushToken: String? = nil
        ) {
            self.pass = pass
            self.recipient = recipient
            self.authenticationToken = authenticationToken
            self.pushToken = pushToken
        }
    }
#endif
