#if CommandLineTool
    import ArgumentParser
    import AsyncHTTPClient
    import PassKitAsyncHTTPClient
    import PassKitCore

    /// Which server a command talks to, and how it proves itself.
    struct RemoteOptions: ParsableArguments {
        /// The kinds of credentials a variable can hold, and how they are written in it.
        enum Credentials: String, ExpressibleByArgument, CaseIterable {
            /// `user:password`
            case basic
            /// The value of a claims token.
            case claimsToken = "claims-token"
            /// `userid:password`, to log in with for a claims token.
            case claimsLogin = "claims-login"
            /// `token:secret`
            case accessToken = "access-token"
            /// `user:password`, to get an access token with.
            case accessLogin = "access-login"
            /// The key of an application.
            case apiKey = "api-key"
        }

        @Option(help: "The address of the server with its path, such as https://host/vpns.")
        var server: String

        @Option(help: "The variable with the credentials; none are sent without it.")
        var credentialsEnv: String?

        @Option(
            help: """
                What the variable holds, basic unless given: basic, claims-login and access-login are user:password, \
                access-token is token:secret, claims-token and api-key are the token or key alone.
                """
        )
        var credentials: Credentials?

        @Option(help: "The header that a claims token or API key travels in, where it is not the documented one.")
        var credentialsHeader: String?

        @Option(help: "The address to log in at for a claims token, where it is not on the server itself.")
        var login: String?

        // Whatever follows is the value, so that a negative number is answered with the range.
        @Option(
            parsing: .unconditional,
            help: "How many seconds one exchange may take, 1 to 86400; 60 unless given.",
            transform: Self.seconds
        )
        var timeout = 60

        /// Refuses options that would be passed over in silence.
        func validate() throws {
            guard credentialsEnv != nil || credentials == nil && credentialsHeader == nil && login == nil else {
                throw ValidationError("--credentials, --credentials-header and --login need --credentials-env.")
            }
            guard login == nil || credentials == .claimsLogin else {
                throw ValidationError("--login is for --credentials claims-login. Give both, or neither.")
            }
            switch credentials {
            case .claimsToken, .claimsLogin, .apiKey: return
            default:
                guard credentialsHeader == nil else {
                    throw ValidationError(
                        "--credentials-header is for --credentials claims-token, claims-login or api-key. Leave it out."
                    )
                }
            }
        }

        /// Does something with the server, and closes the connections.
        func withService<Answer>(
            progress: (@Sendable (UploadProgress) -> Void)? = nil,
            _ body: (RemotePassUpdateService) async throws -> Answer
        ) async throws -> Answer {
            try checkAddress()
            var configuration = RemotePassUpdateService.Configuration(
                address: server,
                credentials: try serviceCredentials()
            )
            configuration.timeout = .seconds(timeout)
            configuration.progress = progress
            var client = HTTPClient.Configuration()
            // A redirect would carry the credentials elsewhere.
            client.redirectConfiguration = .disallow
            let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: client)
            do {
                let transport = AsyncHTTPClientTransport(http, configuration: .init(timeout: .seconds(timeout)))
                let answer = try await body(RemotePassUpdateService(configuration, transport: transport))
                try await http.shutdown()
                return answer
            } catch {
                try? await http.shutdown()
                throw RemoteFailure.error(error, server, hasCredentials: credentialsEnv != nil)
            }
        }

        private func checkAddress() throws(PassError) {
            if let api = server.firstRange(of: "/api/v1") {
                throw PassError(
                    .transportAddress,
                    "--server takes the address without /api/v1/…: what is asked for follows it by itself. Give "
                        + "\(server.contains("@") ? "what stands before" : String(server[..<api.lowerBound]))."
                )
            }
            do throws(PassError) {
                _ = try ServiceAddress(server)
            } catch {
                // A password in it is not for logs.
                let value = server.contains("@") ? "" : " \"\(server)\""
                throw PassError(
                    .transportAddress,
                    "--server\(value) is no address of a server. Give it as https://host:port/path, without user name, "
                        + "query and fragment.",
                    cause: error
                )
            }
        }

        private static func seconds(_ text: String) throws -> Int {
            guard let seconds = Int(text), (1...86_400).contains(seconds) else {
                throw ValidationError("Give 1 to 86400 seconds.")
            }
            return seconds
        }

        private func serviceCredentials() throws(PassError) -> ServiceCredentials {
            guard let secret = try Environment.secret(credentialsEnv) else { return .none }
            switch credentials ?? .basic {
            case .basic:
                let (user, password) = try pair(secret)
                return .basic(user: user, password: password)
            case .claimsToken:
                return credentialsHeader.map { .claimsToken(secret, header: $0) } ?? .claimsToken(secret)
            case .claimsLogin:
                let (user, password) = try pair(secret)
                let login = ClaimsLogin(userid: user, password: password, address: login)
                return credentialsHeader.map { .claimsToken(login: login, header: $0) } ?? .claimsToken(login: login)
            case .accessToken:
                let (token, secret) = try pair(secret)
                return .accessToken(token, secret: secret)
            case .accessLogin:
                let (user, password) = try pair(secret)
                return .accessToken(user: user, password: password)
            case .apiKey:
                return credentialsHeader.map { .apiKey(secret, header: $0) } ?? .apiKey(secret)
            }
        }

        private func pair(_ secret: String) throws(PassError) -> (String, String) {
            guard let colon = secret.firstIndex(of: ":") else {
                throw PassError(
                    .toolUsage,
                    "The variable \(credentialsEnv ?? "") must hold two values with a colon between them."
                )
            }
            return (String(secret[..<colon]), String(secret[secret.index(after: colon)...]))
        }
    }

    /// What the tool says when there was no reply.
    private enum RemoteFailure {
        static func error(_ error: any Error, _ server: String, hasCredentials: Bool) -> any Error {
            if !hasCredentials, let error = error as? PassError, error.code == .transportUnauthorized {
                return PassError(
                    .transportUnauthorized,
                    "The server asks for credentials, and none were sent. Give --credentials-env.",
                    cause: error
                )
            }
            guard !(error is PassError), !(error is ExitCode), !(error is CancellationError) else { return error }
            return PassError(
                .transportUnavailable,
                CauseText.speaksNoTLS(error)
                    ? "The server at \(server) speaks no TLS. Give its address with http://, or the address of its proxy."
                    : "\(server) cannot be reached: \(CauseText.words(of: error)). Check the address, and that the server "
                        + "runs.",
                cause: error
            )
        }
    }
#endif
