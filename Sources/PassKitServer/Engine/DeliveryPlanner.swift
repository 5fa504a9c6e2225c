#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Decides what a job does for one recipient: a pure function of plan, delivery and profile.
    struct DeliveryPlanner {
        let plan: PublicationPlan
        let content: PassUpdateContent
        let planner: MessagePlanner
        let unknownHolders: PassUpdateEngine.UnknownHolders
        let waitsForFetch: Bool
        let revokesLinks: Bool
        let sampleLink: String
        let now: Date

        init(plan: PublicationPlan, content: PassUpdateContent, planner: MessagePlanner, parts: EngineParts) {
            self.plan = plan
            self.content = content
            self.planner = planner
            unknownHolders = parts.configuration.unknownHolders
            sampleLink = parts.links.sample
            now = parts.clock.milliseconds
            revokesLinks = parts.configuration.revokesLinksOnReissue
            if case .publish(_, let published) = plan.decision {
                waitsForFetch =
                    parts.configuration.updateMessages == .afterFetch && published.isFetchedHere
                    && published.deviceCount > 0
            } else {
                waitsForFetch = false
            }
        }

        /// What is done for a recipient.
        func effect(on delivery: StoredDelivery, _ profile: RecipientProfile?) -> JobCompletion.Effect {
            if case .refuse = plan.decision { return rejected(delivery, .mayNotReplace) }
            guard let profile, profile.isActive else { return rejected(delivery, .unknownRecipient) }
            if case .unchanged = plan.decision, delivery.isHolder { return unchanged(delivery) }
            switch kind(for: delivery) {
            case .issue: return told(delivery, .issue, profile)
            case .update: return told(delivery, .update, profile)
            case nil: return rejected(delivery, .unknownHolder)
            }
        }

        /// Which list of messages a recipient gets; nil for neither.
        private func kind(for delivery: StoredDelivery) -> NotificationKind? {
            if plan.request.kind == .issue { return .issue }
            if delivery.isHolder { return .update }
            return switch unknownHolders {
            case .issue: .issue
            case .update: .update
            case .reject: nil
            }
        }

        private func details(_ kind: NotificationKind) -> [NotificationDetails] {
            content.passIntegrationConfig.details(kind).filter(\.enabled)
        }

        // MARK: Told

        private func told(
            _ delivery: StoredDelivery,
            _ kind: NotificationKind,
            _ profile: RecipientProfile
        ) -> JobCompletion.Effect {
            let messages = messages(kind, profile)
            var channels = messages.skipped.map(PassStatus.Channel.init(skipped:))
            channels += messages.messages.map { PassStatus.Channel($0.channel, .queued) }
            if case .publish(_, let published) = plan.decision {
                if published.deviceCount > 0 {
                    channels.append(PassStatus.Channel(.push, .queued))
                } else if kind == .update, !messages.messages.contains(where: \.hasLink) {
                    // A new version that the holder has no way to get at.
                    channels.append(PassStatus.Channel(.push, .notAttempted, reason: .unreachable))
                }
            }
            return JobCompletion.Effect(
                delivery: delivery.id,
                channels: Self.atLeastOne(channels, .init(.push, .notAttempted)),
                messages: messages.messages.map { message in
                    NewMessage(
                        key: message.idempotencyKey,
                        channel: message.channel,
                        content: OutboxContent.bytes(of: message),
                        priority: plan.request.priority,
                        due: now,
                        end: plan.request.end,
                        waitsForFetch: kind == .update && waitsForFetch
                    )
                },
                makesHolder: true,
                revokesLinks: revokesLinks && kind == .issue && delivery.isHolder
            )
        }

        private func messages(_ kind: NotificationKind, _ profile: RecipientProfile) -> MessagePlan {
            planner.plan(details(kind), kind, of: plan.request.id, for: profile, sampleLink: sampleLink)
        }

        // MARK: Not told

        private func unchanged(_ delivery: StoredDelivery) -> JobCompletion.Effect {
            let channels = details(.update).map {
                PassStatus.Channel($0.channel, .notAttempted, reason: .unchanged)
            }
            let other = PassStatus.Channel(.push, .notAttempted, reason: .unchanged)
            return JobCompletion.Effect(delivery: delivery.id, channels: Self.atLeastOne(channels, other))
        }

        private func rejected(_ delivery: StoredDelivery, _ reason: StatusReason) -> JobCompletion.Effect {
            let list = details(plan.request.kind == .update && delivery.isHolder ? .update : .issue)
            func rejection(_ channel: NotificationChannel) -> PassStatus.Channel {
                PassStatus.Channel(channel, .rejected, passStatus: .rejected, reason: reason)
            }
            let channels = list.map { rejection($0.channel) }
            return JobCompletion.Effect(
                delivery: delivery.id,
                channels: Self.atLeastOne(channels, rejection(.push))
            )
        }

        /// The channels; when no message is configured, the channel of pushes bears the state.
        private static func atLeastOne(
            _ channels: [PassStatus.Channel],
            _ other: PassStatus.Channel
        ) -> [PassStatus.Channel] {
            channels.isEmpty ? [other] : channels
        }
    }

    extension JobCompletion.Effect {
        /// Whether the recipient is told of an update they have no way to get at.
        var isUnreachable: Bool { channels.contains { $0.reason == .unreachable } }
    }
#endif
