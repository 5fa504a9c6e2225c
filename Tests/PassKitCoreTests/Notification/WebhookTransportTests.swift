import Foundation
import HTTPTypes
import PassKitCore
import PassKitTesting
import Testing

@Suite struct WebhookTransportTests {
    /// Answers every request with a status, and keeps what it was sent.
    final class Receiver: PassTransport {
        let status: HTTPResponse.Status
        let requests = Mutex<[(HTTPRequest, [UInt8])]>([])

        init(_ status: HTTPResponse.Status) { self.status = status }

        func send(_ request: HTTPRequest, body: PassBody) async throws -> (HTTPResponse, PassBody) {
            let bytes = try await body.collect(upTo: 1 << 20)
            requests.withLock { $0.append((request, bytes)) }
            return (HTTPResponse(status: status), PassBody(Array(#"{"id":"sm-1"}"#.utf8)))
        }
    }

    static let message = NotificationMessage(
        requestID: PassRequestID("12"),
        recipient: "48494",
        kind: .update,
        content: .sms(SMSMessage(to: "+491701234567", text: "Hi")),
        idempotencyKey: "abc"
    )
    static let secret = [UInt8](repeating: 7, count: 32)

    static func transport(_ receiver: Receiver, _ url: String = "https://hooks.example.com:8443/a%20b?c=d") throws
        -> WebhookTransport
    {
        try WebhookTransport(
            url: #require(URL(string: url)),
            secret: secret,
            transport: receiver,
            clock: ManualClock(Date(timeIntervalSince1970: 1_800_000_000))
        )
    }

    @Test(.enabled(if: ExternalTool("openssl") != nil)) func signsWhatItPosts() async throws {
        let receiver = Receiver(.accepted)
        #expect(try await Self.transport(receiver).send(Self.message).id == "sm-1")
        let (request, body) = try #require(receiver.requests.withLock { $0.first })
        #expect(request.authority == "hooks.example.com:8443" && request.path == "/a%20b?c=d")
        let keyName = try #require(HTTPField.Name("Idempotency-Key"))
        #expect(request.headerFields[keyName] == "abc")
        let signatureName = try #require(HTTPField.Name("X-PassKit-Signature"))
        let signature = try #require(request.headerFields[signatureName])
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "signed")
            try Data(Array("1800000000.".utf8) + body).write(to: file)
            let key = Self.secret.map { String(format: "%02x", $0) }.joined()
            let result = try #require(ExternalTool("openssl")).run(
                ["dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:\(key)", file.path]
            )
            let last = try #require(result.output.split(separator: " ").last)
            let code = last.trimmingCharacters(in: .newlines)
            #expect(signature == "t=1800000000,v1=\(code)")
        }
        #expect(try JSONValue(parsing: body)["text"] == "Hi")
    }

    @Test func throwsWhenTheReceiverDoesNotTakeIt() async throws {
        let error = await #expect(throws: PassError.self) {
            try await Self.transport(Receiver(.internalServerError)).send(Self.message)
        }
        #expect(error?.code == .notificationWebhook)
        #expect(error?.message.contains("answered 500") == true)
    }

    @Test(arguments: ["http://hooks.example.com/", "ftp://a.b/", "https://user@hooks.example.com/", "/path"])
    func refusesAddressesThatAreNotSafe(_ url: String) {
        #expect(throws: PassError(.notificationWebhook, "")) { try Self.transport(Receiver(.ok), url) }
    }

    @Test func refusesAShortSecret() throws {
        let url = try #require(URL(string: "https://a.b/"))
        #expect(throws: PassError(.notificationWebhook, "")) {
            try WebhookTransport(url: url, secret: [1], transport: Receiver(.ok))
        }
    }
}
