#if Server
    import Foundation
    import HTTPTypes
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    @Suite struct PassAPITests {
        /// Keeps what it is asked, and answers or throws as it is told.
        final class Service: PassDistributionService, PassDownloads, ReadinessSource {
            let requests = Mutex<[PassUpdateRequest]>([])
            let opened = Mutex<[Bool]>([])
            let failure: (any Error)?

            init(failing failure: (any Error)? = nil) { self.failure = failure }

            func update(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
                if let failure { throw failure }
                requests.withLock { $0.append(request) }
                return PassUpdateReceipt(requestId: PassRequestID(2_318_508_739_642_895_844))
            }
            func issue(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
                if let failure { throw failure }
                return PassUpdateReceipt(requestId: PassRequestID(7))
            }
            func passes(
                of request: PassRequestID,
                recipient: Recipient.ID?,
                start: Int,
                pageSize: Int
            ) async throws -> PassPage {
                guard request.rawValue == "12" else { throw PassError(.updateUnknownRequest, "No such request.") }
                let pass = IssuedPass(id: IssuedPassID(5), audienceId: recipient ?? "48494", pass: SamplePass.pass())
                return PassPage(total: start + pageSize, passRequests: [pass])
            }
            func status(of pass: IssuedPassID) async throws -> PassStatus {
                throw PassError(.updateUnknownPass, "There is no pass \(pass).")
            }
            func content(of pass: IssuedPassID) async throws -> Pass { SamplePass.pass() }
            func cancel(_ pass: IssuedPassID) async throws {
                guard pass.rawValue == "5" else {
                    throw PassError(.updateNothingToCancel, "No cancellable messages found")
                }
            }
            func pass(forLink token: String, opens: Bool) async throws -> DownloadedPass? {
                guard token == "good" else { return nil }
                opened.withLock { $0.append(opens) }
                return DownloadedPass(
                    bytes: [1, 2, 3],
                    identifier: PassIdentifier(type: "a", serial: "b"),
                    published: Date(timeIntervalSince1970: 1_800_000_000)
                )
            }
            func readiness() async -> Readiness {
                Readiness(isReady: true, notes: [.init(code: "x", passTypeIdentifier: "pass.a", daysLeft: 3)])
            }
        }

        /// A body that fails the test when anybody reads it.
        struct Untouchable: AsyncSequence, Sendable {
            struct AsyncIterator: AsyncIteratorProtocol {
                mutating func next() async throws -> ArraySlice<UInt8>? {
                    Issue.record("the body was read")
                    return nil
                }
            }
            func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
        }

        /// A body that never comes.
        struct Endless: AsyncSequence, Sendable {
            struct AsyncIterator: AsyncIteratorProtocol {
                mutating func next() async throws -> ArraySlice<UInt8>? {
                    try await Task.sleep(for: .seconds(3600))
                    return nil
                }
            }
            func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
        }

        /// A body that comes at once when a gate opens, and says whether anybody waits for it.
        final class HeldUp: AsyncSequence, Sendable {
            let bytes: [UInt8]
            let gate: Gate
            private let begun = Mutex(false)

            init(_ bytes: [UInt8], _ gate: Gate) {
                self.bytes = bytes
                self.gate = gate
            }

            var isBegun: Bool { begun.withLock { $0 } }

            struct AsyncIterator: AsyncIteratorProtocol {
                let body: HeldUp
                var isRead = false

                mutating func next() async throws -> ArraySlice<UInt8>? {
                    if isRead { return nil }
                    isRead = true
                    body.begun.withLock { $0 = true }
                    await body.gate.pass()
                    return body.bytes[...]
                }
            }
            func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }
        }

        static let path = "/api/v1/message/pass/import/update"
        static let credentials = "Basic " + Data("crm:secret".utf8).base64EncodedString()

        static func api(
            _ service: Service,
            configuration: PassAPI.Configuration = .init()
        ) throws -> PassAPI {
            PassAPI(
                service,
                authenticator: try BasicAuthenticator(passwords: ["crm": "secret"]),
                configuration: configuration
            )
        }

        static func head(
            _ method: HTTPRequest.Method,
            _ path: String,
            authorization: String? = credentials,
            fields: [HTTPField.Name: String] = [:]
        ) -> HTTPRequest {
            var request = HTTPRequest(method: method, scheme: "https", authority: "example.com", path: path)
            request.headerFields[.authorization] = authorization
            for (name, value) in fields { request.headerFields[name] = value }
            return request
        }

        static func json(_ body: PassBody) async throws -> JSONValue {
            try JSONValue(parsing: await body.collect(upTo: 1 << 20))
        }

        static func upload() throws -> (PassUpdateRequest, String, PassBody) {
            let request = PassUpdateRequest(
                pkPass: [1, 2, 3],
                images: [.init(name: "logo", fileName: "logo.png", bytes: [4])],
                content: PassUpdateContent(recipients: ["48494"], priority: true)
            )
            let (type, body) = try request.multipartBody()
            return (request, type, body)
        }

        @Test(arguments: ["", "/vpns", "/kpns"])
        func takesWhatWasSent(_ prefix: String) async throws {
            let service = Service()
            let (request, type, body) = try Self.upload()
            let head = Self.head(.post, prefix + Self.path, fields: [.contentType: type])
            let (response, reply) = try await Self.api(service).respond(to: head, body: body)
            #expect(response.status == .ok)
            let text = String(decoding: try await reply.collect(upTo: 1000), as: UTF8.self)
            #expect(text == #"{"requestId":"2318508739642895844","description":"Request Queued. "}"#)
            #expect(service.requests.withLock { $0 } == [request])
        }

        @Test(arguments: [nil, "Basic AAAA", "Bearer x", "Basic " + Data("crm:wrong".utf8).base64EncodedString()])
        func refusesTheWrongCredentialsBeforeTheBody(_ authorization: String?) async throws {
            let head = Self.head(.post, Self.path, authorization: authorization, fields: [.contentType: "text/plain"])
            let (response, reply) = try await Self.api(Service()).respond(to: head, body: PassBody(Untouchable()))
            #expect(response.status == .unauthorized)
            #expect(response.headerFields[.wwwAuthenticate]?.hasPrefix("Basic realm=") == true)
            #expect(
                try await Self.json(reply) == [
                    "id": "-1", "message": "Unauthorized request", "code": "http.unauthorized",
                ]
            )
        }

        @Test func refusesByTheHeadAlone() async throws {
            let api = try Self.api(Service())
            func answer(_ fields: [HTTPField.Name: String]) async -> (HTTPResponse, PassBody) {
                await api.respond(to: Self.head(.post, Self.path, fields: fields), body: PassBody(Untouchable()))
            }
            let form = "multipart/form-data; boundary=x"
            #expect(await answer([.contentType: "application/json"]).0.status == .unsupportedMediaType)
            #expect(await answer([.contentType: form, .contentLength: "99999999999"]).0.status == .contentTooLarge)
            #expect(await answer([.contentType: form, .contentLength: "-1"]).0.status == .badRequest)
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            let (refusal, reply) = await answer([.contentType: form, key: "a b"])
            #expect(refusal.status == .badRequest)
            #expect(try await Self.json(reply)["code"] == "update.idempotency-key")
        }

        static let failures: [(any Error & Sendable, HTTPResponse.Status, String?)] = [
            (PassError(.updateNoIdentity, "Give an identity."), .badRequest, nil),
            (PassError(.updateMayNotReplace, "Another team."), .conflict, nil),
            (PassError(.init("notification.placeholder-context"), "Inside a comment."), .badRequest, nil),
            (PassError(.updateBreaksPass, "No description."), .badRequest, nil),
            (PassError(.init("idempotency.key-reused"), "Reused."), .unprocessableContent, nil),
            (PassError(.init("idempotency.in-flight"), "Wait."), .conflict, "1"),
            (PassError(.init("engine.shutting-down"), "Later."), .serviceUnavailable, "1"),
            (PassError(.init("store.full"), "The disk is full."), .serviceUnavailable, "1"),
            (PassError(.init("store.busy"), "The file is locked."), .serviceUnavailable, "1"),
            (PassError(.init("store.broken"), "secret path"), .internalServerError, nil),
            (CancellationError(), .internalServerError, nil),
        ]

        @Test(arguments: failures.indices)
        func answersRefusalsAndHidesFailures(_ index: Int) async throws {
            let (failure, status, retry) = Self.failures[index]
            let (_, type, body) = try Self.upload()
            let head = Self.head(.post, Self.path, fields: [.contentType: type])
            let (response, reply) = try await Self.api(Service(failing: failure)).respond(to: head, body: body)
            #expect(response.status == status)
            #expect(response.headerFields[.retryAfter] == retry)
            let json = try await Self.json(reply)
            #expect(json["id"] == "-1")
            if status == .internalServerError {
                #expect(json["message"] == "Server failure to process request")
            } else {
                #expect(json["message"]?.stringValue == (failure as? PassError)?.message)
            }
        }

        @Test func cutsOffABodyThatDoesNotCome() async throws {
            let api = try Self.api(Service(), configuration: .init(idleTime: .milliseconds(20)))
            let head = Self.head(.post, Self.path, fields: [.contentType: "multipart/form-data; boundary=x"])
            let (response, reply) = await api.respond(to: head, body: PassBody(Endless()))
            #expect(response.status == .requestTimeout)
            #expect(try await Self.json(reply)["code"] == "http.body")
        }

        @Test func refusesUploadsThatAreTooMuchAtATime() async throws {
            let (_, type, body) = try Self.upload()
            let bytes = try await body.collect(upTo: 1 << 20)
            let api = try Self.api(
                Service(),
                configuration: .init(maximumUploadBytes: 2 * bytes.count, clock: ManualClock())
            )
            let unstated = Self.head(.post, Self.path, fields: [.contentType: type])
            let stated = Self.head(
                .post,
                Self.path,
                fields: [.contentType: type, .contentLength: String(bytes.count)]
            )
            let gate = Gate()
            let heldUp = HeldUp(bytes, gate)
            let first = Task { await api.respond(to: stated, body: PassBody(heldUp)).0.status }
            try await eventually { heldUp.isBegun }
            // A second one of that size fits; one of unstated length may be as long as any.
            #expect(await api.respond(to: stated, body: PassBody(bytes)).0.status == .ok)
            let (refusal, reply) = await api.respond(to: unstated, body: PassBody(Untouchable()))
            #expect(refusal.status == .serviceUnavailable)
            #expect(refusal.headerFields[.retryAfter] == "1")
            #expect(try await Self.json(reply)["code"] == "engine.busy")
            gate.open()
            #expect(await first.value == .ok)
            // It is let in when it comes alone.
            #expect(await api.respond(to: unstated, body: PassBody(bytes)).0.status == .ok)
        }

        @Test func listsStatesAndStops() async throws {
            let api = try Self.api(Service())
            let (listed, page) = await api.respond(
                to: Self.head(.get, "/vpns/api/v1/pass/meta/12/a%2Fb?start=2&pageSize=3"),
                body: PassBody()
            )
            #expect(listed.status == .ok)
            let json = try await Self.json(page)
            #expect(json["total"] == 5)
            #expect(json["passRequests"]?[0]?["audienceId"] == "a/b")
            for (path, status) in [
                ("/api/v1/pass/meta/13", HTTPResponse.Status.notFound),
                ("/api/v1/pass/meta/12?pageSize=0", .badRequest),
                ("/api/v1/pass/meta/12?start=x", .badRequest), ("/api/v1/pass/9/status", .notFound),
                ("/api/v1/pass/9/content", .ok), ("/elsewhere", .notFound), ("/api/v1/pass/meta/%zz", .notFound),
            ] {
                #expect(await api.respond(to: Self.head(.get, path), body: PassBody()).0.status == status, "\(path)")
            }
            let (cancelled, answer) = await api.respond(to: Self.head(.post, "/api/v1/pass/cancel/5"), body: PassBody())
            #expect(cancelled.status == .ok)
            #expect(try await Self.json(answer) == ["id": "5", "message": "Request cancelled Successfully"])
            let (nothing, why) = await api.respond(to: Self.head(.post, "/api/v1/pass/cancel/6"), body: PassBody())
            #expect(nothing.status == .badRequest)
            #expect(try await Self.json(why)["message"] == "No cancellable messages found")
        }

        @Test func namesTheMethodsOfAPath() async throws {
            let api = try Self.api(Service())
            for (method, path, allow) in [
                (HTTPRequest.Method.get, Self.path, "POST"), (.delete, "/passes/good", "GET, HEAD"),
                (.put, "/health", "GET, HEAD"),
            ] {
                let (response, _) = await api.respond(to: Self.head(method, path, authorization: nil), body: PassBody())
                #expect(response.status == .methodNotAllowed)
                #expect(response.headerFields[.allow] == allow)
            }
        }

        @Test func servesLinksWithoutCredentialsAndConditionally() async throws {
            let service = Service()
            let api = try Self.api(service)
            let (response, body) = await api.respond(
                to: Self.head(.get, "/passes/good", authorization: nil),
                body: PassBody()
            )
            #expect(response.status == .ok)
            #expect(try await body.collect(upTo: 10) == [1, 2, 3])
            #expect(response.headerFields[.contentType] == "application/vnd.apple.pkpass")
            #expect(response.headerFields[.lastModified] == "Fri, 15 Jan 2027 08:00:00 GMT")
            #expect(response.headerFields[.cacheControl] == "no-store")
            #expect(response.headerFields[.xContentTypeOptions] == "nosniff")
            let policy = try #require(HTTPField.Name("Referrer-Policy"))
            #expect(response.headerFields[policy] == "no-referrer")
            let tag = try #require(response.headerFields[.eTag])

            for fields in [[HTTPField.Name.ifNoneMatch: tag], [.ifModifiedSince: "Fri, 15 Jan 2027 08:00:00 GMT"]] {
                let (same, nothing) = await api.respond(
                    to: Self.head(.get, "/passes/good", fields: fields),
                    body: PassBody()
                )
                #expect(same.status == .notModified)
                #expect(try await nothing.collect(upTo: 10).isEmpty)
            }
            let (head, none) = await api.respond(to: Self.head(.head, "/passes/good"), body: PassBody())
            #expect(head.status == .ok && head.headerFields[.contentLength] == "3")
            #expect(try await none.collect(upTo: 10).isEmpty)
            #expect(service.opened.withLock { $0 } == [true, true, true, false])

            let (missing, _) = await api.respond(to: Self.head(.get, "/passes/bad"), body: PassBody())
            #expect(missing.status == .notFound && missing.headerFields[.cacheControl] == "no-store")
            #expect(missing.headerFields[policy] == "no-referrer")
            #expect(missing.headerFields[.xContentTypeOptions] == "nosniff")
        }

        @Test func tellsItsHealth() async throws {
            let api = try Self.api(Service())
            let (ready, body) = await api.respond(to: Self.head(.get, "/ready", authorization: nil), body: PassBody())
            #expect(ready.status == .ok)
            #expect(
                try await Self.json(body) == [
                    "ready": true,
                    "findings": [["code": "x", "passTypeIdentifier": "pass.a", "daysLeft": 3]],
                ]
            )
            #expect(
                await api.respond(to: Self.head(.get, "/health", authorization: nil), body: PassBody()).0.status == .ok
            )
        }

        struct Limiter: RequestLimiter {
            func delay(for request: HTTPRequest, of principal: PassPrincipal) async -> Int? {
                principal.name == "crm" ? 30 : nil
            }
        }

        @Test func slowsCallersDown() async throws {
            let api = try Self.api(Service(), configuration: .init(limiter: Limiter()))
            let (response, _) = await api.respond(
                to: Self.head(.post, Self.path, fields: [.contentType: "multipart/form-data; boundary=x"]),
                body: PassBody(Untouchable())
            )
            #expect(response.status == .tooManyRequests && response.headerFields[.retryAfter] == "30")
        }

        @Test func knowsCallersByKeyAndByToken() async throws {
            let authenticators: [any RequestAuthenticator] = [
                try APIKeyAuthenticator(keys: ["k1": PassPrincipal("app")]),
                HeaderAuthenticator { token in token == "t1" ? PassPrincipal("claims") : nil },
                try BasicAuthenticator(passwords: ["crm": "secret"]),
            ]
            func principal(_ name: String, _ value: String) async throws -> String? {
                var request = Self.head(.get, "/", authorization: nil)
                request.headerFields[try #require(HTTPField.Name(name))] = value
                return try await authenticators.principal(of: request)?.name
            }
            #expect(try await principal("X-VoltMX-App-API-Key", "k1") == "app")
            #expect(try await principal("X-Kony-App-API-Key", "k2") == nil)
            #expect(try await principal("X-VoltMX-Authorization", "t1") == "claims")
            #expect(try await principal("Authorization", Self.credentials) == "crm")
            #expect(authenticators.challenge?.hasPrefix("Basic") == true)
        }
    }
#endif
