#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// A sender's name for one of their requests.
    public struct IdempotencyKey: Sendable, Hashable {
        /// Whose name it is.
        public var principal: PassPrincipal
        /// The name.
        public var key: String

        /// Makes a key.
        public init(principal: PassPrincipal, key: String) {
            self.principal = principal
            self.key = key
        }

        /// Whether the name has the same bytes and the same owner.
        public static func == (left: Self, right: Self) -> Bool {
            left.key.isSpelled(as: right.key) && left.principal == right.principal
        }
    }

    /// What keeps a request from being taken twice.
    public struct Idempotency: Sendable, Hashable {
        /// The sender's name for the request.
        public var key: IdempotencyKey
        /// What the request asks for, as a digest.
        public var fingerprint: [UInt8]
        /// Until when the key is remembered.
        public var expires: Date

        /// Makes it.
        public init(key: IdempotencyKey, fingerprint: [UInt8], expires: Date) {
            self.key = key
            self.fingerprint = fingerprint
            self.expires = expires
        }
    }

    /// What a key stands for.
    public struct IdempotencyRecord: Sendable, Hashable {
        /// What the request asked for, as a digest.
        public var fingerprint: [UInt8]
        /// The request.
        public var request: PassRequestID

        /// Makes a record.
        public init(fingerprint: [UInt8], request: PassRequestID) {
            self.fingerprint = fingerprint
            self.request = request
        }
    }
#endif
