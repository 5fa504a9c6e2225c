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
        /// - Returns: The router.
        @discardableResult
        public func add(_ api: PassAPI) -> Self {
            add(middleware: PassAPIMiddleware<Context>(api))
        }
    }

    /// Answers the requests for the API's paths, with whatever method, and hands on all others.
    public struct PassAPIMiddleware<Context: RequestContext>: RouterMiddleware {
        private let api: PassAPI

        /// Serves an API.
        public init(_ api: PassAPI) {
            self.api = api
        }

        /// Answers a request, or hands it on.
        public func handle(
            _ request: Request,
            context: Context,
            next: @concurrent (Request, Context) async throws -> Response
        ) async throws -> Response {
            guard api.serves(path: request.uri.path) else { return try await next(request, context) }
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
