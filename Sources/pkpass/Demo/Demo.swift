#if CommandLineTool
    import PassKitAPNsDouble
    import PassKitCore
    import PassKitTesting

    /// The main job from end to end, one line a step.
    struct Demo {
        let directory: String

        /// What the demo writes into its folder.
        /// - Parameter isGiven: Whether the pass is somebody's own, which takes no authority.
        static func files(passIsGiven isGiven: Bool) -> [String] {
            let made = DemoAuthority.names.map { "authority/\($0)" } + ["ticket.pkpass", "logo@2x.png"]
            return (isGiven ? [] : made) + ["passContent.json", "passes.db", "outbox", "downloaded.pkpass"]
        }

        /// Makes a pass, issues it, updates it with another image, verifies what recipients download, and lets a phone
        /// fetch the next update.
        func run() async throws {
            let authority = try DemoAuthority.make(in: "\(directory)/authority")
            let signer = try authority.signer()
            DemoOutput.say(
                "authority",
                "made a throw-away authority and an identity for \(authority.passTypeIdentifier)"
            )

            let original = try await SamplePass.package().signed(by: signer)
            try Files.write(original, to: "\(directory)/ticket.pkpass")
            DemoOutput.say("pass", "signed ticket.pkpass: an event ticket, \(original.count) bytes, English and German")

            let logo = try SamplePass.otherLogo()
            try Files.write(logo, to: "\(directory)/logo@2x.png")
            let service = try await APNsDouble(trusting: [authority.rootPEM])
            DemoOutput.say("service", "a stand-in for Apple's push service listens at \(service.host):\(service.port)")
            do {
                try await run(original, logo, signer, authority, service)
            } catch {
                try? await service.stop()
                throw error
            }
            try await service.stop()
        }

        private func run(
            _ original: [UInt8],
            _ logo: [UInt8],
            _ signer: CMSManifestSigner,
            _ authority: TestAuthority,
            _ service: APNsDouble
        ) async throws {
            let anchors = try authority.anchors
            var package = try SamplePass.package()
            package.images["logo@2x.png"] = logo
            package.pass.fields.header[0].value = .text("B7")
            let moved = try await package.signed(by: signer)
            let server = DemoServer(directory: directory, signers: [signer], anchors: anchors, pushService: service)
            try await server.run { job in
                try await job.showRefusals(original)
                try await job.update(PassUpdateRequest(pkPass: original, content: DemoContent.make()))
                let image = PassUpdateRequest.Image(name: "logo@2x", fileName: "logo@2x.png", bytes: logo)
                try await job.update(PassUpdateRequest(pkPass: original, images: [image], content: DemoContent.make()))
                let downloaded = try await job.download()
                try DemoReport.image("logo@2x.png", before: original, after: downloaded)
                try DemoReport.verify(downloaded, anchors)
                let update = PassUpdateRequest(pkPass: moved, content: DemoContent.make())
                try await DemoPhone(job: job, service: service).run(holding: downloaded, then: update)
            }
        }

        /// Does the same with a pass that somebody else has signed: it is distributed byte for byte.
        func run(withPassAt path: String) async throws {
            let original = try Files.read(path)
            DemoOutput.say("pass", "took \(path): \(original.count) bytes")
            try await DemoServer(directory: directory, signers: [], anchors: .apple).run { job in
                try await job.update(PassUpdateRequest(pkPass: original, content: DemoContent.make()))
                let downloaded = try await job.download()
                guard downloaded == original else {
                    throw PassError(.toolDemo, "The pass was changed on its way. Report this: it must never happen.")
                }
                DemoOutput.say("bytes", "what the link gives is byte for byte what was uploaded")
                try DemoReport.verify(downloaded, .apple)
            }
        }
    }

    /// Prints one line a step, or keeps the steps for one document.
    enum DemoOutput {
        private static let kept = Mutex<[JSONValue]?>(nil)

        /// Keeps what is said from now on.
        static func keepSteps() { kept.withLock { $0 = [] } }

        /// What was kept; nil when it was printed.
        static var steps: [JSONValue]? { kept.withLock { $0 } }

        static func say(_ step: String, _ text: String) {
            let isKept = kept.withLock { steps in
                steps?.append(["step": .string(step), "text": .string(text)])
                return steps != nil
            }
            guard !isKept else { return }
            Output.print(step + String(repeating: " ", count: max(1, 11 - step.utf8.count)) + text)
        }
    }

    /// What the demo says of a pass.
    enum DemoReport {
        static func image(_ name: String, before original: [UInt8], after pass: [UInt8]) throws {
            let old = try PassPackage(reading: original).images.bytes(of: name)
            let new = try PassPackage(reading: pass).images.bytes(of: name)
            DemoOutput.say("image", try "\(name) changed: SHA-256 \(hash(old)) became \(hash(new))")
        }

        static func verify(_ pass: [UInt8], _ anchors: TrustAnchors) throws {
            let report = PassVerifier(anchors: anchors).verify(try PassArchive(reading: pass))
            DemoOutput.say("verify", "the pass is \(report.verdict)\(report.isIntact ? " and intact" : "")")
            for finding in report.findings { DemoOutput.say("", "\(finding)") }
        }

        private static func hash(_ bytes: [UInt8]) throws -> String {
            String(Hex.encode(try Digest.sha256(bytes)).prefix(12)) + "…"
        }
    }
#endif
