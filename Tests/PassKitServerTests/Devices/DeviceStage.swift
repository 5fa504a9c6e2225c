#if Server
    import Foundation
    import HTTPTypes
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    extension Stage {
        /// A stage whose passes ask it for updates, and which pushes.
        static func forDevices(
            store: some PassStore = InMemoryPassStore(),
            push: (any PushTransport)? = nil,
            _ configure: (inout PassUpdateEngine.Configuration) -> Void = { _ in }
        ) throws -> Stage {
            try Stage(store: store) { configuration in
                configuration.rewritesWebService = true
                configuration.push = push
                configure(&configuration)
            }
        }

        func api(_ configuration: PassAPI.Configuration = .init()) -> PassAPI {
            PassAPI(engine, authenticator: NoAuthentication(), configuration: configuration)
        }

        func phone(_ name: String = "phone-1") throws -> DeviceSimulator {
            try DeviceSimulator(name, over: PassAPITransport(api()))
        }

        /// Publishes a pass to nobody in particular, as a host does, and returns its bytes.
        @discardableResult
        func publish(
            _ gate: String = "A1",
            serial: String = "E-1",
            token: String = Stage.token,
            _ change: (inout PassPackage) throws -> Void = { _ in }
        ) async throws -> [UInt8] {
            var package = try unsigned(gate, serial: serial)
            package.pass["webServiceURL"] = "https://passes.example.com/api"
            package.pass.authenticationToken = token
            try change(&package)
            let bytes = try await package.signed(by: signer, at: clock.now)
            let pass = Stage.identifier(serial)
            let version = NewVersion(
                pass: pass,
                bytes: try Blob(bytes),
                replaces: try await store.currentVersion(of: pass)?.tag,
                verdict: "trusted",
                authenticationToken: token
            )
            _ = try #require(try await store.publish(version, at: clock.now))
            return bytes
        }

        /// Issues a pass to a recipient and waits until the messages are out; returns the bytes with our web service.
        func issued(_ gate: String = "A1", serial: String = "E-1", to recipients: [Recipient.ID] = ["1"]) async throws
            -> [UInt8]
        {
            let count = sms.messages.count
            _ = try await engine.update(request(gate, serial: serial, to: recipients))
            try await eventually { sms.messages.count == count + recipients.count }
            let version = try #require(try await store.currentVersion(of: Stage.identifier(serial)))
            return try #require(try await store.bytes(of: version.digest))
        }

        static let token = "a-token-of-enough-characters"
    }

    /// Speaks HTTP to an API, without a phone's good manners.
    struct RawDevice {
        static let pushToken = String(repeating: "ab", count: 32)

        let api: PassAPI
        var base = "/v1"
        var authorization: String? = "ApplePass \(Stage.token)"

        func send(
            _ method: HTTPRequest.Method,
            _ path: String,
            _ fields: [HTTPField.Name: String] = [:],
            body: PassBody = PassBody()
        ) async throws -> (status: HTTPResponse.Status, fields: HTTPFields, body: [UInt8]) {
            var request = HTTPRequest(method: method, scheme: "https", authority: "example.com", path: base + path)
            request.headerFields[.authorization] = authorization
            for (name, value) in fields { request.headerFields[name] = value }
            let (response, answer) = await api.respond(to: request, body: body)
            return (response.status, response.headerFields, try await answer.collect(upTo: 1 << 20))
        }

        func register(
            _ device: String = "d1",
            serial: String = "E-1",
            _ body: String = #"{"pushToken":"\#(RawDevice.pushToken)"}"#
        ) async throws -> HTTPResponse.Status {
            try await send(.post, Self.registration(device, serial), body: PassBody(Array(body.utf8))).status
        }

        func unregister(_ device: String = "d1", serial: String = "E-1") async throws -> HTTPResponse.Status {
            try await send(.delete, Self.registration(device, serial)).status
        }

        /// The serial numbers and the tag; nil for 204.
        func list(_ device: String = "d1", since tag: String? = nil) async throws -> (serials: [String], tag: String)? {
            let query = tag.map { "?passesUpdatedSince=\($0)" } ?? ""
            let path = "/devices/\(device)/registrations/\(SamplePass.passTypeIdentifier)\(query)"
            let answer = try await send(.get, path)
            if answer.status == .noContent { return nil }
            #expect(answer.status == .ok)
            let json = try JSONValue(parsing: answer.body)
            #expect(Set(json.objectValue?.keys ?? []) == ["serialNumbers", "lastUpdated"])
            return (
                try #require(json["serialNumbers"]?.arrayValue).compactMap(\.stringValue),
                try #require(json["lastUpdated"]?.stringValue)
            )
        }

        func fetch(
            _ method: HTTPRequest.Method = .get,
            serial: String = "E-1",
            _ fields: [HTTPField.Name: String] = [:]
        ) async throws -> (status: HTTPResponse.Status, fields: HTTPFields, body: [UInt8]) {
            try await send(method, Self.pass(serial), fields)
        }

        static func registration(_ device: String, _ serial: String) -> String {
            "/devices/\(device)/registrations/\(SamplePass.passTypeIdentifier)/\(serial)"
        }

        static func pass(_ serial: String) -> String { "/passes/\(SamplePass.passTypeIdentifier)/\(serial)" }
    }
#endif
