import HTTPTypes

/// The client of a server of the update API: of the documented one, and of this library's own.
///
/// ```swift
/// let service = try RemotePassUpdateService(
///     .init(address: "https://engagement.example.com/vpns", credentials: .basic(user: user, password: password)),
///     transport: client)
/// let receipt = try await service.update(PassUpdateRequest(pkPass: bytes, content: content))
/// ```
///
/// Replies are read as servers write them: `requestId` or `id`, as string or number, with status 200 or not. What is no
/// success is a ``PassError`` whose cause is the ``PassServiceReply``; a server of this library also gives the error's
/// code, so that an error is the same here as in process. Errors of the transport pass through unchanged.
public struct RemotePassUpdateService: PassDistributionService {
    private let address: ServiceAddress
    private let configuration: Configuration
    private let exchange: ServiceExchange

    /// Makes a client.
    /// - Parameters:
    ///   - configuration: Where the server is, and how it is talked to.
    ///   - transport: The HTTP client.
    /// - Throws: ``PassError`` with ``PassError/Code/transportAddress``.
    public init(_ configuration: Configuration, transport: some PassTransport) throws(PassError) {
        self.configuration = configuration
        address = try ServiceAddress(configuration.address)
        exchange = ServiceExchange(
            transport: transport,
            configuration: configuration,
            credentials: CredentialStore(configuration.credentials, address)
        )
    }

    /// Asks for a pass to be updated.
    /// - Throws: ``PassError`` when the request is refused or the reply is none; what the transport throws.
    public func update(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
        try await submit(request, "/api/v1/message/pass/import/update")
    }

    /// Asks for a pass to be issued.
    /// - Throws: ``PassError`` when the request is refused or the reply is none; what the transport throws.
    public func issue(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
        try await submit(request, "/api/v1/message/pass/import")
    }

    private func submit(_ request: PassUpdateRequest, _ path: String) async throws -> PassUpdateReceipt {
        try PassUpdateRequest.check(idempotencyKey: request.idempotencyKey)
        var (contentType, body) = try request.multipartBody(random: configuration.random)
        if let progress = configuration.progress { body = body.reporting(to: progress) }
        var head = head(.post, path)
        head.headerFields[.contentType] = contentType
        head.headerFields[.contentLength] = body.length.map(String.init)
        if let key = request.idempotencyKey { head.headerFields[.idempotencyKey] = key }
        let reply = try await exchange.reply(to: head, body, isRepeatable: request.idempotencyKey != nil)
        return try reply.receipt()
    }

    /// The deliveries a request led to.
    ///
    /// The documented server may give one more than the page holds.
    public func passes(
        of request: PassRequestID,
        recipient: Recipient.ID?,
        start: Int,
        pageSize: Int
    ) async throws -> PassPage {
        var path = "/api/v1/pass/meta/\(ServiceAddress.segment(request.rawValue))"
        if let recipient { path += "/\(ServiceAddress.segment(recipient.rawValue))" }
        return try await ask("\(path)?start=\(start)&pageSize=\(pageSize)") { (json) throws(PassError) in
            try PassPage(json: json)
        }
    }

    /// How far a delivery has come, channel by channel.
    public func status(of pass: IssuedPassID) async throws -> PassStatus {
        try await ask("/api/v1/pass/\(ServiceAddress.segment(pass.rawValue))/status") { (json) throws(PassError) in
            try PassStatus(json: json)
        }
    }

    /// The content of the pass that was, or will be, delivered.
    ///
    /// For a pass that the documented server made itself, this is its own description of it.
    public func content(of pass: IssuedPassID) async throws -> Pass {
        try await ask("/api/v1/pass/\(ServiceAddress.segment(pass.rawValue))/content") { (json) throws(PassError) in
            try Pass(json: json["passContent"] ?? json)
        }
    }

    /// Stops a delivery, or what is left of it.
    public func cancel(_ pass: IssuedPassID) async throws {
        var head = head(.post, "/api/v1/pass/cancel/\(ServiceAddress.segment(pass.rawValue))")
        head.headerFields[.contentType] = "application/json"
        head.headerFields[.contentLength] = "0"
        let reply = try await exchange.reply(to: head, PassBody(), isRepeatable: false)
        if let failure = reply.cancelFailure() { throw failure }
    }

    private func ask<Answer>(
        _ path: String,
        _ read: (JSONValue) throws(PassError) -> Answer
    ) async throws -> Answer {
        let reply = try await exchange.reply(to: head(.get, path), PassBody(), isRepeatable: true)
        let json = try reply.object()
        do throws(PassError) {
            return try read(json)
        } catch {
            throw reply.unreadable()
        }
    }

    private func head(_ method: HTTPRequest.Method, _ path: String) -> HTTPRequest {
        var head = address.request(method, path)
        head.headerFields[.accept] = "application/json"
        return head
    }
}

extension PassServiceReply {
    /// Why nothing was cancelled; nil when it was.
    ///
    /// The documented sample is no JSON, and a sister of this API answers in plain text: the words count.
    fileprivate func cancelFailure() -> PassError? {
        guard isSuccess else { return failure() }
        if json?.objectValue != nil { return failure() }
        let text = String(decoding: body.prefix(4096), as: UTF8.self).lowercased()
        return text.contains("cancelled") ? nil : unreadable()
    }
}

extension HTTPField.Name {
    /// The sender's name for a request or message, so that taking it again does nothing twice.
    static var idempotencyKey: Self { Self("Idempotency-Key") ?? .contentType }
}
