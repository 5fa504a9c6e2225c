#if Server
    public import HTTPTypes
    public import PassKitCore

    /// Says whether a caller may send one more request now.
    ///
    /// Asked after authentication and before the body is read. Where a proxy limits already, none is needed.
    public protocol RequestLimiter: Sendable {
        /// Nil when the request may be served; else how many seconds to wait.
        func delay(for request: HTTPRequest, of principal: PassPrincipal) async -> Int?
    }
#endif
