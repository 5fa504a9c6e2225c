#if SQLite
    import GRDB
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The hot table of one kind of work.
    ///
    /// Each row is read into a `WorkRecord`, changed there by its rules, and written back; so the rules of leases stand
    /// in one place, whatever the store.
    struct WorkTable: Sendable {
        let work: Lease.Work

        static let jobs = WorkTable(work: .job)
        static let messages = WorkTable(work: .message)
        static let pushes = WorkTable(work: .push)
        static let all = [jobs, messages, pushes]

        static func of(_ work: Lease.Work) -> WorkTable { WorkTable(work: work) }

        /// The name of the table.
        var name: String {
            switch work {
            case .job: "job"
            case .message: "message"
            case .push: "push"
            }
        }

        private static let columns =
            "id, lane, due, state, not_before, since, attempts, fence, owner, lease_end, "
            + "note_code, note_message, noted, ended"

        /// Work with an id of the table's own.
        func row(_ id: Int64, in db: Database) throws -> WorkRow? {
            try db.first("SELECT \(Self.columns) FROM \(name) WHERE id = ?", id) { WorkRow($0) }
        }

        /// The work that a lease is held on, if it is.
        func held(_ lease: Lease, in db: Database) throws -> WorkRow? {
            guard lease.work == work, let id = try id(of: lease.id, in: db), let row = try row(id, in: db),
                row.record.isHeld(lease)
            else { return nil }
            return row
        }

        /// The table's own id of work that the contract names.
        func id(of name: String, in db: Database) throws -> Int64? {
            switch work {
            case .job: try db.int("SELECT id FROM request WHERE name = ?", Opaque(name))
            case .message: try db.int("SELECT id FROM message WHERE name = ?", name)
            case .push: Int64(name)
            }
        }

        /// Writes a record back.
        /// - Parameter isEligible: Whether it may be claimed at all: the first job of its pass, a message that waits for
        ///   no fetch.
        func save(_ row: WorkRow, isEligible: Bool, in db: Database) throws {
            let record = row.record
            let (lane, wake) = Self.lane(of: record, due: row.due, isEligible: isEligible)
            try db.run(
                """
                UPDATE \(name) SET lane = ?, wake = ?, state = ?, not_before = ?, attempts = ?, fence = ?, owner = ?, \
                lease_end = ?, note_code = ?, note_message = ?, noted = ?, ended = ? WHERE id = ?
                """,
                lane,
                wake,
                record.state.number,
                record.notBefore,
                record.attempts,
                record.fence,
                record.owner?.name,
                record.leaseEnd,
                record.note?.code,
                record.note?.message,
                record.noted,
                record.ended,
                row.id
            )
        }

        private static func lane(of record: WorkRecord, due: Date, isEligible: Bool) -> (lane: Int, wake: Date?) {
            guard isEligible else { return (0, nil) }
            switch record.state {
            case .queued: return record.notBefore <= due ? (1, nil) : (2, record.notBefore)
            case .running: return (2, record.leaseEnd)
            default: return (0, nil)
            }
        }

        /// Leases what can be claimed: what has priority first, then by due time and acceptance.
        func claim(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date,
            in db: Database
        ) throws -> [WorkRow] {
            // What waited for a time that has come joins what is due.
            try db.run("UPDATE \(name) SET lane = 1, wake = NULL WHERE lane = 2 AND wake <= ?", time)
            var rows: [WorkRow] = []
            for priority in [1, 0] where rows.count < limit {
                // Priorities apart, so that each is a range of the index.
                rows += try db.all(
                    """
                    SELECT \(Self.columns) FROM \(name) WHERE lane = 1 AND priority = \(priority) AND due <= ? \
                    AND (expires IS NULL OR expires > ?) \
                    AND ((state = 0 AND not_before <= ?) OR (state = 1 AND lease_end <= ?)) \
                    ORDER BY due, id LIMIT ?
                    """,
                    time,
                    time,
                    time,
                    time,
                    limit - rows.count
                ) { WorkRow($0) }
            }
            for index in rows.indices {
                rows[index].record.claim(by: owner, until: end)
                try save(rows[index], isEligible: true, in: db)
            }
            return rows
        }
    }

    /// One row of a hot table.
    struct WorkRow {
        let id: Int64
        let due: Date
        /// Whether a claim can find it, now or later.
        let isEligible: Bool
        var record: WorkRecord

        init(_ row: SQLRow) {
            id = row.int(0)
            isEligible = row.int(1) != 0
            due = row.date(2)
            record = WorkRecord(
                state: WorkState(number: row.int(3)),
                notBefore: row.date(4),
                since: row.date(5),
                attempts: Int(row.int(6)),
                fence: row.int(7),
                owner: row.optionalText(8).map { LeaseOwner($0) },
                leaseEnd: row.optionalDate(9),
                note: row.optionalText(10).map { FailureNote(code: $0, message: row.text(11)) },
                noted: row.optionalDate(12),
                ended: row.optionalDate(13)
            )
        }

        func lease(_ work: Lease.Work, _ id: String, _ owner: LeaseOwner) -> Lease {
            Lease(work: work, id: id, fence: record.fence, owner: owner)
        }
    }

    extension WorkState {
        // The numbers in the file; the partial indexes of the schema name them, too.
        private static let numbers: [WorkState] = [.queued, .running, .blocked, .done, .dead, .cancelled]

        var number: Int { Self.numbers.firstIndex(of: self) ?? 0 }

        init(number: Int64) {
            self = Self.numbers.indices.contains(Int(number)) ? Self.numbers[Int(number)] : .dead
        }
    }
#endif
