#if Server
    import Foundation
    import MetricsTestKit
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// What acceptance says of a request beside yes or no, and of changes that would break a pass.
    @Suite struct JudgementTests {
        // MARK: Errors that a change brings in

        /// A pass that Wallet refuses: it lacks what VoiceOver reads.
        private func faulty(_ stage: Stage, _ gate: String = "A1") async throws -> PassUpdateRequest {
            var package = try stage.unsigned(gate)
            package.pass["description"] = String?.none
            var request = try await stage.request()
            request.pkPass = try await package.signed(by: stage.signer, at: stage.clock.now)
            return request
        }

        private func publish(_ request: PassUpdateRequest, _ stage: Stage) async throws {
            let receipt = try await stage.engine.update(request)
            try await eventually { try await stage.store.request(receipt.requestId)?.state == .done }
        }

        private func expectRefusal(
            _ codes: [Finding.Code],
            sourceLocation: SourceLocation = #_sourceLocation,
            _ change: () async throws -> Void
        ) async {
            do {
                try await change()
                Issue.record("it was taken", sourceLocation: sourceLocation)
            } catch {
                let error = error as? PassError
                #expect(error?.code == .updateBreaksPass, sourceLocation: sourceLocation)
                let found = (error?.cause as? FindingsError)?.findings
                #expect(found?.map(\.code) == codes, sourceLocation: sourceLocation)
                #expect(error?.message.contains(found?.first?.message ?? "?") == true, sourceLocation: sourceLocation)
            }
        }

        @Test func aChangeThatBreaksThePassIsRefused() async throws {
            let stage = try Stage()
            try await stage.running {
                try await publish(stage.request(), stage)
                await expectRefusal(["lint.identity.description-missing"]) {
                    _ = try await stage.engine.update(faulty(stage))
                }
                await expectRefusal(["lint.identity.description-missing"]) {
                    _ = try await stage.engine.issue(faulty(stage))
                }
                #expect(try await stage.store.statistics()[.job, .done]?.count == 1)
                #expect(try await stage.store.statistics()[.job, .queued] == nil)
            }
        }

        @Test func aPassThatIsFaultyAlreadyIsTaken() async throws {
            let stage = try Stage()
            try await stage.running {
                try await publish(faulty(stage, "A1"), stage)
                try await publish(faulty(stage, "B2"), stage)
                #expect(try await stage.gate() == "B2")
                // One fault more is one too many.
                var worse = try await faulty(stage, "C3")
                var package = try PassPackage(reading: worse.pkPass)
                package.pass["organizationName"] = String?.none
                worse.pkPass = try await package.signed(by: stage.signer, at: stage.clock.now)
                await expectRefusal(["lint.identity.organization-missing"]) {
                    _ = try await stage.engine.update(worse)
                }
                // What is mended must not come back.
                try await publish(stage.request("D4"), stage)
                await expectRefusal(["lint.identity.description-missing"]) {
                    _ = try await stage.engine.update(faulty(stage))
                }
            }
        }

        @Test(arguments: [false, true])
        func anImageThatBreaksThePassIsRefused(isPublished: Bool) async throws {
            let stage = try Stage { $0.linter?.configuration.severities = ["lint.image.size": .error] }
            var request = try await stage.request()
            request.images = [.init(name: "icon@2x", bytes: try SamplePass.otherLogo())]
            try await stage.running {
                if isPublished { try await publish(stage.request(), stage) }
                await expectRefusal(["lint.image.size"]) { _ = try await stage.engine.update(request) }
                #expect(try await stage.store.statistics()[.job, .queued] == nil)
                // Uploaded as it is, the same pass is the sender's own.
                guard !isPublished else { return }
                var package = try PassPackage(reading: request.pkPass)
                package.images["icon@2x.png"] = try SamplePass.otherLogo()
                request.pkPass = try await package.signed(by: stage.signer, at: stage.clock.now)
                try await publish(request, stage)
            }
        }

        @Test func anEditThatBreaksThePassIsRefused() async throws {
            let stage = try Stage()
            let pass = Stage.identifier()
            try await stage.running {
                try await publish(stage.request(), stage)
                let tag = try await stage.tag()
                await expectRefusal(["lint.identity.description-missing"]) {
                    try await stage.engine.edit(pass) { $0.pass["description"] = String?.none }
                }
                #expect(try await stage.tag() == tag)
                #expect(try await stage.engine.edit(pass) { $0.pass["description"] = "A ticket" })
            }
        }

        @Test func whoWantsNoLinterHasNone() async throws {
            let stage = try Stage { $0.linter = nil }
            try await stage.running {
                try await publish(stage.request(), stage)
                try await publish(faulty(stage, "B2"), stage)
                #expect(try await stage.gate() == "B2")
            }
        }

        // MARK: What recipients can be told

        /// A directory that knows nothing of placeholders, or fails when it is asked for them.
        private struct Reticent: RecipientDirectory {
            let fails: Bool

            func profiles(for ids: [Recipient.ID]) async throws -> [Recipient.ID: RecipientProfile] {
                try await Stage.people.profiles(for: ids)
            }

            func placeholderNames() async throws -> Set<String>? {
                if fails { throw RecordingTransport.Failure() }
                return nil
            }
        }

        private static let config = PassIntegrationConfig(
            passIssueNotificationDetails: [.sms("##First Name##, ##Fist Name##: ##SMS Pass Link##")]
        )

        @Test func placeholdersAreHeldAgainstWhatTheDirectoryHas() async throws {
            let metrics = TestMetrics()
            let stage = try Stage { $0.metrics = metrics }
            let request = try await stage.request(config: Self.config)
            let findings = try await stage.engine.findings(in: request)
            #expect(findings.map(\.code.rawValue) == ["update.unknown-placeholder"])
            #expect(findings[0].message.contains("##Fist Name##"))
            #expect(try await stage.store.statistics().entries.isEmpty)
            _ = try await stage.engine.update(request)
            let label = [("code", "update.unknown-placeholder")]
            #expect(try metrics.expectCounter("passkit.requests.findings", label).totalValue == 1)
            var broken = request
            broken.content.recipients = []
            await #expect(throws: PassError(.updateNoRecipients, "")) {
                try await stage.engine.findings(in: broken)
            }
        }

        @Test(arguments: [false, true])
        func aDirectoryThatCannotTellKeepsNobodyFromHandingIn(fails: Bool) async throws {
            let stage = try Stage(recipients: Reticent(fails: fails))
            let request = try await stage.request(config: Self.config)
            #expect(try await stage.engine.findings(in: request).isEmpty)
            _ = try await stage.engine.update(request)
        }

        @Test func hostsMayNameThePlaceholders() async throws {
            let stage = try Stage(recipients: Reticent(fails: true)) { $0.planner.placeholderNames = ["Fist Name"] }
            let findings = try await stage.engine.findings(in: stage.request(config: Self.config))
            #expect(findings.count == 1)
            #expect(findings.first?.message.contains("##First Name##") == true)
        }

        // MARK: Authority

        @Test func whoMayNotTouchAPassCannotGiveItAToken() async throws {
            let stage = try Stage { configuration in
                configuration.rewritesWebService = true
                configuration.authorize = { principal, _ in principal.name == "box-office" }
            }
            let pass = Stage.identifier()
            var package = try stage.unsigned()
            package.pass["webServiceURL"] = "https://intern.example.com"
            package.pass["authenticationToken"] = "a token that only the intern knows"
            var request = try await stage.request()
            request.pkPass = try await package.signed(by: stage.signer, at: stage.clock.now)
            await #expect(throws: PassError(.updateNotAuthorized, "")) {
                try await stage.engine.acting(for: PassPrincipal("intern")).update(request)
            }
            #expect(try await stage.store.authenticationToken(of: pass, proposing: "first") == "first")
        }
    }
#endif
