import Foundation
import HTTPTypes
import PassKitCore
import Testing

@Suite struct APNsExchangeTests {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)

    static func outcome(_ status: Int, _ body: String = "", _ fields: HTTPFields = [:]) -> PushOutcome {
        let response = HTTPResponse(status: .init(code: status), headerFields: fields)
        return APNsExchange.outcome(of: response, body: Array(body.utf8), at: now)
    }

    static func name(_ text: String) throws -> HTTPField.Name { try #require(HTTPField.Name(text)) }

    // MARK: Request

    @Test func asksForAnEmptyPushOfThePassType() throws {
        let push = PassPush(token: try PushToken("00FFaa11"), passTypeIdentifier: "pass.com.example.a")
        let request = APNsExchange.request(
            for: push,
            to: "api.push.apple.com",
            lifetime: .seconds(3600),
            at: Self.now
        )
        #expect(request.method == .post && request.scheme == "https" && request.authority == "api.push.apple.com")
        #expect(request.path == "/3/device/00ffaa11")
        #expect(request.headerFields[try Self.name("apns-topic")] == "pass.com.example.a")
        #expect(request.headerFields[try Self.name("apns-priority")] == "10")
        #expect(request.headerFields[try Self.name("apns-expiration")] == "1800003600")
        #expect(request.headerFields[try Self.name("apns-push-type")] == nil)
        #expect(APNsExchange.payload == Array("{}".utf8))
    }

    @Test(arguments: [(Date.distantPast, "0"), (Date(timeIntervalSince1970: 5), "5")])
    func aPushMaySayHowLongItIsKept(_ expiration: Date, _ spelling: String) throws {
        let token = try PushToken("aa")
        let push = PassPush(token: token, passTypeIdentifier: "p", priority: .considerate, expiration: expiration)
        let request = APNsExchange.request(for: push, to: "a", lifetime: .seconds(3600), at: Self.now)
        #expect(request.headerFields[try Self.name("apns-expiration")] == spelling)
        #expect(request.headerFields[try Self.name("apns-priority")] == "5")
    }

    // MARK: Answer

    @Test func acceptedPushesHaveAName() throws {
        #expect(Self.outcome(200, "", [try Self.name("apns-id"): "E5"]) == .accepted(id: "E5"))
        #expect(Self.outcome(200) == .accepted(id: nil))
    }

    @Test(arguments: [
        (400, "BadDeviceToken"), (400, "DeviceTokenNotForTopic"), (410, "Unregistered"), (410, "ExpiredToken"),
    ])
    func tokensThatAreNoGood(_ status: Int, _ reason: String) {
        let outcome = Self.outcome(status, #"{"reason":"\#(reason)"}"#)
        #expect(outcome == .tokenInvalid(PushReason(rawValue: reason), since: nil))
    }

    @Test func tellsSinceWhenATokenIsNoGood() {
        let outcome = Self.outcome(410, #"{"reason":"Unregistered","timestamp":1799999999500}"#)
        #expect(outcome == .tokenInvalid(.unregistered, since: Self.now.addingTimeInterval(-0.5)))
    }

    @Test(arguments: [(429, "TooManyRequests"), (500, "InternalServerError"), (503, "Shutdown"), (400, "IdleTimeout")])
    func worthAnotherTry(_ status: Int, _ reason: String) {
        let outcome = Self.outcome(status, #"{"reason":"\#(reason)"}"#)
        #expect(outcome == .retry(PushReason(rawValue: reason), after: nil))
    }

    @Test(arguments: [
        ("120", Duration.seconds(120)), ("Fri, 15 Jan 2027 08:01:30 GMT", .seconds(90)),
        ("Fri, 15 Jan 2027 07:00:00 GMT", .zero), ("soon", nil), ("-5", nil), ("99999999999999", .seconds(1 << 32)),
    ])
    func readsRetryAfter(_ text: String, _ wait: Duration?) {
        #expect(
            Self.outcome(503, #"{"reason":"ServiceUnavailable"}"#, [.retryAfter: text])
                == .retry(.serviceUnavailable, after: wait)
        )
    }

    @Test(arguments: [
        (400, "BadTopic"), (400, "MissingTopic"), (400, "PayloadEmpty"), (403, "BadCertificate"),
        (403, "Forbidden"), (404, "BadPath"), (405, "MethodNotAllowed"), (413, "PayloadTooLarge"),
        (403, "BadDeviceToken"), (400, "SomethingNew"),
    ])
    func whatDoesNotHelpToRepeat(_ status: Int, _ reason: String) {
        let outcome = Self.outcome(status, #"{"reason":"\#(reason)"}"#)
        #expect(outcome == .rejected(PushReason(rawValue: reason)))
    }

    @Test(arguments: ["", "<html>", "[]", #"{"reason":5}"#])
    func answersWithoutReasonAreJudgedByTheirStatus(_ body: String) {
        #expect(Self.outcome(502, body) == .retry(PushReason(rawValue: "Status502"), after: nil))
        #expect(Self.outcome(410, body) == .tokenInvalid(PushReason(rawValue: "Status410"), since: nil))
        #expect(Self.outcome(301, body) == .rejected(PushReason(rawValue: "Status301")))
    }
}
