#if Server
    import Foundation
    import HTTPTypes
    import InMemoryLogging
    import Logging
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// The Wallet web service, call by call.
    @Suite struct WebServiceTests {
        // MARK: Registering

        @Test(arguments: [
            "/v1", "/api/v1", "/vpns/v1", "/vpns/api/v1", "/kpns/api/v1", "//v1", "/vpns/api//v1", "/own/api/v1",
        ])
        func registersUnderEveryPath(_ base: String) async throws {
            let stage = try Stage.forDevices()
            try await stage.publish()
            let api = stage.api(.init(prefixes: ["", "/vpns", "/kpns", "/own"]))
            let device = RawDevice(api: api, base: base)
            #expect(try await device.register() == .created)
            #expect(try await device.register() == .ok)
            #expect(try await device.list()?.serials == ["E-1"])
            #expect(try await device.fetch().status == .ok)
            #expect(try await device.unregister() == .ok)
            #expect(try await device.unregister() == .ok)
            #expect(try await device.list() == nil)
            #expect(try await device.send(.post, "/log", body: PassBody(Array(#"{"logs":[]}"#.utf8))).status == .ok)
        }

        @Test(arguments: [
            nil, "", "ApplePass", "ApplePass ", "ApplePass wrong", "Basic \(Stage.token)", "Bearer \(Stage.token)",
            Stage.token, "ApplePass \(Stage.token) x", "ApplePass  \(Stage.token)", "ApplePass \(Stage.token)x",
            "ApplePass another-token-of-enough-characters",
        ])
        func refusesEveryOtherTokenBeforeTheBody(_ authorization: String?) async throws {
            let stage = try Stage.forDevices()
            try await stage.publish()
            // The token of another pass is no better than none.
            try await stage.publish(serial: "E-2", token: "another-token-of-enough-characters")
            let device = RawDevice(api: stage.api(), authorization: authorization)
            let body = PassBody(PassAPITests.Untouchable())
            for serial in ["E-1", "unknown"] {
                for (method, path) in [
                    (HTTPRequest.Method.post, RawDevice.registration("d1", serial)),
                    (.delete, RawDevice.registration("d1", serial)), (.get, RawDevice.pass(serial)),
                ] {
                    let answer = try await device.send(method, path, body: body)
                    #expect(answer.status == .unauthorized, "\(method) \(serial)")
                    #expect(answer.fields[.wwwAuthenticate] == "ApplePass")
                    let json = try JSONValue(parsing: answer.body)
                    #expect(json["message"] == "Invalid authentication token")
                }
            }
            #expect(try await stage.engine.registrations().isEmpty)
        }

        @Test func readsTheSchemeWithoutCase() async throws {
            let stage = try Stage.forDevices()
            try await stage.publish()
            let device = RawDevice(api: stage.api(), authorization: "applepass \(Stage.token)")
            #expect(try await device.register() == .created)
        }

        @Test(arguments: [
            ("", HTTPResponse.Status.badRequest), ("{", .badRequest), ("[]", .badRequest), ("{}", .badRequest),
            (#"{"pushToken":""}"#, .badRequest), (#"{"pushToken":7}"#, .badRequest),
            (#"{"pushToken":"../x"}"#, .badRequest), (#"{"pushToken":"abc"}"#, .badRequest),
            (#"{"pushToken":"\#(String(repeating: "a", count: 9000))"}"#, .contentTooLarge),
        ])
        func refusesWhatIsNoPushToken(_ body: String, _ status: HTTPResponse.Status) async throws {
            let stage = try Stage.forDevices()
            try await stage.publish()
            #expect(try await RawDevice(api: stage.api()).register("d1", body) == status)
            #expect(try await stage.engine.registrations().isEmpty)
        }

        @Test(arguments: [String(repeating: "d", count: 256), "a%0Ab", "%C2%85"])
        func refusesWhatIsNoDeviceName(_ device: String) async throws {
            let stage = try Stage.forDevices()
            try await stage.publish()
            #expect(try await RawDevice(api: stage.api()).register(device) == .badRequest)
            #expect(try await RawDevice(api: stage.api()).register(String(repeating: "d", count: 255)) == .created)
        }

        @Test func keepsNoMoreRegistrationsThanAllowed() async throws {
            let stage = try Stage.forDevices {
                $0.registrationLimits = RegistrationLimits(passesPerDevice: 2, devicesPerPass: 2)
            }
            for serial in ["E-1", "E-2", "E-3"] { try await stage.publish(serial: serial) }
            let device = RawDevice(api: stage.api())
            #expect(try await device.register("d1", serial: "E-1") == .created)
            #expect(try await device.register("d1", serial: "E-2") == .created)
            #expect(try await device.register("d1", serial: "E-3") == .conflict)
            #expect(try await device.register("d2", serial: "E-1") == .created)
            #expect(try await device.register("d3", serial: "E-1") == .conflict)
            #expect(try await stage.engine.registrations().count == 3)
        }

        @Test func theNewPushTokenOfADeviceReplacesTheOld() async throws {
            let stage = try Stage.forDevices()
            let passes = [try await stage.publish(serial: "E-1"), try await stage.publish(serial: "E-2")]
            let phone = try stage.phone()
            for pass in passes { #expect(try await phone.add(pass) == true) }
            let token = try PushToken("ABCD")
            let raw = RawDevice(api: stage.api())
            #expect(try await raw.register("phone-1", serial: "E-1", #"{"pushToken":"ABCD"}"#) == .ok)
            let kept = try await stage.engine.registrations()
            #expect(kept.map(\.registration.pushToken) == [token.hex, token.hex])
        }

        @Test func aTokenThatDevicesKnowStaysGood() async throws {
            let stage = try Stage.forDevices()
            let old = "the-token-of-the-old-server"
            let holding = ImportedHolding(pass: Stage.identifier(), recipient: "1", authenticationToken: old)
            try await stage.engine.importHoldings([holding])
            // Devices register before anything is published here, but there is nothing to fetch.
            let device = RawDevice(api: stage.api(), authorization: "ApplePass \(old)")
            #expect(try await device.register() == .created)
            #expect(try await device.list() == nil)
            #expect(try await device.fetch().status == .notFound)
            try await stage.publish()
            for token in [old, Stage.token] {
                let device = RawDevice(api: stage.api(), authorization: "ApplePass \(token)")
                #expect(try await device.fetch().status == .ok)
            }
            // And no version may take it away.
            await #expect(throws: PassError(.updateMayNotReplace, "")) {
                try await stage.engine.edit(Stage.identifier()) {
                    $0.pass.authenticationToken = "another-token-of-ours"
                }
            }
        }

        /// As when the rewriting is switched on, or holdings are imported, after the pass was published.
        @Test(arguments: ["the-token-of-the-old-server", nil])
        func theTokenOfTheCurrentVersionStays(_ imported: String?) async throws {
            let stage = try Stage.forDevices()
            let holding = ImportedHolding(pass: Stage.identifier(), recipient: "1", authenticationToken: imported)
            try await stage.engine.importHoldings([holding])
            try await stage.publish("A1")
            try await stage.running {
                _ = try await stage.engine.update(stage.request("B7"))
                try await eventually { try await stage.gate() == "B7" }
            }
            let version = try await stage.store.currentVersion(of: Stage.identifier())
            #expect(version?.authenticationToken == Stage.token)
        }

        // MARK: Listing

        @Test func listsWhatChangedSinceTheTag() async throws {
            let stage = try Stage.forDevices()
            for serial in ["E-2", "E-1", "E-3"] { try await stage.publish(serial: serial) }
            let device = RawDevice(api: stage.api())
            #expect(try await device.list() == nil)
            for serial in ["E-1", "E-2"] { #expect(try await device.register(serial: serial) == .created) }
            let first = try #require(try await device.list())
            #expect(first.serials == ["E-1", "E-2"])
            #expect(try await device.list(since: first.tag) == nil)
            // All of it within one tick of the clock.
            try await stage.publish("B1", serial: "E-1")
            let second = try #require(try await device.list(since: first.tag))
            #expect(second.serials == ["E-1"])
            try await stage.publish("B2", serial: "E-2")
            let third = try #require(try await device.list(since: second.tag))
            #expect(third.serials == ["E-2"])
            #expect(try await device.list(since: first.tag)?.serials == ["E-1", "E-2"])
            #expect(try await device.list("d2") == nil)
        }

        @Test(arguments: ["", "1410171755358", "v", "v-1", "v+1", "v01", "vx", "v999", "v99999999999999999999", "%00"])
        func aTagThatWeNeverGaveCountsAsNone(_ tag: String) async throws {
            let stage = try Stage.forDevices()
            try await stage.publish()
            let device = RawDevice(api: stage.api())
            #expect(try await device.register() == .created)
            #expect(try await device.list(since: tag)?.serials == ["E-1"])
        }

        // MARK: Fetching

        @Test func givesThePassAndSaysWhenItChanged() async throws {
            let stage = try Stage.forDevices()
            let bytes = try await stage.publish()
            let answer = try await RawDevice(api: stage.api()).fetch()
            #expect(answer.status == .ok)
            #expect(answer.body == bytes)
            #expect(answer.fields[.contentType] == "application/vnd.apple.pkpass")
            #expect(answer.fields[.lastModified] == "Fri, 15 Jan 2027 08:00:00 GMT")
            #expect(answer.fields[.cacheControl] == "private, no-cache")
            #expect(answer.fields[.xContentTypeOptions] == "nosniff")
            #expect(answer.fields[.contentLength] == String(bytes.count))
        }

        @Test func whoHasTheVersionGets304AndNobodyReadsIt() async throws {
            let store = WatchedStore()
            let stage = try Stage.forDevices(store: store)
            try await stage.publish()
            let device = RawDevice(api: stage.api())
            let answer = try await device.fetch()
            let modified = try #require(answer.fields[.lastModified])
            let tag = try #require(answer.fields[.eTag])
            let read = store.count(of: "bytes")
            #expect(read == 1)
            for fields in [[HTTPField.Name.ifModifiedSince: modified], [.ifNoneMatch: tag]] {
                let same = try await device.fetch(fields)
                #expect(same.status == .notModified)
                #expect(same.body.isEmpty)
                #expect(same.fields[.lastModified] == modified)
            }
            #expect(store.count(of: "bytes") == read)
            for date in ["Fri, 15 Jan 2027 08:00:01 GMT", "Fri, 15 Jan 2027 07:59:59 GMT", "1800000000", "now"] {
                #expect(try await device.fetch([.ifModifiedSince: date]).status == .ok, "\(date)")
            }
            #expect(try await device.fetch([.ifNoneMatch: "\"x\"", .ifModifiedSince: modified]).status == .ok)
        }

        @Test func versionsOfOneSecondAreToldApart() async throws {
            let stage = try Stage.forDevices()
            try await stage.publish("A1")
            let device = RawDevice(api: stage.api())
            var modified = try await device.fetch().fields[.lastModified]
            for gate in ["B1", "C1", "D1"] {
                let bytes = try await stage.publish(gate)
                let answer = try await device.fetch([.ifModifiedSince: try #require(modified)])
                #expect(answer.status == .ok)
                #expect(answer.body == bytes)
                modified = answer.fields[.lastModified]
            }
        }

        @Test func lookingAtTheHeadFetchesNothing() async throws {
            let store = WatchedStore()
            let stage = try Stage.forDevices(store: store)
            let bytes = try await stage.publish()
            let device = RawDevice(api: stage.api())
            let head = try await device.fetch(.head)
            #expect(head.status == .ok)
            #expect(head.body.isEmpty)
            #expect(head.fields[.contentLength] == String(bytes.count))
            #expect(store.count(of: "recordFetch") == 0)
            #expect(try await device.fetch().status == .ok)
            #expect(store.count(of: "recordFetch") == 1)
        }

        @Test func aPassIsFetchedThoughThatCannotBeNoted() async throws {
            let store = WatchedStore { if $0 == "recordFetch" { throw WatchedStore.Failure() } }
            let stage = try Stage.forDevices(store: store)
            let bytes = try await stage.publish()
            let failures = Mutex(0)
            let configuration = PassAPI.Configuration(onFailure: { _ in failures.withLock { $0 += 1 } })
            let answer = try await RawDevice(api: stage.api(configuration)).fetch()
            #expect(answer.status == .ok)
            #expect(answer.body == bytes)
            #expect(failures.withLock { $0 } == 1)
        }

        // MARK: Logs

        @Test func logsAreBoundedAndHarmless() async throws {
            let logs = InMemoryLogHandler()
            let stage = try Stage.forDevices { configuration in
                configuration.logger = Logger(label: "test", factory: { _ in logs })
                configuration.deviceLogsPerMinute = 7
            }
            let device = RawDevice(api: stage.api(), authorization: nil)
            func log(_ json: JSONValue) async throws -> HTTPResponse.Status {
                try await device.send(.post, "/log", body: PassBody(json.bytes())).status
            }
            func entries() -> [String] {
                logs.entries.filter { $0.message == "device log" }.compactMap { $0.metadata["entry"]?.description }
            }
            let evil = "a\r\nERROR forged\u{1B}[2J\u{202E}\u{85}\u{2028}\u{0}z"
            #expect(try await log(["logs": [.string(evil), .string(String(repeating: "x", count: 5000))]]) == .ok)
            let (x, n) = ("\u{FFFD}", String(repeating: "x", count: 1000))
            #expect(entries() == ["a\(x)\(x)ERROR forged\(x)[2J\(x)\(x)\(x)\(x)z", n])
            #expect(try await log(["logs": .array(Array(repeating: "many", count: 200))]) == .ok)
            #expect(entries().count == 7)
            #expect(try await log(["logs": ["dropped"]]) == .ok)
            #expect(entries().count == 7)
            stage.clock.advance(by: .seconds(60))
            #expect(try await log(["logs": ["a minute later"]]) == .ok)
            #expect(entries().last == "a minute later")
            for json in [["logs": "x"], ["logs": [7]], ["other": []], []] as [JSONValue] {
                #expect(try await log(json) == .badRequest, "\(json)")
            }
            #expect(try await log(["logs": [.string(String(repeating: "x", count: 70_000))]]) == .contentTooLarge)
            #expect(entries().count == 8)
        }

        // MARK: The whole

        @Test func theDocumentedServersDialectCanBeSpoken() async throws {
            let stage = try Stage.forDevices()
            try await stage.publish()
            let device = RawDevice(api: stage.api(.init(deviceDialect: .voltMX)), base: "/vpns/api/v1")
            let registration = RawDevice.registration("d1", "E-1")
            let token = PassBody(Array(#"{"pushToken":"abcd"}"#.utf8))
            for _ in 0..<2 {
                let registered = try await device.send(.post, registration, body: token)
                #expect(registered.status == .ok)
                #expect(
                    try JSONValue(parsing: registered.body) == ["message": "Details added successfully", "id": "d1"]
                )
            }
            let gone = try await device.send(.delete, registration)
            #expect(gone.status == .ok)
            #expect(try JSONValue(parsing: gone.body)["message"] == "Unregistered succesfully.")
            let again = try await device.send(.delete, registration)
            #expect(again.status == .badRequest)
            #expect(try JSONValue(parsing: again.body)["message"] == "Invalid Request. No registration found")
            let list = try await device.send(.get, "/devices/d1/registrations/\(SamplePass.passTypeIdentifier)")
            #expect(list.status == .badRequest)
            #expect(
                try JSONValue(parsing: list.body)["message"]
                    == "Invalid request. Device is not registered with this pass"
            )
            let log = try await device.send(.post, "/log", body: PassBody(Array(#"{"logs":["x"]}"#.utf8)))
            #expect(try JSONValue(parsing: log.body)["message"] == "Successfully updated the logs.")
        }

        @Test(arguments: [(DeviceDialect.apple, HTTPResponse.Status.notFound), (.voltMX, .badRequest)])
        func aPassThatWasNeverPublishedIsMissedInTheDialect(
            _ dialect: DeviceDialect,
            _ status: HTTPResponse.Status
        ) async throws {
            let stage = try Stage.forDevices()
            _ = try await stage.store.authenticationToken(of: Stage.identifier(), proposing: Stage.token)
            let answer = try await RawDevice(api: stage.api(.init(deviceDialect: dialect))).fetch()
            #expect(answer.status == status)
            #expect(
                try JSONValue(parsing: answer.body)["message"] == "Pass is not found or pass is not delivered"
            )
        }

        @Test func namesTheMethodsOfItsPaths() async throws {
            let stage = try Stage.forDevices()
            let device = RawDevice(api: stage.api())
            for (path, allow) in [
                (RawDevice.registration("d1", "E-1"), "DELETE, POST"), (RawDevice.pass("E-1"), "GET, HEAD"),
                ("/log", "POST"), (RawDevice.pass("E-1") + "/personalize", "POST"),
            ] {
                let answer = try await device.send(.put, path)
                #expect(answer.status == .methodNotAllowed)
                #expect(answer.fields[.allow] == allow)
            }
        }

        @Test func isNotServedWithoutAService() async throws {
            let api = try PassAPITests.api(PassAPITests.Service())
            #expect(!api.serves(path: "/v1/log"))
            #expect(try await RawDevice(api: api).send(.post, "/log").status == .notFound)
            #expect(try Stage.forDevices().api().serves(path: "/vpns/api/v1/log"))
        }

        @Test func theHostsLimiterIsAskedForDevicesToo() async throws {
            struct Limiter: RequestLimiter {
                func delay(for request: HTTPRequest, of principal: PassPrincipal) async -> Int? { 7 }
            }
            let stage = try Stage.forDevices()
            try await stage.publish()
            let api = stage.api(.init(limiter: Limiter()))
            let answer = try await RawDevice(api: api).fetch()
            #expect(answer.status == .tooManyRequests)
            #expect(answer.fields[.retryAfter] == "7")
        }
    }

    extension RawDevice {
        func fetch(_ fields: [HTTPField.Name: String]) async throws -> (
            status: HTTPResponse.Status, fields: HTTPFields, body: [UInt8]
        ) { try await fetch(.get, fields) }
    }
#endif
