import HTTPTypes
public import PassKitCore

/// The calls of the Wallet web service, as a device makes them.
extension DeviceSimulator {
    /// What changed of a device's passes.
    struct Changes {
        let serials: [String]
        let tag: String
    }

    /// Registers for a pass.
    /// - Returns: Whether the registration is new; nil when the pass names no web service.
    @discardableResult
    public func register(for pass: PassIdentifier) async throws -> Bool? {
        guard let held = passes[pass], let service = try Service(held.package.pass) else { return nil }
        let (response, body) = try await exchange(
            service.request(
                .post,
                registration(pass.type) + "/" + ServiceAddress.segment(pass.serial),
                isAuthorized: true
            ),
            json: ["pushToken": .string(pushToken.hex)]
        )
        switch response.status {
        case .created: return true
        case .ok: return false
        default: throw Refusal(status: response.status, body: body)
        }
    }

    /// Ends the registration for a pass.
    public func unregister(from pass: PassIdentifier) async throws {
        guard let held = passes[pass], let service = try Service(held.package.pass) else { return }
        let (response, body) = try await exchange(
            service.request(
                .delete,
                registration(pass.type) + "/" + ServiceAddress.segment(pass.serial),
                isAuthorized: true
            )
        )
        guard response.status == .ok else { throw Refusal(status: response.status, body: body) }
    }

    /// Lists what changed since the last list; nil when nothing did.
    func list(_ topic: Topic) async throws -> Changes? {
        let service = Service(address: try ServiceAddress(topic.address), token: "")
        let tag = state.withLock { $0.tags[topic] }
        let query = tag.map { "?passesUpdatedSince=" + ServiceAddress.segment($0) } ?? ""
        let (response, body) = try await exchange(service.request(.get, registration(topic.passType) + query))
        if response.status == .noContent { return nil }
        let json = try? JSONValue(parsing: body)
        guard response.status == .ok, let serials = json?["serialNumbers"]?.arrayValue?.compactMap(\.stringValue),
            let newest = json?["lastUpdated"]?.stringValue
        else { throw Refusal(status: response.status, body: body) }
        return Changes(serials: serials, tag: newest)
    }

    /// Fetches a pass, if it changed since it was fetched last.
    /// - Returns: Whether it did.
    func fetch(_ pass: PassIdentifier) async throws -> Bool {
        guard let held = passes[pass], let service = try Service(held.package.pass) else { return false }
        var request = service.request(.get, path(of: pass), isAuthorized: true)
        request.headerFields[.ifModifiedSince] = held.lastModified
        let (response, body) = try await exchange(request)
        if response.status == .notModified { return false }
        guard response.status == .ok, response.headerFields[.contentType] == "application/vnd.apple.pkpass" else {
            throw Refusal(status: response.status, body: body)
        }
        let isNew = body != held.bytes
        _ = try keep(body, lastModified: response.headerFields[.lastModified])
        return isNew
    }

    /// Complains to the web service of a pass.
    public func log(_ entries: [String], about pass: PassIdentifier) async throws {
        guard let held = passes[pass], let service = try Service(held.package.pass) else { return }
        let (response, body) = try await exchange(
            service.request(.post, "/v1/log"),
            json: ["logs": .array(entries.map(JSONValue.string))]
        )
        guard response.status == .ok else { throw Refusal(status: response.status, body: body) }
    }

    /// Signs the user of a reward pass up, and fetches the pass that is theirs.
    /// - Parameters:
    ///   - pass: The pass.
    ///   - token: What the server is to sign.
    ///   - info: What the user filled in.
    /// - Returns: The signature of the token.
    public func personalize(
        _ pass: PassIdentifier,
        token: String,
        info: [String: String]
    ) async throws -> [UInt8] {
        guard let held = passes[pass], let service = try Service(held.package.pass) else { return [] }
        var fields = JSONObject()
        for (key, value) in info.sorted(by: { $0.key < $1.key }) { fields[key] = .string(value) }
        let (response, body) = try await exchange(
            service.request(.post, path(of: pass) + "/personalize"),
            json: ["personalizationToken": .string(token), "requiredPersonalizationInfo": .object(fields)]
        )
        guard response.status == .ok else { throw Refusal(status: response.status, body: body) }
        _ = try await fetch(pass)
        return body
    }

    private func path(of pass: PassIdentifier) -> String {
        "/v1/passes/\(ServiceAddress.segment(pass.type))/\(ServiceAddress.segment(pass.serial))"
    }

    private func registration(_ passType: String) -> String {
        "/v1/devices/\(ServiceAddress.segment(identifier))/registrations/\(ServiceAddress.segment(passType))"
    }

    private func exchange(_ request: HTTPRequest, json: JSONValue? = nil) async throws -> (HTTPResponse, [UInt8]) {
        var request = request
        if json != nil { request.headerFields[.contentType] = "application/json" }
        let (response, body) = try await transport.send(request, body: PassBody(json?.bytes() ?? []))
        return (response, try await body.collect(upTo: 64 << 20))
    }
}

/// The web service that a pass names.
private struct Service {
    let address: ServiceAddress
    let token: String

    init(address: ServiceAddress, token: String) {
        self.address = address
        self.token = token
    }

    /// nil when the pass names none.
    init?(_ pass: Pass) throws(PassError) {
        guard let address: String = pass["webServiceURL"], let token = pass.authenticationToken else { return nil }
        self.init(address: try ServiceAddress(address), token: token)
    }

    func request(_ method: HTTPRequest.Method, _ path: String, isAuthorized: Bool = false) -> HTTPRequest {
        var request = address.request(method, path)
        if isAuthorized { request.headerFields[.authorization] = "ApplePass \(token)" }
        return request
    }
}
