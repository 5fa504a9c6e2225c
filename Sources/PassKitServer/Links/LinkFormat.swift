#if Server
    import PassKitCore

    /// How download links are spelled: the public address of the server, `/passes/`, and a token.
    struct LinkFormat: Sendable {
        private let prefix: String
        /// The prefix as addresses are compared.
        private let comparable: String

        /// - Parameter publicURL: The address, with any path the server is mounted under.
        /// - Throws: `PassError` with `engine.public-url`.
        init(publicURL: String) throws(PassError) {
            var url = publicURL
            while url.hasSuffix("/") { url.removeLast() }
            let scheme = ["https://", "http://"].first { url.hasPrefix($0) && url.utf8.count > $0.utf8.count }
            guard scheme != nil, url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"?#\"<>".utf8.contains($0) })
            else {
                throw PassError(
                    .enginePublicURL,
                    "The public address must be an absolute URL such as https://passes.example.com, without query."
                )
            }
            prefix = url
            comparable = Self.comparable(url)
        }

        /// The link with a token.
        func link(_ token: LinkToken) -> String { "\(prefix)/passes/\(token.text)" }

        /// A link that leads nowhere, as long as every other.
        var sample: String { link(LinkToken(String(repeating: "A", count: LinkToken.length))) }

        /// The address of our own web service for devices; they append `/v1/…`.
        var webServiceURL: String { "\(prefix)/api" }

        /// Whether devices that hold a pass with this web service ask us.
        func isOurs(_ webServiceURL: String?) -> Bool {
            guard let webServiceURL else { return false }
            var url = Self.comparable(webServiceURL)
            while url.hasSuffix("/") { url.removeLast() }
            return url == comparable || url.hasPrefix("\(comparable)/")
        }

        /// An address without what makes no difference: the case of scheme and host, and the port that goes without saying.
        private static func comparable(_ url: String) -> String {
            guard let colon = url.firstIndex(of: ":") else { return url }
            let scheme = url[..<colon].lowercased()
            let rest = url[colon...]
            guard rest.hasPrefix("://") else { return url }
            let authority = rest.dropFirst(3).prefix(while: { $0 != "/" })
            var host = authority.lowercased()
            for (name, port) in [("https", ":443"), ("http", ":80")] where scheme == name && host.hasSuffix(port) {
                host.removeLast(port.count)
            }
            return "\(scheme)://\(host)\(rest[authority.endIndex...])"
        }
    }
#endif
