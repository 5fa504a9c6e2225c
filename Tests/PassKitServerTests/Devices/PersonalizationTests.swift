#if Server
    import Foundation
    import HTTPTypes
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// Signing up for reward programmes.
    @Suite struct PersonalizationTests {
        /// Puts the user's name on the pass.
        final class Programme: PassPersonalizer {
            let members = Mutex<[PersonalizationDetails]>([])

            func personalize(
                _ package: PassPackage,
                with details: PersonalizationDetails
            ) async throws -> PassPackage {
                members.withLock { $0.append(details) }
                var package = package
                package.pass.fields.header[0].value = .text(details.givenName ?? "?")
                return package
            }
        }

        /// Publishes a pass that one can sign up for, and returns its bytes.
        @discardableResult
        private func publish(on stage: Stage, serial: String = "E-1") async throws -> [UInt8] {
            try await stage.publish(serial: serial) { package in
                package.personalization = Personalization(description: "Club", fields: [.name])
                package.images["personalizationLogo@2x.png"] = try SamplePass.otherLogo()
            }
        }

        /// Signs up without a phone's good manners.
        private func signUp(
            on stage: Stage,
            serial: String = "E-1",
            token: String = "token",
            info: JSONValue = ["givenName": "Ada"]
        ) async throws -> (status: HTTPResponse.Status, fields: HTTPFields, body: [UInt8]) {
            let body: JSONValue = ["personalizationToken": .string(token), "requiredPersonalizationInfo": info]
            let path = RawDevice.pass(serial) + "/personalize"
            return try await RawDevice(api: stage.api()).send(.post, path, body: PassBody(body.bytes()))
        }

        @Test func signsTheTokenAndGivesThePassThatIsTheUsers() async throws {
            let programme = Programme()
            let stage = try Stage.forDevices { $0.personalizer = programme }
            let phone = try stage.phone()
            try await phone.add(try await publish(on: stage))
            let signature = try await phone.personalize(
                Stage.identifier(),
                token: "Zm9vYmFy-0123",
                info: ["givenName": "Ada", "emailAddress": "ada@example.com", "unknown": "x"]
            )
            #expect(signature.first == 0x30)
            #expect(programme.members.withLock { $0 }.map(\.emailAddress) == ["ada@example.com"])
            let held = try #require(phone.passes[Stage.identifier()])
            #expect(held.package.personalization == nil)
            #expect(!held.package.images.names.contains { $0.hasPrefix("personalizationLogo") })
            #expect(held.package.pass.fields.header[0].value == "Ada")
            let report = PassVerifier(anchors: try stage.authority.anchors, clock: stage.clock)
                .verify(try PassArchive(reading: held.bytes))
            #expect(report.verdict == .trusted)
            // Once: there is nothing left to sign up for, so no other token is signed.
            #expect(try await signUp(on: stage, token: "other").status == .notFound)
            #expect(programme.members.withLock { $0.count } == 1)
        }

        /// The signature is one over the very token: put in the place of a pass's, it would fit no other manifest.
        @Test(.enabled(if: OpenSSL.isPresent)) func theSignatureIsOverTheToken() async throws {
            let stage = try Stage.forDevices { $0.personalizer = Programme() }
            let phone = try stage.phone()
            try await phone.add(try await publish(on: stage))
            let signature = try await phone.personalize(Stage.identifier(), token: "token-1", info: [:])
            #expect(try OpenSSL.verifies(signature, over: Array("token-1".utf8), root: stage.authority.rootPEM))
            #expect(try !OpenSSL.verifies(signature, over: Array("token-2".utf8), root: stage.authority.rootPEM))
        }

        @Test func isOffUnlessThereIsAProgramme() async throws {
            let stage = try Stage.forDevices()
            try await publish(on: stage)
            let answer = try await signUp(on: stage)
            #expect(answer.status == .notFound)
            #expect(try JSONValue(parsing: answer.body)["code"] == "http.not-personalizable")
        }

        @Test(arguments: [
            #"{"icon.png":"0"}"#, " {}", "[]", "7", "-1", "1e5", "true", "null", #""x""#, "", "a b", "a\n", "ü",
            String(repeating: "a", count: 513),
        ])
        func signsNothingThatCouldBeAManifest(_ token: String) async throws {
            let programme = Programme()
            let stage = try Stage.forDevices { $0.personalizer = programme }
            try await publish(on: stage)
            #expect(try await signUp(on: stage, token: token).status == .badRequest)
            #expect(programme.members.withLock { $0.isEmpty })
            #expect(throws: PassError(.httpParameter, "")) { try PersonalizationToken(token) }
        }

        @Test(
            arguments: [
                [], ["givenName": 7], ["givenName": "a\r\nb"],
                ["familyName": .string(String(repeating: "x", count: 257))],
            ] as [JSONValue]
        )
        func takesNoStrangeDetails(_ info: JSONValue) async throws {
            let programme = Programme()
            let stage = try Stage.forDevices { $0.personalizer = programme }
            try await publish(on: stage)
            #expect(try await signUp(on: stage, info: info).status == .badRequest)
            #expect(programme.members.withLock { $0.isEmpty })
        }

        @Test func onlySoManyMaySignUpInAMinute() async throws {
            let stage = try Stage.forDevices {
                $0.personalizer = Programme()
                $0.personalizationsPerMinute = 2
            }
            for serial in ["E-1", "E-2", "E-3"] { try await publish(on: stage, serial: serial) }
            var statuses: [HTTPResponse.Status] = []
            for serial in ["E-1", "E-2", "E-3"] {
                statuses.append(try await signUp(on: stage, serial: serial).status)
            }
            #expect(statuses == [.ok, .ok, .tooManyRequests])
            stage.clock.advance(by: .seconds(60))
            #expect(try await signUp(on: stage, serial: "E-3").status == .ok)
        }

        @Test func whoNamesNoPassToSignUpForKeepsNobodyOut() async throws {
            let stage = try Stage.forDevices {
                $0.personalizer = Programme()
                $0.personalizationsPerMinute = 1
            }
            try await stage.publish(serial: "E-2")
            try await publish(on: stage)
            for serial in ["E-2", "unknown", "E-2", "unknown"] {
                #expect(try await signUp(on: stage, serial: serial).status == .notFound)
            }
            #expect(try await signUp(on: stage).status == .ok)
        }

        @Test func nobodyIsSignedUpForAPassThatCannotBeSigned() async throws {
            let programme = Programme()
            let stage = try Stage.forDevices { $0.personalizer = programme }
            try await publish(on: stage)
            try await stage.engine.use(signers: [])
            #expect(try await signUp(on: stage).status != .ok)
            #expect(programme.members.withLock { $0.isEmpty })
        }
    }

    /// The command-line tool, where it is there.
    enum OpenSSL {
        static let path = "/usr/bin/openssl"
        static let isPresent = FileManager.default.isExecutableFile(atPath: path)

        /// Whether a detached signature fits some bytes.
        static func verifies(_ signature: [UInt8], over bytes: [UInt8], root: [UInt8]) throws -> Bool {
            let folder = FileManager.default.temporaryDirectory.appending(path: "passkit-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            for (name, content) in [("signature", signature), ("content", bytes), ("root", root)] {
                try Data(content).write(to: folder.appending(path: name))
            }
            let process = Process()
            process.executableURL = URL(filePath: path)
            process.arguments = [
                "cms", "-verify", "-binary", "-inform", "DER", "-in", folder.appending(path: "signature").path,
                "-content", folder.appending(path: "content").path, "-CAfile", folder.appending(path: "root").path,
                "-purpose", "any", "-no_check_time", "-out", "/dev/null",
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
    }
#endif
