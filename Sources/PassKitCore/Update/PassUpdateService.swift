/// Takes requests to update passes.
///
/// ``InProcessPassUpdateService`` does the work at once and keeps nothing. A durable service has the request on disk
/// when this returns. Conform a type of your own to put a queue, a log or another server in between.
public protocol PassUpdateService: Sendable {
    /// Takes a request.
    /// - Returns: The receipt, once the request is accepted.
    /// - Throws: ``PassError`` when the request is refused; what the host's own parts throw.
    func update(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt
}
