#if AsyncHTTPClient
    public import AsyncHTTPClient
    public import HTTPTypes
    import NIOCore
    import NIOHTTP1
    public import PassKitCore

    /// Sends the library's requests with an `HTTPClient` of yours.
    ///
    /// ```swift
    /// let transport = AsyncHTTPClientTransport(.shared)
    /// let service = try RemotePassUpdateService(.init(address: "https://engagement.example.com/vpns"), transport: transport)
    /// ```
    ///
    /// Bodies are streamed both ways. Redirects are the client's to follow or not; make it follow none
    /// (`HTTPClient.Configuration.redirectConfiguration = .disallow`) where requests bear credentials.
    public struct AsyncHTTPClientTransport: PassTransport {
        /// What may be left at its defaults.
        public struct Configuration: Sendable {
            /// How long to wait for the response's head.
            public var timeout: Duration

            /// Makes a configuration.
            public init(timeout: Duration = .seconds(60)) {
                self.timeout = timeout
            }
        }

        private let client: HTTPClient
        private let configuration: Configuration

        /// Makes a transport; the client stays yours to shut down.
        public init(_ client: HTTPClient, configuration: Configuration = .init()) {
            self.client = client
            self.configuration = configuration
        }

        /// Sends a request and returns the response once its head has arrived.
        /// - Throws: `PassError` with `transport.address` when the request has no absolute address; what the client
        ///   throws.
        public func send(_ request: HTTPRequest, body: PassBody) async throws -> (HTTPResponse, PassBody) {
            let response = try await client.execute(
                Self.request(request, body: body),
                timeout: TimeAmount(configuration.timeout)
            )
            return Self.response(response)
        }

        // MARK: Converting

        static func request(_ request: HTTPRequest, body: PassBody) throws -> HTTPClientRequest {
            guard let scheme = request.scheme, let authority = request.authority, !authority.isEmpty else {
                throw PassError(
                    .transportAddress,
                    "The request says no scheme and host to send it to. Give an absolute address."
                )
            }
            var converted = HTTPClientRequest(url: "\(scheme)://\(authority)\(request.path ?? "/")")
            converted.method = HTTPMethod(rawValue: request.method.rawValue)
            for field in request.headerFields where field.name != .contentLength {
                converted.headers.add(name: field.name.rawName, value: field.value)
            }
            if let length = body.length {
                if length > 0 { converted.body = .stream(Self.buffers(body), length: .known(Int64(length))) }
            } else {
                converted.body = .stream(Self.buffers(body), length: .unknown)
            }
            return converted
        }

        static func response(_ response: HTTPClientResponse) -> (HTTPResponse, PassBody) {
            var fields = HTTPFields()
            for (name, value) in response.headers {
                guard let name = HTTPField.Name(name) else { continue }
                fields.append(HTTPField(name: name, value: value))
            }
            let status = HTTPResponse.Status(
                code: Int(response.status.code),
                reasonPhrase: response.status.reasonPhrase
            )
            let chunks = response.body.map { ArraySlice($0.readableBytesView) }
            // A body the client has decompressed is longer than the header says.
            let length = fields[.contentEncoding] == nil ? fields[.contentLength].flatMap(Int.init) : nil
            return (HTTPResponse(status: status, headerFields: fields), PassBody(chunks, length: length))
        }

        private static func buffers(_ body: PassBody) -> AsyncMapSequence<PassBody, ByteBuffer> {
            body.map { ByteBuffer(bytes: $0) }
        }
    }
#else
    /// The types of this module stand behind the `AsyncHTTPClient` trait.
    @available(*, unavailable, message: "Enable the AsyncHTTPClient trait of PassKitCore")
    public typealias AsyncHTTPClientTransport = Never
#endif
