#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What is done once in a while: blocked jobs whose identity is there are released, the past is forgotten, and the
    /// state of the queue is measured.
    struct Housekeeping: Sendable {
        private let parts: EngineParts

        init(_ parts: EngineParts) { self.parts = parts }

        /// Does it again and again, until the task is cancelled.
        func run() async {
            var rounds = 0
            while !Task.isCancelled {
                await once(prunes: rounds % Self.roundsBetweenPruning == 0)
                rounds += 1
                try? await parts.clock.sleep(for: Self.pause)
            }
        }

        private func once(prunes: Bool) async {
            do {
                try await parts.releaseBlockedJobs()
                if prunes {
                    let before = parts.clock.milliseconds.adding(.zero - parts.configuration.historyLifetime)
                    _ = try await parts.store.prune(before: before)
                }
                parts.observer.measured(try await parts.store.statistics(), at: parts.clock.milliseconds)
            } catch {
                parts.observer.storeFailed(error, "housekeeping")
            }
        }

        private static let pause = Duration.seconds(60)
        private static let roundsBetweenPruning = 60
    }

    extension EngineParts {
        /// Queues blocked jobs again whose pass type and team a valid identity is there for.
        func releaseBlockedJobs() async throws {
            let now = clock.milliseconds
            var released = 0
            for certificate in directory.signers.certificates where certificate.isValid(at: now) {
                guard let type = certificate.passTypeIdentifier, let team = certificate.teamIdentifier else { continue }
                released += try await store.unblock(passType: type, team: team, at: now)
            }
            if released > 0 { jobWake.signal() }
        }
    }
#endif
