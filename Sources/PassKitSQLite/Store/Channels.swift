#if SQLite
    import GRDB
    import PassKitCore
    import PassKitServer

    /// The channels of deliveries, kept as the JSON of a status reply.
    enum Channels {
        static func encode(_ channels: [PassStatus.Channel]) -> [UInt8] {
            JSONValue.array(channels.map(\.json)).bytes()
        }

        static func decode(_ bytes: [UInt8]) throws(PassError) -> [PassStatus.Channel] {
            guard !bytes.isEmpty else { return [] }
            var channels: [PassStatus.Channel] = []
            for json in try JSONValue(parsing: bytes).arrayValue ?? [] {
                channels.append(try PassStatus.Channel(json: json, path: "channels"))
            }
            return channels
        }

        /// Changes one channel of a delivery, if it has that channel.
        static func change(
            _ channel: NotificationChannel,
            request: Int64,
            place: Int64,
            in db: Database,
            _ change: (inout PassStatus.Channel) -> Void
        ) throws {
            let kept = try db.first(
                "SELECT channels FROM delivery WHERE request = ? AND place = ?",
                request,
                place
            ) { $0.bytes(0) }
            guard let kept else { return }
            var channels = try decode(kept)
            guard let index = channels.firstIndex(where: { $0.channelType == channel }) else { return }
            let before = channels[index]
            change(&channels[index])
            guard channels[index] != before else { return }
            try db.run(
                "UPDATE delivery SET channels = ? WHERE request = ? AND place = ?",
                encode(channels),
                request,
                place
            )
        }

        /// Takes a channel further, never back.
        static func advance(
            _ channel: NotificationChannel,
            request: Int64,
            place: Int64,
            to status: ChannelStatus,
            in db: Database
        ) throws {
            try change(channel, request: request, place: place, in: db) { channel in
                if channel.channelStatus.isBefore(status) { channel.channelStatus = status }
            }
        }
    }
#endif
