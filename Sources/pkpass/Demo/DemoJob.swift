#if CommandLineTool
    import HTTPTypes
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What the demo does with its server, as any client would: over HTTP.
    struct DemoJob: Sendable {
        let directory: String
        let outbox: OutboxDirectory
        let address: String
        let password: String
        let transport: any PassTransport

        /// Shows that a wrong password and a broken upload are refused, each with its reason.
        func showRefusals(_ pass: [UInt8]) async throws {
            let request = PassUpdateRequest(pkPass: pass, content: DemoContent.make())
            await showRefusal(of: request, password: "guessed", "a wrong password")
            let broken = PassUpdateRequest(pkPass: Array(pass.dropLast(100)), content: DemoContent.make())
            await showRefusal(of: broken, password: password, "a truncated pass")
        }

        private func showRefusal(of request: PassUpdateRequest, password: String, _ what: String) async {
            do {
                _ = try await client(password: password).update(request)
                DemoOutput.say("refused", "\(what) was NOT refused")
            } catch let error as PassError {
                DemoOutput.say("refused", "\(what): \(error.code)")
            } catch {
                DemoOutput.say("refused", "\(what): \(error)")
            }
        }

        /// Sends a request, waits until it is done, and shows what became of each recipient.
        /// - Parameter act: What happens meanwhile.
        func update(_ request: PassUpdateRequest, meanwhile act: () async throws -> Void = {}) async throws {
            try Files.write(request.content.json.bytes(.pretty), to: "\(directory)/passContent.json")
            let parts = ["pkPass"] + request.images.map(\.name) + ["passContent"]
            DemoOutput.say("post", "import/update with \(parts.joined(separator: ", "))")
            let client = try client(password: password)
            let receipt = try await client.update(request)
            DemoOutput.say("reply", "200 \(String(decoding: receipt.json.bytes(), as: UTF8.self))")
            try await act()
            for pass in try await client.passes(of: receipt.requestId).passRequests {
                let status = try await settled(pass.id, client)
                let channels = status.channelStatusList.map { channel in
                    "\(channel.channelType) \(channel.channelStatus)\(channel.reason.map { " (\($0))" } ?? "")"
                }
                DemoOutput.say("status", "recipient \(pass.audienceId): \(channels.joined(separator: ", "))")
            }
        }

        /// The state of a delivery once nothing about it is left to do.
        private func settled(_ id: IssuedPassID, _ client: RemotePassUpdateService) async throws -> PassStatus {
            let waiting: Set<ChannelStatus> = [.initial, .queued]
            for _ in 0..<600 {
                let status = try await client.status(of: id)
                if !status.channelStatusList.contains(where: { waiting.contains($0.channelStatus) }) { return status }
                try await Task.sleep(for: .milliseconds(50))
            }
            throw PassError(
                .toolDemo,
                "The update was not done within 30 seconds. "
                    + "`pkpass queue --database \(directory)/passes.db` shows what is left to do."
            )
        }

        /// The files of the outbox.
        func messages() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: outbox.path).sorted()
        }

        /// Follows the link of the newest text message.
        func download() async throws -> [UInt8] {
            let names = try messages()
            DemoOutput.say("outbox", "holds \(names.count) messages")
            var newest: (date: Date, link: String)?
            for name in names where name.hasSuffix(".sms.json") {
                let path = "\(outbox.path)/\(name)"
                let text = try JSONValue(parsing: Files.read(path))["text"]?.stringValue ?? ""
                let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
                guard let word = text.split(separator: " ").first(where: { $0.hasPrefix(address) }) else { continue }
                if let date, date >= newest?.date ?? .distantPast { newest = (date, String(word)) }
            }
            guard let newest else { throw PassError(.toolDemo, "No message in \(outbox.path) holds a link.") }
            let host = String(address.dropFirst("http://".count))
            let path = String(newest.link.dropFirst(address.count))
            let request = HTTPRequest(method: .get, scheme: "http", authority: host, path: path)
            let (response, body) = try await transport.send(request, body: PassBody())
            let pass = try await body.collect(upTo: 16 << 20)
            guard response.status == .ok else {
                throw PassError(.toolDemo, "The link answered \(response.status.code) instead of the pass.")
            }
            try Files.write(pass, to: "\(directory)/downloaded.pkpass")
            DemoOutput.say("download", "\(pass.count) bytes by the link of the newest message, as downloaded.pkpass")
            return pass
        }

        private func client(password: String) throws -> RemotePassUpdateService {
            func make(_ transport: some PassTransport) throws -> RemotePassUpdateService {
                try RemotePassUpdateService(
                    .init(address: address, credentials: .basic(user: DemoServer.user, password: password)),
                    transport: transport
                )
            }
            return try make(transport)
        }
    }
#endif
