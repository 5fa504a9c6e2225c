#if Server
    public import HTTPTypes
    public import PassKitCore

    /// Says who sends a request, by its head alone: it is asked before a byte of the body is read.
    ///
    /// ``BasicAuthenticator`` and ``APIKeyAuthenticator`` are shipped; ``HeaderAuthenticator`` asks a closure of yours
    /// about a token in a header. An array of authenticators is one: the first that knows the caller counts.
    public protocol RequestAuthenticator: Sendable {
        /// The caller, or nil when the credentials are missing or wrong.
        ///
        /// Throw only when nobody can tell, such as when a token service is out of reach: that is answered with 500.
        func principal(of request: HTTPRequest) async throws -> PassPrincipal?

        /// What a refused caller is told to send (RFC 9110 section 11.6.1), such as `Basic realm="passes"`.
        var challenge: String? { get }
    }

    extension RequestAuthenticator {
        /// Nothing.
        public var challenge: String? { nil }
    }

    extension Array: RequestAuthenticator where Element == any RequestAuthenticator {
        /// The caller as the first authenticator knows it that knows it.
        public func principal(of request: HTTPRequest) async throws -> PassPrincipal? {
            for authenticator in self {
                if let principal = try await authenticator.principal(of: request) { return principal }
            }
            return nil
        }

        /// The first challenge.
        public var challenge: String? { lazy.compactMap(\.challenge).first }
    }

    /// Lets everybody in; for tests, and for servers that are guarded by something in front of them.
    public struct NoAuthentication: RequestAuthenticator {
        /// Makes it.
        public init() {}

        /// Nobody in particular.
        public func principal(of request: HTTPRequest) async throws -> PassPrincipal? { .anonymous }
    }

    /// User name and password (RFC 7617).
    public struct BasicAuthenticator: RequestAuthenticator {
        private let digests: [String: [UInt8]]
        private let realm: String

        /// Makes an authenticator.
        /// - Parameters:
        ///   - passwords: The password of each user.
        ///   - realm: What the user is told to log in to; no quotation marks.
        /// - Throws: `PassError` when libcrypto offers no SHA-256.
        public init(passwords: [String: String], realm: String = "passes") throws(PassError) {
            var digests: [String: [UInt8]] = [:]
            for (user, password) in passwords { digests[user] = try Digest.sha256(Array(password.utf8)) }
            self.digests = digests
            self.realm = realm
        }

        /// The user, when the password is theirs.
        public func principal(of request: HTTPRequest) async throws -> PassPrincipal? {
            guard let credentials = Self.credentials(request.headerFields[.authorization]) else { return nil }
            // Digests have one length, so that comparing tells nothing of the password's; an unknown user costs the
            // same as a known one.
            let given = try Digest.sha256(Array(credentials.password.utf8))
            let wanted = digests[credentials.user]
            let isRight = Digest.areEqual(given, wanted ?? [UInt8](repeating: 0, count: given.count))
            return isRight && wanted != nil ? PassPrincipal(credentials.user) : nil
        }

        /// Asks for a user name and a password.
        public var challenge: String? { "Basic realm=\"\(realm)\", charset=\"UTF-8\"" }

        private static func credentials(_ header: String?) -> (user: String, password: String)? {
            guard let header, header.utf8.count <= 4096 else { return nil }
            let parts = header.split(separator: " ", omittingEmptySubsequences: true)
            guard parts.count == 2, parts[0].lowercased() == "basic", let bytes = Base64.decode(parts[1]),
                let text = String(validating: bytes, as: UTF8.self), let colon = text.firstIndex(of: ":")
            else { return nil }
            return (String(text[..<colon]), String(text[text.index(after: colon)...]))
        }
    }

    /// A key in a header; by default where the documented server looks for it.
    public struct APIKeyAuthenticator: RequestAuthenticator {
        private let principals: [[UInt8]: PassPrincipal]
        private let headers: [HTTPField.Name]

        /// The headers of the documented server and of its predecessor.
        public static let defaultHeaders = ["X-VoltMX-App-API-Key", "X-Kony-App-API-Key"]

        /// Makes an authenticator.
        /// - Parameters:
        ///   - keys: Whose each key is.
        ///   - headers: Where it is looked for.
        /// - Throws: `PassError` when libcrypto offers no SHA-256.
        public init(
            keys: [String: PassPrincipal],
            headers: [String] = defaultHeaders
        ) throws(PassError) {
            var principals: [[UInt8]: PassPrincipal] = [:]
            for (key, principal) in keys { principals[try Digest.sha256(Array(key.utf8))] = principal }
            self.principals = principals
            self.headers = headers.compactMap { HTTPField.Name($0) }
        }

        /// The owner of the key.
        public func principal(of request: HTTPRequest) async throws -> PassPrincipal? {
            for header in headers {
                guard let key = request.headerFields[header] else { continue }
                // Looked up by its digest: how long that takes tells nothing of the keys.
                if let principal = principals[try Digest.sha256(Array(key.utf8))] { return principal }
            }
            return nil
        }
    }

    /// A token in a header, about which the host is asked.
    public struct HeaderAuthenticator: RequestAuthenticator {
        private let headers: [HTTPField.Name]
        private let lookUp: @Sendable (String) async throws -> PassPrincipal?

        /// The headers in which the documented server and its predecessor expect a claims token.
        public static let defaultHeaders = ["X-VoltMX-Authorization", "X-Kony-Authorization"]

        /// Makes an authenticator.
        /// - Parameters:
        ///   - headers: Where the token is looked for.
        ///   - lookUp: Says whose the token is; nil when it is nobody's.
        public init(
            headers: [String] = defaultHeaders,
            _ lookUp: @escaping @Sendable (String) async throws -> PassPrincipal?
        ) {
            self.headers = headers.compactMap { HTTPField.Name($0) }
            self.lookUp = lookUp
        }

        /// The owner of the token.
        public func principal(of request: HTTPRequest) async throws -> PassPrincipal? {
            for header in headers {
                if let token = request.headerFields[header], let principal = try await lookUp(token) {
                    return principal
                }
            }
            return nil
        }
    }
#endif
