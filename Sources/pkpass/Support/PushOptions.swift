#if CommandLineTool
    import ArgumentParser
    import PassKitAsyncHTTPClient
    import PassKitCore

    /// Where pushes go.
    struct PushOptions: ParsableArguments {
        @Option(help: "Push to a service of your own at HOST:PORT instead of Apple's; for tests.")
        var apns: String?

        @Option(help: "A PEM with the authority that vouches for that service, instead of those the system trusts.")
        var apnsRoot: String?

        func validate() throws {
            guard apnsRoot == nil || apns != nil else {
                throw ValidationError("--apns-root is for the service of --apns. Give both, or neither.")
            }
        }

        /// A transport that pushes with those signers' certificates.
        func transport(_ signers: SignerRegistry) throws -> APNsTransport {
            var configuration = APNsTransport.Configuration()
            if let apns { (configuration.host, configuration.port) = try ServeCommand.address(apns, of: "--apns") }
            if let apnsRoot {
                let bytes = try Files.read(apnsRoot, limit: Files.smallFile)
                let roots = try Files.named(apnsRoot) { try PassCertificate.all(in: bytes) }
                guard !roots.isEmpty else {
                    throw PassError(.toolFile, "\(apnsRoot) holds no certificate. Give the PEM of the authority.")
                }
                configuration.trustedRoots = roots
            }
            return try APNsTransport(signers: signers, configuration: configuration)
        }
    }
#endif
