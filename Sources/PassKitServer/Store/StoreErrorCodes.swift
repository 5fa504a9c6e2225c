#if Server
    public import PassKitCore

    extension PassError.Code {
        /// A store does not do what its contract says.
        public static let storeBrokenContract = Self("store.broken-contract")
    }
#endif
