import Foundation
import HTTPTypes
import PassKitCore
import PassKitTesting
import Testing

/// The client against a stand-in for the documented server.
@Suite struct RemotePassUpdateServiceTests {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)

    static func request() -> PassUpdateRequest {
        var content = PassUpdateContent(recipients: ["48494", "7"], priority: true)
        content.passIntegrationConfig.passIssueNotificationDetails = [
            .sms("##SMS Pass Link##"), .email("<a href='##Email Pass Link##'>Grüße</a>", subject: "Ihr Pass"),
        ]
        return PassUpdateRequest(
            pkPass: Array("PK\r\n--x".utf8),
            images: [.init(name: "logo@2x", bytes: [0x89, 0x50])],
            content: content
        )
    }

    static func service(
        _ server: DocumentedServer,
        _ credentials: ServiceCredentials = .none,
        address: String = "https://host:8443/vpns",
        configure: (inout RemotePassUpdateService.Configuration) -> Void = { _ in }
    ) throws -> RemotePassUpdateService {
        var configuration = RemotePassUpdateService.Configuration(address: address, credentials: credentials)
        configuration.retry.delay = .milliseconds(1)
        configure(&configuration)
        return try RemotePassUpdateService(configuration, transport: server)
    }

    // MARK: - What is sent

    @Test func sendsWhatIsDocumented() async throws {
        let server = DocumentedServer()
        let receipt = try await Self.service(server).update(Self.request())
        #expect(receipt == PassUpdateReceipt(requestId: PassRequestID("2318508739642895845")))
        #expect(receipt.description == "Request Queued. ")
        #expect(server.faults == [])
        let exchange = try #require(server.exchanges.first)
        #expect(exchange.request.method == .post)
        #expect(exchange.request.scheme == "https")
        #expect(exchange.request.authority == "host:8443")
        #expect(exchange.request.path == "/vpns/api/v1/message/pass/import/update")
        #expect(exchange.request.headerFields[.contentLength] == String(exchange.body.count))
        #expect(
            Set(exchange.request.headerFields.map(\.name.canonicalName)) == [
                "content-type", "content-length", "accept",
            ]
        )
        let received = try await PassUpdateRequest(
            reading: PassBody(exchange.body),
            contentType: exchange.request.headerFields[.contentType]
        )
        #expect(received == Self.request())
    }

    @Test func issuesAtItsOwnPath() async throws {
        let server = DocumentedServer()
        _ = try await Self.service(server).issue(Self.request())
        #expect(server.exchanges.map(\.request.path) == ["/vpns/api/v1/message/pass/import"])
        #expect(server.faults == [])
    }

    @Test(arguments: 0..<20)
    func everyRequestArrivesAsItWasSent(_ seed: UInt64) async throws {
        var generator = SeededGenerator(seed)
        let request = PassUpdateRequest.random(using: &generator)
        let server = DocumentedServer()
        _ = try await Self.service(server).update(request)
        let exchange = try #require(server.exchanges.first)
        let type = exchange.request.headerFields[.contentType]
        #expect(try await PassUpdateRequest(reading: PassBody(exchange.body), contentType: type) == request)
    }

    @Test func sendsTheIdempotencyKey() async throws {
        let server = DocumentedServer()
        var request = Self.request()
        request.idempotencyKey = "key-1"
        _ = try await Self.service(server).update(request)
        let name = try #require(HTTPField.Name("Idempotency-Key"))
        #expect(server.exchanges.first?.request.headerFields[name] == "key-1")
        request.idempotencyKey = "a\r\nb"
        await #expect(throws: PassError(.updateIdempotencyKey, "")) { try await Self.service(server).update(request) }
    }

    @Test(arguments: [
        ("http://host", "http", "host", ""), ("HTTPS://host/", "https", "host", ""),
        ("https://host:1/a/b/", "https", "host:1", "/a/b"), ("http://[::1]:8080/kpns", "http", "[::1]:8080", "/kpns"),
    ])
    func addressesMayHaveAPath(_ address: String, _ scheme: String, _ authority: String, _ path: String) async throws {
        let server = DocumentedServer(path: path)
        _ = try await Self.service(server, address: address).update(Self.request())
        let request = try #require(server.exchanges.first).request
        #expect([request.scheme, request.authority] == [scheme, authority])
        #expect(request.path == "\(path)/api/v1/message/pass/import/update")
    }

    @Test(arguments: [
        "", "host", "ftp://host", "https://", "https://user:secret@host", "https://host?x", "https://host#x",
        "https://host/a b", "https://ho\r\nst", "https://:80",
    ])
    func otherAddressesAreRefused(_ address: String) {
        let error = #expect(throws: PassError.self) { try Self.service(DocumentedServer(), address: address) }
        #expect(error?.code == .transportAddress)
        #expect(error?.description.contains("secret") == false)
    }

    @Test func tellsHowFarAnUploadHasCome() async throws {
        let server = DocumentedServer()
        let reports = Mutex<[UploadProgress]>([])
        var request = Self.request()
        request.pkPass = [UInt8](repeating: 1, count: 300_000)
        let service = try Self.service(server) { configuration in
            configuration.progress = { progress in reports.withLock { $0.append(progress) } }
        }
        _ = try await service.update(request)
        let total = try #require(server.exchanges.first).body.count
        let seen = reports.withLock { $0 }
        #expect(seen.count > 4)
        #expect(seen.allSatisfy { $0.total == total })
        #expect(seen.map(\.sent) == seen.map(\.sent).sorted())
        #expect(seen.last?.sent == total)
    }

    // MARK: - Follow-ups

    @Test func followsARequest() async throws {
        let server = DocumentedServer()
        let service = try Self.service(server)
        let receipt = try await service.update(Self.request())
        let page = try await service.passes(of: receipt.requestId)
        #expect(page.total == 2)
        #expect(page.passRequests.map(\.audienceId) == ["48494", "7"])
        let one = try await service.passes(of: receipt.requestId, recipient: "7", start: 5, pageSize: 3)
        #expect(one.passRequests.map(\.id) == page.passRequests.suffix(1).map(\.id))
        let id = try #require(page.passRequests.first?.id)
        let status = try await service.status(of: id)
        #expect(status.id == id)
        #expect(status.channelStatusList.map(\.passStatus) == [.submitted, .rejected])
        #expect(try await service.content(of: id).json["basicDetails"]?["passType"]?.stringValue == "COUPON")
        try await service.cancel(id)
        let again = await #expect(throws: PassError.self) { try await service.cancel(id) }
        #expect(again?.code == .transportRefused)
        #expect(again?.message.contains("No cancellable messages found") == true)
        #expect(server.faults == [])
        #expect(
            server.exchanges.dropFirst().map { $0.request.path ?? "" } == [
                "/vpns/api/v1/pass/meta/\(receipt.requestId)?start=0&pageSize=10",
                "/vpns/api/v1/pass/meta/\(receipt.requestId)/7?start=5&pageSize=3",
                "/vpns/api/v1/pass/\(id)/status", "/vpns/api/v1/pass/\(id)/content",
                "/vpns/api/v1/pass/cancel/\(id)", "/vpns/api/v1/pass/cancel/\(id)",
            ]
        )
    }

    @Test func idsAreOneSegmentOfThePath() async throws {
        let server = DocumentedServer()
        server.answer(.reply(404, "{}"))
        _ = try? await Self.service(server).status(of: IssuedPassID("../../a b?c#d"))
        #expect(server.exchanges.first?.request.path == "/vpns/api/v1/pass/..%2F..%2Fa%20b%3Fc%23d/status")
    }

    // MARK: - Replies

    static let receipts: [(String, String, String)] = [
        (#"{"requestId":"1","description":"Request Queued. "}"#, "1", "Request Queued. "),
        (#"{"id":"4714177579502718932","message":"Request Queued. "}"#, "4714177579502718932", "Request Queued. "),
        (#"{"requestId":2318508739642895844,"description":"ok"}"#, "2318508739642895844", "ok"),
        (#"{"id":7}"#, "7", ""),
        (#"{"requestId":"r-9f","description":""}"#, "r-9f", ""),
    ]

    @Test(arguments: receipts)
    func receiptsAreReadInEveryForm(_ body: String, _ id: String, _ description: String) async throws {
        let server = DocumentedServer()
        server.answer(.reply(200, contentType: "text/plain", body))
        let receipt = try await Self.service(server).update(Self.request())
        #expect(receipt == PassUpdateReceipt(requestId: PassRequestID(id), description: description))
    }

    static let failures: [(Int, String, PassError.Code, String?)] = [
        (200, #"{"id":"-1","message":"Invalid TemplateId"}"#, .transportRefused, "Invalid TemplateId"),
        (200, #"{"requestId":-1,"description":"no"}"#, .transportRefused, "no"),
        (200, #"{"id":"0"}"#, .transportRefused, nil),
        (
            200, #"{"messageResponse":{"code":400,"description":"Invalid request format. ","messages":[]}}"#,
            .transportRefused, "Invalid request format. "
        ),
        (200, "{}", .transportUnreadableReply, nil),
        (200, #"{"requestId":""}"#, .transportUnreadableReply, nil),
        (200, "[]", .transportUnreadableReply, nil),
        (200, "", .transportUnreadableReply, nil),
        (200, "Request Queued. ", .transportUnreadableReply, nil),
        (
            200, "<smsResponse><code>200</code><description>Request Queued. </description><id>1</id></smsResponse>",
            .transportUnreadableReply, nil
        ),
        (302, "", .transportRefused, nil),
        (
            400, #"{"id":"-1","message":"Invalid request format","code":"update.no-recipients"}"#, .updateNoRecipients,
            nil
        ),
        (400, #"{"id":"-1","message":"Invalid request format","code":"Bad Code"}"#, .transportRefused, nil),
        (400, "<html>no</html>", .transportRefused, nil),
        (401, "Unauthorized request", .transportUnauthorized, nil),
        (404, "", .transportRefused, nil),
        (409, #"{"id":"-1","message":"m","code":"update.may-not-replace"}"#, .updateMayNotReplace, "m"),
        (413, "", .transportRefused, nil),
        (429, "", .transportUnavailable, nil),
        (
            500, #"{"500":"Server failed to process the request."}"#, .transportServerFailure,
            "Server failed to process the request."
        ),
        (500, "Server failure to process request", .transportServerFailure, nil),
        (503, #"{"id":"-1","message":"m","code":"engine.shutting-down"}"#, .transportUnavailable, "m"),
    ]

    @Test(arguments: failures.indices)
    func failuresKeepTheReply(_ index: Int) async throws {
        let (status, body, code, message) = Self.failures[index]
        let server = DocumentedServer()
        server.answer(.reply(status, contentType: "text/xml", body))
        let error = await #expect(throws: PassError.self) { try await Self.service(server).update(Self.request()) }
        #expect(error?.code == code)
        let reply = try #require(error?.cause as? PassServiceReply)
        #expect(reply.status == status)
        #expect(reply.contentType == "text/xml")
        #expect(reply.body == Array(body.utf8))
        #expect(reply.message == message || message == nil)
        #expect(error?.message.contains(message ?? "") == true || message == nil)
        #expect(server.exchanges.count == 1)
    }

    @Test(
        arguments: [
            ("{}", nil), (#"{ id : "" message : "Request cancelled Successfully" )"#, nil),
            ("Cancelled 5 message entries of the Message with ID : 4930492249112405421", nil),
            (#"{"id":"-1","message":"Not cancelled"}"#, .transportRefused),
            ("<html>Log in</html>", .transportUnreadableReply),
        ] as [(String, PassError.Code?)]
    )
    func cancellingIsBelievedByItsWords(_ body: String, _ code: PassError.Code?) async throws {
        let server = DocumentedServer()
        server.answer(.reply(200, body))
        let service = try Self.service(server)
        if let code {
            await #expect(throws: PassError(code, "")) { try await service.cancel(IssuedPassID(1)) }
        } else {
            try await service.cancel(IssuedPassID(1))
        }
    }

    @Test func unreadableAnswersToQuestionsKeepTheReply() async throws {
        let server = DocumentedServer()
        server.answer(.reply(200, #"{"passStatusData":{"id":[]}}"#))
        let error = await #expect(throws: PassError.self) {
            try await Self.service(server).status(of: IssuedPassID(1))
        }
        #expect(error?.code == .transportUnreadableReply)
        #expect((error?.cause as? PassServiceReply)?.body.isEmpty == false)
    }

    @Test func repliesHaveALimit() async throws {
        let server = DocumentedServer()
        server.answer(.reply(200, String(repeating: "x", count: 101)))
        let service = try Self.service(server) { $0.replyLimit = 100 }
        await #expect(throws: PassError(.transportBodyTooLarge, "")) { try await service.update(Self.request()) }
    }

    @Test func wordsOfTheServerCannotSteerATerminal() async throws {
        let server = DocumentedServer()
        server.answer(.reply(400, #"{"id":"-1","message":"a\u001b[31m\r\nb"}"#))
        let error = await #expect(throws: PassError.self) { try await Self.service(server).update(Self.request()) }
        #expect(error?.message.unicodeScalars.contains { $0.value < 0x20 } == false)
    }
}
