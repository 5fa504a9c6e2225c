#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension MemoryState {
        mutating func claimJobs(limit: Int, by owner: LeaseOwner, until end: Date, at time: Date) -> [ClaimedJob] {
            let claimed = claimable(at: time).sorted { Self.goesBefore($0.stored, $1.stored) }.prefix(max(0, limit))
            return claimed.compactMap { request in
                let id = request.stored.id
                requests[id]?.work.claim(by: owner, until: end)
                guard let work = requests[id]?.work, let stored = self.request(id) else { return nil }
                let lease = Lease(work: .job, id: id.rawValue, fence: work.fence, owner: owner)
                return ClaimedJob(lease: lease, attempt: work.attempts, request: stored)
            }
        }

        /// The first job of each pass that has one to claim.
        private func claimable(at time: Date) -> [Request] {
            jobs.values.compactMap { queue in
                // A blocked job holds up nobody; one that waits for its retry does.
                let first = queue.lazy.compactMap { requests[$0] }.first { $0.work.state != .blocked }
                guard let first, first.work.isClaimable(at: time), !isExpired(first.stored.end, at: time) else {
                    return nil
                }
                return first
            }
        }

        private static func goesBefore(_ left: StoredRequest, _ right: StoredRequest) -> Bool {
            if left.priority != right.priority { return left.priority }
            return (left.due, left.sequence) < (right.due, right.sequence)
        }

        func isExpired(_ end: Date?, at time: Date) -> Bool { end.map { $0 <= time } ?? false }

        mutating func complete(_ completion: JobCompletion, at time: Date) -> CompletionOutcome {
            let id = PassRequestID(completion.lease.id)
            guard completion.lease.work == .job, let request = requests[id], request.work.isHeld(completion.lease)
            else {
                return .leaseLost
            }
            if let version = completion.version, version.replaces != versions[version.pass]?.last?.version.tag {
                return .overtaken
            }
            if !request.deliveries.isEmpty,
                !request.deliveries.contains(where: { deliveries[$0]?.state == .waiting })
            {
                end(id, as: .cancelled, at: time)
                return .cancelled
            }
            if let version = completion.version { _ = publish(version, at: time) }
            // Nobody waits for a fetch that no device can make.
            let canFetch = canBeFetched(request.stored.pass)
            let tag = canFetch ? versions[request.stored.pass]?.last?.version.tag : nil
            for effect in completion.effects { settle(effect, of: request.stored, tag: tag, at: time) }
            end(id, as: .done, at: time)
            return .done
        }

        private mutating func settle(
            _ effect: JobCompletion.Effect,
            of request: StoredRequest,
            tag: Int64?,
            at time: Date
        ) {
            guard let delivery = deliveries[effect.delivery], delivery.state == .waiting else { return }
            deliveries[effect.delivery]?.state = .settled
            deliveries[effect.delivery]?.channels = effect.channels
            if effect.revokesLinks { _ = revokeLinks(to: request.pass, of: delivery.recipient, at: time) }
            if effect.makesHolder { holdings[request.pass, default: []].insert(delivery.recipient) }
            for message in effect.messages {
                messages[message.key] = Message(
                    message: message,
                    work: WorkRecord(notBefore: message.due, since: time),
                    delivery: effect.delivery,
                    awaitedTag: message.waitsForFetch ? tag : nil
                )
            }
        }

        mutating func block(_ lease: Lease, _ note: FailureNote, at time: Date) -> Bool {
            let id = PassRequestID(lease.id)
            guard lease.work == .job, let request = requests[id], request.work.isHeld(lease) else { return false }
            requests[id]?.work.block(note, at: time)
            return true
        }

        mutating func unblock(passType: String, team: String, at time: Date) -> Int {
            let blocked = requests.values.filter { request in
                request.work.state == .blocked && request.stored.pass.type == passType && request.stored.team == team
            }
            for request in blocked { requests[request.stored.id]?.work.unblock() }
            return blocked.count
        }
    }
#endif
