extension Pass {
    /// When the pass expires; afterwards Wallet greys it and puts it away among the expired passes (iOS 7).
    public var expirationDate: PassDate? {
        get { self["expirationDate"] }
        set { self["expirationDate"] = newValue }
    }

    /// Whether the pass is void, for instance a coupon that was used: Wallet greys it; no when nil (iOS 7).
    public var voided: Bool? {
        get { self["voided"] }
        set { self["voided"] = newValue }
    }

    /// Whether Wallet leaves out the Share button, which is no protection of the file; no when nil (iOS 11).
    public var sharingProhibited: Bool? {
        get { self["sharingProhibited"] }
        set { self["sharingProhibited"] = newValue }
    }
}
