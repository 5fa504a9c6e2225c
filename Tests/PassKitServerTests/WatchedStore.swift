#if Server
    import Foundation
    import PassKitCore
    import PassKitServer

    /// A store whose calls a test counts, holds up, or makes fail.
    final class WatchedStore: PassStore {
        struct Failure: Error {}

        let base: InMemoryPassStore
        private let calls = Mutex<[String: Int]>([:])
        private let delays = Mutex<[TimeInterval]>([])
        private let hook: @Sendable (String) async throws -> Void

        init(
            base: InMemoryPassStore = InMemoryPassStore(),
            _ hook: @escaping @Sendable (String) async throws -> Void = { _ in }
        ) {
            self.base = base
            self.hook = hook
        }

        func count(of call: String) -> Int { calls.withLock { $0[call] ?? 0 } }

        /// How long after its failure each work that failed is to be tried again, in seconds.
        var retryDelays: [TimeInterval] { delays.withLock { $0 } }

        /// How many calls there were in all.
        var count: Int { calls.withLock { $0.values.reduce(0, +) } }

        private func before(_ call: String) async throws {
            calls.withLock { $0[call, default: 0] += 1 }
            try await hook(call)
        }

        func accept(_ requests: [NewRequest], at time: Date) async throws -> [Acceptance] {
            try await before("accept")
            return try await base.accept(requests, at: time)
        }

        func idempotencyRecord(_ key: IdempotencyKey, at time: Date) async throws -> IdempotencyRecord? {
            try await before("idempotencyRecord")
            return try await base.idempotencyRecord(key, at: time)
        }

        func request(_ id: PassRequestID) async throws -> StoredRequest? {
            try await before("request")
            return try await base.request(id)
        }

        func deliveries(of request: PassRequestID, recipient: Recipient.ID?, start: Int, limit: Int) async throws
            -> DeliveryPage?
        {
            try await before("deliveries")
            return try await base.deliveries(of: request, recipient: recipient, start: start, limit: limit)
        }

        func delivery(_ id: IssuedPassID) async throws -> StoredDelivery? {
            try await before("delivery")
            return try await base.delivery(id)
        }

        func cancel(_ delivery: IssuedPassID, at time: Date) async throws -> Cancellation {
            try await before("cancel")
            return try await base.cancel(delivery, at: time)
        }

        func claimJobs(limit: Int, by owner: LeaseOwner, until end: Date, at time: Date) async throws -> [ClaimedJob] {
            try await before("claimJobs")
            return try await base.claimJobs(limit: limit, by: owner, until: end, at: time)
        }

        func complete(_ completions: [JobCompletion], at time: Date) async throws -> [CompletionOutcome] {
            try await before("complete")
            return try await base.complete(completions, at: time)
        }

        func block(_ lease: Lease, _ note: FailureNote, at time: Date) async throws -> Bool {
            try await before("block")
            return try await base.block(lease, note, at: time)
        }

        func unblock(passType: String, team: String, at time: Date) async throws -> Int {
            try await before("unblock")
            return try await base.unblock(passType: passType, team: team, at: time)
        }

        func extend(_ leases: [Lease], until end: Date) async throws -> Set<Lease> {
            try await before("extend")
            return try await base.extend(leases, until: end)
        }

        func release(_ leases: [Lease]) async throws {
            try await before("release")
            return try await base.release(leases)
        }

        func fail(_ lease: Lease, _ note: FailureNote, retryAt retry: Date?, at time: Date) async throws -> Bool {
            try await before("fail")
            if let retry { delays.withLock { $0.append(retry.timeIntervalSince(time)) } }
            return try await base.fail(lease, note, retryAt: retry, at: time)
        }

        func recover(for owner: LeaseOwner, at time: Date) async throws -> Int {
            try await before("recover")
            return try await base.recover(for: owner, at: time)
        }

        func claimMessages(limit: Int, by owner: LeaseOwner, until end: Date, at time: Date) async throws
            -> [ClaimedMessage]
        {
            try await before("claimMessages")
            return try await base.claimMessages(limit: limit, by: owner, until: end, at: time)
        }

        func finishMessages(_ results: [MessageResult], at time: Date) async throws -> [Bool] {
            try await before("finishMessages")
            return try await base.finishMessages(results, at: time)
        }

        func record(_ report: DeliveryReport, at time: Date) async throws -> Bool {
            try await before("record")
            return try await base.record(report, at: time)
        }

        func currentVersion(of pass: PassIdentifier) async throws -> PassVersion? {
            try await before("currentVersion")
            return try await base.currentVersion(of: pass)
        }

        func bytes(of digest: BlobDigest) async throws -> [UInt8]? {
            try await before("bytes")
            return try await base.bytes(of: digest)
        }

        func publish(_ version: NewVersion, at time: Date) async throws -> PassVersion? {
            try await before("publish")
            return try await base.publish(version, at: time)
        }

        func holders(of pass: PassIdentifier, among recipients: [Recipient.ID]) async throws -> Set<Recipient.ID> {
            try await before("holders")
            return try await base.holders(of: pass, among: recipients)
        }

        func importHoldings(_ holdings: [ImportedHolding], at time: Date) async throws -> Int {
            try await before("importHoldings")
            return try await base.importHoldings(holdings, at: time)
        }

        func authenticationToken(of pass: PassIdentifier, proposing token: String) async throws -> String {
            try await before("authenticationToken")
            return try await base.authenticationToken(of: pass, proposing: token)
        }

        func addLinks(_ links: [StoredLink]) async throws {
            try await before("addLinks")
            return try await base.addLinks(links)
        }

        func redeem(_ digest: LinkDigest, opens: Bool, at time: Date) async throws -> RedeemedLink? {
            try await before("redeem")
            return try await base.redeem(digest, opens: opens, at: time)
        }

        func revokeLinks(to pass: PassIdentifier, of recipient: Recipient.ID?, at time: Date) async throws -> Int {
            try await before("revokeLinks")
            return try await base.revokeLinks(to: pass, of: recipient, at: time)
        }

        func register(_ registration: DeviceRegistration, limits: RegistrationLimits, at time: Date) async throws
            -> RegistrationOutcome
        {
            try await before("register")
            return try await base.register(registration, limits: limits, at: time)
        }

        func unregister(device: String, pass: PassIdentifier, at time: Date) async throws -> Bool {
            try await before("unregister")
            return try await base.unregister(device: device, pass: pass, at: time)
        }

        func serials(for device: String, passType: String, after tag: Int64?, at time: Date) async throws
            -> UpdatedSerials?
        {
            try await before("serials")
            return try await base.serials(for: device, passType: passType, after: tag, at: time)
        }

        func registrations(of pass: PassIdentifier?, start: Int, limit: Int) async throws -> [StoredRegistration] {
            try await before("registrations")
            return try await base.registrations(of: pass, start: start, limit: limit)
        }

        func authenticationTokens(of pass: PassIdentifier) async throws -> Set<String> {
            try await before("authenticationTokens")
            return try await base.authenticationTokens(of: pass)
        }

        func deviceCount(of pass: PassIdentifier) async throws -> Int {
            try await before("deviceCount")
            return try await base.deviceCount(of: pass)
        }

        func recordFetch(of pass: PassIdentifier, tag: Int64, at time: Date) async throws {
            try await before("recordFetch")
            return try await base.recordFetch(of: pass, tag: tag, at: time)
        }

        func claimPushes(limit: Int, by owner: LeaseOwner, until end: Date, at time: Date) async throws -> [ClaimedPush]
        {
            try await before("claimPushes")
            return try await base.claimPushes(limit: limit, by: owner, until: end, at: time)
        }

        func finishPushes(_ results: [PushResult], at time: Date) async throws -> [Bool] {
            try await before("finishPushes")
            return try await base.finishPushes(results, at: time)
        }

        func expire(at time: Date) async throws -> Int {
            try await before("expire")
            return try await base.expire(at: time)
        }

        func prune(before time: Date) async throws -> Int {
            try await before("prune")
            return try await base.prune(before: time)
        }

        func statistics() async throws -> QueueStatistics {
            try await before("statistics")
            return try await base.statistics()
        }

        func deadLetters(start: Int, limit: Int) async throws -> [DeadLetter] {
            try await before("deadLetters")
            return try await base.deadLetters(start: start, limit: limit)
        }

        func redrive(_ id: DeadLetter.ID?, at time: Date) async throws -> Int {
            try await before("redrive")
            return try await base.redrive(id, at: time)
        }

        func checkWritable() async throws {
            try await before("checkWritable")
            return try await base.checkWritable()
        }
    }
#endif
