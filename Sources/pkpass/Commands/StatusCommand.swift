#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct StatusCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status",
            abstract: "Tell what became of a request: its passes, and each one's channels.",
            discussion:
                "Example: API=user:password pkpass status 2318508739642895844 --server https://host/vpns --credentials-env API"
        )

        @Argument(help: "The id of the request, as `pkpass update` printed it.")
        var request: String

        @OptionGroup var remote: RemoteOptions

        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard !request.isEmpty else { throw ValidationError("Give the id that `pkpass update` printed.") }
        }

        func run() async throws {
            let id = PassRequestID(request)
            let passes = try await remote.withService { service in
                var passes: [(delivery: IssuedPass, status: PassStatus)] = []
                for delivery in try await service.allPasses(of: id) {
                    passes.append((delivery, try await service.status(of: delivery.id)))
                }
                return passes
            }
            if output.json {
                Output.print(
                    [
                        "requestId": .string(id.rawValue), "total": .number(JSONNumber(passes.count)),
                        "passes": .array(passes.map { Self.json($0.delivery, $0.status) }),
                    ] as JSONValue
                )
            } else {
                for (delivery, status) in passes {
                    Output.print(
                        "\(delivery.id)  \(delivery.passTypeIdentifier)/\(delivery.serialNumber) "
                            + "for \(delivery.audienceId)"
                    )
                    for channel in status.channelStatusList { Output.print("  \(channel.text)") }
                }
            }
        }

        private static func json(_ delivery: IssuedPass, _ status: PassStatus) -> JSONValue {
            var json = delivery.json
            json["channelStatusList"] = status.json["passStatusData"]?["channelStatusList"]
            return json
        }
    }

    extension PassStatus.Channel {
        fileprivate var text: String {
            let state = channelStatus.rawValue.isEmpty ? passStatus.rawValue : channelStatus.rawValue
            return "\(channelType): \(state)\(reason.map { " (\($0))" } ?? "")"
        }
    }

    extension PassDistributionService {
        /// All deliveries of a request, page by page.
        ///
        /// The documented server may give one more than the page holds, so each is counted once.
        func allPasses(of request: PassRequestID) async throws -> [IssuedPass] {
            var passes: [IssuedPass] = []
            var seen: Set<IssuedPassID> = []
            while true {
                let page = try await self.passes(of: request, start: passes.count, pageSize: 100)
                let fresh = page.passRequests.filter { seen.insert($0.id).inserted }
                passes += fresh
                if fresh.isEmpty || passes.count >= page.total { return passes }
            }
        }
    }
#endif
