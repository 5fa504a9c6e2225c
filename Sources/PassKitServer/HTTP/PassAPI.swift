#if Server
    public import HTTPTypes
    public import PassKitCore

    /// The HTTP API of the server, for any framework: one request in, one response out.
    ///
    /// ```swift
    /// let api = PassAPI(engine, authenticator: try BasicAuthenticator(passwords: ["crm": password]))
    /// let (response, body) = await api.respond(to: request, body: body)
    /// ```
    ///
    /// `Docs/HTTPAPI.md` says what every endpoint takes and answers.
    public struct PassAPI: Sendable {
        /// What may be left at its defaults.
        public struct Configuration: Sendable {
            /// The prefixes every path is served under, without a slash at the end; an empty one is none.
            public var prefixes: [String]

            /// What an upload may be.
            public var limits: MultipartLimits

            /// How long an upload may pause.
            public var idleTime: Duration

            /// How long an upload may take altogether.
            public var uploadTime: Duration

            /// How many bytes all uploads that are read or judged at a time may have together; more are refused with
            /// `engine.busy`.
            ///
            /// An upload counts with its stated length, or else with the most it may have. One alone is always let in.
            public var maximumUploadBytes: Int

            /// Says who sends too much; nil lets everybody.
            public var limiter: (any RequestLimiter)?

            /// How the Wallet web service words its answers.
            public var deviceDialect: DeviceDialect

            /// Tells the time.
            public var clock: any PassClock

            /// Is told of errors that are no refusals: they are answered with 500, unless only a note failed.
            public var onFailure: @Sendable (any Error) -> Void

            /// Makes a configuration.
            public init(
                prefixes: [String] = ["", "/vpns", "/kpns"],
                limits: MultipartLimits = .default,
                idleTime: Duration = .seconds(20),
                uploadTime: Duration = .seconds(300),
                maximumUploadBytes: Int = 512 << 20,
                limiter: (any RequestLimiter)? = nil,
                deviceDialect: DeviceDialect = .apple,
                clock: any PassClock = SystemPassClock(),
                onFailure: @escaping @Sendable (any Error) -> Void = { _ in }
            ) {
                self.prefixes = prefixes
                self.limits = limits
                self.idleTime = idleTime
                self.uploadTime = uploadTime
                self.maximumUploadBytes = maximumUploadBytes
                self.limiter = limiter
                self.deviceDialect = deviceDialect
                self.clock = clock
                self.onFailure = onFailure
            }
        }

        let service: any PassDistributionService
        let downloads: (any PassDownloads)?
        let devices: (any PassWebService)?
        let health: (any ReadinessSource)?
        let authenticator: any RequestAuthenticator
        let configuration: Configuration
        let uploads: UploadBudget

        /// Serves a service.
        /// - Parameters:
        ///   - service: Takes the requests; if it also gives downloads, serves devices and tells its readiness, as the
        ///     engine does, those are served.
        ///   - authenticator: Says who sends a request.
        ///   - configuration: What may be left at its defaults.
        public init(
            _ service: some PassDistributionService,
            authenticator: some RequestAuthenticator,
            configuration: Configuration = .init()
        ) {
            self.service = service
            self.downloads = service as? any PassDownloads
            self.devices = service as? any PassWebService
            self.health = service as? any ReadinessSource
            self.authenticator = authenticator
            self.configuration = configuration
            uploads = UploadBudget(configuration.maximumUploadBytes)
        }

        /// Whether a path is one of the API's, with whatever method.
        public func serves(path: String) -> Bool { !matches(Self.path(of: path)).isEmpty }

        /// Answers a request.
        ///
        /// A refused request's body may be left unread: close the connection then, or read on and drop it.
        public func respond(to request: HTTPRequest, body: PassBody) async -> (HTTPResponse, PassBody) {
            do {
                return try await reply(to: request, body: body).message(for: request.method)
            } catch let error as PassError {
                let reply = PassReply(refusing: error)
                if reply.status == .internalServerError { configuration.onFailure(error) }
                return reply.message(for: request.method)
            } catch {
                configuration.onFailure(error)
                return PassReply(refusing: PassError(.init("http.internal"), "")).message(for: request.method)
            }
        }

        private func reply(to request: HTTPRequest, body: PassBody) async throws -> PassReply {
            let target = request.path ?? "/"
            let matches = matches(Self.path(of: target))
            guard !matches.isEmpty else { throw Self.notServed }
            guard let (route, parameters) = matches.first(where: { $0.0.serves(request.method) }) else {
                return Self.methodNotAllowed(matches.map(\.0))
            }
            var call = PassCall(request, body, parameters, query: Self.query(of: target))
            if route.needsAuthentication {
                guard let principal = try await authenticator.principal(of: request) else {
                    return .unauthorized(challenge: authenticator.challenge)
                }
                call.principal = principal
            }
            if let delay = await configuration.limiter?.delay(for: request, of: call.principal) {
                var reply = PassReply(refusing: PassError(.httpRateLimited, "Too many requests. Wait a while."))
                reply.fields[.retryAfter] = String(delay)
                return reply
            }
            return try await perform(route.operation, call)
        }

        private func perform(_ operation: PassRoute.Operation, _ call: PassCall) async throws -> PassReply {
            switch operation {
            case .update, .issue: try await submit(operation, call)
            case .passes, .passesOfRecipient: try await passes(call)
            case .status: try await status(call)
            case .content: try await content(call)
            case .cancel: try await cancel(call)
            case .download: try await download(call)
            case .health: PassReply(.ok, json: ["status": "ok"])
            case .readiness: await readiness()
            case .registerDevice, .unregisterDevice, .updatedPasses, .fetchPass, .personalize, .deviceLog:
                try await performForDevice(operation, call)
            }
        }

        private func performForDevice(_ operation: PassRoute.Operation, _ call: PassCall) async throws -> PassReply {
            guard let devices else { throw Self.notServed }
            return switch operation {
            case .registerDevice: try await registerDevice(call, devices)
            case .unregisterDevice: try await unregisterDevice(call, devices)
            case .updatedPasses: try await updatedPasses(call, devices)
            case .fetchPass: try await fetchPass(call, devices)
            case .personalize: try await personalize(call, devices)
            case .deviceLog: try await deviceLog(call, devices)
            default: throw Self.notServed
            }
        }

        private static var notServed: PassError {
            PassError(
                .httpNotFound,
                "Nothing is served at this path. See the API's description for those that are."
            )
        }

        // MARK: Paths

        private func matches(_ path: Substring) -> [(PassRoute, [String: String])] {
            for prefix in configuration.prefixes where path.hasPrefix(prefix) {
                let rest = Self.withoutDoubleSlash(path.dropFirst(prefix.count))
                let matches = Self.routes.compactMap { route -> (PassRoute, [String: String])? in
                    guard devices != nil || !route.isForDevices else { return nil }
                    return route.parameters(of: rest).map { (route, $0) }
                }
                if !matches.isEmpty { return matches }
            }
            return []
        }

        /// Devices append `/v1/…` to an address that may end in a slash itself.
        private static func withoutDoubleSlash(_ path: Substring) -> Substring {
            for start in ["", "/api"] where path.hasPrefix("\(start)//v1/") {
                return Substring(start) + path.dropFirst(start.count + 1)
            }
            return path
        }

        private static func path(of target: String) -> Substring { target.prefix { $0 != "?" && $0 != "#" } }

        private static func query(of target: String) -> Substring {
            let rest = target.drop { $0 != "?" }
            return rest.dropFirst().prefix { $0 != "#" }
        }

        private static func methodNotAllowed(_ routes: [PassRoute]) -> PassReply {
            var reply = PassReply(
                refusing: PassError(.httpMethodNotAllowed, "Invalid request. Request method not allowed.")
            )
            let methods = Set(routes.flatMap { $0.method == .get ? ["GET", "HEAD"] : [$0.method.rawValue] })
            reply.fields[.allow] = methods.sorted().joined(separator: ", ")
            return reply
        }
    }

    /// One request on its way through the API.
    struct PassCall {
        let request: HTTPRequest
        let body: PassBody
        let parameters: [String: String]
        let query: [String: String]
        var principal = PassPrincipal.anonymous

        init(_ request: HTTPRequest, _ body: PassBody, _ parameters: [String: String], query: Substring) {
            self.request = request
            self.body = body
            self.parameters = parameters
            self.query = PercentDecoding.query(query)
        }

        /// A parameter of the path; routes name every one they have.
        func parameter(_ name: String) -> String { parameters[name] ?? "" }

        /// A whole number in the query.
        func number(_ name: String, in range: ClosedRange<Int>, default value: Int) throws(PassError) -> Int {
            guard let text = query[name] else { return value }
            guard let number = Int(text), range.contains(number) else {
                throw PassError(
                    .httpParameter,
                    "The query's \(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)."
                )
            }
            return number
        }
    }
#endif
