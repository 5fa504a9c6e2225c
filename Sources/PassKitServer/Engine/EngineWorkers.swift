#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The engine's running part: a loop for each kind of work, the leases' keeper, and the housekeeping.
    struct EngineWorkers: Sendable {
        private enum Exit { case workEnded, graceOver, helperEnded }

        private let parts: EngineParts
        private let jobs: JobRunner
        private let messages: MessageSender
        private let pushes: PushSender?
        private let leases: LeaseKeeper
        private let housekeeping: Housekeeping

        init(_ parts: EngineParts) {
            self.parts = parts
            jobs = JobRunner(parts)
            messages = MessageSender(parts)
            pushes = parts.configuration.push.map { PushSender($0, parts) }
            leases = LeaseKeeper(parts)
            housekeeping = Housekeeping(parts)
        }

        /// Works until the engine is closed and what runs is finished, or given back since its time is over.
        func run() async throws {
            let parts = parts
            let recovered = try await parts.store.recover(for: parts.owner, at: parts.clock.milliseconds)
            parts.observer.recovered(recovered)
            await withTaskGroup(of: Exit.self) { group in
                group.addTask {
                    await runLoops()
                    return .workEnded
                }
                group.addTask {
                    await parts.life.waitUntilClosed()
                    try? await parts.clock.sleep(for: parts.configuration.gracePeriod)
                    return .graceOver
                }
                group.addTask {
                    await leases.run()
                    return .helperEnded
                }
                group.addTask {
                    await housekeeping.run()
                    return .helperEnded
                }
                for await exit in group where exit != .helperEnded { break }
                // What still runs gives its leases back; the group waits for it.
                group.cancelAll()
            }
        }

        private func runLoops() async {
            await withTaskGroup { group in
                group.addTask { await jobLoop.run(parts) }
                group.addTask { await messageLoop.run(parts) }
                if let pushes { group.addTask { await pushLoop(pushes).run(parts) } }
            }
        }

        private var jobLoop: WorkLoop<ClaimedJob> {
            let parts = parts
            return WorkLoop(workers: parts.configuration.jobWorkers, wake: parts.jobWake) { limit in
                let now = parts.clock.milliseconds
                parts.observer.expired(try await parts.store.expire(at: now))
                return try await uncancelled {
                    try await parts.store.claimJobs(limit: limit, by: parts.owner, until: parts.leaseEnd, at: now)
                }
            } perform: { job in
                await leases.keeping(job.lease) { await jobs.run(job) }
            }
        }

        private var messageLoop: WorkLoop<ClaimedMessage> {
            let parts = parts
            return WorkLoop(workers: parts.configuration.messageWorkers, wake: parts.messageWake) { limit in
                let now = parts.clock.milliseconds
                return try await uncancelled {
                    try await parts.store.claimMessages(limit: limit, by: parts.owner, until: parts.leaseEnd, at: now)
                }
            } perform: { message in
                await leases.keeping(message.lease) { await messages.run(message) }
            }
        }

        private func pushLoop(_ pushes: PushSender) -> WorkLoop<ClaimedPush> {
            let parts = parts
            return WorkLoop(workers: parts.configuration.pushWorkers, wake: parts.pushWake) { limit in
                let now = parts.clock.milliseconds
                return try await uncancelled {
                    try await parts.store.claimPushes(limit: limit, by: parts.owner, until: parts.leaseEnd, at: now)
                }
            } perform: { push in
                await leases.keeping(push.lease) { await pushes.run(push) }
            }
        }
    }
#endif
