/// What a server of the update API answered; the cause of the error when it is no good answer.
public struct PassServiceReply: Error, Sendable, Hashable {
    /// The HTTP status.
    public var status: Int

    /// The `Content-Type`, when one is stated.
    public var contentType: String?

    /// The `Retry-After` in seconds, when it is stated so.
    public var retryAfter: Int?

    /// The body, as it came.
    public var body: [UInt8]

    /// Makes a reply.
    public init(status: Int, contentType: String? = nil, retryAfter: Int? = nil, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.retryAfter = retryAfter
        self.body = body
    }

    /// Whether the status is one of success.
    public var isSuccess: Bool { (200...299).contains(status) }

    /// The JSON of the body; nil when it is none.
    public var json: JSONValue? {
        try? JSONValue(parsing: body, limits: JSONLimits(size: body.count, depth: 64, keepsDuplicateKeys: true))
    }

    /// The id the server gave, as `requestId` or `id`; `-1` stands for a failure.
    public var id: String? {
        Self.text(content?["requestId"]) ?? Self.text(content?["id"])
    }

    /// What the server says, as `description` or `message`.
    public var message: String? {
        let content = content
        if let text = content?["description"]?.stringValue ?? content?["message"]?.stringValue { return text }
        // Old replies: {"500":"Server failed to process the request."}
        guard let members = content?.objectValue?.members, members.count == 1 else { return nil }
        return Int(members[0].key) == nil ? nil : members[0].value.stringValue
    }

    /// The stable name of what is wrong, which servers of this library add.
    public var code: PassError.Code? {
        guard let text = content?["code"]?.stringValue, text.utf8.count <= 64, text.contains("."),
            text.utf8.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
            })
        else { return nil }
        return PassError.Code(text)
    }

    /// The object that speaks: old replies wrap it.
    private var content: JSONValue? {
        let json = json
        return json?["messageResponse"] ?? json
    }

    private static func text(_ json: JSONValue?) -> String? {
        json?.stringValue ?? json?.numberValue?.spelling
    }
}

extension PassServiceReply: CustomStringConvertible, CustomDebugStringConvertible {
    /// The status and the length of the body, which may hold what is not for logs.
    public var description: String { "status \(status), \(contentType ?? "no content type"), \(body.count) bytes" }

    /// The same.
    public var debugDescription: String { description }
}

extension PassServiceReply {
    /// The reply of a login, which may hold a token.
    var withoutBody: PassServiceReply {
        var reply = self
        reply.body = []
        return reply
    }

    /// The receipt in the reply to a request.
    /// - Throws: ``PassError``; see ``failure()``.
    func receipt() throws(PassError) -> PassUpdateReceipt {
        if let failure = failure() { throw failure }
        guard let id, !id.isEmpty else { throw unreadable() }
        return PassUpdateReceipt(requestId: PassRequestID(id), description: message ?? "")
    }

    /// The JSON of a reply that must be an object.
    func object() throws(PassError) -> JSONValue {
        if let failure = failure() { throw failure }
        guard let json, json.objectValue != nil else { throw unreadable() }
        return json
    }

    /// Why the reply is no success; nil when it is one.
    ///
    /// Status 200 alone is none: the documented server also says `"id":"-1"` with it.
    func failure() -> PassError? {
        let said = message.map { " It says: \(Self.printable($0))" } ?? ""
        switch status {
        case 200...299:
            let number = id.flatMap { Int64($0) }
            // Old replies carry the status inside.
            let inner = content?["code"]?.numberValue?.int64
            guard number.map({ $0 <= 0 }) ?? false || inner.map({ $0 >= 300 }) ?? false else { return nil }
            return PassError(code ?? .transportRefused, "The server did not take the request.\(said)", cause: self)
        case 401:
            return PassError(
                .transportUnauthorized,
                "The server does not accept the credentials. Check them, and that they are of the right kind.\(said)",
                cause: self
            )
        case 429, 503:
            return PassError(
                .transportUnavailable,
                "The server takes no requests for now (status \(status)). Try again later.\(said)",
                cause: self
            )
        case 500...:
            return PassError(
                .transportServerFailure,
                "The server failed with status \(status). Try again later, or ask who runs it.\(said)",
                cause: self
            )
        default:
            return PassError(
                code ?? .transportRefused,
                "The server refused the request with status \(status).\(said)",
                cause: self
            )
        }
    }

    /// The error for a success that cannot be read.
    func unreadable() -> PassError {
        PassError(
            .transportUnreadableReply,
            "The reply (status \(status)) is none of the update API. Check the server's address; the cause holds the body.",
            cause: self
        )
    }

    /// A server's words as they may stand in a message.
    private static func printable(_ text: String) -> String {
        var printable = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(500) { printable.append(HeaderText.isControl(scalar) ? " " : scalar) }
        return String(printable)
    }
}
