#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension MemoryState {
        mutating func expire(at time: Date) -> Int {
            let expiredJobs = requests.values.filter { isExpired($0.stored.end, at: time) && $0.work.isIdle(at: time) }
            for job in expiredJobs { cancelJob(job.stored.id, .expired, at: time) }
            let expiredMessages = messages.filter { _, message in
                isExpired(message.message.end, at: time) && message.work.isIdle(at: time)
            }
            for key in expiredMessages.keys { cancelMessage(key, .expired, at: time) }
            return expiredJobs.count + expiredMessages.count
        }

        mutating func prune(before time: Date) -> Int {
            func isOver(_ work: WorkRecord) -> Bool { work.ended.map { $0 < time } ?? false }

            let open = Set(messages.values.filter { !isOver($0.work) }.compactMap { deliveries[$0.delivery]?.request })
            let old = requests.filter { isOver($0.value.work) && !open.contains($0.key) }
            for (id, request) in old {
                requests[id] = nil
                for delivery in request.deliveries { deliveries[delivery] = nil }
            }
            messages = messages.filter { deliveries[$0.value.delivery] != nil }
            receipts = receipts.filter { messages[$0.value] != nil }
            pushes = pushes.filter { !isOver($0.value.work) }
            let dead = pushes.filter { _, push in
                push.work.state == .dead && push.work.noted.map { $0 < time } ?? false
            }
            for id in dead.keys { forgetPush(id) }
            links = links.filter { $0.value.stored.expires >= time }
            idempotency = idempotency.filter { $0.value.0.expires >= time }
            for (pass, known) in versions {
                versions[pass] = known.filter { version in version.replaced.map { $0 >= time } ?? true }
            }
            forgetUnusedBytes()
            return old.count
        }

        private mutating func forgetUnusedBytes() {
            var used = Set(requests.values.map(\.stored.package))
            for known in versions.values { used.formUnion(known.map(\.version.digest)) }
            blobs = blobs.filter { used.contains($0.key) }
        }

        // MARK: Looking

        func statistics() -> QueueStatistics {
            let all: [(Lease.Work, [WorkRecord])] = [
                (.job, requests.values.map(\.work)),
                (.message, messages.values.map(\.work)),
                (.push, pushes.values.map(\.work)),
            ]
            var entries: [QueueStatistics.Entry] = []
            for (kind, records) in all {
                let byState = Dictionary(grouping: records, by: \.state)
                for state in WorkState.allCases {
                    guard let records = byState[state] else { continue }
                    let failed = records.filter { $0.noted != nil }
                    entries.append(
                        QueueStatistics.Entry(
                            work: kind,
                            state: state,
                            count: records.count,
                            oldest: records.contains { $0.ended != nil } ? nil : records.map(\.since).min(),
                            lastFailure: failed.max { ($0.noted ?? $0.since) < ($1.noted ?? $1.since) }?.note
                        )
                    )
                }
            }
            return QueueStatistics(entries)
        }

        func deadLetters(start: Int, limit: Int) -> [DeadLetter] {
            var letters: [DeadLetter] = []
            func add(_ work: Lease.Work, _ id: String, _ record: WorkRecord) {
                guard record.state == .dead else { return }
                letters.append(
                    DeadLetter(
                        id: .init(work: work, id: id),
                        attempts: record.attempts,
                        since: record.since,
                        note: record.note
                    )
                )
            }
            for (id, request) in requests { add(.job, id.rawValue, request.work) }
            for (key, message) in messages { add(.message, key, message.work) }
            for (id, push) in pushes { add(.push, id, push.work) }
            letters.sort { ($0.since, $0.id.description) < ($1.since, $1.id.description) }
            return Array(letters.dropFirst(max(0, start)).prefix(max(0, limit)))
        }

        // MARK: Dead letters

        mutating func redrive(_ id: DeadLetter.ID?, at time: Date) -> Int {
            let letters = deadLetters(start: 0, limit: .max).map(\.id).filter { id == nil || $0 == id }
            for letter in letters {
                switch letter.work {
                case .job:
                    let id = PassRequestID(letter.id)
                    requests[id]?.work.redrive(at: time)
                    if let request = requests[id] { enqueue(request.stored) }
                case .message:
                    messages[letter.id]?.work.redrive(at: time)
                    guard let message = messages[letter.id] else { continue }
                    changeChannel(message.message.channel, of: message.delivery) { channel in
                        if channel.channelStatus == .undelivered { channel.channelStatus = .queued }
                    }
                case .push:
                    pushes[letter.id]?.work.redrive(at: time)
                }
            }
            return letters.count
        }
    }
#endif
