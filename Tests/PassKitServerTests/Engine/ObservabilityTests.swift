#if Server
    import Foundation
    import InMemoryLogging
    import InMemoryTracing
    import Logging
    import MetricsTestKit
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing
    import Tracing

    /// What the engine says about itself.
    @Suite struct ObservabilityTests {
        /// Runs through success and failure with secrets in every field, and returns all that was said.
        private func said() async throws -> (text: String, metrics: TestMetrics, traces: InMemoryTracer, token: String)
        {
            let logs = InMemoryLogHandler()
            let metrics = TestMetrics()
            let tracer = InMemoryTracer()
            let people = RecipientList([
                RecipientProfile(
                    id: "recipient-CANARY",
                    name: "Name-CANARY",
                    email: "mail-canary@example.com",
                    mobileNumber: "+491709998877",
                    emailSubscription: true,
                    smsSubscription: true,
                    attributes: ["Secret": "attribute-CANARY"]
                )
            ])
            let stage = try Stage(recipients: people, sms: LeakyTransport()) { configuration in
                configuration.logger = Logger(label: "test", factory: { _ in logs })
                configuration.logger.logLevel = .trace
                configuration.metrics = metrics
                configuration.tracer = tracer
                configuration.retry.maximumAttempts = 1
            }
            let config = PassIntegrationConfig(
                passIssueNotificationDetails: [
                    .sms("text-CANARY ##Secret## ##SMS Pass Link##"),
                    .email("html-CANARY <a href='##Email Pass Link##'>x</a>", subject: "subject-CANARY"),
                ]
            )
            var token = ""
            var errors: [any Error] = []
            try await stage.running {
                _ = try await stage.engine.acting(for: PassPrincipal("box-office")).update(
                    stage.request(serial: "E-1", to: ["recipient-CANARY"], config: config, key: "key-CANARY")
                )
                try await eventually { try await stage.engine.deadLetters().count == 1 }
                let mail = try await stage.mail.messages(count: 1, within: .seconds(900))[0]
                if case .email(let mail) = mail.content, let range = mail.html.range(of: "/passes/") {
                    token = String(mail.html[range.upperBound...].prefix(43))
                }
                #expect(try await stage.engine.pass(forLink: token, opens: true) != nil)
                var broken = try await stage.request(to: ["recipient-CANARY"])
                broken.content.recipients = []
                await keep(&errors) { _ = try await stage.engine.update(broken) }
                let pass = Stage.identifier()
                await keep(&errors) {
                    try await stage.engine.edit(pass) { $0.pass["authenticationToken"] = "token-CANARY-0123456789" }
                }
                await keep(&errors) {
                    try await stage.engine.importHoldings(
                        csv: Array("type,serial,recipient,authenticationToken\np,1,2,CANARY\n".utf8)
                    )
                }
                await keep(&errors) {
                    _ = try SigningIdentity(
                        pkcs12: stage.authority.pkcs12(password: "right"),
                        password: Password("wrong-CANARY")
                    )
                }
                try await eventually { tracer.finishedSpans.count >= 5 }
                try await eventually {
                    (try? metrics.expectGauge("passkit.queue.depth", [("work", "job"), ("state", "dead")])) != nil
                }
            }
            var text = ""
            for entry in logs.entries { text += "\(entry.level) \(entry.message) \(entry.metadata)\n" }
            for span in tracer.finishedSpans {
                text += "\(span.operationName) "
                span.attributes.forEach { text += "\($0)=\($1) " }
                text += "\(span.errors)\n"
            }
            for letter in try await stage.engine.deadLetters() { text += "\(letter)\n" }
            #expect(errors.count == 4)
            for error in errors { text += "\(error) \(String(reflecting: error))\n" }
            return (text, metrics, tracer, token)
        }

        private func keep(_ errors: inout [any Error], _ work: () async throws -> Void) async {
            do { try await work() } catch { errors.append(error) }
        }

        @Test func noFileNameHoldsASecret() async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "outbox-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let people = RecipientList([
                RecipientProfile(id: "canary", mobileNumber: "+491709998877", smsSubscription: true)
            ])
            let stage = try Stage(recipients: people, sms: OutboxDirectory(folder.path))
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request(to: ["canary"]))
                try await eventually { try await stage.states(receipt) == ["canary: SMS submitted"] }
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names.count == 1)
            let text = try String(contentsOf: folder.appending(path: names[0]), encoding: .utf8)
            let token = try #require(text.firstMatch(of: /passes\\?\/([A-Za-z0-9_-]{43})/)).1
            for secret in ["canary", "9998877", String(token), "E-1"] { #expect(!names[0].contains(secret)) }
        }

        @Test func nothingThatIsSaidHoldsASecret() async throws {
            let said = try await said()
            #expect(said.token.utf8.count == 43)
            #expect(said.text.contains("accepted"))
            #expect(said.text.contains("passkit.job"))
            #expect(said.text.contains("Failure"))
            for secret in ["CANARY", "canary", "9998877", said.token, "passes.example.com"] {
                #expect(!said.text.contains(secret), "\(secret) leaked")
            }
            let labels = said.metrics.counters.flatMap { $0.dimensions.map(\.1) }
            #expect(labels.contains("update.no-recipients"))
            #expect(!labels.contains { $0.contains("CANARY") || $0.contains(said.token) })
        }

        @Test func labelsHaveFewValues() async throws {
            let metrics = try await said().metrics
            #expect(try metrics.expectCounter("passkit.requests.accepted", [("kind", "update")]).totalValue == 1)
            #expect(
                try metrics.expectCounter("passkit.requests.refused", [("code", "update.no-recipients")]).totalValue
                    == 1
            )
            #expect(try metrics.expectCounter("passkit.jobs.ended", [("outcome", "done")]).totalValue == 1)
            let dead = [("channel", "SMS"), ("outcome", "dead")]
            #expect(try metrics.expectCounter("passkit.messages.ended", dead).totalValue == 1)
            let keys = Set(metrics.counters.flatMap { $0.dimensions.map(\.0) })
            #expect(keys.isSubset(of: ["kind", "code", "outcome", "channel", "operation"]))
        }

        @Test func aTraceGoesOnThroughTheQueue() async throws {
            let spans = try await said().traces.finishedSpans
            let accept = try #require(spans.first { $0.operationName == "passkit.accept" })
            let job = try #require(spans.first { $0.operationName == "passkit.job" })
            #expect(job.spanContext.traceID == accept.spanContext.traceID)
            #expect(job.spanContext.spanID != accept.spanContext.spanID)
            let messages = spans.filter { $0.operationName == "passkit.message" }
            #expect(messages.count == 2)
            #expect(messages.allSatisfy { $0.spanContext.traceID == accept.spanContext.traceID })
        }

        @Test func expiringIdentitiesShowWithoutMakingTheServerUnready() async throws {
            let stage = try Stage()
            #expect(await stage.engine.readiness() == Readiness(isReady: true))
            stage.clock.advance(by: .seconds(358 * 86_400))
            let readiness = await stage.engine.readiness()
            #expect(readiness.isReady)
            #expect(readiness.notes.count == 1)
            #expect(readiness.notes[0].passTypeIdentifier == SamplePass.passTypeIdentifier)
            #expect((0...7).contains(try #require(readiness.notes[0].daysLeft)))
        }

        @Test func workThatIsCancelledIsNoFailureOfTheStore() async throws {
            let logs = InMemoryLogHandler()
            let metrics = TestMetrics()
            let store = WatchedStore { if $0 == "claimJobs" { throw CancellationError() } }
            let stage = try Stage(store: store) {
                $0.logger = Logger(label: "test", factory: { _ in logs })
                $0.metrics = metrics
            }
            try await stage.running { try await eventually { store.count(of: "claimJobs") > 0 } }
            #expect(!logs.entries.contains { $0.message == "store failed" })
            #expect(!metrics.counters.contains { $0.label == "passkit.store.failures" })
        }

        @Test func aStoreThatCannotBeWrittenToMakesTheServerUnready() async throws {
            let stage = try Stage(store: WatchedStore { if $0 == "checkWritable" { throw WatchedStore.Failure() } })
            #expect(await !stage.engine.readiness().isReady)
        }
    }

    /// A transport whose errors say more than they should.
    struct LeakyTransport: NotificationTransport {
        struct Failure: Error, CustomStringConvertible {
            let description: String
        }

        func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
            throw Failure(description: "CANARY could not send \(message)")
        }
    }
#endif
