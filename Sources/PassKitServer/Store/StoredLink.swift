#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// The SHA-256 of a link's token.
    public struct LinkDigest: Sendable, Hashable {
        /// The 32 bytes of the digest.
        public let bytes: [UInt8]

        /// Takes a digest; nil when there are not 32 bytes.
        public init?(bytes: [UInt8]) {
            guard bytes.count == 32 else { return nil }
            self.bytes = bytes
        }

        init(uncheckedBytes bytes: [UInt8]) { self.bytes = bytes }
    }

    /// A download link, bound to a pass, a recipient and the channel it was sent on.
    public struct StoredLink: Sendable, Hashable {
        /// The digest of its token.
        public var digest: LinkDigest
        /// The pass it leads to.
        public var pass: PassIdentifier
        /// Who it was made for.
        public var recipient: Recipient.ID
        /// The delivery it was sent for.
        public var delivery: IssuedPassID
        /// The channel it was sent on.
        public var channel: NotificationChannel
        /// When it ends.
        public var expires: Date

        /// Makes a link.
        public init(
            digest: LinkDigest,
            pass: PassIdentifier,
            recipient: Recipient.ID,
            delivery: IssuedPassID,
            channel: NotificationChannel,
            expires: Date
        ) {
            self.digest = digest
            self.pass = pass
            self.recipient = recipient
            self.delivery = delivery
            self.channel = channel
            self.expires = expires
        }
    }

    /// What a link leads to.
    public struct RedeemedLink: Sendable, Hashable {
        /// The link.
        public var link: StoredLink
        /// The current version of its pass.
        public var version: PassVersion

        /// Makes it.
        public init(link: StoredLink, version: PassVersion) {
            self.link = link
            self.version = version
        }
    }
#endif
