/// How a client proves itself to a server of the update API: every way the documented server knows.
///
/// Descriptions never show a secret.
public struct ServiceCredentials: Sendable {
    enum Kind: Sendable {
        case none
        case basic(user: String, password: String)
        case claimsToken(String)
        case claimsLogin(ClaimsLogin)
        case accessToken(token: String, secret: String)
        case accessLogin(user: String, password: String)
        case apiKey(String)
    }

    let kind: Kind
    let header: String?

    /// None: the server asks for no credentials.
    public static let none = ServiceCredentials(kind: .none, header: nil)

    /// A user name and password with each request (RFC 7617), as a server of its own knows them.
    public static func basic(user: String, password: String) -> ServiceCredentials {
        ServiceCredentials(kind: .basic(user: user, password: password), header: nil)
    }

    /// A claims token that was obtained elsewhere.
    /// - Parameters:
    ///   - token: The token's value.
    ///   - header: The header it travels in; older servers call it `X-Kony-Authorization`.
    public static func claimsToken(
        _ token: String,
        header: String = "X-VoltMX-Authorization"
    ) -> ServiceCredentials {
        ServiceCredentials(kind: .claimsToken(token), header: header)
    }

    /// A claims token that is obtained by logging in, and obtained anew once when the server no longer accepts it.
    /// - Parameters:
    ///   - login: Where and as whom to log in.
    ///   - header: The header the token travels in; older servers call it `X-Kony-Authorization`.
    public static func claimsToken(
        login: ClaimsLogin,
        header: String = "X-VoltMX-Authorization"
    ) -> ServiceCredentials {
        ServiceCredentials(kind: .claimsLogin(login), header: header)
    }

    /// An access token and its secret, as the cloud gives them out.
    public static func accessToken(_ token: String, secret: String) -> ServiceCredentials {
        ServiceCredentials(kind: .accessToken(token: token, secret: secret), header: nil)
    }

    /// An access token and secret that are obtained by a user name and password, and anew once when they are no longer
    /// accepted.
    public static func accessToken(user: String, password: String) -> ServiceCredentials {
        ServiceCredentials(kind: .accessLogin(user: user, password: password), header: nil)
    }

    /// The key of an application.
    /// - Parameters:
    ///   - key: The key.
    ///   - header: The header it travels in.
    public static func apiKey(_ key: String, header: String = "X-VoltMX-App-API-Key") -> ServiceCredentials {
        ServiceCredentials(kind: .apiKey(key), header: header)
    }
}

/// Where and as whom to log in for a claims token.
public struct ClaimsLogin: Sendable {
    /// The address of the login; nil for `/authService/accounts/login` on the server itself.
    public var address: String?
    /// The user.
    public var userid: String
    /// The password.
    public var password: String
    /// The identity provider, where there is one.
    public var provider: String?
    /// The domain, where there is one.
    public var domain: String?

    /// Makes a login.
    public init(
        userid: String,
        password: String,
        address: String? = nil,
        provider: String? = nil,
        domain: String? = nil
    ) {
        self.userid = userid
        self.password = password
        self.address = address
        self.provider = provider
        self.domain = domain
    }
}

extension ServiceCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind, without its secrets.
    public var description: String {
        switch kind {
        case .none: "no credentials"
        case .basic: "Basic authentication"
        case .claimsToken: "a claims token"
        case .claimsLogin: "a login for a claims token"
        case .accessToken: "an access token"
        case .accessLogin: "a login for an access token"
        case .apiKey: "an API key"
        }
    }

    /// The kind, without its secrets.
    public var debugDescription: String { description }

    /// Nothing: what `dump` shows would be secrets.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension ClaimsLogin: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The user, without the password.
    public var description: String { "login of \(userid)" }

    /// The user, without the password.
    public var debugDescription: String { description }

    /// Nothing: what `dump` shows would be secrets.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
