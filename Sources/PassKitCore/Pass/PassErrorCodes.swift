extension PassError.Code {
    /// The text is JSON, and no object where the pass format needs one.
    public static let passNotObject = Self("pass.not-an-object")
}
