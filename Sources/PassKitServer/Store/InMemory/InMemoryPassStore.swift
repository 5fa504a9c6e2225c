#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// A store that keeps everything in memory: for tests, and for trying things out.
    ///
    /// It keeps the whole contract of ``PassStore`` but one promise: nothing survives the process.
    public final class InMemoryPassStore: PassStore {
        private let state = Mutex(MemoryState())

        /// Makes an empty store.
        public init() {}
    }

    extension InMemoryPassStore {
        /// See ``RequestStore/accept(_:at:)``.
        public func accept(_ requests: [NewRequest], at time: Date) async throws -> [Acceptance] {
            state.withLock { state in requests.map { state.accept($0, at: time) } }
        }

        /// See ``RequestStore/idempotencyRecord(_:at:)``.
        public func idempotencyRecord(_ key: IdempotencyKey, at time: Date) async throws -> IdempotencyRecord? {
            state.withLock { $0.idempotencyRecord(key, at: time) }
        }

        /// See ``RequestStore/request(_:)``.
        public func request(_ id: PassRequestID) async throws -> StoredRequest? {
            state.withLock { $0.request(id) }
        }

        /// See ``RequestStore/deliveries(of:recipient:start:limit:)``.
        public func deliveries(
            of request: PassRequestID,
            recipient: Recipient.ID?,
            start: Int,
            limit: Int
        ) async throws -> DeliveryPage? {
            state.withLock { $0.deliveries(of: request, recipient: recipient, start: start, limit: limit) }
        }

        /// See ``RequestStore/delivery(_:)``.
        public func delivery(_ id: IssuedPassID) async throws -> StoredDelivery? {
            state.withLock { $0.delivery(id) }
        }

        /// See ``RequestStore/cancel(_:at:)``.
        public func cancel(_ delivery: IssuedPassID, at time: Date) async throws -> Cancellation {
            state.withLock { $0.cancel(delivery, at: time) }
        }
    }

    extension InMemoryPassStore {
        /// See ``JobStore/claimJobs(limit:by:until:at:)``.
        public func claimJobs(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date
        ) async throws -> [ClaimedJob] {
            state.withLock { $0.claimJobs(limit: limit, by: owner, until: end, at: time) }
        }

        /// See ``JobStore/complete(_:at:)``.
        public func complete(_ completions: [JobCompletion], at time: Date) async throws -> [CompletionOutcome] {
            state.withLock { state in completions.map { state.complete($0, at: time) } }
        }

        /// See ``JobStore/block(_:_:at:)``.
        public func block(_ lease: Lease, _ note: FailureNote, at time: Date) async throws -> Bool {
            state.withLock { $0.block(lease, note, at: time) }
        }

        /// See ``JobStore/unblock(passType:team:at:)``.
        public func unblock(passType: String, team: String, at time: Date) async throws -> Int {
            state.withLock { $0.unblock(passType: passType, team: team, at: time) }
        }
    }

    extension InMemoryPassStore {
        /// See ``LeaseStore/extend(_:until:)``.
        public func extend(_ leases: [Lease], until end: Date) async throws -> Set<Lease> {
            state.withLock { $0.extend(leases, until: end) }
        }

        /// See ``LeaseStore/release(_:)``.
        public func release(_ leases: [Lease]) async throws {
            state.withLock { $0.release(leases) }
        }

        /// See ``LeaseStore/fail(_:_:retryAt:at:)``.
        public func fail(
            _ lease: Lease,
            _ note: FailureNote,
            retryAt retry: Date?,
            at time: Date
        ) async throws -> Bool {
            state.withLock { $0.fail(lease, note, retryAt: retry, at: time) }
        }

        /// See ``LeaseStore/recover(for:at:)``.
        public func recover(for owner: LeaseOwner, at time: Date) async throws -> Int {
            state.withLock { $0.recover(for: owner) }
        }
    }

    extension InMemoryPassStore {
        /// See ``OutboxStore/claimMessages(limit:by:until:at:)``.
        public func claimMessages(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date
        ) async throws -> [ClaimedMessage] {
            state.withLock { $0.claimMessages(limit: limit, by: owner, until: end, at: time) }
        }

        /// See ``OutboxStore/finishMessages(_:at:)``.
        public func finishMessages(_ results: [MessageResult], at time: Date) async throws -> [Bool] {
            state.withLock { state in results.map { state.finish($0, at: time) } }
        }

        /// See ``OutboxStore/record(_:at:)``.
        public func record(_ report: DeliveryReport, at time: Date) async throws -> Bool {
            state.withLock { $0.record(report) }
        }
    }

    extension InMemoryPassStore {
        /// See ``VersionStore/currentVersion(of:)``.
        public func currentVersion(of pass: PassIdentifier) async throws -> PassVersion? {
            state.withLock { $0.currentVersion(of: pass) }
        }

        /// See ``VersionStore/bytes(of:)``.
        public func bytes(of digest: BlobDigest) async throws -> [UInt8]? {
            state.withLock { $0.blobs[digest] }
        }

        /// See ``VersionStore/publish(_:at:)``.
        public func publish(_ version: NewVersion, at time: Date) async throws -> PassVersion? {
            state.withLock { $0.publish(version, at: time) }
        }

        /// See ``HoldingStore/holders(of:among:)``.
        public func holders(
            of pass: PassIdentifier,
            among recipients: [Recipient.ID]
        ) async throws -> Set<Recipient.ID> {
            state.withLock { $0.holders(of: pass, among: recipients) }
        }

        /// See ``HoldingStore/importHoldings(_:at:)``.
        public func importHoldings(_ holdings: [ImportedHolding], at time: Date) async throws -> Int {
            state.withLock { $0.importHoldings(holdings) }
        }

        /// See ``HoldingStore/authenticationToken(of:proposing:)``.
        public func authenticationToken(of pass: PassIdentifier, proposing token: String) async throws -> String {
            state.withLock { $0.authenticationToken(of: pass, proposing: token) }
        }

        /// See ``LinkStore/addLinks(_:)``.
        public func addLinks(_ links: [StoredLink]) async throws {
            state.withLock { state in
                for link in links { state.links[link.digest] = MemoryState.Link(stored: link) }
            }
        }

        /// See ``LinkStore/redeem(_:opens:at:)``.
        public func redeem(_ digest: LinkDigest, opens: Bool, at time: Date) async throws -> RedeemedLink? {
            state.withLock { $0.redeem(digest, opens: opens, at: time) }
        }

        /// See ``LinkStore/revokeLinks(to:of:at:)``.
        public func revokeLinks(
            to pass: PassIdentifier,
            of recipient: Recipient.ID?,
            at time: Date
        ) async throws -> Int {
            state.withLock { $0.revokeLinks(to: pass, of: recipient, at: time) }
        }
    }

    extension InMemoryPassStore {
        /// See ``DeviceStore/register(_:limits:at:)``.
        public func register(
            _ registration: DeviceRegistration,
            limits: RegistrationLimits,
            at time: Date
        ) async throws -> RegistrationOutcome {
            state.withLock { $0.register(registration, limits: limits, at: time) }
        }

        /// See ``DeviceStore/unregister(device:pass:at:)``.
        public func unregister(device: String, pass: PassIdentifier, at time: Date) async throws -> Bool {
            state.withLock { $0.unregister(device: device, pass: pass) }
        }

        /// See ``DeviceStore/serials(for:passType:after:at:)``.
        public func serials(
            for device: String,
            passType: String,
            after tag: Int64?,
            at time: Date
        ) async throws -> UpdatedSerials? {
            state.withLock { $0.serials(for: device, passType: passType, after: tag, at: time) }
        }

        /// See ``DeviceStore/registrations(of:start:limit:)``.
        public func registrations(
            of pass: PassIdentifier?,
            start: Int,
            limit: Int
        ) async throws -> [StoredRegistration] {
            state.withLock { $0.storedRegistrations(of: pass, start: start, limit: limit) }
        }

        /// See ``DeviceStore/authenticationTokens(of:)``.
        public func authenticationTokens(of pass: PassIdentifier) async throws -> Set<String> {
            state.withLock { $0.authenticationTokens(of: pass) }
        }

        /// See ``DeviceStore/deviceCount(of:)``.
        public func deviceCount(of pass: PassIdentifier) async throws -> Int {
            state.withLock { $0.registrations[pass]?.count ?? 0 }
        }

        /// See ``DeviceStore/recordFetch(of:tag:at:)``.
        public func recordFetch(of pass: PassIdentifier, tag: Int64, at time: Date) async throws {
            state.withLock { $0.recordFetch(of: pass, tag: tag) }
        }

        /// See ``DeviceStore/claimPushes(limit:by:until:at:)``.
        public func claimPushes(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date
        ) async throws -> [ClaimedPush] {
            state.withLock { $0.claimPushes(limit: limit, by: owner, until: end, at: time) }
        }

        /// See ``DeviceStore/finishPushes(_:at:)``.
        public func finishPushes(_ results: [PushResult], at time: Date) async throws -> [Bool] {
            state.withLock { state in results.map { state.finish($0, at: time) } }
        }
    }

    extension InMemoryPassStore {
        /// See ``StoreUpkeep/expire(at:)``.
        public func expire(at time: Date) async throws -> Int {
            state.withLock { $0.expire(at: time) }
        }

        /// See ``StoreUpkeep/prune(before:)``.
        public func prune(before time: Date) async throws -> Int {
            state.withLock { $0.prune(before: time) }
        }

        /// See ``StoreUpkeep/statistics()``.
        public func statistics() async throws -> QueueStatistics {
            state.withLock { $0.statistics() }
        }

        /// See ``StoreUpkeep/deadLetters(start:limit:)``.
        public func deadLetters(start: Int, limit: Int) async throws -> [DeadLetter] {
            state.withLock { $0.deadLetters(start: start, limit: limit) }
        }

        /// See ``StoreUpkeep/redrive(_:at:)``.
        public func redrive(_ id: DeadLetter.ID?, at time: Date) async throws -> Int {
            state.withLock { $0.redrive(id, at: time) }
        }

        /// See ``StoreUpkeep/checkWritable()``.
        public func checkWritable() async throws {}
    }
#endif
