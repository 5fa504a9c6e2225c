#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What an ``InMemoryPassStore`` holds: plain dictionaries, each capability in a file of its own.
    struct MemoryState {
        struct Request {
            var stored: StoredRequest
            var work: WorkRecord
            var deliveries: [IssuedPassID]
        }

        struct Message {
            var message: NewMessage
            var work: WorkRecord
            var delivery: IssuedPassID
            /// The version a device must have fetched first.
            var awaitedTag: Int64?
        }

        struct Push {
            var work: WorkRecord
            /// Its place in the order in which pushes came.
            let number: Int64
            let target: PushTarget
            /// The requests (by their place in the order of acceptance) whose versions it tells of.
            var sequences: Set<Int64>
        }

        struct Registration {
            var pushToken: String
            var registered: Date
            var seen: Date?
            /// Its place among versions and registrations; 0 where no device asks.
            var tag: Int64 = 0
        }

        /// Whom pushes are merged for.
        struct PushTarget: Hashable {
            var passType: Spelling
            var pushToken: Spelling
        }

        struct Link {
            var stored: StoredLink
            var isRevoked = false
        }

        struct Version {
            var version: PassVersion
            var replaced: Date?
        }

        var lastSequence: Int64 = 0
        var lastTag: Int64 = 0
        var lastPush: Int64 = 0

        var requests: [PassRequestID: Request] = [:]
        /// The unfinished jobs of each pass but the dead ones, in the order in which they are to be done.
        var jobs: [PassIdentifier: [PassRequestID]] = [:]
        var deliveries: [IssuedPassID: StoredDelivery] = [:]
        var idempotency: [IdempotencyKey: (Idempotency, PassRequestID)] = [:]
        var messages: [String: Message] = [:]
        var receipts: [Spelling: String] = [:]
        var blobs: [BlobDigest: [UInt8]] = [:]
        /// The versions of each pass, the current one last.
        var versions: [PassIdentifier: [Version]] = [:]
        var holdings: [PassIdentifier: Set<Recipient.ID>] = [:]
        var tokens: [PassIdentifier: String] = [:]
        var links: [LinkDigest: Link] = [:]
        /// The devices registered for each pass.
        var registrations: [PassIdentifier: [Spelling: Registration]] = [:]
        /// The passes each device is registered for.
        var registeredPasses: [Spelling: Set<PassIdentifier>] = [:]
        var pushes: [String: Push] = [:]
        /// The pushes to each target that are not over.
        var openPushes: [PushTarget: Set<String>] = [:]

        mutating func nextSequence() -> Int64 {
            lastSequence += 1
            return lastSequence
        }

        /// The next tag, for a version or a registration; never given twice.
        mutating func nextTag() -> Int64 {
            lastTag += 1
            return lastTag
        }

        /// Changes the channel of a delivery, if it has that channel.
        mutating func changeChannel(
            _ channel: NotificationChannel,
            of delivery: IssuedPassID,
            _ change: (inout PassStatus.Channel) -> Void
        ) {
            guard var found = deliveries[delivery],
                let index = found.channels.firstIndex(where: { $0.channelType == channel })
            else { return }
            change(&found.channels[index])
            deliveries[delivery] = found
        }

        /// Takes the channel of a delivery further, never back.
        mutating func advance(_ channel: NotificationChannel, of delivery: IssuedPassID, to status: ChannelStatus) {
            changeChannel(channel, of: delivery) { channel in
                if channel.channelStatus.isBefore(status) { channel.channelStatus = status }
            }
        }
    }
#endif
