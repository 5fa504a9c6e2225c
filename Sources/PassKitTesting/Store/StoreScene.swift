#if Server
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// A store under test, with short words for what the cases ask of it.
    ///
    /// Times are seconds since the scene began.
    struct StoreScene: Sendable {
        let store: any PassStore
        let name: String

        static let owner = LeaseOwner("engine-1")
        static let other = LeaseOwner("engine-2")
        static let team = "TEAMID1234"
        static let note = FailureNote(code: "transport.refused", message: "The gateway is closed.")

        func time(_ seconds: Double) -> Date { Date(timeIntervalSince1970: 1_800_000_000 + seconds) }

        func pass(_ serial: String = "A", type: String = "pass.com.example.ticket") -> PassIdentifier {
            PassIdentifier(type: type, serial: serial)
        }

        func blob(_ text: String) throws -> Blob { try Blob(Array(text.utf8)) }

        // MARK: Requests

        /// The delivery of a request to the recipient it names at a place.
        func delivery(_ request: Int64, _ place: Int64 = 0) -> IssuedPassID { IssuedPassID(request * 100_000 + place) }

        func request(
            _ id: Int64,
            serial: String = "A",
            type: String = "pass.com.example.ticket",
            due: Double = 0,
            end: Double? = nil,
            priority: Bool = false,
            to recipients: [Recipient.ID] = ["ada"],
            key: Idempotency? = nil
        ) throws -> NewRequest {
            NewRequest(
                id: PassRequestID(id),
                kind: .update,
                principal: PassPrincipal("shop"),
                pass: pass(serial, type: type),
                team: Self.team,
                content: Array("{\"id\":\(id)}".utf8),
                package: try blob("package \(id)"),
                needsSignature: false,
                verdict: "trusted",
                priority: priority,
                due: time(due),
                end: end.map { time($0) },
                deliveries: recipients.enumerated().map { place, recipient in
                    .init(id: delivery(id, Int64(place)), recipient: recipient)
                },
                idempotency: key
            )
        }

        func key(_ key: String, of principal: String = "shop", _ fingerprint: String, expires: Double) -> Idempotency {
            Idempotency(
                key: IdempotencyKey(principal: PassPrincipal(principal), key: key),
                fingerprint: Array(fingerprint.utf8),
                expires: time(expires)
            )
        }

        /// Accepts requests that nothing speaks against.
        func accept(
            _ requests: NewRequest...,
            at seconds: Double = 0,
            line: Int = #line,
            file: String = #fileID
        ) async throws {
            let answers = try await store.accept(requests, at: time(seconds))
            let expected = requests.map { _ in Acceptance.accepted }
            try expectEqual(answers, expected, "the answers of accept", line: line, file: file)
        }

        func state(of request: Int64) async throws -> WorkState? {
            try await store.request(PassRequestID(request))?.state
        }

        func state(of delivery: IssuedPassID) async throws -> StoredDelivery.State? {
            try await store.delivery(delivery)?.state
        }

        func channel(_ channel: NotificationChannel, of delivery: IssuedPassID) async throws -> PassStatus.Channel? {
            try await store.delivery(delivery)?.channels.first { $0.channelType == channel }
        }

        // MARK: Jobs

        func claim(
            limit: Int = 100,
            by owner: LeaseOwner = owner,
            at seconds: Double = 0,
            until end: Double? = nil
        ) async throws -> [ClaimedJob] {
            try await store.claimJobs(limit: limit, by: owner, until: time(end ?? seconds + 30), at: time(seconds))
        }

        /// Claims the one job there is to claim.
        func claimOne(
            by owner: LeaseOwner = owner,
            at seconds: Double = 0,
            until end: Double? = nil,
            line: Int = #line,
            file: String = #fileID
        ) async throws -> ClaimedJob {
            let jobs = try await claim(by: owner, at: seconds, until: end)
            try expectEqual(jobs.count, 1, "the number of jobs to claim", line: line, file: file)
            return try require(jobs.first, "a job to claim", line: line, file: file)
        }

        /// The ids of the jobs that can be claimed.
        func claimIDs(limit: Int = 100, by owner: LeaseOwner = owner, at seconds: Double = 0) async throws -> [Int64] {
            try await claim(limit: limit, by: owner, at: seconds).compactMap(\.request.id.int64)
        }

        func version(_ text: String, serial: String = "A", replacing tag: Int64? = nil) throws -> NewVersion {
            NewVersion(
                pass: pass(serial),
                bytes: try blob(text),
                replaces: tag,
                sequence: nil,
                verdict: "trusted",
                authenticationToken: nil
            )
        }

        func complete(_ completion: JobCompletion, at seconds: Double = 0) async throws -> CompletionOutcome? {
            try await store.complete([completion], at: time(seconds)).first
        }

        /// Publishes a version in the place of the current one.
        func publishNext(_ text: String, serial: String = "A") async throws -> Int64 {
            let tag = try await store.currentVersion(of: pass(serial))?.tag
            let version = try version(text, serial: serial, replacing: tag)
            return try require(await store.publish(version, at: time(0)), "a version").tag
        }

        /// Claims the one job there is and finishes it, with a version and a message to each of its recipients.
        /// - Returns: The tag of the version.
        @discardableResult
        func publish(
            replacing tag: Int64? = nil,
            at seconds: Double = 0,
            waitsForFetch: Bool = false,
            line: Int = #line,
            file: String = #fileID
        ) async throws -> Int64 {
            let job = try await claimOne(at: seconds, line: line, file: file)
            let id = try require(job.request.id.int64, "a number", line: line, file: file)
            let page = try await store.deliveries(of: job.request.id, recipient: nil, start: 0, limit: 1000)
            let completion = JobCompletion(
                lease: job.lease,
                version: NewVersion(
                    pass: job.request.pass,
                    bytes: try blob("version \(id)"),
                    replaces: tag,
                    sequence: job.request.sequence,
                    verdict: job.request.verdict
                ),
                effects: (page?.deliveries ?? []).filter { $0.state == .waiting }.map { delivery in
                    effect(delivery.id, message("message \(delivery.id)", waitsForFetch: waitsForFetch))
                }
            )
            let outcome = try await complete(completion, at: seconds)
            try expectEqual(outcome, .done, "the completion", line: line, file: file)
            let version = try await store.currentVersion(of: job.request.pass)
            return try require(version, "a version", line: line, file: file).tag
        }

        func effect(_ delivery: IssuedPassID, _ messages: NewMessage...) -> JobCompletion.Effect {
            JobCompletion.Effect(
                delivery: delivery,
                channels: [.init(.sms, .queued), .init(.push, .queued)],
                messages: messages,
                makesHolder: true
            )
        }

        func message(
            _ key: String,
            due: Double = 0,
            end: Double? = nil,
            waitsForFetch: Bool = false,
            priority: Bool = false
        ) -> NewMessage {
            NewMessage(
                key: key,
                channel: .sms,
                content: Array("content of \(key)".utf8),
                priority: priority,
                due: time(due),
                end: end.map { time($0) },
                waitsForFetch: waitsForFetch
            )
        }

        // MARK: Messages and pushes

        func claimMessages(
            limit: Int = 100,
            by owner: LeaseOwner = owner,
            at seconds: Double = 0,
            until end: Double? = nil
        ) async throws -> [ClaimedMessage] {
            try await store.claimMessages(limit: limit, by: owner, until: time(end ?? seconds + 30), at: time(seconds))
        }

        func claimMessage(
            at seconds: Double = 0,
            line: Int = #line,
            file: String = #fileID
        ) async throws -> ClaimedMessage {
            let messages = try await claimMessages(at: seconds)
            try expectEqual(messages.count, 1, "the number of messages to claim", line: line, file: file)
            return try require(messages.first, "a message to claim", line: line, file: file)
        }

        func claimPushes(
            limit: Int = 100,
            by owner: LeaseOwner = owner,
            at seconds: Double = 0,
            until end: Double? = nil
        ) async throws -> [ClaimedPush] {
            try await store.claimPushes(limit: limit, by: owner, until: time(end ?? seconds + 30), at: time(seconds))
        }

        func claimPush(
            at seconds: Double = 0,
            line: Int = #line,
            file: String = #fileID
        ) async throws -> ClaimedPush {
            let pushes = try await claimPushes(at: seconds)
            try expectEqual(pushes.count, 1, "the number of pushes to claim", line: line, file: file)
            return try require(pushes.first, "a push to claim", line: line, file: file)
        }

        @discardableResult
        func register(
            _ device: String,
            serial: String = "A",
            type: String = "pass.com.example.ticket",
            token: String,
            limits: RegistrationLimits = RegistrationLimits(),
            at seconds: Double = 0
        ) async throws -> RegistrationOutcome {
            try await store.register(
                DeviceRegistration(device: device, pass: pass(serial, type: type), pushToken: token),
                limits: limits,
                at: time(seconds)
            )
        }

        /// The registrations for a pass, as `device token registered seen`, in seconds since the scene began, or `past`.
        func registrations(_ serial: String? = "A") async throws -> [String] {
            let kept = try await store.registrations(of: serial.map { pass($0) }, start: 0, limit: 100)
            return kept.map { stored in
                let seen = stored.seen.map { String(Int($0.timeIntervalSince(time(0)))) } ?? "never"
                let isOld = stored.registered == .distantPast
                let registered = isOld ? "past" : String(Int(stored.registered.timeIntervalSince(time(0))))
                return "\(stored.registration.device) \(stored.registration.pushToken) \(registered) \(seen)"
            }
        }

        // MARK: Links

        func digest(_ byte: UInt8) throws -> LinkDigest {
            try require(LinkDigest(bytes: [UInt8](repeating: byte, count: 32)), "a digest")
        }

        func link(
            _ byte: UInt8,
            serial: String = "A",
            of recipient: Recipient.ID = "ada",
            for delivery: IssuedPassID? = nil,
            expires: Double = 100
        ) throws -> StoredLink {
            StoredLink(
                digest: try digest(byte),
                pass: pass(serial),
                recipient: recipient,
                delivery: delivery ?? self.delivery(1),
                channel: .sms,
                expires: time(expires)
            )
        }

        // MARK: Expecting

        func expect(_ condition: Bool, _ what: String, line: Int = #line, file: String = #fileID) throws {
            guard condition else { throw failure("expected \(what)", line, file) }
        }

        func expectEqual<T: Equatable>(
            _ value: T,
            _ expected: T,
            _ what: String,
            line: Int = #line,
            file: String = #fileID
        ) throws {
            guard value == expected else {
                throw failure("\(what) should be \(expected), but is \(value)", line, file)
            }
        }

        func require<T>(_ value: T?, _ what: String, line: Int = #line, file: String = #fileID) throws -> T {
            guard let value else { throw failure("expected \(what), but there is none", line, file) }
            return value
        }

        private func failure(_ message: String, _ line: Int, _ file: String) -> PassStoreConformance.Failure {
            PassStoreConformance.Failure(name: name, message: message, line: "\(file):\(line)")
        }
    }
#endif
