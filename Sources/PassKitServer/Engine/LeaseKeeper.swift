#if Server
    import PassKitCore

    /// Keeps the leases of running work from ending.
    final class LeaseKeeper: Sendable {
        private let held = Mutex<Set<Lease>>([])
        private let parts: EngineParts

        init(_ parts: EngineParts) { self.parts = parts }

        /// Does work while its lease is kept.
        func keeping(_ lease: Lease, _ work: () async -> Void) async {
            held.withLock { _ = $0.insert(lease) }
            await work()
            held.withLock { _ = $0.remove(lease) }
        }

        /// Extends what is held, again and again, until the task is cancelled.
        func run() async {
            let duration = parts.configuration.leaseDuration
            while !Task.isCancelled {
                try? await parts.clock.sleep(for: duration / 3)
                let leases = held.withLock { $0 }
                guard !leases.isEmpty, !Task.isCancelled else { continue }
                do {
                    let end = parts.clock.milliseconds.adding(duration)
                    let kept = try await parts.store.extend(Array(leases), until: end)
                    // Whatever lost its lease finds out when it ends; nothing of it is kept then.
                    parts.observer.leasesLost(leases.subtracting(kept).count)
                } catch {
                    parts.observer.storeFailed(error, "extend")
                }
            }
        }
    }
#endif
