public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One push as an HTTP exchange with Apple's push service (APNs): the request, and what its answer means.
///
/// Pure, for any HTTP/2 client; `APNsTransport` in PassKitAsyncHTTPClient is one. The connection must present the
/// certificate that signs the passes, and go to the production service, which is the only one that knows passes.
/// (Apple, User Notifications, "Sending notification requests to APNs", "Handling notification responses from APNs".)
public enum APNsExchange: Sendable {
    /// The payload of every push to a pass: an empty JSON object.
    ///
    /// The device asks for the rest.
    public static let payload = Array("{}".utf8)

    /// The most bytes of an answer's body worth reading: a reason and a time.
    public static let answerLimit = 4096

    /// The request for a push.
    ///
    /// No `apns-push-type` is sent: Apple documents none for passes, and `background` would ask for delays.
    /// - Parameters:
    ///   - push: The push.
    ///   - authority: The host of the service, and its port if it is not 443.
    ///   - lifetime: How long the service keeps it for a device that is offline when the push itself does not say.
    ///   - now: The time from which the lifetime counts.
    public static func request(
        for push: PassPush,
        to authority: String,
        lifetime: Duration,
        at now: Date
    ) -> HTTPRequest {
        var request = HTTPRequest(
            method: .post,
            scheme: "https",
            authority: authority,
            path: "/3/device/\(push.token.hex)"
        )
        let expiration = push.expiration ?? now.addingTimeInterval(lifetime / .seconds(1))
        // Zero: try once, keep nothing.
        let seconds = Int64(max(0, min(expiration.timeIntervalSince1970, 253_370_764_799)))
        request.headerFields[.apnsTopic] = push.passTypeIdentifier
        request.headerFields[.apnsPriority] = String(push.priority.rawValue)
        request.headerFields[.apnsExpiration] = String(seconds)
        request.headerFields[.contentType] = "application/json"
        return request
    }

    /// What an answer means.
    /// - Parameters:
    ///   - response: The head of the answer.
    ///   - body: Its body, cut after ``answerLimit`` bytes.
    ///   - now: When it came, for a `Retry-After` that is a date.
    public static func outcome(of response: HTTPResponse, body: [UInt8], at now: Date) -> PushOutcome {
        if response.status == .ok { return .accepted(id: response.headerFields[.apnsID]) }
        let json = try? JSONValue(parsing: body)
        let reason = json?["reason"]?.stringValue.map(PushReason.init) ?? PushReason(status: response.status.code)
        switch (response.status.code, reason) {
        case (410, _):
            return .tokenInvalid(reason, since: json?["timestamp"]?.numberValue?.int64.flatMap(date))
        case (400, .badDeviceToken), (400, .deviceTokenNotForTopic):
            return .tokenInvalid(reason, since: nil)
        case (400, .idleTimeout), (408, _), (429, _), (500...599, _):
            return .retry(reason, after: retryAfter(response, now))
        default:
            return .rejected(reason)
        }
    }

    /// Milliseconds since 1970.
    private static func date(_ milliseconds: Int64) -> Date? {
        guard milliseconds > 0 else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(milliseconds) / 1000)
    }

    /// Seconds, or a date (RFC 9110 section 10.2.3).
    private static func retryAfter(_ response: HTTPResponse, _ now: Date) -> Duration? {
        guard let text = response.headerFields[.retryAfter] else { return nil }
        if let seconds = Int64(text), seconds >= 0 { return .seconds(min(seconds, 1 << 32)) }
        guard let date = HTTPDate.parse(text) else { return nil }
        return .seconds(max(0, date.timeIntervalSince(now)))
    }
}

extension HTTPField.Name {
    /// The pass type identifier.
    static let apnsTopic = HTTPField.Name("apns-topic") ?? .userAgent
    /// How urgent the push is.
    static let apnsPriority = HTTPField.Name("apns-priority") ?? .userAgent
    /// Until when the service keeps the push, in seconds since 1970; 0 for not at all.
    static let apnsExpiration = HTTPField.Name("apns-expiration") ?? .userAgent
    /// The service's name for the push.
    static let apnsID = HTTPField.Name("apns-id") ?? .userAgent
}
