import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Puts credentials on requests, and remembers the token that a login gave.
final class CredentialStore: Sendable {
    /// The headers that prove who asks; sent as they are.
    struct Proof: Sendable, Hashable {
        var headers: [Header]
        /// When they are no longer good, where that is known.
        var expiry: Date?

        struct Header: Sendable, Hashable {
            let name: String
            let value: String
        }
    }

    private let credentials: ServiceCredentials
    private let address: ServiceAddress
    private let token = Mutex<Proof?>(nil)

    init(_ credentials: ServiceCredentials, _ address: ServiceAddress) {
        self.credentials = credentials
        self.address = address
    }

    /// Whether there is a login that can be made anew.
    var canLogIn: Bool {
        switch credentials.kind {
        case .claimsLogin, .accessLogin: true
        default: false
        }
    }

    /// The headers for a request.
    /// - Parameters:
    ///   - stale: Those that the server no longer accepts.
    ///   - now: Tokens that end before are not used.
    ///   - send: Makes one exchange, for the login.
    func proof(
        replacing stale: Proof?,
        at now: Date,
        _ send: (HTTPRequest, PassBody) async throws -> PassServiceReply
    ) async throws -> Proof {
        switch credentials.kind {
        case .none: return Proof(headers: [])
        case .basic(let user, let password): return Proof(headers: [try Self.basic(user, password)])
        case .claimsToken(let value), .apiKey(let value): return Proof(headers: [try named(value)])
        case .accessToken(let token, let secret): return Proof(headers: try Self.access(token, secret))
        case .claimsLogin, .accessLogin: break
        }
        // Another request may have logged in since the stale token was taken.
        if let known = token.withLock({ $0 }), known != stale, known.expiry.map({ $0 > now }) ?? true { return known }
        let proof = try await logIn(send)
        token.withLock { $0 = proof }
        return proof
    }

    private func logIn(_ send: (HTTPRequest, PassBody) async throws -> PassServiceReply) async throws -> Proof {
        if case .claimsLogin(let login) = credentials.kind { return try await claims(login, send) }
        guard case .accessLogin(let user, let password) = credentials.kind else { return Proof(headers: []) }
        var request = address.request(.get, "/api/v1/oauth/accesstoken")
        try request.add(Self.basic(user, password))
        let reply = try await send(request, PassBody())
        guard reply.isSuccess, let token = reply.json?["AccessToken"]?.stringValue,
            let secret = reply.json?["AccessSecret"]?.stringValue
        else { throw Self.refused(reply) }
        return Proof(headers: try Self.access(token, secret))
    }

    private func claims(
        _ login: ClaimsLogin,
        _ send: (HTTPRequest, PassBody) async throws -> PassServiceReply
    ) async throws -> Proof {
        // A given address is complete; the documented one stands at the server's root, beside the API's own path.
        var request =
            try login.address.map { (text) throws(PassError) in try ServiceAddress(text).request(.post, "") }
            ?? address.root.request(.post, "/authService/accounts/login")
        request.headerFields[.contentType] = "application/x-www-form-urlencoded"
        let fields = [
            ("userid", login.userid), ("password", login.password), ("provider", login.provider),
            ("domain", login.domain),
        ]
        let form = fields.compactMap { name, value in value.map { "\(name)=\(HTMLText.percentEncoded($0))" } }
        let body = PassBody(Array(form.joined(separator: "&").utf8))
        request.headerFields[.contentLength] = body.length.map(String.init)
        let reply = try await send(request, body)
        guard reply.isSuccess, let value = reply.json?["claims_token"]?["value"]?.stringValue else {
            throw Self.refused(reply)
        }
        let expiry = reply.json?["claims_token"]?["exp"]?.numberValue?.int64
        return Proof(
            headers: [try named(value)],
            expiry: expiry.map { Date(timeIntervalSince1970: TimeInterval($0) / 1000) }
        )
    }

    private func named(_ value: String) throws(PassError) -> Proof.Header {
        try Self.header(credentials.header ?? "", value)
    }

    private static func access(_ token: String, _ secret: String) throws(PassError) -> [Proof.Header] {
        [try header("AccessToken", token), try header("AccessSecret", secret)]
    }

    private static func basic(_ user: String, _ password: String) throws(PassError) -> Proof.Header {
        guard !user.contains(":"), !(user + password).unicodeScalars.contains(where: HeaderText.isControl) else {
            throw PassError(
                .transportCredentials,
                "A user name has no colon, and neither it nor a password has control characters (RFC 7617). Check them."
            )
        }
        return try header("Authorization", "Basic " + Data("\(user):\(password)".utf8).base64EncodedString())
    }

    private static func header(_ name: String, _ value: String) throws(PassError) -> Proof.Header {
        guard HTTPField.Name(name) != nil, !value.isEmpty,
            value.utf8.allSatisfy({ (0x21...0x7E).contains($0) || $0 == 0x20 })
        else {
            throw PassError(
                .transportCredentials,
                "The token or key is empty, or has characters that no header may have. Copy it again."
            )
        }
        return Proof.Header(name: name, value: value)
    }

    private static func refused(_ reply: PassServiceReply) -> PassError {
        let isServer = reply.status >= 500
        return PassError(
            isServer ? .transportServerFailure : .transportUnauthorized,
            isServer
                ? "The login failed with status \(reply.status). Try again later."
                : "The login was refused (status \(reply.status)). Check user name, password and the address of the login.",
            cause: reply.withoutBody
        )
    }
}

extension HTTPRequest {
    /// Adds a header that proves who asks; it is kept out of compression tables.
    mutating func add(_ header: CredentialStore.Proof.Header) {
        guard let name = HTTPField.Name(header.name) else { return }
        var field = HTTPField(name: name, value: header.value)
        field.indexingStrategy = .disallow
        headerFields.append(field)
    }
}
