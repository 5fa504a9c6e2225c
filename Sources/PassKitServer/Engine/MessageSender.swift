#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The third step: sends a message that was claimed, and ends its lease one way or another.
    struct MessageSender: Sendable {
        private let parts: EngineParts
        private let links: GroupCommit<StoredLink, Void>
        private let finished: GroupCommit<MessageResult, Bool>
        private let contents: RequestContents

        init(_ parts: EngineParts) {
            self.parts = parts
            contents = RequestContents(parts)
            links = GroupCommit(batchSize: parts.configuration.groupSize) { links in
                try await parts.store.addLinks(links)
                return links.map { _ in }
            }
            finished = GroupCommit(batchSize: parts.configuration.groupSize) { results in
                try await parts.store.finishMessages(results, at: parts.clock.milliseconds)
            }
        }

        /// Sends the message; never throws, since the store sees to it that it is tried again.
        func run(_ message: ClaimedMessage) async {
            let content: Result<RequestContents.Content, any Error>
            do {
                content = .success(try await contents.content(of: message.request))
            } catch {
                content = .failure(error)
            }
            let trace = (try? content.get().trace) ?? [:]
            await parts.observer.sending(message, trace) {
                do {
                    return try await attempt(message, content.get().content)
                } catch {
                    return await end(message, error)
                }
            }
        }

        private func attempt(
            _ claimed: ClaimedMessage,
            _ content: PassUpdateContent
        ) async throws -> EngineObserver.Outcome {
            try Task.checkCancellation()
            guard claimed.attempt <= parts.configuration.retry.maximumAttempts else { throw PassError.leasesLost }
            guard let transport = parts.notifications[claimed.message.channel] else {
                throw PassError(
                    .engineNoTransport,
                    "There is no transport for \(claimed.message.channel). Hand one to the engine, then drive the message "
                        + "again."
                )
            }
            let planned = try OutboxContent.message(from: claimed.message.content, content)
            let link = planned.hasLink ? try await newLink(for: claimed) : nil
            let message: NotificationMessage
            do throws(PassError) {
                message = try planned.message(link: link)
            } catch {
                return try await finish(
                    MessageResult(lease: claimed.lease, status: .rejected, reason: StatusReason(rejecting: error))
                )
            }
            let receipt = try await parts.clock.limiting(
                to: parts.configuration.messageTimeout,
                orThrow: Self.unanswered
            ) {
                try await transport.send(message)
            }
            return try await finish(MessageResult(lease: claimed.lease, status: .submitted, receipt: receipt.id))
        }

        /// A link of this attempt's own; it works before the message goes out, and those of earlier attempts still do.
        private func newLink(for claimed: ClaimedMessage) async throws -> String {
            let token = LinkToken(parts.configuration.random)
            try await links.commit(
                StoredLink(
                    digest: token.digest(),
                    pass: claimed.pass,
                    recipient: claimed.recipient,
                    delivery: claimed.delivery,
                    channel: claimed.message.channel,
                    expires: parts.clock.milliseconds.adding(parts.configuration.linkLifetime)
                )
            )
            return parts.links.link(token)
        }

        private func finish(_ result: MessageResult) async throws -> EngineObserver.Outcome {
            guard try await finished.commit(result) else { return .leaseLost }
            return result.status == .rejected ? .rejected : .submitted
        }

        private func end(_ claimed: ClaimedMessage, _ error: any Error) async -> EngineObserver.Outcome {
            let parts = parts
            let now = parts.clock.milliseconds
            let note = FailureNote(error)
            do {
                // What is cut off may say so in its own words.
                if error is CancellationError || Task.isCancelled {
                    try await uncancelled { try await parts.store.release([claimed.lease]) }
                    return .released
                }
                let isHopeless = (error as? PassError)?.code == .engineNoTransport
                let delay =
                    isHopeless
                    ? nil : parts.configuration.retry.delay(after: claimed.attempt, parts.configuration.random)
                let retry = delay.map { now.adding($0) }
                let isHeld = try await uncancelled {
                    try await parts.store.fail(claimed.lease, note, retryAt: retry, at: now)
                }
                return !isHeld ? .leaseLost : retry == nil ? .dead(note) : .failed(note)
            } catch {
                // The lease ends by itself, and the message is claimed again.
                parts.observer.storeFailed(error, "end-message")
                return .leaseLost
            }
        }

        private static var unanswered: PassError {
            PassError(
                .transportTimeout,
                "The transport did not take the message in time. See whether its service is within reach."
            )
        }
    }
#endif
