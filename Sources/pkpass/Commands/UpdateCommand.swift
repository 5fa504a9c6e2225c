#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    struct UpdateCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Ask a server of the update API to update a pass, or to issue it.",
            discussion: """
                Prints the reply. The credentials are read from the environment.
                Example: API=user:password pkpass update --server https://host/vpns --credentials-env API \
                --pass ticket.pkpass --content passContent.json --image logo@2x=logo@2x.png
                """
        )

        @OptionGroup var remote: RemoteOptions

        @Option(help: "The .pkpass to send.")
        var pass: String

        @Option(help: "A JSON file with recipients, messages and times: the passContent of the API.")
        var content: String

        @Option(
            name: .customLong("image"),
            help: "An image that replaces or adds one of the pass's own, as logo@2x=FILE; repeatable."
        )
        var images: [Assignment] = []

        @Flag(help: "Issue the pass: every recipient gets the issue messages.")
        var issue = false

        @Option(help: "A name for this very request, so that sending it again does nothing twice.")
        var idempotencyKey: String?

        @OptionGroup var output: OutputOptions

        func run() async throws {
            let request = PassUpdateRequest(
                pkPass: try Files.read(pass),
                fileName: pass.split(separator: "/").last.map(String.init) ?? "pass.pkpass",
                images: try images.map { image in
                    PassUpdateRequest.Image(
                        name: image.name,
                        fileName: image.value.split(separator: "/").last.map(String.init),
                        bytes: try Files.read(image.value)
                    )
                },
                content: try passContent(),
                idempotencyKey: idempotencyKey
            )
            for finding in request.content.findings(at: .now) where finding.severity == .warning {
                Output.complain("pkpass: \(finding)")
            }
            let receipt = try await remote.withService(progress: Self.progress()) { service in
                if issue { return try await service.issue(request) }
                return try await service.update(request)
            }
            if output.json {
                Output.print(receipt.json)
            } else {
                let words = receipt.description.isEmpty ? PassUpdateReceipt.queued : receipt.description
                Output.print("\(words.trimmed) Its id is \(receipt.requestId).")
            }
        }
    }

    extension UpdateCommand {
        private func passContent() throws -> PassUpdateContent {
            let bytes = try Files.read(content)
            return try Files.named(content) { try PassUpdateContent(parsing: bytes) }
        }

        /// Shows how far an upload is, where somebody sits before a terminal.
        private static func progress() -> (@Sendable (UploadProgress) -> Void)? {
            guard let bar = ProgressBar.ifTerminal() else { return nil }
            return { progress in bar.show(progress) }
        }
    }

    extension String {
        /// The text without the blanks at its end.
        fileprivate var trimmed: String {
            var text = self[...]
            while text.last == " " { text.removeLast() }
            return String(text)
        }
    }
#endif
