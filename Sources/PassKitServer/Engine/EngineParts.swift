#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What all parts of the engine share.
    struct EngineParts: Sendable {
        let store: any PassStore
        let configuration: PassUpdateEngine.Configuration
        let directory: Directory
        let notifications: [NotificationChannel: any NotificationTransport]
        let links: LinkFormat
        let owner: LeaseOwner
        let life: EngineLife
        let observer: EngineObserver
        let jobWake: Wake
        let messageWake: Wake
        let pushWake: Wake
        let deviceLogGate: RateGate
        let personalizationGate: RateGate

        var clock: any PassClock { configuration.clock }

        /// When a lease that is taken now ends.
        var leaseEnd: Date { clock.milliseconds.adding(configuration.leaseDuration) }
    }

    extension EngineParts {
        /// What requests are held to here: the channels there are transports for, the names the directory has values for.
        func rules() async -> PassUpdateRules {
            // Only warnings hang on the names: a directory that is down keeps nobody from handing requests in.
            let names = try? await placeholderNames(of: directory.recipients)
            return PassUpdateRules(
                channels: Set(notifications.keys).intersection(PassUpdateRules.default.channels),
                placeholderNames: names ?? nil
            )
        }

        /// The names that messages may use as placeholders; nil when every name may be one.
        func placeholderNames(of directory: any RecipientDirectory) async throws -> Set<String>? {
            if let names = configuration.planner.placeholderNames { return names }
            return try await directory.placeholderNames()
        }
    }

    /// Whom the engine signs as and knows; both can be exchanged while it runs.
    final class Directory: Sendable {
        private struct State {
            var signers: SignerRegistry
            var recipients: any RecipientDirectory
        }

        private let state: Mutex<State>

        init(signers: SignerRegistry, recipients: any RecipientDirectory) {
            state = Mutex(State(signers: signers, recipients: recipients))
        }

        var signers: SignerRegistry {
            get { state.withLock { $0.signers } }
            set { state.withLock { $0.signers = newValue } }
        }

        var recipients: any RecipientDirectory {
            get { state.withLock { $0.recipients } }
            set { state.withLock { $0.recipients = newValue } }
        }
    }

    /// Does something that the cancellation of the current task must not stop halfway, such as giving a lease back.
    func uncancelled<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try await Task { try await work() }.value
    }
#endif
