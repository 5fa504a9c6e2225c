#if CommandLineTool
    import ArgumentParser
    import PassKitCore
    import PassKitSQLite
    import PassKitServer

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// How a command ends when it does not end well: exit status 2 for input and usage, 3 for a service.
    struct ToolFailure {
        private enum Kind {
            case help(any Error)
            case answer(ExitCode)
            case failure(code: PassError.Code, message: String, status: Int32)
        }

        private let kind: Kind

        init(_ error: any Error) {
            switch error {
            case let answer as ExitCode:
                kind = .answer(answer)
            case let error as PassError:
                let message = CauseText.message(error)
                kind = .failure(code: error.code, message: message, status: Self.status(of: error.code))
            case _ where PkpassCommand.exitCode(for: error) == .success:
                kind = .help(error)
            case _ where PkpassCommand.exitCode(for: error) == .validationFailure:
                kind = .failure(code: .toolUsage, message: PkpassCommand.fullMessage(for: error), status: 2)
            default:
                kind = .failure(code: .toolFailed, message: String(describing: error), status: 3)
            }
        }

        /// What a service's own rooms say of an option: it is the caller's to mend, and trying again does not help.
        private static let inputs: Set<PassError.Code> = [
            .enginePublicURL, .storeCannotOpen, .storeForeignFile, .storeNewerSchema, .transportAddress,
            .transportCredentials,
        ]

        private static func status(of code: PassError.Code) -> Int32 {
            if inputs.contains(code) { return 2 }
            let services = ["transport.", "store.", "engine.", "http.", "tool.demo"]
            return services.contains { code.rawValue.hasPrefix($0) } ? 3 : 2
        }

        /// Says what is wrong, as JSON on the standard output where `--json` was asked for, and ends the process.
        func report() -> Never {
            switch kind {
            case .help(let error):
                PkpassCommand.exit(withError: error)
            case .answer(let code):
                exit(code.rawValue)
            case .failure(let code, let message, let status):
                if CommandLine.arguments.contains("--json") {
                    Output.print(["error": ["code": .string(code.rawValue), "message": .string(message)]] as JSONValue)
                } else {
                    Output.complain(code == .toolUsage ? message : "pkpass: \(message) [\(code)]")
                }
                exit(status)
            }
        }
    }
#endif
