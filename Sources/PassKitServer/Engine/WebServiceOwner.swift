#if Server
    import PassKitCore

    /// Decides whether a pass is to ask us for updates, and with which token.
    struct WebServiceOwner {
        private let parts: EngineParts

        init(_ parts: EngineParts) { self.parts = parts }

        /// The web service that takes the place of the upload's own; nil when passes keep theirs.
        ///
        /// The token is the same for every version of a pass: the one devices know, which is that of the current version
        /// before the one that is kept; else the upload's own, else a new one.
        /// - Parameters:
        ///   - request: The request.
        ///   - authorize: Refuses callers that may not touch passes of the type; asked before a token is kept.
        func rewrite(
            of request: PassUpdateRequest,
            _ authorize: (_ type: String) async throws -> Void
        ) async throws -> WebServiceRewrite? {
            guard parts.configuration.rewritesWebService else { return nil }
            let package = try PassPackage(reading: request.pkPass, limits: parts.configuration.updater.limits)
            guard let pass = package.pass.identifier else { return nil }
            try await authorize(pass.type)
            let current = try await parts.store.currentVersion(of: pass)?.authenticationToken
            let proposed = Self.usable(current) ?? Self.usable(package.pass["authenticationToken"])
            let kept = try await parts.store.authenticationToken(
                of: pass,
                proposing: proposed ?? Hex.encode(parts.configuration.random(16))
            )
            return WebServiceRewrite(
                webServiceURL: parts.links.webServiceURL,
                // No update may change the token of a version, whatever else is kept for the pass.
                authenticationToken: Self.usable(current) ?? kept
            )
        }

        /// A token, if it is as long as Wallet wants them.
        private static func usable(_ token: String?) -> String? {
            token.flatMap { $0.utf8.count >= 16 ? $0 : nil }
        }
    }
#endif
