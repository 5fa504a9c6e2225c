/// What became of one recipient of a request that was done in process.
public struct InProcessDelivery: Sendable {
    /// The recipient.
    public let recipient: Recipient.ID

    /// Where the recipient finds the pass; nil when nothing was published for them.
    public let published: PublishedPass?

    /// What became of each channel that was configured.
    public let channels: [PassStatus.Channel]

    /// What transports threw.
    public let failures: [any Error]
}

/// Publishes one pass for one recipient after the other, and tells each.
struct DeliveryRun {
    let pass: [UInt8]
    let identifier: PassIdentifier
    let requestID: PassRequestID
    let config: PassIntegrationConfig
    let planner: MessagePlanner
    let publisher: any PassPublisher
    let notifications: [NotificationChannel: any NotificationTransport]

    func deliver(to recipient: Recipient.ID, _ profile: RecipientProfile?) async throws -> InProcessDelivery {
        guard let profile else { return Self.unknown(recipient, config) }
        let published = try await publisher.publish(pass, as: identifier, for: recipient)
        let kind = published.isFirst ? NotificationKind.issue : .update
        let plan = planner.plan(config.details(kind), kind, of: requestID, for: profile, sampleLink: published.link)

        var channels = plan.skipped.map(PassStatus.Channel.init(skipped:))
        var failures: [any Error] = []
        for message in plan.messages {
            do {
                try await send(message.message(link: published.link))
                channels.append(.init(message.channel, .submitted))
            } catch {
                failures.append(error)
                channels.append(.init(message.channel, .undelivered))
            }
        }
        return InProcessDelivery(recipient: recipient, published: published, channels: channels, failures: failures)
    }

    private func send(_ message: NotificationMessage) async throws {
        guard let transport = notifications[message.channel] else {
            throw PassError(
                .updateDelivery,
                "There is no transport for \(message.channel). Hand one to the service, or leave the channel out."
            )
        }
        _ = try await transport.send(message)
    }

    private static func unknown(_ recipient: Recipient.ID, _ config: PassIntegrationConfig) -> InProcessDelivery {
        let channels = config.details(.issue).filter(\.enabled).map { details in
            PassStatus.Channel(details.channel, .rejected, passStatus: .rejected, reason: .unknownRecipient)
        }
        return InProcessDelivery(recipient: recipient, published: nil, channels: channels, failures: [])
    }
}
