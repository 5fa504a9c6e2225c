public import HTTPTypes
public import PassKitCore

/// A stand-in for the documented server, to test clients against: it takes what the vendor's pages document and nothing
/// else, answers in their words, and records every byte it was sent.
///
/// ```swift
/// let server = DocumentedServer(authentication: .basic(user: "u", password: "p"))
/// let service = try RemotePassUpdateService(.init(address: "https://host/vpns", credentials: …), transport: server)
/// …
/// #expect(server.faults.isEmpty)
/// ```
public final class DocumentedServer: PassTransport {
    /// How clients prove themselves.
    public enum Authentication: Sendable, Hashable {
        /// Not at all.
        case none
        /// By user name and password with each request.
        case basic(user: String, password: String)
        /// By a claims token in the named header, which the login at the server's root gives.
        case claimsToken(userid: String, password: String, header: String = "X-VoltMX-Authorization")
        /// By an access token and its secret, which `/api/v1/oauth/accesstoken` gives for a user name and password.
        case accessToken(user: String, password: String)
        /// By the key of an application.
        case apiKey(String)
    }

    /// A request as it came.
    public struct Exchange: Sendable {
        /// The head.
        public var request: HTTPRequest
        /// The body.
        public var body: [UInt8]
        /// The chunks it came in.
        public var chunkSizes: [Int]
        /// The status of the answer; 0 when none was given.
        public var status: Int
    }

    /// An answer that is given instead of the documented one.
    public enum Answer: Sendable {
        /// A reply with that status, content type and body.
        case reply(Int, contentType: String = "application/json", String, retryAfter: String? = nil)
        /// No reply: the transport throws.
        case failure
        /// No reply until the client gives up.
        case silence
    }

    /// What the transport throws when it is told to fail.
    public struct ConnectionLost: Error, Sendable, Equatable {
        /// Makes it.
        public init() {}
    }

    private struct State {
        var exchanges: [Exchange] = []
        var faults: [String] = []
        var answers: [Answer] = []
        var generation = 1
        var nextID: Int64 = 2_318_508_739_642_895_844
        var deliveries: [String: [(id: Int64, recipient: String)]] = [:]
        var cancelled: Set<Int64> = []
    }

    private let authentication: Authentication
    private let path: String
    private let state = Mutex(State())

    /// Makes a server.
    /// - Parameters:
    ///   - authentication: How clients prove themselves.
    ///   - path: The path the server is mounted under.
    public init(authentication: Authentication = .none, path: String = "/vpns") {
        self.authentication = authentication
        self.path = path
    }

    /// All requests so far, logins included.
    public var exchanges: [Exchange] { state.withLock(\.exchanges) }

    /// Everything in those requests that is not as documented.
    public var faults: [String] { state.withLock(\.faults) }

    /// Gives these answers to the next requests of the API, in order, instead of the documented ones.
    public func answer(_ answers: Answer...) {
        state.withLock { $0.answers += answers }
    }

    /// Ends all tokens that were given out.
    public func expireTokens() {
        state.withLock { $0.generation += 1 }
    }

    // MARK: - Answering

    /// Takes a request, as a transport.
    public func send(_ request: HTTPRequest, body: PassBody) async throws -> (HTTPResponse, PassBody) {
        var bytes: [UInt8] = []
        var chunkSizes: [Int] = []
        for try await chunk in body {
            bytes += chunk
            chunkSizes.append(chunk.count)
        }
        let answer = state.withLock { state in
            let answer = self.answer(to: request, bytes, &state)
            if let stated = request.headerFields[.contentLength], stated != String(bytes.count) {
                state.faults.append("Content-Length is \(stated), the body has \(bytes.count) bytes.")
            }
            let status = if case .reply(let status, _, _, _) = answer { status } else { 0 }
            state.exchanges.append(Exchange(request: request, body: bytes, chunkSizes: chunkSizes, status: status))
            return answer
        }
        switch answer {
        case .failure: throw ConnectionLost()
        case .silence:
            try await Task.sleep(for: .seconds(3600))
            throw ConnectionLost()
        case .reply(let status, let contentType, let text, let retryAfter):
            var response = HTTPResponse(status: .init(code: status))
            response.headerFields[.contentType] = contentType
            response.headerFields[.retryAfter] = retryAfter
            return (response, PassBody(Array(text.utf8)))
        }
    }

    private func answer(to request: HTTPRequest, _ body: [UInt8], _ state: inout State) -> Answer {
        let target = request.path ?? ""
        if case .claimsToken = authentication, target == "/authService/accounts/login" {
            return logIn(request, body, state.generation)
        }
        guard target.hasPrefix(path + "/api/v1/") else { return .reply(404, contentType: "text/html", "<html/>") }
        let call = target.dropFirst(path.utf8.count + "/api/v1".utf8.count)
        if call == "/oauth/accesstoken" { return giveAccess(request, state.generation) }
        guard isAuthorized(request, state.generation) else {
            return .reply(401, contentType: "text/plain", "Unauthorized request")
        }
        if !state.answers.isEmpty { return state.answers.removeFirst() }
        return reply(to: request, String(call), body, &state)
    }

