#if SQLite
    import GRDB
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What operators see of the queue, within a transaction.
    enum Queue {
        static func statistics(in db: Database) throws -> QueueStatistics {
            var entries: [QueueStatistics.Entry] = []
            for work in Lease.Work.allCases {
                let table = WorkTable.of(work)
                let counts = try db.all(
                    "SELECT state, count(*), min(since) FROM \(table.name) GROUP BY state"
                ) { (WorkState(number: $0.int(0)), Int($0.int(1)), $0.date(2)) }
                for state in WorkState.allCases {
                    guard let (_, count, oldest) = counts.first(where: { $0.0 == state }) else { continue }
                    entries.append(
                        QueueStatistics.Entry(
                            work: work,
                            state: state,
                            count: count,
                            oldest: state == .done || state == .cancelled ? nil : oldest,
                            lastFailure: try lastFailure(table, state, in: db)
                        )
                    )
                }
            }
            return QueueStatistics(entries)
        }

        private static func lastFailure(_ table: WorkTable, _ state: WorkState, in db: Database) throws -> FailureNote?
        {
            try db.first(
                """
                SELECT note_code, note_message FROM \(table.name) WHERE state = ? AND noted IS NOT NULL \
                ORDER BY noted DESC LIMIT 1
                """,
                state.number
            ) { FailureNote(code: $0.text(0), message: $0.text(1)) }
        }

        static func deadLetters(start: Int, limit: Int, in db: Database) throws -> [DeadLetter] {
            let columns = "w.attempts, w.since, w.note_code, w.note_message"
            return try db.all(
                """
                SELECT 'job', r.name, \(columns) FROM job w JOIN request r ON r.id = w.id WHERE w.state = 4 \
                UNION ALL SELECT 'message', w.name, \(columns) FROM message w WHERE w.state = 4 \
                UNION ALL SELECT 'push', w.id, \(columns) FROM push w WHERE w.state = 4 \
                ORDER BY 4, 1, 2 LIMIT ? OFFSET ?
                """,
                max(0, limit),
                max(0, start)
            ) { row in
                DeadLetter(
                    id: DeadLetter.ID(work: Lease.Work(rawValue: row.text(0)) ?? .job, id: row.text(1)),
                    attempts: Int(row.int(2)),
                    since: row.date(3),
                    note: row.optionalText(4).map { FailureNote(code: $0, message: row.text(5)) }
                )
            }
        }

        /// Queues dead letters again: one of them, or a portion of all.
        static func redrive(_ letter: DeadLetter.ID?, at time: Date, in db: Database) throws -> Int {
            var count = 0
            for work in letter.map({ [$0.work] }) ?? Lease.Work.allCases {
                let table = WorkTable.of(work)
                let ids: [Int64]
                if let letter {
                    ids = try table.id(of: letter.id, in: db).map { [$0] } ?? []
                } else {
                    ids = try db.all(
                        "SELECT id FROM \(table.name) WHERE state = 4 ORDER BY since, id LIMIT ?",
                        SQLitePassStore.portion
                    ) {
                        $0.int(0)
                    }
                }
                for id in ids {
                    guard var row = try table.row(id, in: db), row.record.state == .dead else { continue }
                    row.record.redrive(at: time)
                    try table.save(row, isEligible: work != .job, in: db)
                    try queueAgain(work, id, in: db)
                    count += 1
                }
            }
            return count
        }

        private static func queueAgain(_ work: Lease.Work, _ id: Int64, in db: Database) throws {
            switch work {
            case .job:
                try Jobs.seat(passOf: id, in: db)
            case .message:
                try Outbox.changeChannel(of: id, in: db) { channel in
                    if channel.channelStatus == .undelivered { channel.channelStatus = .queued }
                }
            case .push:
                break
            }
        }
    }
#endif
