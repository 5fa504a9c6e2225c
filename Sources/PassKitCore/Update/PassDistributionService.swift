/// The whole of the update API: takes requests, and tells and stops what becomes of them.
///
/// The durable engine and the client of another server both are one, and the server's HTTP layer answers for any.
public protocol PassDistributionService: PassUpdateService {
    /// Takes a request to issue a pass: every recipient gets the issue messages, with a fresh link.
    /// - Returns: The receipt, once the request is accepted.
    /// - Throws: ``PassError`` when the request is refused; what the service's own parts throw.
    func issue(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt

    /// The deliveries a request led to, in a fixed order.
    /// - Parameters:
    ///   - request: The id from the receipt.
    ///   - recipient: Only the delivery to this recipient; nil for all.
    ///   - start: How many deliveries to skip; 0 or more.
    ///   - pageSize: How many to give at most; 1 or more.
    /// - Throws: ``PassError`` with ``PassError/Code/updateUnknownRequest``; what the service's own parts throw.
    func passes(
        of request: PassRequestID,
        recipient: Recipient.ID?,
        start: Int,
        pageSize: Int
    ) async throws -> PassPage

    /// How far a delivery has come, channel by channel.
    /// - Throws: ``PassError`` with ``PassError/Code/updateUnknownPass``; what the service's own parts throw.
    func status(of pass: IssuedPassID) async throws -> PassStatus

    /// The content of the pass that was, or will be, delivered.
    /// - Throws: ``PassError`` with ``PassError/Code/updateUnknownPass``; what the service's own parts throw.
    func content(of pass: IssuedPassID) async throws -> Pass

    /// Stops a delivery, or what is left of it.
    /// - Throws: ``PassError`` with ``PassError/Code/updateNothingToCancel`` when nothing is left to stop, or
    ///   ``PassError/Code/updateUnknownPass``; what the service's own parts throw.
    func cancel(_ pass: IssuedPassID) async throws

    /// The service as one authenticated caller may use it.
    ///
    /// Idempotency keys, and the authority to replace a pass, belong to a principal. A service that keeps its callers
    /// apart returns one that acts for this one; by default every caller is alike.
    func acting(for principal: PassPrincipal) -> any PassDistributionService
}

extension PassDistributionService {
    /// The service itself: every caller is alike.
    public func acting(for principal: PassPrincipal) -> any PassDistributionService { self }

    /// The deliveries a request led to, in a fixed order; see ``passes(of:recipient:start:pageSize:)``.
    public func passes(of request: PassRequestID, start: Int = 0, pageSize: Int = 10) async throws -> PassPage {
        try await passes(of: request, recipient: nil, start: start, pageSize: pageSize)
    }
}
