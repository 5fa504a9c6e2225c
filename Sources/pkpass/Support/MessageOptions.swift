#if CommandLineTool
    import ArgumentParser
    import AsyncHTTPClient
    import NIOCore
    import PassKitAsyncHTTPClient
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Where messages to recipients go.
    struct MessageOptions: ParsableArguments {
        @Option(help: "The folder that messages are written to.")
        var outbox: String?

        @Option(help: "Where messages are posted as JSON, instead: an https address, or http to this machine.")
        var webhook: String?

        @Option(help: "The variable with the secret that posted messages are signed with.")
        var webhookSecretEnv: String?

        /// A receiver that takes longer is given up; the message is sent again, under the same key.
        private static let webhookTimeout = Duration.seconds(15)

        func validate() throws {
            guard outbox == nil || webhook == nil else {
                throw ValidationError("Both --outbox and --webhook are given. Give one of them.")
            }
            guard outbox != nil || webhook != nil else { throw ValidationError("Give --outbox or --webhook.") }
            guard (webhook == nil) == (webhookSecretEnv == nil) else {
                throw ValidationError("Give --webhook and --webhook-secret-env together, or neither.")
            }
        }

        /// Does something with the transport, and closes its connections.
        func withTransport(_ body: (any NotificationTransport) async throws -> Void) async throws {
            if let outbox { return try await body(OutboxDirectory(outbox)) }
            guard let webhook, let url = URL(string: webhook) else {
                throw PassError(.toolUsage, "--webhook must be an address, such as https://messages.example.com/in.")
            }
            let secret = Array((try Environment.secret(webhookSecretEnv) ?? "").utf8)
            var configuration = HTTPClient.Configuration()
            // A redirect would carry the message elsewhere.
            configuration.redirectConfiguration = .disallow
            // The transport's deadline covers the head alone; the rest of an answer must not pause longer, either.
            configuration.timeout.read = .seconds(15)
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            do {
                let http = AsyncHTTPClientTransport(client, configuration: .init(timeout: Self.webhookTimeout))
                try await body(WebhookTransport(url: url, secret: secret, transport: http))
            } catch {
                try? await client.shutdown()
                throw error
            }
            try await client.shutdown()
        }
    }
#endif
