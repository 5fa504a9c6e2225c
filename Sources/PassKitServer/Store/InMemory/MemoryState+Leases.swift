#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension MemoryState {
        /// The record of a piece of work of any kind.
        private func work(_ lease: Lease) -> WorkRecord? {
            switch lease.work {
            case .job: requests[PassRequestID(lease.id)]?.work
            case .message: messages[lease.id]?.work
            case .push: pushes[lease.id]?.work
            }
        }

        private mutating func change(_ lease: Lease, _ change: (inout WorkRecord) -> Void) -> Bool {
            guard var work = work(lease), work.isHeld(lease) else { return false }
            change(&work)
            switch lease.work {
            case .job: requests[PassRequestID(lease.id)]?.work = work
            case .message: messages[lease.id]?.work = work
            case .push: pushes[lease.id]?.work = work
            }
            return true
        }

        mutating func extend(_ leases: [Lease], until end: Date) -> Set<Lease> {
            Set(leases.filter { lease in change(lease) { $0.extend(until: end) } })
        }

        mutating func release(_ leases: [Lease]) {
            for lease in leases { _ = change(lease) { $0.release() } }
        }

        mutating func fail(_ lease: Lease, _ note: FailureNote, retryAt retry: Date?, at time: Date) -> Bool {
            guard change(lease, { $0.fail(note, retryAt: retry, at: time) }) else { return false }
            guard retry == nil else { return true }
            switch lease.work {
            case .job:
                if let request = requests[PassRequestID(lease.id)] { dequeue(request.stored) }
            case .message:
                if let message = messages[lease.id] {
                    advance(message.message.channel, of: message.delivery, to: .undelivered)
                }
            case .push:
                break
            }
            return true
        }

        mutating func recover(for owner: LeaseOwner) -> Int {
            func isForeign(_ work: WorkRecord) -> Bool { work.state == .running && work.owner != owner }
            let ids = requests.filter { isForeign($0.value.work) }.keys
            for id in ids { requests[id]?.work.recover() }
            let keys = messages.filter { isForeign($0.value.work) }.keys
            for key in keys { messages[key]?.work.recover() }
            let pushIDs = pushes.filter { isForeign($0.value.work) }.keys
            for id in pushIDs { pushes[id]?.work.recover() }
            return ids.count + keys.count + pushIDs.count
        }
    }
#endif
