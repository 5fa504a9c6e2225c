#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The second step: does a job that was claimed, and ends its lease one way or another.
    struct JobRunner: Sendable {
        private let parts: EngineParts
        private let completed: GroupCommit<JobCompletion, CompletionOutcome>

        init(_ parts: EngineParts) {
            self.parts = parts
            completed = GroupCommit(batchSize: parts.configuration.groupSize) { completions in
                try await parts.store.complete(completions, at: parts.clock.milliseconds)
            } weight: { completion in
                completion.version?.bytes.bytes.count ?? 0
            }
        }

        /// Does the job; never throws, since nobody could do anything about it but trying again, which the store sees to.
        func run(_ job: ClaimedJob) async {
            await parts.observer.running(job) {
                do {
                    return try await attempt(job)
                } catch {
                    return await end(job, error)
                }
            }
        }

        private func attempt(_ job: ClaimedJob) async throws -> EngineObserver.Outcome {
            guard job.attempt <= parts.configuration.retry.maximumAttempts else { throw PassError.leasesLost }
            // Another version may be published while this one is planned; then it is planned again.
            for _ in 0..<3 {
                try Task.checkCancellation()
                let plan = try await PublicationPlan(of: job.request, parts)
                let completion = JobCompletion(
                    lease: job.lease,
                    version: plan.version,
                    effects: try await plan.effects(parts)
                )
                switch try await completed.commit(completion) {
                case .done:
                    parts.messageWake.signal()
                    parts.pushWake.signal()
                    return .done
                case .cancelled: return .cancelled
                case .leaseLost: return .leaseLost
                case .overtaken: continue
                }
            }
            throw PassError(
                .engineOvertaken,
                "Others kept publishing new versions of the pass while the job was planned. It is tried again."
            )
        }

        private func end(_ job: ClaimedJob, _ error: any Error) async -> EngineObserver.Outcome {
            let parts = parts
            let now = parts.clock.milliseconds
            let note = FailureNote(error)
            do {
                switch Self.verdict(on: error) {
                case .giveBack:
                    try await uncancelled { try await parts.store.release([job.lease]) }
                    return .released
                case .block:
                    let isHeld = try await uncancelled { try await parts.store.block(job.lease, note, at: now) }
                    return isHeld ? .blocked : .leaseLost
                case .retry:
                    let delay = parts.configuration.retry.delay(after: job.attempt, parts.configuration.random)
                    let retry = delay.map { now.adding($0) }
                    let isHeld = try await uncancelled {
                        try await parts.store.fail(job.lease, note, retryAt: retry, at: now)
                    }
                    return !isHeld ? .leaseLost : retry == nil ? .dead(note) : .failed(note)
                }
            } catch {
                // The lease ends by itself, and the job is claimed again.
                parts.observer.storeFailed(error, "end-job")
                return .leaseLost
            }
        }

        private enum Verdict { case giveBack, block, retry }

        private static func verdict(on error: any Error) -> Verdict {
            // What is cut off may say so in its own words.
            if error is CancellationError || Task.isCancelled { return .giveBack }
            switch (error as? PassError)?.code {
            case .signingUnknownIdentity?, .signingNoValidIdentity?: return .block
            default: return .retry
            }
        }
    }
#endif
