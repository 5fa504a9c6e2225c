#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import NIOPosix
    import NIOSSL
    import PassKitAPNsDouble
    import PassKitCore
    import PassKitTesting
    import Testing

    /// The double refuses what Apple's service refuses, so that a test that passes against it means something.
    ///
    /// Another HTTP/2 client asks it here than the one under test.
    @Suite(.timeLimit(.minutes(30))) struct APNsDoubleTests {
        /// A fault of a request, and the answer to it.
        struct Fault: Sendable, CustomTestStringConvertible {
            let status: UInt
            let reason: String
            let make: @Sendable (inout HTTPClientRequest) -> Void

            var testDescription: String { "\(status) \(reason)" }

            static func field(_ name: String, _ value: String) -> @Sendable (inout HTTPClientRequest) -> Void {
                { $0.headers.replaceOrAdd(name: name, value: value) }
            }

            static func path(_ path: String) -> @Sendable (inout HTTPClientRequest) -> Void {
                { request in
                    let origin = request.url.split(separator: "/", maxSplits: 3).prefix(2).joined(separator: "//")
                    request.url = origin + path
                }
            }
        }

        @Test(arguments: [
            Fault(status: 200, reason: "", make: { _ in }),
            Fault(status: 400, reason: "TopicDisallowed", make: Fault.field("apns-topic", "pass.com.example.other")),
            Fault(status: 400, reason: "BadPriority", make: Fault.field("apns-priority", "7")),
            Fault(status: 400, reason: "BadExpirationDate", make: Fault.field("apns-expiration", "soon")),
            Fault(status: 404, reason: "BadPath", make: Fault.path("/4/device/aa")),
            Fault(status: 400, reason: "MissingDeviceToken", make: Fault.path("/3/device/")),
            Fault(status: 400, reason: "BadDeviceToken", make: Fault.path("/3/device/xyz")),
            Fault(status: 405, reason: "MethodNotAllowed", make: { $0.method = .PUT }),
            Fault(status: 400, reason: "PayloadEmpty", make: { $0.body = nil }),
            Fault(
                status: 413,
                reason: "PayloadTooLarge",
                make: { $0.body = .bytes(ByteBuffer(repeating: 32, count: 4097)) }
            ),
            Fault(
                status: 403,
                reason: "MissingProviderToken",
                make: { request in
                    request.tlsConfiguration?.certificateChain = []
                    request.tlsConfiguration?.privateKey = nil
                }
            ),
        ])
        func refusesWhatAppleRefuses(_ fault: Fault) async throws {
            let authority = try TestAuthority()
            let service = try await APNsDouble(trusting: [authority.rootPEM])
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .certificates([try NIOSSLCertificate(bytes: service.identity.rootPEM, format: .pem)])
            tls.certificateChain = try [authority.certificatePEM, authority.intermediatePEM].map {
                .certificate(try NIOSSLCertificate(bytes: $0, format: .pem))
            }
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: authority.privateKeyPEM, format: .pem))

            var request = HTTPClientRequest(url: "https://127.0.0.1:\(service.port)/3/device/aabb")
            request.method = .POST
            request.tlsConfiguration = tls
            request.headers = [
                "apns-topic": authority.passTypeIdentifier, "apns-priority": "10", "apns-expiration": "0",
            ]
            request.body = .bytes(ByteBuffer(string: "{}"))
            fault.make(&request)

            let client = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton)
            do {
                let response = try await client.execute(request, timeout: .seconds(900))
                #expect(response.status.code == fault.status && response.version == .http2)
                let body = try await response.body.collect(upTo: 4096)
                if fault.status == 200 {
                    #expect(response.headers.contains(name: "apns-id") && body.readableBytes == 0)
                } else {
                    #expect(try JSONValue(parsing: Array(body.readableBytesView))["reason"] == .string(fault.reason))
                }
            } catch {
                Issue.record(error)
            }
            try await client.shutdown()
            try await service.stop()
        }
    }
#endif
