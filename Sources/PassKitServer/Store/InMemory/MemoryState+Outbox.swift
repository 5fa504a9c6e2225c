#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension MemoryState {
        mutating func claimMessages(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date
        ) -> [ClaimedMessage] {
            let due = messages.values.filter { message in
                message.awaitedTag == nil && message.work.isClaimable(at: time)
                    && !isExpired(message.message.end, at: time)
            }
            let claimed = due.sorted { Self.goesBefore($0.message, $1.message) }.prefix(max(0, limit))
            return claimed.compactMap { message in
                let key = message.message.key
                messages[key]?.work.claim(by: owner, until: end)
                guard let work = messages[key]?.work, let delivery = deliveries[message.delivery],
                    let request = requests[delivery.request]?.stored
                else { return nil }
                return ClaimedMessage(
                    lease: Lease(work: .message, id: key, fence: work.fence, owner: owner),
                    attempt: work.attempts,
                    message: message.message,
                    delivery: delivery.id,
                    request: request.id,
                    recipient: delivery.recipient,
                    pass: request.pass
                )
            }
        }

        private static func goesBefore(_ left: NewMessage, _ right: NewMessage) -> Bool {
            if left.priority != right.priority { return left.priority }
            return (left.due, left.key) < (right.due, right.key)
        }

        mutating func finish(_ result: MessageResult, at time: Date) -> Bool {
            let key = result.lease.id
            guard result.lease.work == .message, let message = messages[key], message.work.isHeld(result.lease) else {
                return false
            }
            messages[key]?.work.end(as: .done, at: time)
            if let receipt = result.receipt { receipts[Spelling(receipt)] = key }
            changeChannel(message.message.channel, of: message.delivery) { channel in
                // A delivery report may have been faster.
                guard channel.channelStatus.isBefore(.submitted) else { return }
                channel.channelStatus = result.status
                channel.reason = result.reason
            }
            return true
        }

        mutating func record(_ report: DeliveryReport) -> Bool {
            let key: String? =
                switch report.message {
                case .key(let key): key
                case .receipt(let receipt): receipts[Spelling(receipt)]
                }
            guard let key, let message = messages[key] else { return false }
            let status: ChannelStatus = report.outcome == .delivered ? .delivered : .undelivered
            advance(message.message.channel, of: message.delivery, to: status)
            return true
        }

        /// Ends a message that is not to be sent any more.
        mutating func cancelMessage(_ key: String, _ reason: StatusReason, at time: Date) {
            guard let message = messages[key] else { return }
            messages[key]?.work.end(as: .cancelled, at: time)
            changeChannel(message.message.channel, of: message.delivery) { channel in
                channel.channelStatus = .cancelled
                channel.reason = reason
            }
        }
    }
#endif
