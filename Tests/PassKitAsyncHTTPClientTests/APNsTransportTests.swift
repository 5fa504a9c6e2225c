#if AsyncHTTPClient
    import Foundation
    import PassKitAPNsDouble
    import PassKitAsyncHTTPClient
    import PassKitCore
    import PassKitTesting
    import Testing

    /// What is asked, and what the answers mean.
    @Suite(.timeLimit(.minutes(30))) struct APNsTransportTests {
        @Test func asksForNothingButTheTopic() async throws {
            try await APNsScene.run { scene async throws in
                var push = try APNsScene.push(5)
                push.expiration = Date(timeIntervalSince1970: 1_900_000_000)
                push.priority = .considerate
                #expect(try await scene.transport.push(push) == .accepted(id: "double-1"))
                let seen = try #require(scene.service.pushes.first)
                #expect(seen.token == push.token.hex && seen.authority == "127.0.0.1:\(scene.service.port)")
                #expect(seen.topic == APNsScene.type && seen.certificateTopic == APNsScene.type)
                #expect(seen.priority == "5" && seen.expiration == "1900000000" && seen.pushType == nil)
                #expect(seen.payload == Array("{}".utf8))
            }
        }

        @Test func keepsPushesForAWeekUnlessToldOtherwise() async throws {
            try await APNsScene.run { scene async throws in
                let now = Date.now.timeIntervalSince1970
                _ = try await scene.transport.push(APNsScene.push())
                let expiration = try #require(scene.service.pushes.first?.expiration.flatMap(Double.init))
                #expect(abs(expiration - now - 7 * 86_400) < 60)
            }
        }

        /// An answer of the service, and what it means.
        struct Case: Sendable, CustomTestStringConvertible {
            let status: Int
            let reason: String?
            var timestamp: Int64?
            var retryAfter: String?
            let outcome: PushOutcome

            var testDescription: String { "\(status) \(reason ?? "without reason")" }

            static func rejected(_ status: Int, _ reason: String) -> Case {
                Case(status: status, reason: reason, outcome: .rejected(PushReason(rawValue: reason)))
            }

            static func retry(_ status: Int, _ reason: String, _ seconds: Int? = nil) -> Case {
                Case(
                    status: status,
                    reason: reason,
                    retryAfter: seconds.map(String.init),
                    outcome: .retry(PushReason(rawValue: reason), after: seconds.map { .seconds($0) })
                )
            }

            static func invalid(_ status: Int, _ reason: String, _ milliseconds: Int64? = nil) -> Case {
                let since = milliseconds.map { Date(timeIntervalSince1970: Double($0) / 1000) }
                return Case(
                    status: status,
                    reason: reason,
                    timestamp: milliseconds,
                    outcome: .tokenInvalid(PushReason(rawValue: reason), since: since)
                )
            }
        }

        static let cases: [Case] = [
            .invalid(400, "BadDeviceToken"), .invalid(400, "DeviceTokenNotForTopic"),
            .invalid(410, "Unregistered", 1_800_000_000_000), .invalid(410, "ExpiredToken"),
            .rejected(400, "BadCollapseId"), .rejected(400, "BadExpirationDate"), .rejected(400, "BadMessageId"),
            .rejected(400, "BadPriority"), .rejected(400, "BadTopic"), .rejected(400, "DuplicateHeaders"),
            .rejected(400, "InvalidPushType"), .rejected(400, "MissingDeviceToken"), .rejected(400, "MissingTopic"),
            .rejected(400, "PayloadEmpty"), .rejected(400, "TopicDisallowed"), .rejected(403, "BadCertificate"),
            .rejected(403, "BadCertificateEnvironment"), .rejected(403, "ExpiredProviderToken"),
            .rejected(403, "Forbidden"), .rejected(403, "InvalidProviderToken"),
            .rejected(403, "MissingProviderToken"), .rejected(403, "UnrelatedKeyIdInToken"),
            .rejected(403, "BadEnvironmentKeyIdInToken"), .rejected(404, "BadPath"),
            .rejected(405, "MethodNotAllowed"), .rejected(413, "PayloadTooLarge"),
            .retry(400, "IdleTimeout"), .retry(429, "TooManyRequests", 17),
            .retry(429, "TooManyProviderTokenUpdates"), .retry(500, "InternalServerError"),
            .retry(503, "ServiceUnavailable", 120), .retry(503, "Shutdown"),
            Case(status: 502, reason: nil, outcome: .retry(PushReason(rawValue: "Status502"), after: nil)),
        ]

        /// All of them over one connection: an answer leaves nothing behind that the next one would trip over.
        @Test func understandsEveryAnswer() async throws {
            try await APNsScene.run { scene async throws in
                for (number, given) in Self.cases.enumerated() {
                    let answer = APNsAnswer.refuse(
                        given.status,
                        reason: given.reason,
                        timestamp: given.timestamp,
                        retryAfter: given.retryAfter
                    )
                    scene.service.answer(answer, to: try APNsScene.token(number + 1))
                    let outcome = try await scene.transport.push(APNsScene.push(number + 1))
                    #expect(outcome == given.outcome, "\(given)")
                }
                #expect(scene.service.seen.connections == 1)
            }
        }

        @Test func waitsForTheAnswerBehindAnInterimOne() async throws {
            try await APNsScene.run(answering: { _ in .hinted(.refuse(410, reason: "Unregistered")) }) {
                scene async throws in
                let outcome = try await scene.transport.push(APNsScene.push())
                #expect(outcome == .tokenInvalid(.unregistered, since: nil))
            }
        }

        @Test func readsNoMoreOfAnAnswerThanAReasonTakes() async throws {
            try await APNsScene.run { scene async throws in
                let endless = APNsAnswer.refuse(500, reason: String(repeating: "x", count: 1 << 20))
                scene.service.answer(endless, to: try APNsScene.token(1))
                let outcome = try await scene.transport.push(APNsScene.push(1))
                #expect(outcome == .retry(PushReason(rawValue: "Status500"), after: nil))
                #expect(try await scene.push(2...200).allSatisfy { $0.isAccepted })
            }
        }
    }
#endif
