public import HTTPTypes

/// One HTTP exchange: what a host app plugs in so that the library can call other servers.
///
/// Conform your HTTP client: send the request with its body, return the response head with its body. Rules:
///
/// - Follow no redirects unless you trust them with the request's credentials.
/// - Throw only when there is no response at all; a 500 is a response.
/// - End the exchange when the task is cancelled: time-outs rely on it.
/// - Stream both bodies where the client can: an upload may be tens of megabytes.
public protocol PassTransport: Sendable {
    /// Sends a request and returns the response once its head has arrived.
    func send(_ request: HTTPRequest, body: PassBody) async throws -> (HTTPResponse, PassBody)
}
