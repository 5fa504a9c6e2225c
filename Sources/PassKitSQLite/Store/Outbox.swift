#if SQLite
    import GRDB
    import PassKitCore
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What is kept of messages, within a transaction.
    enum Outbox {
        static func add(
            _ message: NewMessage,
            request: Int64,
            place: Int64,
            pass: Int64,
            awaits tag: Int64?,
            at time: Date,
            in db: Database
        ) throws {
            try db.run(
                """
                INSERT INTO message (name, request, place, pass, channel, waits, awaits, state, lane, priority, due, \
                expires, since, not_before, attempts, fence) \
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (name) DO NOTHING
                """,
                message.key,
                request,
                place,
                pass,
                message.channel.rawValue,
                message.waitsForFetch,
                tag,
                tag == nil ? 1 : 0,
                message.priority,
                message.due,
                message.end,
                time,
                message.due
            )
            // A key stands for one message; who gives it twice gets the first.
            guard db.changesCount > 0 else { return }
            try db.run(
                "INSERT INTO message_content (message, content) VALUES (?, ?)",
                db.lastInsertedRowID,
                message.content
            )
        }

        /// Changes the channel that a message goes out on.
        static func changeChannel(
            of message: Int64,
            in db: Database,
            _ change: (inout PassStatus.Channel) -> Void
        ) throws {
            let found = try db.first("SELECT request, place, channel FROM message WHERE id = ?", message) {
                ($0.int(0), $0.int(1), NotificationChannel($0.text(2)))
            }
            guard let (request, place, channel) = found else { return }
            try Channels.change(channel, request: request, place: place, in: db, change)
        }

        static func advanceChannel(of message: Int64, to status: ChannelStatus, in db: Database) throws {
            try changeChannel(of: message, in: db) { channel in
                if channel.channelStatus.isBefore(status) { channel.channelStatus = status }
            }
        }

        /// Ends a message that is not to be sent any more.
        static func cancel(_ id: Int64, _ reason: StatusReason, at time: Date, in db: Database) throws {
            guard var row = try WorkTable.messages.row(id, in: db) else { return }
            row.record.end(as: .cancelled, at: time)
            try WorkTable.messages.save(row, isEligible: false, in: db)
            try db.run("UPDATE message SET awaits = NULL WHERE id = ? AND awaits IS NOT NULL", id)
            try changeChannel(of: id, in: db) { channel in
                channel.channelStatus = .cancelled
                channel.reason = reason
            }
        }

        /// Queues the messages of a pass that waited for the fetch of a version, or of an older one.
        static func releaseWaiting(of pass: Int64, through tag: Int64, in db: Database) throws {
            let ids = try db.all(
                "SELECT id FROM message WHERE pass = ? AND awaits IS NOT NULL AND awaits <= ?",
                pass,
                tag
            ) { $0.int(0) }
            for id in ids {
                guard let row = try WorkTable.messages.row(id, in: db) else { continue }
                try WorkTable.messages.save(row, isEligible: true, in: db)
                try db.run("UPDATE message SET awaits = NULL WHERE id = ?", id)
            }
        }

        static func claimed(_ row: WorkRow, by owner: LeaseOwner, in db: Database) throws -> ClaimedMessage? {
            try db.first(
                """
                SELECT m.name, m.channel, c.content, m.priority, m.expires, m.waits, d.name, r.name, d.recipient, \
                p.type, p.serial FROM message m \
                JOIN message_content c ON c.message = m.id JOIN request r ON r.id = m.request \
                JOIN delivery d ON d.request = m.request AND d.place = m.place JOIN pass p ON p.id = m.pass \
                WHERE m.id = ?
                """,
                row.id
            ) { columns in
                ClaimedMessage(
                    lease: row.lease(.message, columns.text(0), owner),
                    attempt: row.record.attempts,
                    message: NewMessage(
                        key: columns.text(0),
                        channel: NotificationChannel(columns.text(1)),
                        content: columns.bytes(2),
                        priority: columns.bool(3),
                        due: row.due,
                        end: columns.optionalDate(4),
                        waitsForFetch: columns.bool(5)
                    ),
                    delivery: IssuedPassID(columns.text(6)),
                    request: PassRequestID(columns.text(7)),
                    recipient: Recipient.ID(columns.text(8)),
                    pass: PassIdentifier(type: columns.text(9), serial: columns.text(10))
                )
            }
        }

        static func finish(_ result: MessageResult, at time: Date, in db: Database) throws -> Bool {
            guard var row = try WorkTable.messages.held(result.lease, in: db) else { return false }
            row.record.end(as: .done, at: time)
            try WorkTable.messages.save(row, isEligible: false, in: db)
            if let receipt = result.receipt {
                try db.run("UPDATE message SET receipt = ? WHERE id = ?", receipt, row.id)
            }
            try changeChannel(of: row.id, in: db) { channel in
                // A delivery report may have been faster.
                guard channel.channelStatus.isBefore(.submitted) else { return }
                channel.channelStatus = result.status
                channel.reason = result.reason
            }
            return true
        }
    }
#endif
