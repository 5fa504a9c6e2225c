extension PassError.Code {
    /// A body is longer than the limit its reader was given.
    public static let transportBodyTooLarge = Self("transport.body-too-large")

    /// A push token is not hexadecimal, or far too long.
    public static let transportPushToken = Self("transport.push-token")

    /// The address of a server is no absolute `http` or `https` address, or has a query, a fragment or a user name.
    public static let transportAddress = Self("transport.address")

    /// The server answered a POST with a redirect, and the client followed it without the body.
    public static let transportRedirected = Self("transport.redirected")

    /// Credentials cannot be sent: they are empty or hold characters that no header may have.
    public static let transportCredentials = Self("transport.credentials")

    /// The server does not accept the credentials.
    public static let transportUnauthorized = Self("transport.unauthorized")

    /// The server refused the request; the cause is its reply.
    public static let transportRefused = Self("transport.refused")

    /// The server takes no requests for the time being; the cause is its reply.
    public static let transportUnavailable = Self("transport.unavailable")

    /// The server failed; the cause is its reply.
    public static let transportServerFailure = Self("transport.server-failure")

    /// The reply is none of the update API; the cause is the reply with its body.
    public static let transportUnreadableReply = Self("transport.unreadable-reply")

    /// The server did not answer in time.
    public static let transportTimeout = Self("transport.timeout")

    /// A signer cannot be used for pushing: it cannot sign a TLS handshake, or TLS cannot use its certificate.
    public static let transportPushIdentity = Self("transport.push-identity")

    /// The push service does not take the certificate: it has expired, was revoked, or is none of Apple's.
    public static let transportPushCertificate = Self("transport.push-certificate")

    /// There is no connection to the push service, or it ended before the answer; the cause says why.
    public static let transportPushConnection = Self("transport.push-connection")

    /// The push service does not speak HTTP/2.
    public static let transportPushProtocol = Self("transport.push-protocol")
}
