#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    struct IdentityCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "identity",
            abstract: "Show what a certificate, PEM or P12 holds and signs, and why it would be refused.",
            discussion: """
                Exits with 0 when what is there may sign, with 1 when it would be refused, with 2 when it cannot be read.
                Example: pkpass identity pass.p12 --password-env P12
                """
        )

        @Argument(help: "The certificate (.cer), PEM or P12.")
        var file: String

        @Option(help: "The PEM of the key, where it is not in the file.")
        var key: String?

        @Option(help: "A PEM with intermediate certificates that the file does not hold.")
        var intermediate: String?

        @Option(help: "The variable with the password of the file or its key.")
        var passwordEnv: String?

        @OptionGroup var output: OutputOptions

        func run() throws {
            let now = Date.now
            let bytes = try Files.read(file, limit: Files.smallFile)
            let keyBytes = try key.map { try Files.read($0, limit: Files.smallFile) }
            let intermediates = try IdentityFile.intermediates(intermediate)
            let password = try Environment.secret(passwordEnv).map { Password($0) }
            let report = try IdentityFile.explaining(file, key: nil, password) {
                try IdentityReport(
                    reading: bytes,
                    key: keyBytes,
                    intermediates: intermediates,
                    password: password,
                    at: now
                )
            }
            if let fault = keyFault(report, password) { throw fault }
            let summary = IdentitySummary(report: report, time: now)
            if output.json { Output.print(summary.json) } else { Output.print(summary.text) }
            if !report.maySign { throw ExitCode(1) }
        }

        /// Why the key cannot be read, nil when it can or is not there: what is not read cannot be judged.
        private func keyFault(_ report: IdentityReport, _ password: Password?) -> PassError? {
            let codes: [PassError.Code] = [.signingPasswordNeeded, .signingWrongPassword, .signingKeyUnreadable]
            let finding = report.findings.first { finding in
                finding.severity == .error && codes.contains { $0.rawValue == finding.code.rawValue }
            }
            guard let finding else { return nil }
            let text = finding.remedy.isEmpty ? finding.message : "\(finding.message) \(finding.remedy)"
            let error = PassError(.init(finding.code.rawValue), text)
            return IdentityFile.explanation(error, file, key: key, password)
        }
    }
#endif
