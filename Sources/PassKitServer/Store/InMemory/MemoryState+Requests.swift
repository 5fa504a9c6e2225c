#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension MemoryState {
        mutating func accept(_ new: NewRequest, at time: Date) -> Acceptance {
            if let idempotency = new.idempotency, let known = idempotencyRecord(idempotency.key, at: time) {
                return known.fingerprint == idempotency.fingerprint ? .repeated(known.request) : .conflict
            }
            guard requests[new.id] == nil, !new.deliveries.contains(where: { deliveries[$0.id] != nil }) else {
                return .idTaken
            }
            supersede(by: new, at: time)
            let stored = StoredRequest(new, accepted: time, sequence: nextSequence())
            requests[new.id] = Request(
                stored: stored,
                work: WorkRecord(notBefore: new.due, since: time),
                deliveries: new.deliveries.map(\.id)
            )
            enqueue(stored)
            blobs[new.package.digest] = new.package.bytes
            for delivery in new.deliveries {
                deliveries[delivery.id] = StoredDelivery(
                    id: delivery.id,
                    request: new.id,
                    recipient: delivery.recipient,
                    isHolder: false
                )
            }
            if let idempotency = new.idempotency { self.idempotency[idempotency.key] = (idempotency, new.id) }
            return .accepted
        }

        /// Puts a job in its place among those of its pass.
        mutating func enqueue(_ request: StoredRequest) {
            var queue = jobs[request.pass] ?? []
            let place = queue.firstIndex { id in
                guard let other = requests[id]?.stored else { return false }
                return (request.due, request.sequence) < (other.due, other.sequence)
            }
            queue.insert(request.id, at: place ?? queue.endIndex)
            jobs[request.pass] = queue
        }

        /// Takes a job from those of its pass.
        mutating func dequeue(_ request: StoredRequest) {
            jobs[request.pass]?.removeAll { $0 == request.id }
            if jobs[request.pass]?.isEmpty == true { jobs[request.pass] = nil }
        }

        private mutating func supersede(by new: NewRequest, at time: Date) {
            let recipients = Set(new.deliveries.map(\.recipient))
            for id in jobs[new.pass] ?? [] {
                guard let old = requests[id], old.work.state != .running, old.stored.due > time,
                    old.stored.due >= new.due
                else { continue }
                for delivery in old.deliveries where recipients.contains(deliveries[delivery]?.recipient ?? "") {
                    cancelWaiting(delivery, .superseded)
                }
                endIfNothingWaits(id, at: time)
            }
        }

        private mutating func cancelWaiting(_ id: IssuedPassID, _ reason: StatusReason) {
            guard deliveries[id]?.state == .waiting else { return }
            deliveries[id]?.state = .cancelled
            deliveries[id]?.reason = reason
        }

        /// Cancels a job that has nobody left to do anything for.
        private mutating func endIfNothingWaits(_ id: PassRequestID, at time: Date) {
            guard let request = requests[id], request.work.state != .running, request.work.ended == nil,
                !request.deliveries.contains(where: { deliveries[$0]?.state == .waiting })
            else { return }
            end(id, as: .cancelled, at: time)
        }

        /// Ends a job for good.
        mutating func end(_ id: PassRequestID, as state: WorkState, at time: Date) {
            guard let request = requests[id] else { return }
            requests[id]?.work.end(as: state, at: time)
            dequeue(request.stored)
        }

        /// Cancels a job with all that waits of it.
        mutating func cancelJob(_ id: PassRequestID, _ reason: StatusReason, at time: Date) {
            for delivery in requests[id]?.deliveries ?? [] { cancelWaiting(delivery, reason) }
            end(id, as: .cancelled, at: time)
        }

        mutating func cancel(_ id: IssuedPassID, at time: Date) -> Cancellation {
            guard let delivery = deliveries[id] else { return .unknown }
            switch delivery.state {
            case .cancelled:
                return .nothingLeft
            case .waiting:
                cancelWaiting(id, .withdrawn)
                endIfNothingWaits(delivery.request, at: time)
                return .cancelled
            case .settled:
                let unsent = messages.filter { _, message in
                    message.delivery == id && [.queued, .dead].contains(message.work.state)
                }
                for key in unsent.keys { cancelMessage(key, .withdrawn, at: time) }
                return unsent.isEmpty ? .nothingLeft : .cancelled
            }
        }

        func idempotencyRecord(_ key: IdempotencyKey, at time: Date) -> IdempotencyRecord? {
            guard let (idempotency, request) = idempotency[key], idempotency.expires > time else { return nil }
            return IdempotencyRecord(fingerprint: idempotency.fingerprint, request: request)
        }

        func request(_ id: PassRequestID) -> StoredRequest? {
            guard let request = requests[id] else { return nil }
            var stored = request.stored
            stored.state = request.work.state
            stored.note = request.work.note
            return stored
        }

        func delivery(_ id: IssuedPassID) -> StoredDelivery? {
            guard var delivery = deliveries[id], let pass = requests[delivery.request]?.stored.pass else { return nil }
            delivery.isHolder = holdings[pass]?.contains(delivery.recipient) ?? false
            return delivery
        }

        func deliveries(of id: PassRequestID, recipient: Recipient.ID?, start: Int, limit: Int) -> DeliveryPage? {
            guard let request = requests[id] else { return nil }
            let ids = request.deliveries.filter { recipient == nil || deliveries[$0]?.recipient == recipient }
            let page = ids.dropFirst(max(0, start)).prefix(max(0, limit))
            return DeliveryPage(total: ids.count, deliveries: page.compactMap { delivery($0) })
        }
    }
#endif
