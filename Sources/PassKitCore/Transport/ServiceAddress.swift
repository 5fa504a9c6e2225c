package import HTTPTypes

/// Where a server's API is: scheme, host with port, and the path it is mounted under.
package struct ServiceAddress: Sendable, Hashable {
    let scheme: String
    let authority: String
    /// Without a slash at its end; empty at the root.
    let path: String

    /// Takes an absolute address apart.
    /// - Throws: ``PassError`` with ``PassError/Code/transportAddress``.
    package init(_ text: String) throws(PassError) {
        let lowercased = text.lowercased()
        let scheme = ["https", "http"].first { lowercased.hasPrefix("\($0)://") }
        guard let scheme, text.utf8.count <= 2048, text.utf8.allSatisfy(Self.isAllowed) else { throw Self.error() }
        let rest = text.dropFirst(scheme.count + 3)
        authority = String(rest.prefix { $0 != "/" })
        guard !authority.isEmpty, !authority.hasPrefix(":") else { throw Self.error() }
        var path = String(rest.dropFirst(authority.count))
        while path.hasSuffix("/") { path.removeLast() }
        self.path = path
        self.scheme = scheme
    }

    /// A request to a path below the server's own.
    package func request(_ method: HTTPRequest.Method, _ path: String) -> HTTPRequest {
        HTTPRequest(method: method, scheme: scheme, authority: authority, path: self.path + path)
    }

    /// The same server at its root.
    var root: ServiceAddress { ServiceAddress(scheme: scheme, authority: authority, path: "") }

    private init(scheme: String, authority: String, path: String) {
        self.scheme = scheme
        self.authority = authority
        self.path = path
    }

    /// Encodes a text so that it is one segment of a path (RFC 3986 section 3.3).
    package static func segment(_ text: String) -> String { HTMLText.percentEncoded(text) }

    // Neither a user name, which would be logged, nor a query or fragment, to which no path can be appended.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"@?#\\\"<>^`{|}".utf8.contains(byte)
    }

    private static func error() -> PassError {
        PassError(
            .transportAddress,
            "The server's address must be as https://host:port/path, without user name, query and fragment."
        )
    }
}
