#if CommandLineTool
    import ArgumentParser
    import Logging
    import PassKitAsyncHTTPClient
    import PassKitCore
    import PassKitServer
    import UnixSignals

    struct ServeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "serve",
            abstract: "Serve the update API, and devices, on an embedded database.",
            discussion: """
                Prints one line when it listens; SIGTERM ends it gracefully, SIGHUP reads identities, recipients and holders
                again.
                It speaks plain HTTP: put a proxy in front of it that speaks TLS. --help-hidden shows more options.
                Example: pkpass serve --database passes.db --listen 127.0.0.1:8080 --public-url https://passes.example.com \
                --recipients people.json --outbox ./outbox --identity pass.p12 --password-env P12 --credentials-env API
                """
        )

        @Option(help: "The database file; made if it is not there.")
        var database: String

        @Option(help: "The address to listen at, HOST:PORT; port 0 picks one.")
        var listen: String

        @Option(help: "Where recipients reach the server from outside, with any path prefix.")
        var publicUrl: String

        @Option(help: "A file with the recipients, as JSON or CSV.")
        var recipients: String

        @Option(
            help: "A CSV file that says who holds which pass: type,serial,recipient[,authenticationToken,pushToken]."
        )
        var holders: String?

        @Option(
            help: ArgumentHelp(
                "What becomes of recipients of an update who are not known to hold the pass: issue, update or reject.",
                visibility: .hidden
            ),
            transform: Self.unknownHolders
        )
        var unknownHolders = PassUpdateEngine.UnknownHolders.issue

        @OptionGroup var messages: MessageOptions

        @Option(help: "A P12 or PEM with a signing identity; repeatable.")
        var identity: [String] = []

        @Option(
            help: ArgumentHelp(
                "The PEM of the key, where it is not in the identity's own; in the order of the identities.",
                visibility: .hidden
            )
        )
        var key: [String] = []

        @Option(help: "The variable with the password of an identity; in the order of the identities.")
        var passwordEnv: [String] = []

        @Option(
            help: ArgumentHelp(
                "A PEM with intermediate certificates that the identities do not hold.",
                visibility: .hidden
            )
        )
        var intermediate: String?

        @Option(help: "The variable with user:password that callers must send.")
        var credentialsEnv: String?

        @Flag(help: "Lets everybody in; for a server behind something that authenticates.")
        var noAuthentication = false

        @Option(help: "Which signed uploads are taken: trusted, intact or any.", transform: Self.policy)
        var accept = UploadPolicy.intact

        @Option(
            name: .customLong("anchor"),
            help: ArgumentHelp("A PEM with certificates to trust besides Apple's; repeatable.", visibility: .hidden)
        )
        var anchors: [String] = []

        @Option(help: ArgumentHelp("A path prefix of your own, besides /vpns and /kpns.", visibility: .hidden))
        var pathPrefix: String?

        @Option(
            help: ArgumentHelp("The sender of e-mails that name none: 'Name <a@example.com>'.", visibility: .hidden)
        )
        var sender: String?

        @Flag(help: "Puts the server's own web service and token into every pass it signs.")
        var rewriteWebService = false

        @Option(
            help: ArgumentHelp(
                "How devices are answered: apple, or voltmx as the documented update server does.",
                visibility: .hidden
            ),
            transform: Self.dialect
        )
        var deviceDialect = DeviceDialect.apple

        @OptionGroup(visibility: .hidden) var push: PushOptions

        @OptionGroup(visibility: .hidden) var output: OutputOptions

        @Flag(help: "Leaves pushes to devices in the database, to be sent by a server without this.")
        var noPush = false

        @Option(
            help: ArgumentHelp(
                "What is logged: trace, debug, info, notice, warning, error or critical, and all that is graver.",
                visibility: .hidden
            ),
            transform: Self.logLevel
        )
        var logLevel = Logger.Level.notice

        func validate() throws {
            guard credentialsEnv != nil || noAuthentication else {
                throw ValidationError("Give --credentials-env, or --no-authentication to let everybody in.")
            }
            guard credentialsEnv == nil || !noAuthentication else {
                throw ValidationError("Both --credentials-env and --no-authentication are given. Give one of them.")
            }
            guard !noPush || push.apns == nil else {
                throw ValidationError("Both --no-push and --apns are given. Give one of them.")
            }
            guard key.isEmpty || key.count == identity.count else {
                throw ValidationError("Give one --key for each --identity, or none.")
            }
            guard passwordEnv.count <= identity.count else {
                throw ValidationError("There are more --password-env than --identity.")
            }
        }

        func run() async throws {
            let (host, port) = try Self.address(listen)
            let address = ListenAddress(host: host, port: port)
            // First, so that a start that fails leaves neither a database nor an outbox.
            try address.check()
            do {
                try await messages.withTransport { try await serve(at: address, sending: $0) }
            } catch let error as PassError where error.code == .enginePublicURL {
                throw error.about("--public-url \(publicUrl)")
            } catch let error as PassError {
                throw error.aboutDatabase(database)
            }
        }

        private func serve(at address: ListenAddress, sending messages: any NotificationTransport) async throws {
            let options = self
            let signers = try signers()
            let apns: APNsTransport? = try noPush || identity.isEmpty ? nil : push.transport(signers)
            do {
                let server = try PassServer(
                    .init(
                        database: database,
                        host: address.host,
                        port: address.port,
                        publicURL: publicUrl,
                        signers: signers,
                        recipients: try people(),
                        messages: messages,
                        authenticator: try authenticator(),
                        engine: try engine(pushing: apns),
                        api: api()
                    )
                )
                do {
                    if let holdings = try holdings() { try await server.engine.importHoldings(csv: holdings) }
                } catch {
                    server.close()
                    throw error
                }
                try await server.run(
                    until: [.sigterm, .sigint],
                    reload: { engine in
                        // All is read before any of it is used: a broken file leaves everything as it was.
                        let signers = try options.signers()
                        let people = try options.people()
                        let holdings = try options.holdings()
                        try apns?.use(signers: signers)
                        engine.use(recipients: people)
                        try await engine.use(signers: signers)
                        if let holdings { try await engine.importHoldings(csv: holdings) }
                    },
                    onListening: { port in
                        let url = address.url(port: port)
                        if options.output.json {
                            Output.print(["listening": .string(url)] as JSONValue)
                        } else {
                            Output.print("listening on \(url)")
                        }
                    }
                )
            } catch {
                await apns?.shutdown()
                throw error
            }
            await apns?.shutdown()
        }

        private func engine(pushing push: APNsTransport?) throws -> PassUpdateEngine.Configuration {
            var engine = PassUpdateEngine.Configuration()
            engine.updater = try updater()
            engine.planner = .init(
                defaultSender: try Self.mailbox(sender) ?? .init(address: "passes@localhost.localdomain")
            )
            engine.rewritesWebService = rewriteWebService
            engine.unknownHolders = unknownHolders
            engine.logger = Logger(label: "pkpass", factory: { StreamLogHandler.standardError(label: $0) })
            engine.logger.logLevel = logLevel
            engine.push = push
            return engine
        }

        private func api() -> PassAPI.Configuration {
            var api = PassAPI.Configuration()
            api.deviceDialect = deviceDialect
            if let pathPrefix { api.prefixes.append(Self.prefix(pathPrefix)) }
            return api
        }

        private func signers() throws -> SignerRegistry {
            var registry = SignerRegistry()
            for (index, path) in identity.enumerated() {
                let password = try index < passwordEnv.count ? Environment.secret(passwordEnv[index]) : nil
                let file = IdentityFile(
                    path: path,
                    keyPath: index < key.count ? key[index] : nil,
                    password: password.map { Password($0) },
                    intermediatePath: intermediate
                )
                registry.add(try CMSManifestSigner(file.load()))
            }
            return registry
        }

        private func people() throws -> RecipientList {
            let bytes = try Files.read(recipients, limit: Self.largeFile)
            return try Files.named(recipients) { try RecipientList(reading: bytes) }
        }

        /// The file with holders, once it is known to be sound; nil when there is none.
        private func holdings() throws -> [UInt8]? {
            guard let holders else { return nil }
            let bytes = try Files.read(holders, limit: Self.largeFile)
            try Files.named(holders) {
                var file = try HoldingsFile(bytes)
                while try file.next() != nil {}
            }
            return bytes
        }

        /// The largest file with recipients or holders that is read.
        private static let largeFile = 256 << 20

        private func updater() throws -> PassUpdater.Configuration {
            let trust = try Files.anchors(anchors, besides: .apple)
            return .init(accept: accept, verifier: PassVerifier(anchors: trust))
        }

        private func authenticator() throws -> any RequestAuthenticator {
            guard let (user, password) = try Environment.credentials(credentialsEnv) else { return NoAuthentication() }
            return try BasicAuthenticator(passwords: [user: password])
        }

        // MARK: Reading options

        private static func policy(_ text: String) throws -> UploadPolicy {
            guard let policy = UploadPolicy(rawValue: text) else {
                throw ValidationError("--accept must be trusted, intact or any.")
            }
            return policy
        }

        private static func unknownHolders(_ text: String) throws -> PassUpdateEngine.UnknownHolders {
            guard let policy = PassUpdateEngine.UnknownHolders(rawValue: text) else {
                throw ValidationError("--unknown-holders must be issue, update or reject.")
            }
            return policy
        }

        private static func logLevel(_ text: String) throws -> Logger.Level {
            guard let level = Logger.Level(rawValue: text) else {
                throw ValidationError("--log-level must be trace, debug, info, notice, warning, error or critical.")
            }
            return level
        }

        private static func dialect(_ text: String) throws -> DeviceDialect {
            guard let dialect = DeviceDialect(rawValue: text) else {
                throw ValidationError("--device-dialect must be apple or voltmx.")
            }
            return dialect
        }

        static func address(_ text: String, of option: String = "--listen") throws -> (host: String, port: Int) {
            guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
                (0...65_535).contains(port), colon != text.startIndex
            else { throw PassError(.toolUsage, "\(option) must be HOST:PORT, such as 127.0.0.1:8080.") }
            let host = text[..<colon]
            if host.hasPrefix("["), host.hasSuffix("]") { return (String(host.dropFirst().dropLast()), port) }
            guard !host.contains(":") else {
                throw PassError(
                    .toolUsage,
                    "\(option): an IPv6 address stands in brackets. Write [\(host)]:\(port), if you mean that."
                )
            }
            return (String(host), port)
        }

        private static func prefix(_ text: String) -> String {
            let trimmed = text.split(separator: "/").joined(separator: "/")
            return trimmed.isEmpty ? "" : "/" + trimmed
        }

        /// `Name <address>`, or an address alone.
        static func mailbox(_ text: String?) throws -> EmailMessage.Mailbox? {
            guard let text else { return nil }
            let mailbox: EmailMessage.Mailbox
            if let open = text.firstIndex(of: "<"), text.hasSuffix(">") {
                let name = text[..<open].split(separator: " ").joined(separator: " ")
                mailbox = .init(
                    name: name.isEmpty ? nil : name,
                    address: String(text[text.index(after: open)...].dropLast())
                )
            } else {
                mailbox = .init(address: text)
            }
            guard MessageAddress.isEmail(mailbox.address) else {
                throw PassError(.toolUsage, "--sender must be 'Name <name@example.com>' or an address alone.")
            }
            return mailbox
        }
    }
#endif
