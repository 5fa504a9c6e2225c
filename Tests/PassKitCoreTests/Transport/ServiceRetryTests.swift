import Foundation
import PassKitCore
import PassKitTesting
import Testing

/// When an exchange is repeated, and when it is given up.
@Suite struct ServiceRetryTests {
    typealias Tests = RemotePassUpdateServiceTests

    static func keyed() -> PassUpdateRequest {
        var request = Tests.request()
        request.idempotencyKey = "key"
        return request
    }

    /// What may pass, and the code it has when it is not waited for; none where the transport's own error comes through.
    static let passing: [(DocumentedServer.Answer, PassError.Code?)] = [
        (.failure, nil), (.reply(429, ""), .transportUnavailable), (.reply(500, ""), .transportServerFailure),
        (.reply(502, ""), .transportServerFailure), (.reply(503, ""), .transportUnavailable),
        (.reply(504, ""), .transportServerFailure), (.reply(409, #"{"id":"-1"}"#, retryAfter: "0"), .transportRefused),
    ]

    @Test(arguments: passing.indices)
    func requestsWithAKeyAreRepeated(_ index: Int) async throws {
        let server = DocumentedServer()
        server.answer(Self.passing[index].0, Self.passing[index].0)
        _ = try await Tests.service(server).update(Self.keyed())
        #expect(server.exchanges.count == 3)
        #expect(Set(server.exchanges.map(\.body)).count == 1)
        #expect(server.faults == [])
    }

    @Test(arguments: passing.indices)
    func requestsWithoutAKeyAreNot(_ index: Int) async throws {
        let (answer, code) = Self.passing[index]
        let server = DocumentedServer()
        server.answer(answer)
        if let code {
            await #expect(throws: PassError(code, "")) { try await Tests.service(server).update(Tests.request()) }
        } else {
            await #expect(throws: DocumentedServer.ConnectionLost()) {
                try await Tests.service(server).update(Tests.request())
            }
        }
        #expect(server.exchanges.count == 1)
    }

    @Test(arguments: [
        (400, PassError.Code.transportRefused), (401, .transportUnauthorized), (404, .transportRefused),
        (409, .transportRefused), (413, .transportRefused), (422, .transportRefused),
    ])
    func refusalsAreNotRepeated(_ status: Int, _ code: PassError.Code) async throws {
        let server = DocumentedServer()
        server.answer(.reply(status, ""))
        await #expect(throws: PassError(code, "")) { try await Tests.service(server).update(Self.keyed()) }
        #expect(server.exchanges.count == 1)
    }

    @Test func questionsAreRepeatedAndCancellingIsNot() async throws {
        let server = DocumentedServer()
        server.answer(.reply(503, ""), .failure)
        _ = try await Tests.service(server).status(of: IssuedPassID(1))
        #expect(server.exchanges.count == 3)
        server.answer(.failure)
        await #expect(throws: DocumentedServer.ConnectionLost.self) {
            try await Tests.service(server).cancel(IssuedPassID(1))
        }
        #expect(server.exchanges.count == 4)
    }

    @Test func theLastFailureIsGivenBack() async throws {
        let server = DocumentedServer()
        server.answer(.failure, .failure, .reply(503, #"{"id":"-1","message":"full"}"#), .failure)
        await #expect(throws: PassError(.transportUnavailable, "")) {
            try await Tests.service(server).update(Self.keyed())
        }
        #expect(server.exchanges.count == 3)
        await #expect(throws: DocumentedServer.ConnectionLost.self) {
            try await Tests.service(server) { $0.retry = .never }.update(Self.keyed())
        }
    }

    @Test(arguments: [("7", 7000), ("100", 30_000), ("-1", 0), ("soon", 750), (nil, 750)] as [(String?, Int)])
    func waitsAsLongAsTheServerSaysButNotLonger(_ stated: String?, _ milliseconds: Int) async throws {
        let server = DocumentedServer()
        let clock = HurriedClock()
        server.answer(.reply(503, "", retryAfter: stated), .failure)
        let service = try Tests.service(server) { configuration in
            configuration.clock = clock
            configuration.retry = .init(delay: .seconds(1))
            configuration.random = RandomBytes { [UInt8](repeating: 64, count: $0) }
        }
        _ = try await service.update(Self.keyed())
        // The second wait is twice the first, when the server says nothing.
        #expect(clock.waits == [.milliseconds(milliseconds), .milliseconds(1500)])
    }

    @Test func silenceEndsWithTheTimeOut() async throws {
        let server = DocumentedServer()
        let clock = ManualClock()
        server.answer(.silence)
        let service = try Tests.service(server) { configuration in
            configuration.clock = clock
            configuration.timeout = .seconds(60)
        }
        let task = Task { try await service.update(Tests.request()) }
        while server.exchanges.isEmpty || clock.sleeperCount != 1 { try await Task.sleep(for: .milliseconds(1)) }
        clock.advance(by: .seconds(61))
        await #expect(throws: PassError(.transportTimeout, "")) { try await task.value }
    }

    @Test func cancellationEndsTheExchange() async throws {
        let server = DocumentedServer()
        server.answer(.silence, .silence, .silence)
        let service = try Tests.service(server)
        let task = Task { try await service.update(Self.keyed()) }
        while server.exchanges.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(server.exchanges.count == 1)
    }
}

/// A clock on which short waits are over at once, and remembered; long ones last until they are cancelled.
private final class HurriedClock: PassClock {
    private let state = Mutex<[Duration]>([])

    var now: Date { Date(timeIntervalSince1970: 1_800_000_000) }

    var waits: [Duration] { state.withLock { $0 } }

    func sleep(for duration: Duration) async throws {
        guard duration < .seconds(60) else { return try await Task.sleep(for: .seconds(3600)) }
        state.withLock { $0.append(duration) }
    }
}
