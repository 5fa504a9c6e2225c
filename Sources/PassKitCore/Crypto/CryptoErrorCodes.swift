extension PassError.Code {
    /// The system's libcrypto lacks what passes need, or has no memory.
    public static let cryptoUnavailable = Self("crypto.unavailable")
}
