#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct CancelCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel",
            abstract: "Stop the delivery of a pass, or of all passes of a request.",
            discussion: """
                Exits with 1 when nothing was left to stop.
                Example: API=user:password pkpass cancel 2318508739642895844 --server https://host/vpns --credentials-env API
                """
        )

        @Argument(help: "The id of a pass, as `pkpass status` prints it, or of a request.")
        var id: String

        @OptionGroup var remote: RemoteOptions

        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard !id.isEmpty else { throw ValidationError("Give the id that `pkpass update` or `status` printed.") }
        }

        func run() async throws {
            let (cancelled, refused) = try await remote.withService { service in
                var cancelled: [IssuedPassID] = []
                var refused: [(id: IssuedPassID, error: PassError)] = []
                let (targets, isRequest) = try await passes(service)
                for pass in targets {
                    do {
                        try await service.cancel(pass)
                        cancelled.append(pass)
                    } catch let error as PassError where !isRequest && error.code == .updateUnknownPass {
                        throw PassError(
                            .updateUnknownRequest,
                            "There is no request and no pass \(id), or it is forgotten. Give the id that `pkpass update` "
                                + "or `pkpass status` printed.",
                            cause: error
                        )
                    } catch let error as PassError where Self.isRefusal(error) {
                        refused.append((pass, error))
                    }
                }
                return (cancelled, refused)
            }
            if output.json {
                Output.print(
                    [
                        "cancelled": .array(cancelled.map { .string($0.rawValue) }),
                        "refused": .array(
                            refused.map { id, error in
                                [
                                    "id": .string(id.rawValue), "code": .string(error.code.rawValue),
                                    "message": .string(error.message),
                                ]
                            }
                        ),
                    ] as JSONValue
                )
            } else {
                for id in cancelled { Output.print("\(id) is cancelled.") }
                for (id, error) in refused { Output.print("\(id) is not cancelled: \(error.message)") }
            }
            if cancelled.isEmpty { throw ExitCode(1) }
        }

        /// The passes of the request of that id, or the pass itself when there is no such request.
        private func passes(
            _ service: RemotePassUpdateService
        ) async throws -> (passes: [IssuedPassID], isRequest: Bool) {
            do {
                let passes = try await service.allPasses(of: PassRequestID(id))
                if !passes.isEmpty { return (passes.map(\.id), true) }
            } catch let error as PassError where Self.isRefusal(error) {
                // No request of that id.
            }
            return ([IssuedPassID(id)], false)
        }

        /// Whether the server answered, and said no: other passes may still be cancelled.
        private static func isRefusal(_ error: PassError) -> Bool {
            guard let reply = error.cause as? PassServiceReply else { return false }
            return reply.status < 500 && ![401, 403, 429].contains(reply.status)
        }
    }
#endif
