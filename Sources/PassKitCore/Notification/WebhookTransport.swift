import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Hands messages to a program of yours over HTTP: one `POST` of JSON a message, signed so that it cannot be forged.
///
/// The body is ``body(of:)``. The header `Idempotency-Key` is the message's; `X-PassKit-Signature` is
/// `t=SECONDS,v1=HEX`, where HEX is the HMAC-SHA-256 of `SECONDS.BODY` with the secret. Check it in constant time, and
/// refuse old seconds. Any answer from 200 to 299 takes the message; its JSON member `id`, if there is one, is kept as
/// the provider's name for it.
public struct WebhookTransport: NotificationTransport {
    private let url: URL
    private let secret: [UInt8]
    private let transport: any PassTransport
    private let clock: any PassClock

    /// Makes a transport.
    /// - Parameters:
    ///   - url: Where messages are posted: `https`, or `http` to this machine.
    ///   - secret: The key of the signature, at least 32 bytes of chance.
    ///   - transport: The HTTP client.
    ///   - clock: Tells the time that is signed.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationWebhook`` for another address or a short secret.
    public init(
        url: URL,
        secret: [UInt8],
        transport: some PassTransport,
        clock: some PassClock = .system
    ) throws(PassError) {
        let isLocal = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(url.host() ?? "")
        guard let host = url.host(), !host.isEmpty, url.user() == nil,
            url.scheme == "https" || (url.scheme == "http" && isLocal)
        else {
            throw PassError(.notificationWebhook, "A webhook needs an https address without user name. Give one.")
        }
        guard secret.count >= 32 else {
            throw PassError(.notificationWebhook, "The webhook's secret is shorter than 32 bytes. Make a longer one.")
        }
        self.url = url
        self.secret = secret
        self.transport = transport
        self.clock = clock
    }

    /// Posts the message.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationWebhook`` when it is not taken; what the client throws.
    public func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
        let body = Self.body(of: message).bytes()
        let seconds = String(Int64(clock.now.timeIntervalSince1970))
        let signature = try Digest.hmacSHA256(Array("\(seconds).".utf8) + body, key: secret)
        var request = HTTPRequest(method: .post, scheme: url.scheme, authority: authority, path: target)
        request.headerFields[.contentType] = "application/json"
        request.headerFields[.idempotencyKey] = message.idempotencyKey
        request.headerFields[.webhookSignature] = "t=\(seconds),v1=\(Hex.encode(signature))"
        let (response, answer) = try await transport.send(request, body: PassBody(body))
        guard response.status.kind == .successful else {
            throw PassError(
                .notificationWebhook,
                "The webhook answered \(response.status.code). The message is tried again; see the receiver's log."
            )
        }
        let json = try? JSONValue(parsing: await answer.collect(upTo: 64 << 10))
        return NotificationReceipt(id: json?["id"]?.stringValue)
    }

    /// The JSON that is posted.
    public static func body(of message: NotificationMessage) -> JSONValue {
        var object = JSONObject()
        object["idempotencyKey"] = .string(message.idempotencyKey)
        object["requestId"] = .string(message.requestID.rawValue)
        object["recipientId"] = .string(message.recipient.rawValue)
        object["kind"] = .string(message.kind.rawValue)
        object["channel"] = .string(message.channel.rawValue)
        switch message.content {
        case .sms(let sms):
            object["to"] = .string(sms.to)
            object["sender"] = sms.sender.map(JSONValue.string)
            object["text"] = .string(sms.text)
        case .email(let email):
            object["to"] = .string(email.to.address)
            object["toName"] = email.to.name.map(JSONValue.string)
            object["from"] = .string(email.from.address)
            object["fromName"] = email.from.name.map(JSONValue.string)
            object["subject"] = .string(email.subject)
            object["html"] = .string(email.html)
            object["text"] = .string(HTMLText.plain(email.html))
        }
        return .object(object)
    }

    private var authority: String {
        var host = url.host() ?? ""
        if host.contains(":"), !host.hasPrefix("[") { host = "[\(host)]" }
        return url.port.map { "\(host):\($0)" } ?? host
    }

    private var target: String {
        let path = url.path(percentEncoded: true)
        return (path.isEmpty ? "/" : path) + (url.query(percentEncoded: true).map { "?\($0)" } ?? "")
    }
}

extension HTTPField.Name {
    fileprivate static var webhookSignature: Self { Self("X-PassKit-Signature") ?? .contentType }
}
