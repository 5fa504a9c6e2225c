#if Server
    public import PassKitCore

    extension PassUpdateEngine: PassWebService {
        /// Whether devices may show that token: the one that is kept for the pass, or that of its current version.
        public func accepts(token: String?, for pass: PassIdentifier) async throws -> Bool {
            try ApplePassToken.isOne(token, of: try await parts.store.authenticationTokens(of: pass))
        }

        /// Registers a device for a pass, or takes its new push token.
        public func register(_ registration: DeviceRegistration) async throws -> RegistrationOutcome {
            let limits = parts.configuration.registrationLimits
            let outcome = try await parts.store.register(registration, limits: limits, at: parts.clock.milliseconds)
            parts.observer.deviceAsked(.registered(outcome))
            return outcome
        }

        /// Ends the registration of a device for a pass.
        /// - Returns: Whether there was one.
        public func unregister(device: String, pass: PassIdentifier) async throws -> Bool {
            let isGone = try await parts.store.unregister(device: device, pass: pass, at: parts.clock.milliseconds)
            parts.observer.deviceAsked(.unregistered)
            // Messages that waited for its fetch go out now.
            if isGone { parts.messageWake.signal() }
            return isGone
        }

        /// The passes of one type that a device registered for and that changed after a tag.
        public func updates(for device: String, passType: String, since tag: Int64?) async throws -> UpdatedSerials? {
            parts.observer.deviceAsked(.listed)
            let now = parts.clock.milliseconds
            return try await parts.store.serials(for: device, passType: passType, after: tag, at: now)
        }

        /// The current version of a pass, without its bytes; nil when none was published here.
        public func currentVersion(of pass: PassIdentifier) async throws -> PassVersion? {
            try await parts.store.currentVersion(of: pass)
        }

        /// The bytes of a version.
        public func bytes(of version: PassVersion) async throws -> [UInt8] {
            try await parts.bytes(of: version.digest)
        }

        /// Notes that a device has a version: messages that waited for that go out.
        public func noteFetch(of version: PassVersion) async throws {
            parts.observer.deviceAsked(.fetched)
            let now = parts.clock.milliseconds
            try await parts.store.recordFetch(of: version.pass, tag: version.tag, at: now)
            parts.messageWake.signal()
        }

        /// Logs what a device complains of; what comes too fast is counted only.
        public func note(deviceLog entries: [String]) async {
            parts.observer.deviceAsked(.logged)
            let count = parts.deviceLogGate.pass(entries.count)
            parts.observer.deviceComplained(entries.prefix(count), dropped: entries.count - count)
        }

        /// The devices that are registered for passes, sorted by pass.
        /// - Parameters:
        ///   - pass: Only those for this pass; nil for all.
        ///   - start: How many to skip.
        ///   - limit: How many to give at most.
        public func registrations(
            of pass: PassIdentifier? = nil,
            start: Int = 0,
            limit: Int = 100
        ) async throws -> [StoredRegistration] {
            try await parts.store.registrations(of: pass, start: start, limit: limit)
        }
    }
#endif
