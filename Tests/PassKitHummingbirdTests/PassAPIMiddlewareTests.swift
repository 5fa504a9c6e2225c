#if Hummingbird
    import Foundation
    import Hummingbird
    import HummingbirdTesting
    import PassKitCore
    import PassKitHummingbird
    import PassKitServer
    import PassKitTesting
    import Testing

    @Suite struct PassAPIMiddlewareTests {
        /// Answers a request with the number of bytes its pass has.
        struct Service: PassDistributionService {
            func update(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
                PassUpdateReceipt(requestId: PassRequestID(Int64(request.pkPass.count)))
            }
            func issue(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt { try await update(request) }
            func passes(
                of request: PassRequestID,
                recipient: Recipient.ID?,
                start: Int,
                pageSize: Int
            ) async throws -> PassPage { PassPage(total: 0, passRequests: []) }
            func status(of pass: IssuedPassID) async throws -> PassStatus {
                throw PassError(.updateUnknownPass, "There is no such pass.")
            }
            func content(of pass: IssuedPassID) async throws -> Pass { throw CancellationError() }
            func cancel(_ pass: IssuedPassID) async throws {}
        }

        static func application(servesAlone: Bool = false) throws -> some ApplicationProtocol {
            let router = Router()
            router.get("/other") { _, _ in "other" }
            let authenticator = try BasicAuthenticator(passwords: ["crm": "secret"])
            router.add(PassAPI(Service(), authenticator: authenticator), servesAlone: servesAlone)
            return Application(router: router)
        }

        @Test func streamsUploadsThroughARealSocket() async throws {
            let request = PassUpdateRequest(
                pkPass: [UInt8](repeating: 7, count: 300_000),
                content: PassUpdateContent(recipients: ["1"])
            )
            let (type, body) = try request.multipartBody()
            let bytes = try await body.collect(upTo: 1 << 20)
            let credentials = Data("crm:secret".utf8).base64EncodedString()
            try await Self.application().test(.live) { client in
                try await client.execute(
                    uri: "/vpns/api/v1/message/pass/import/update",
                    method: .post,
                    headers: [.authorization: "Basic \(credentials)", .contentType: type],
                    body: ByteBuffer(bytes: bytes)
                ) { response in
                    #expect(response.status == .ok)
                    let json = try JSONValue(parsing: Array(response.body.readableBytesView))
                    #expect(json == ["requestId": "300000", "description": "Request Queued. "])
                }
                try await client.execute(
                    uri: "/api/v1/message/pass/import/update",
                    method: .post,
                    headers: [.contentType: type],
                    body: ByteBuffer(bytes: bytes)
                ) { response in
                    #expect(response.status == .unauthorized)
                    #expect(response.headers[.wwwAuthenticate]?.hasPrefix("Basic ") == true)
                }
                // What was left of the refused upload is not in the way.
                try await client.execute(uri: "/health", method: .get) { response in
                    #expect(response.status == .ok)
                }
            }
        }

        @Test func leavesOtherPathsToTheApp() async throws {
            try await Self.application().test(.live) { client in
                try await client.execute(uri: "/other", method: .get) { response in
                    #expect(String(buffer: response.body) == "other")
                }
                try await client.execute(uri: "/health", method: .head) { response in
                    #expect(response.status == .ok)
                    #expect(response.body.readableBytes == 0)
                    #expect(response.headers[.contentLength] == "15")
                }
                try await client.execute(uri: "/health", method: .delete) { response in
                    #expect(response.status == .methodNotAllowed)
                    #expect(response.headers[.allow] == "GET, HEAD")
                }
                // What nobody serves is the app's to answer.
                try await client.execute(uri: "/nonsense", method: .get) { response in
                    #expect(response.status == .notFound)
                    #expect(response.body.readableBytes == 0)
                }
            }
        }

        @Test func aloneItAnswersEveryPathInItsOwnWords() async throws {
            try await Self.application(servesAlone: true).test(.live) { client in
                for path in ["/", "/nonsense", "/passes/", "/api/v1/nonsense", "/v1/nonsense"] {
                    try await client.execute(uri: path, method: .get) { response in
                        #expect(response.status == .notFound, "\(path)")
                        let json = try JSONValue(parsing: Array(response.body.readableBytesView))
                        #expect(json["id"] == "-1", "\(path)")
                        #expect(json["code"] == "http.not-found", "\(path)")
                        #expect(json["message"]?.stringValue?.isEmpty == false, "\(path)")
                    }
                }
                // Also what is sent to such a path is read and dropped.
                let body = ByteBuffer(bytes: [UInt8](repeating: 7, count: 300_000))
                try await client.execute(uri: "/nonsense", method: .post, body: body) { response in
                    #expect(response.status == .notFound)
                }
                try await client.execute(uri: "/health", method: .get) { response in
                    #expect(response.status == .ok)
                }
            }
        }
    }
#endif
