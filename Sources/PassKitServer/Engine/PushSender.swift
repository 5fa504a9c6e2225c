#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The fourth step: sends a push that was claimed, and ends its lease one way or another.
    ///
    /// The store has merged what waits for one device and pass type: a push tells of any number of passes. What failed
    /// waits in the store for its next try, and holds up no other.
    struct PushSender: Sendable {
        private let parts: EngineParts
        private let transport: any PushTransport
        private let finished: GroupCommit<PushResult, Bool>

        init(_ transport: any PushTransport, _ parts: EngineParts) {
            self.transport = transport
            self.parts = parts
            finished = GroupCommit(batchSize: parts.configuration.groupSize) { results in
                try await parts.store.finishPushes(results, at: parts.clock.milliseconds)
            }
        }

        /// Sends the push; never throws, since the store sees to it that it is tried again.
        func run(_ push: ClaimedPush) async {
            await parts.observer.pushing(push) {
                do {
                    return try await attempt(push)
                } catch {
                    return await giveBack(push, error)
                }
            }
        }

        private func attempt(_ claimed: ClaimedPush) async throws -> EngineObserver.Outcome {
            try Task.checkCancellation()
            let policy = parts.configuration.pushRetry
            guard claimed.attempt <= max(policy.maximumAttempts, policy.maximumConnectionAttempts) else {
                return try await fail(claimed, .failure(PassError.leasesLost), retryAt: nil)
            }
            // One that came with an import may be anything.
            guard let token = try? PushToken(claimed.pushToken) else {
                return try await finish(claimed, .gone(since: nil))
            }
            let result = await answer(to: PassPush(token: token, passTypeIdentifier: claimed.passType))
            if case .failure = result { try Task.checkCancellation() }
            let decision = policy.decision(
                after: result,
                attempts: claimed.attempt,
                at: parts.clock.now,
                random: parts.configuration.random
            )
            switch decision {
            case .delivered: return try await finish(claimed, .sent)
            case .removeToken(_, let since): return try await finish(claimed, .gone(since: since))
            case .retry(let time): return try await fail(claimed, result, retryAt: time)
            case .giveUp: return try await fail(claimed, result, retryAt: nil)
            }
        }

        /// What the transport says; a failure when it says nothing in time.
        private func answer(to push: PassPush) async -> Result<PushOutcome, any Error> {
            let transport = transport
            do {
                let outcome = try await parts.clock.limiting(
                    to: parts.configuration.pushTimeout,
                    orThrow: Self.unanswered
                ) {
                    try await transport.push(push)
                }
                return .success(outcome)
            } catch {
                return .failure(error)
            }
        }

        private func finish(
            _ claimed: ClaimedPush,
            _ outcome: PushResult.Outcome
        ) async throws -> EngineObserver.Outcome {
            guard try await finished.commit(PushResult(lease: claimed.lease, outcome: outcome)) else {
                return .leaseLost
            }
            guard outcome != .sent else { return .sent }
            // When that was a pass's last device, messages that waited for its fetch go out now.
            parts.messageWake.signal()
            return .gone
        }

        private func fail(
            _ claimed: ClaimedPush,
            _ result: Result<PushOutcome, any Error>,
            retryAt retry: Date?
        ) async throws -> EngineObserver.Outcome {
            let parts = parts
            let now = parts.clock.milliseconds
            let note = FailureNote(Self.error(for: result))
            // Rounded up: never before the time that the service asks for.
            let retry = retry.map { $0.adding(.milliseconds(1)) }
            let isHeld = try await uncancelled {
                try await parts.store.fail(claimed.lease, note, retryAt: retry, at: now)
            }
            return !isHeld ? .leaseLost : retry == nil ? .dead(note) : .failed(note)
        }

        private func giveBack(_ claimed: ClaimedPush, _ error: any Error) async -> EngineObserver.Outcome {
            let parts = parts
            do {
                if error is CancellationError {
                    try await uncancelled { try await parts.store.release([claimed.lease]) }
                    return .released
                }
                parts.observer.storeFailed(error, "finish-push")
            } catch {
                parts.observer.storeFailed(error, "release-push")
            }
            // The lease ends by itself, and the push is claimed again.
            return .leaseLost
        }

        // MARK: Errors

        private static func error(for result: Result<PushOutcome, any Error>) -> any Error {
            switch result {
            case .success(.rejected(let reason)):
                PassError(
                    .enginePushRefused,
                    "The push service refused the push (\(word(reason))). Check the certificate of the pass type, then "
                        + "drive the push again."
                )
            case .success(.retry(let reason, _)), .success(.tokenInvalid(let reason, _)):
                PassError(
                    .enginePushFailed,
                    "The push service would not take the push for now (\(word(reason))). Wait, or ask its operator."
                )
            case .failure(let error): error
            case .success(.accepted): unanswered
            }
        }

        /// The reason, if it is the plain word that reasons are.
        private static func word(_ reason: PushReason) -> String {
            let text = reason.rawValue
            let isPlain = text.utf8.count <= 64 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            return isPlain ? text : "an unreadable reason"
        }

        private static var unanswered: PassError {
            PassError(.enginePushFailed, "The push service gave no answer in time. See whether it is within reach.")
        }
    }
#endif
