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

        /// What tells one holding from another.
        package struct Name: Sendable, Hashable {
            private let pass: PassIdentifier
            private let recipient: Recipient.ID

            fileprivate init(_ holding: ImportedHolding) {
                pass = holding.pass
                recipient = holding.recipient
            }
        }

        /// What tells it from others; a holding with several devices comes several times.
        package var name: Name { Name(self) }
    }
#endif
