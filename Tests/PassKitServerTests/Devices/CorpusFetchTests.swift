#if Server
    import Foundation
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// Other people's passes, where they stand beside the project.
    enum OthersPasses {
        static let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")

        static let isPresent = FileManager.default.fileExists(atPath: root.path)

        /// The paths of single passes.
        static let paths: [String] = ["passes", "peers"].flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
            return names.filter { $0.hasSuffix(".pkpass") }.sorted().map { "\(folder)/\($0)" }
        }

        /// What no identity can make a pass of.
        static let broken: [String: String] = [
            "passes/five-bytes.pkpass": "no archive",
            "passes/no-signature-no-icon.pkpass": "no identifier",
            "passes/apple-boarding-pass.pkpass": "no JSON: a comma before a closing brace",
        ]
    }

    /// Passes made by Apple and by other libraries, taken over under identities of their types: devices get them from us.
    @Suite(.enabled(if: OthersPasses.isPresent)) struct CorpusFetchTests {
        @Test(arguments: OthersPasses.paths.filter { OthersPasses.broken[$0] == nil })
        func aPassOfOthersIsRewrittenVerifiedAndFetched(_ path: String) async throws {
            let upload = try [UInt8](Data(contentsOf: OthersPasses.root.appending(path: path)))
            var original = try PassPackage(reading: upload)
            // Wallet refuses a pass without an icon, and so does signing.
            if !original.images.names.contains(where: { PassImageName($0)?.slot == .icon }) {
                original.images["icon@2x.png"] = try SamplePass.images()["icon@2x.png"]
            }
            let pass = try #require(original.pass.identifier)
            let stage = try Stage.forDevices { $0.updater.accept = .any }
            let authority = try TestAuthority(
                passTypeIdentifier: pass.type,
                teamIdentifier: try #require(original.pass.teamIdentifier),
                allowsNFC: original.pass.nfc != nil,
                validFrom: stage.clock.now
            )
            try await stage.engine.use(signers: [try authority.signer(validAt: stage.clock.now)])
            try await stage.running {
                func publish(_ package: PassPackage) async throws {
                    let tag = try await stage.store.currentVersion(of: pass)?.tag ?? 0
                    let request = PassUpdateRequest(
                        pkPass: try package.archive().bytes(),
                        content: PassUpdateContent(recipients: ["1"])
                    )
                    _ = try await stage.engine.update(request)
                    try await eventually { try await stage.store.currentVersion(of: pass)?.tag ?? 0 > tag }
                }
                try await publish(original)
                let version = try #require(try await stage.store.currentVersion(of: pass))
                let phone = try stage.phone()
                let bytes = try #require(try await stage.store.bytes(of: version.digest))
                #expect(try await phone.add(bytes) == true)

                var changed = original
                changed.pass.organizationName = "Changed"
                try await publish(changed)
                #expect(try await phone.update(passesOf: pass.type) == [pass])

                let held = try #require(phone.passes[pass])
                let report = PassVerifier(anchors: try authority.anchors, clock: stage.clock)
                    .verify(try PassArchive(reading: held.bytes))
                #expect(report.verdict == .trusted, "\(report.findings)")
                // What the other library wrote is all there, but for the web service.
                var expected = changed.pass
                expected["webServiceURL"] = "https://passes.example.com/api"
                expected.authenticationToken = held.package.pass.authenticationToken
                #expect(held.package.pass.json == expected.json)
                for name in original.images.names {
                    #expect(held.package.images[name] == original.images[name], "\(name)")
                }
                #expect(held.package.localizations.languages == original.localizations.languages)
            }
        }
    }
#endif
