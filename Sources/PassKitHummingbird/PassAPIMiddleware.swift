#if Hummingbird
    public import Hummingbird
    import NIOCore
    import PassKitCore
    public import PassKitServer

    extension RouterMethods {
        /// Serves the API under this router's root: one call mounts every endpoint.
        ///
        /// ```swift
        /// let router = Router()
        /// router.add(PassAPI(engine, authenticator: authenticator))
        /// ```
        ///
        /// Add it before middleware that reads or limits bodies: uploads are streamed, under limits of the API's own.
        /// - Parameters:
        ///   - api: The API.
        ///   - servesAlone: Whether nothing else is served: then the API also answers the paths that it does not serve,
        ///     with 404 in its own words, and nothing that is added after it is reached.
        /// - Returns: The router.
        @discardableResult
        public func add(_ api: PassAPI, servesAlone: Bool = false) -> Self {
            add(middleware: PassAPIMiddleware<Context>(api, servesAlone: servesAlone))
        }
    }

    /// Answers the requests for the API's paths, with whatever method, and hands on all others unless it serves alone.
    public struct PassAPIMiddleware<Context: RequestContext>: RouterMiddleware {
        private let api: PassAPI
        private let servesAlone: Bool

        /// Serves an API.
        /// - Parameters:
        ///   - api: The API.
        ///   - servesAlone: Whether it also answers the paths that it does not serve, with 404.
        public init(_ api: PassAPI, servesAlone: Bool = false) {
            self.api = api
            self.servesAlone = servesAlone
        }

        /// Answers a request, or hands it on.
        public func handle(
            _ request: Request,
            context: Context,
            next: @concurrent (Request, Context) async throws -> Response
        ) async throws -> Response {
            guard servesAlone || api.serves(path: request.uri.path) else { return try await next(request, context) }
            let incoming = IncomingBody(request.body)
            let length = request.headers[.contentLength].flatMap(Int.init)
            let body = PassBody(IncomingBody.Chunks(body: incoming), length: length)
            let (head, answer) = await api.respond(to: request.head, body: body)
            let mayHaveRest = length != nil || request.headers[.transferEncoding] != nil
            return Response(
                status: head.status,
                headers: head.headerFields,
                body: Self.body(answer, thenDroppingRestOf: mayHaveRest ? incoming : nil)
            )
        }

        private static func body(_ body: PassBody, thenDroppingRestOf incoming: IncomingBody?) -> ResponseBody {
            ResponseBody(contentLength: body.length) { writer in
                for try await chunk in body { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
                // What is thrown here, after the answer, closes the connection.
                try await incoming?.dropRest()
            }
        }
    }
#else
    /// The types of this module stand behind the `Hummingbird` trait.
    @available(*, unavailable, message: "Enable the Hummingbird trait of PassKitCore")
    public typealias PassAPIMiddleware = Never
#endif
