extension Finding.Code {
    /// A certificate has thirty days left or fewer.
    public static let identityExpiresThisMonth = Self("identity.expires-within-30-days")

    /// A certificate has seven days left or fewer.
    public static let identityExpiresThisWeek = Self("identity.expires-within-7-days")

    /// The last certificate for a pass type has expired.
    public static let identityExpired = Self("identity.expired")

    /// None of the certificates for a pass type is valid yet.
    public static let identityNotYetValid = Self("identity.not-yet-valid")
}
