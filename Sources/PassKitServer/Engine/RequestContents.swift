#if Server
    import PassKitCore

    /// The contents of the requests whose messages are being sent; few, since messages of a request are sent together.
    final class RequestContents: Sendable {
        /// What messages need of their request.
        struct Content: Sendable {
            /// The content, without its recipients.
            let content: PassUpdateContent
            /// What a tracer needs to go on with the request's trace.
            let trace: [String: String]
        }

        private let parts: EngineParts
        private let known = Mutex<[PassRequestID: Content]>([:])

        init(_ parts: EngineParts) { self.parts = parts }

        /// The content of a request.
        func content(of id: PassRequestID) async throws -> Content {
            if let content = known.withLock({ $0[id] }) { return content }
            guard let request = try await parts.store.request(id) else {
                throw PassError(.updateUnknownRequest, "There is no request \(id). The store lost it.")
            }
            let content = Content(content: try PassUpdateContent(parsing: request.content), trace: request.trace)
            known.withLock { known in
                if known.count >= Self.capacity { known.removeAll() }
                known[id] = content
            }
            return content
        }

        private static let capacity = 32
    }
#endif
