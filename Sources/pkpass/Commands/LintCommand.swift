#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct LintCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "lint",
            abstract: "Say in advance why Wallet would refuse or degrade a pass.",
            discussion: """
                A folder is linted as what is to be signed, a file as what is to be handed out; with --identity, as what
                that certificate is to sign. Exits with 0 without errors, 1 with errors, 2 when nothing can be read.
                `pkpass explain CODE` tells more about a finding. Example: pkpass lint Ticket.pass --identity pass.pem
                """
        )

        @Argument(help: "A .pkpass, a .pkpasses, or the folder of a pass.")
        var path: String

        @Option(help: "The certificate that is to sign the pass: PEM, DER or PKCS#12.")
        var identity: String?

        @Option(name: .customLong("password-env"), help: "The variable that holds the password of the PKCS#12 file.")
        var passwordVariable: String?

        @Option(help: "How to print the findings: text, json, github or sarif.")
        var format: LintFormat?

        @Option(help: "The oldest iOS the pass is to work on, such as 17 or 18.1.", transform: Self.version)
        var target: IOSVersion?

        @Option(name: .customLong("style"), help: "A style the pass may have; repeatable.")
        var styles: [String] = []

        @Option(name: .customLong("ignore"), help: "A code not to report; repeatable.")
        var ignored: [String] = []

        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard format == nil || !output.json else { throw ValidationError("Give --format or --json, not both.") }
        }

        func run() throws {
            let signer = try identity.map(certificate)
            var configuration = PassLinter.Configuration(
                target: target,
                styles: styles.isEmpty ? nil : Set(styles.map(PassStyle.init(rawValue:))),
                ignoredCodes: Set(ignored.map { Finding.Code($0) })
            )
            let findings: [Finding]
            if Files.isFolder(path) {
                configuration.signature = .ignored
                let archive = try Files.named(path) { try PassFolder.archive(at: path) }
                findings = PassLinter(configuration).findings(in: archive, signer: signer)
            } else {
                configuration.signature = signer == nil ? .required : .ignored
                let bytes = try Files.read(path, limit: ArchiveLimits.bundle.archiveSize)
                findings = try Files.named(path) { try lint(bytes, configuration, signer) }
            }
            Output.print(raw: (format ?? (output.json ? .json : .text)).document(findings, of: path))
            if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        }

        private func lint(
            _ bytes: [UInt8],
            _ configuration: PassLinter.Configuration,
            _ signer: PassCertificate?
        ) throws -> [Finding] {
            let linter = PassLinter(configuration)
            guard let archive = try OpenedFile.single(bytes) else {
                return linter.findings(in: try PassBundle(reading: bytes))
            }
            return linter.findings(in: archive, signer: signer)
        }

        private static func version(_ text: String) throws -> IOSVersion {
            guard let version = IOSVersion(text) else {
                throw ValidationError("Write a version of iOS as 17 or 18.1.")
            }
            return version
        }

        private func certificate(_ path: String) throws -> PassCertificate {
            let bytes = try Files.read(path, limit: Files.smallFile)
            if let certificate = try? PassCertificate(reading: bytes) { return certificate }
            let password = try Environment.secret(passwordVariable).map { Password($0) }
            return try IdentityFile.explaining(path, key: nil, password) {
                try SigningIdentity(pkcs12: bytes, password: password ?? "").certificate
            }
        }
    }
#endif
