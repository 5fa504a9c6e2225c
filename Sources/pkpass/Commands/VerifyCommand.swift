#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    struct VerifyCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Say whether a pass is intact and who signed it.",
            discussion: """
                Trusted passes exit with 0, untrusted and invalid ones with 1, unreadable files with 2.
                Example: pkpass verify ticket.pkpass --anchor my-ca.pem
                """
        )

        /// The moment at which the certificates must be valid.
        enum Moment: String, ExpressibleByArgument, CaseIterable {
            case signingTime = "signing-time"
            case now
        }

        @Argument(help: "A .pkpass, or a .pkpasses whose passes are verified one by one.")
        var file: String

        @Option(name: .customLong("anchor"), help: "A PEM file with certificates to trust besides Apple's; repeatable.")
        var anchors: [String] = []

        @Option(help: "When the certificates must be valid.")
        var at = Moment.signingTime

        @OptionGroup var output: OutputOptions

        func run() throws {
            let trust = try Files.anchors(anchors, besides: .apple)
            let verifier = PassVerifier(anchors: trust, time: at == .now ? .at(.now) : .signingTime)

            let passes = try OpenedFile(reading: file)
            let reports = passes.archives.map { (name: $0.name, report: verifier.verify($0.archive)) }
            if output.json {
                Output.print(passes.isBundle ? Self.bundle(reports) : reports[0].report.json)
            } else {
                for (name, report) in reports {
                    if passes.isBundle { Output.print("\(name):") }
                    Output.print(report.text)
                }
            }
            if !reports.allSatisfy({ $0.report.verdict == .trusted }) { throw ExitCode(1) }
        }

        private static func bundle(_ reports: [(name: String, report: VerificationReport)]) -> JSONValue {
            let passes = reports.map { name, report in
                var json = JSONValue.object(JSONObject())
                json["name"] = .string(name)
                for member in report.json.objectValue?.members ?? [] { json[member.key] = member.value }
                return json
            }
            return ["passes": .array(passes)]
        }
    }

    extension VerificationReport {
        fileprivate var json: JSONValue {
            [
                "verdict": .string("\(verdict)"),
                "intact": .bool(isIntact),
                "findings": .array(findings.map(\.json)),
            ]
        }

        fileprivate var text: String {
            var lines = ["\(verdict)\(isIntact ? ", intact" : "")"]
            if let signer {
                lines.append(
                    "signed by \(signer.passTypeIdentifier ?? "no pass type") of team \(signer.teamIdentifier ?? "none")"
                        + (signingTime.map { " at \($0.formatted(.iso8601))" } ?? "")
                )
            }
            return (lines + findings.map(\.description)).joined(separator: "\n")
        }
    }

    extension Finding {
        /// The finding as the tool prints it.
        var json: JSONValue {
            [
                "code": .string(code.rawValue),
                "severity": .string(severity.rawValue),
                "message": .string(remedy.isEmpty ? message : "\(message) \(remedy)"),
                "path": .string(path),
            ]
        }
    }
#endif
