#if SQLite
    import GRDB
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What is kept of jobs, within a transaction.
    enum Jobs {
        /// Sees to it that claims find the first job of a pass that is queued or running, and no other of it.
        static func seat(_ pass: Int64, in db: Database) throws {
            // `state <= 2` is the condition of the index, which SQLite takes only where it stands.
            let first = try db.int(
                "SELECT id FROM job WHERE pass = ? AND state <= 2 AND state <= 1 ORDER BY due, id LIMIT 1",
                pass
            )
            let seated = try db.int("SELECT head FROM pass WHERE id = ?", pass)
            guard first != seated else { return }
            if let seated { try db.run("UPDATE job SET lane = 0, wake = NULL WHERE id = ?", seated) }
            if let first, let row = try WorkTable.jobs.row(first, in: db) {
                try WorkTable.jobs.save(row, isEligible: true, in: db)
            }
            try db.run("UPDATE pass SET head = ? WHERE id = ?", first, pass)
        }

        static func seat(passOf job: Int64, in db: Database) throws {
            guard let pass = try db.int("SELECT pass FROM job WHERE id = ?", job) else { return }
            try seat(pass, in: db)
        }

        /// Ends a job for good.
        static func end(_ id: Int64, as state: WorkState, at time: Date, in db: Database) throws {
            guard var row = try WorkTable.jobs.row(id, in: db) else { return }
            row.record.end(as: state, at: time)
            try WorkTable.jobs.save(row, isEligible: false, in: db)
            try seat(passOf: id, in: db)
        }

        /// Notes that deliveries of a job wait no more, and ends the job when they were the last and nobody runs it.
        static func settleWaiting(_ count: Int, of id: Int64, at time: Date, in db: Database) throws {
            if count > 0 { try db.run("UPDATE job SET waiting = waiting - ? WHERE id = ?", count, id) }
            let isIdle = try db.int("SELECT 1 FROM job WHERE id = ? AND waiting = 0 AND state IN (0, 2, 4)", id) != nil
            if isIdle { try end(id, as: .cancelled, at: time, in: db) }
        }

        // MARK: Completing

        static func complete(_ completion: JobCompletion, at time: Date, in db: Database) throws -> CompletionOutcome {
            guard let job = try WorkTable.jobs.held(completion.lease, in: db) else { return .leaseLost }
            if let version = completion.version,
                try Passes.currentTag(of: version.pass, in: db) != version.replaces
            {
                return .overtaken
            }
            let found = try db.first("SELECT pass, waiting FROM job WHERE id = ?", job.id) { ($0.int(0), $0.int(1)) }
            guard let (pass, waiting) = found else { return .leaseLost }
            let hadDeliveries = try db.int("SELECT 1 FROM delivery WHERE request = ? LIMIT 1", job.id) != nil
            if hadDeliveries, waiting == 0 {
                try end(job.id, as: .cancelled, at: time, in: db)
                return .cancelled
            }
            if let version = completion.version { _ = try Passes.publish(version, at: time, in: db) }
            // Nobody waits for a fetch that no device can make.
            let canFetch = try Devices.canBeFetched(pass, in: db)
            let tag = canFetch ? try db.int("SELECT version FROM pass WHERE id = ?", pass) : nil
            for effect in completion.effects {
                try settle(effect, of: job.id, pass: pass, tag: tag, at: time, in: db)
            }
            try end(job.id, as: .done, at: time, in: db)
            return .done
        }

        private static func settle(
            _ effect: JobCompletion.Effect,
            of job: Int64,
            pass: Int64,
            tag: Int64?,
            at time: Date,
            in db: Database
        ) throws {
            let found = try db.first(
                "SELECT place, recipient FROM delivery WHERE name = ? AND request = ? AND state = 0",
                Opaque(effect.delivery.rawValue),
                job
            ) { ($0.int(0), Recipient.ID($0.text(1))) }
            guard let (place, recipient) = found else { return }
            try db.run(
                "UPDATE delivery SET state = 1, channels = ? WHERE request = ? AND place = ?",
                Channels.encode(effect.channels),
                job,
                place
            )
            try db.run("UPDATE job SET waiting = waiting - 1 WHERE id = ?", job)
            if effect.revokesLinks { _ = try Passes.revokeLinks(to: pass, of: recipient, at: time, in: db) }
            if effect.makesHolder { _ = try Passes.addHolder(recipient, of: pass, in: db) }
            for message in effect.messages {
                let awaited = message.waitsForFetch ? tag : nil
                try Outbox.add(message, request: job, place: place, pass: pass, awaits: awaited, at: time, in: db)
            }
        }
    }
#endif
