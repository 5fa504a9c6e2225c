#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Claims work and does it, a bounded number of pieces at a time, until the engine shuts down.
    struct WorkLoop<Work: Sendable>: Sendable {
        /// The most pieces that are done at a time.
        let workers: Int
        /// Tells that there is something to claim.
        let wake: Wake
        /// Claims up to a number of pieces.
        let claim: @Sendable (_ limit: Int) async throws -> [Work]
        /// Does one piece, whatever happens.
        let perform: @Sendable (Work) async -> Void

        /// Works until the engine is closed and all that was claimed is done, or given back since the task was cancelled.
        func run(_ parts: EngineParts) async {
            let busy = Busy()
            let interval = parts.configuration.pollInterval
            var nextClaim = Date.distantPast
            await withDiscardingTaskGroup { group in
                while parts.life.isOpen, !Task.isCancelled {
                    let free = workers - busy.count
                    // Claimed in batches: a claim is a transaction, and costs the same for one piece as for many. But
                    // when most workers are held up, the others do not wait for them.
                    if free * 2 >= workers || (free > 0 && parts.clock.now >= nextClaim) {
                        nextClaim = parts.clock.now.adding(interval)
                        let claimed = await claimed(free, parts)
                        for work in claimed {
                            busy.add(1)
                            group.addTask {
                                await perform(work)
                                busy.add(-1)
                                wake.signal()
                            }
                        }
                    }
                    // Also when all of it was taken: the next claim waits for a free worker.
                    await wake.wait(atMost: interval, parts.clock)
                }
            }
        }

        private func claimed(_ limit: Int, _ parts: EngineParts) async -> [Work] {
            do {
                return try await claim(limit)
            } catch {
                parts.observer.storeFailed(error, "claim")
                return []
            }
        }
    }

    /// How many pieces are being done.
    private final class Busy: Sendable {
        private let number = Mutex(0)

        var count: Int { number.withLock { $0 } }

        func add(_ more: Int) { number.withLock { $0 += more } }
    }
#endif
