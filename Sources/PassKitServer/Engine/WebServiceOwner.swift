#if Server
    import PassKitCore

    /// Decides whether a pass is to ask us for updates, and with which token.
    struct WebServiceOwner {
        private let parts: EngineParts

        init(_ parts: EngineParts) { self.parts = parts }

        /// The web service that takes the place of the upload's own; nil when passes keep theirs.
        ///
        /// The token is the same for every version of a pass: the one devices know, else the upload's own, else a new one.
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
            let own: String? = package.pass["authenticationToken"]
            let proposed =
                own.flatMap { $0.utf8.count >= 16 ? $0 : nil } ?? Hex.encode(parts.configuration.random(16))
            return WebServiceRewrite(
                webServiceURL: parts.links.webServiceURL,
                authenticationToken: try await parts.store.authenticationToken(of: pass, proposing: proposed)
            )
        }
    }
#endif