    private func reply(to request: HTTPRequest, _ call: String, _ body: [UInt8], _ state: inout State) -> Answer {
        let parts = (call.split(separator: "?").first ?? "").split(separator: "/").map(String.init)
        switch (request.method, parts.count) {
        case (.post, _) where call == "/message/pass/import" || call == "/message/pass/import/update":
            let check = DocumentedForm(request, body)
            state.faults += check.faults
            state.nextID += 1
            let id = state.nextID
            state.deliveries[String(id)] = check.recipients.map { recipient in
                state.nextID += 1
                return (state.nextID, recipient)
            }
            return .reply(200, #"{"requestId":"\#(id)","description":"Request Queued. "}"#)
        case (.get, 3...4) where parts[0] == "pass" && parts[1] == "meta":
            if !body.isEmpty { state.faults.append("A GET has a body.") }
            return meta(parts[2], parts.count == 4 ? parts[3] : nil, state)
        case (.get, 3) where parts[0] == "pass" && parts[2] == "status": return status(parts[1])
        case (.get, 3) where parts[0] == "pass" && parts[2] == "content":
            return .reply(200, #"{"passContent":{"basicDetails":{"passType":"COUPON"}}}"#)
        case (.post, 3) where parts[0] == "pass" && parts[1] == "cancel":
            guard request.headerFields[.contentType]?.hasPrefix("application/json") == true, body.isEmpty else {
                state.faults.append("Cancelling is a POST of application/json without a body.")
                return .reply(400, #"{"id":"-1","message":"Invalid request format"}"#)
            }
            guard let id = Int64(parts[2]), state.cancelled.insert(id).inserted else {
                return .reply(400, #"{"id":"-1","message":"No cancellable messages found"}"#)
            }
            return .reply(200, #"{"id":"","message":"Request cancelled Successfully"}"#)
        default:
            state.faults.append("There is no \(request.method) \(call).")
            return .reply(405, #"{"id":"-1","message":"Invalid request. Request method not allowed"}"#)
        }
    }

    private func meta(_ request: String, _ recipient: String?, _ state: State) -> Answer {
        guard let all = state.deliveries[request] else {
            return .reply(400, #"{"id":"-1","message":"Invalid request ID. No request found with the provided ID"}"#)
        }
        let records = all.filter { recipient == nil || $0.recipient == recipient }.map { id, recipient in
            """
            {"id":\(id),"audienceId":\(recipient),"passType":"COUPON","serialNumber":"E-1",\
            "passTypeIdentifier":"pass.com.example","stopDateStr":"","passExpiryDateStr":"","barcodeMsg":"",\
            "barcodeAltMsg":"","importPass":true}
            """
        }
        // For one recipient, the sample shows an object where the table says array.
        let list = recipient == nil ? "[\(records.joined(separator: ","))]" : records.first ?? "[]"
        return .reply(200, #"{"total":\#(records.count),"passRequests":\#(list)}"#)
    }

    private func status(_ pass: String) -> Answer {
        .reply(
            200,
            """
            {"passStatusData":{"id":\(pass),"passtypeIdentifier":"pass.com.example","seriealNumber":"","audienceId":1,\
            "barcodeMessage":"","channelStatusList":[\
            {"channelType":"EMAIL","passStatus":"Submitted","channelStatus":""},\
            {"channelType":"SMS","passStatus":"Rejected","channelStatus":""}]}}
            """
        )
    }

    // MARK: - Authentication

    private func isAuthorized(_ request: HTTPRequest, _ generation: Int) -> Bool {
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headerFields[$0] } }
        switch authentication {
        case .none: return true
        case .basic(let user, let password): return header("Authorization") == Self.basic(user, password)
        case .claimsToken(_, _, let name): return header(name) == "claims-\(generation)"
        case .accessToken:
            return header("AccessToken") == "access-\(generation)" && header("AccessSecret") == "secret-\(generation)"
        case .apiKey(let key): return header("X-VoltMX-App-API-Key") == key
        }
    }

    private func logIn(_ request: HTTPRequest, _ body: [UInt8], _ generation: Int) -> Answer {
        guard case .claimsToken(let userid, let password, _) = authentication,
            request.method == .post, request.headerFields[.contentType] == "application/x-www-form-urlencoded",
            String(decoding: body, as: UTF8.self).split(separator: "&").prefix(2).map(String.init) == [
                "userid=\(userid)", "password=\(password)",
            ]
        else { return .reply(401, #"{"message":"Invalid credentials","mfcode":"Auth-4"}"#) }
        return .reply(
            200,
            """
            {"profile":{"email":"","userid":"\(userid)","firstname":"","lastname":""},"refresh_token":"r",\
            "claims_token":{"value":"claims-\(generation)","exp":4102444800000}}
            """
        )
    }

    private func giveAccess(_ request: HTTPRequest, _ generation: Int) -> Answer {
        guard case .accessToken(let user, let password) = authentication, request.method == .get,
            request.headerFields[.authorization] == Self.basic(user, password)
        else { return .reply(401, contentType: "text/plain", "Unauthorized request") }
        return .reply(200, #"{"AccessToken":"access-\#(generation)","AccessSecret":"secret-\#(generation)"}"#)
    }

    private static func basic(_ user: String, _ password: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bytes = Array("\(user):\(password)".utf8)
        var text = "Basic "
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for index in 0..<4 { text.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : "=") }
        }
        return text
    }
}
