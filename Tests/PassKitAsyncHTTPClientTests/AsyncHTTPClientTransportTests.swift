#if AsyncHTTPClient
    import AsyncHTTPClient
    import HTTPTypes
    import NIOCore
    import NIOHTTP1
    import NIOPosix
    import PassKitAsyncHTTPClient
    import PassKitCore
    import PassKitTesting
    import Testing

    @Suite struct AsyncHTTPClientTransportTests {
        /// Answers with what it was sent: the method, the path and a header in headers, the body as the body.
        final class Echo: ChannelInboundHandler {
            typealias InboundIn = HTTPServerRequestPart
            typealias OutboundOut = HTTPServerResponsePart

            func channelRead(context: ChannelHandlerContext, data: NIOAny) {
                switch unwrapInboundIn(data) {
                case .head(let head):
                    var headers = HTTPHeaders()
                    headers.add(name: "x-method", value: head.method.rawValue)
                    headers.add(name: "x-path", value: head.uri)
                    headers.add(name: "x-length", value: head.headers["content-length"].first ?? "none")
                    headers.add(name: "x-key", value: head.headers["idempotency-key"].first ?? "none")
                    // A path that is a status gets it; redirects lead elsewhere.
                    let status = HTTPResponseStatus(statusCode: Int(head.uri.dropFirst()) ?? 200)
                    if (300..<400).contains(status.code) { headers.add(name: "location", value: "/elsewhere") }
                    context.write(
                        wrapOutboundOut(.head(.init(version: head.version, status: status, headers: headers))),
                        promise: nil
                    )
                case .body(let bytes): context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
                case .end: context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
                }
            }
        }

        static func withServer(_ body: (String, AsyncHTTPClientTransport) async throws -> Void) async throws {
            let server = try await ServerBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                        try channel.pipeline.syncOperations.addHandler(Echo())
                    }
                }
                .bind(host: "127.0.0.1", port: 0).get()
            let client = HTTPClient(eventLoopGroup: NIOSingletons.posixEventLoopGroup)
            do {
                try await body("127.0.0.1:\(server.localAddress?.port ?? 0)", AsyncHTTPClientTransport(client))
            } catch {
                try await client.shutdown()
                throw error
            }
            try await client.shutdown()
            try await server.close()
        }

        static func head(_ authority: String, _ path: String) throws -> HTTPRequest {
            var request = HTTPRequest(method: .post, scheme: "http", authority: authority, path: path)
            request.headerFields[try #require(HTTPField.Name("Idempotency-Key"))] = "k1"
            return request
        }

        @Test func streamsBothWaysWithTheLengthThatIsKnown() async throws {
            try await Self.withServer { authority, transport in
                let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
                let (response, body) = try await transport.send(
                    Self.head(authority, "/a%20b?c=d"),
                    body: PassBody(bytes)
                )
                #expect(response.status == .ok)
                func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { response.headerFields[$0] } }
                #expect(field("x-method") == "POST" && field("x-path") == "/a%20b?c=d")
                #expect(field("x-length") == "3000000" && field("x-key") == "k1")
                #expect(try await body.collect(upTo: 4_000_000) == bytes)
            }
        }

        @Test func aFailureOfTheServerIsAResponse() async throws {
            try await Self.withServer { authority, transport in
                let (response, _) = try await transport.send(Self.head(authority, "/500"), body: PassBody())
                #expect(response.status == .internalServerError)
            }
        }

        @Test(arguments: ["/301", "/302", "/303"])
        func aRedirectThatDropsTheBodyIsNoAnswer(_ path: String) async throws {
            try await Self.withServer { authority, transport in
                let error = await #expect(throws: PassError.self) {
                    try await transport.send(Self.head(authority, path), body: PassBody(Array("message".utf8)))
                }
                #expect(error?.code == .transportRedirected)
            }
        }

        @Test func aRedirectThatKeepsTheMethodIsFollowed() async throws {
            try await Self.withServer { authority, transport in
                var head = try Self.head(authority, "/302")
                head.method = .get
                let (response, _) = try await transport.send(head, body: PassBody())
                #expect(response.status == .ok)
            }
        }

        @Test func needsAnAbsoluteAddress() async throws {
            try await Self.withServer { _, transport in
                await #expect(throws: PassError(.transportAddress, "")) {
                    try await transport.send(
                        HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"),
                        body: PassBody()
                    )
                }
            }
        }
    }
#endif
