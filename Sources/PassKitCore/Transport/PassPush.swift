#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One push to one device: "passes of this type have changed, come and ask which".
///
/// It says nothing of the passes, so one push does for any number of them. The device then lists what changed and
/// fetches it. (Apple, Wallet Passes, "Adding a Web Service to Update Passes".)
public struct PassPush: Hashable, Sendable {
    /// Whom a push is for: what makes two pushes the same.
    public struct Target: Hashable, Sendable {
        /// The device's token.
        public let token: PushToken

        /// The pass type identifier, which is the push's topic.
        public let passTypeIdentifier: String

        /// The team whose certificate pushes; nil when one certificate for the pass type is held.
        public let teamIdentifier: String?

        /// Names a target.
        public init(token: PushToken, passTypeIdentifier: String, teamIdentifier: String? = nil) {
            self.token = token
            self.passTypeIdentifier = passTypeIdentifier
            self.teamIdentifier = teamIdentifier
        }
    }

    /// How urgent a push is (`apns-priority`).
    public struct Priority: Hashable, Sendable, Comparable {
        /// The number that travels.
        public let rawValue: Int

        /// Makes a priority from its number.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// 10: deliver at once.
        public static let immediate = Priority(rawValue: 10)

        /// 5: deliver when it suits the device's battery; such pushes may be held back and sent in groups.
        public static let considerate = Priority(rawValue: 5)

        /// Orders by urgency.
        public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
    }

    /// Whom it is for.
    public let target: Target

    /// How urgent it is.
    public var priority: Priority

    /// Until when the push service keeps it for a device that is offline; nil leaves that to the transport.
    ///
    /// The distant past means: try once, keep nothing.
    public var expiration: Date?

    /// Makes a push.
    public init(_ target: Target, priority: Priority = .immediate, expiration: Date? = nil) {
        self.target = target
        self.priority = priority
        self.expiration = expiration
    }

    /// Makes a push.
    /// - Parameters:
    ///   - token: The device's token.
    ///   - passTypeIdentifier: The pass type identifier, which is the push's topic.
    ///   - teamIdentifier: The team whose certificate pushes; nil when one certificate for the pass type is held.
    ///   - priority: How urgent it is.
    ///   - expiration: Until when the push service keeps it; nil leaves that to the transport.
    public init(
        token: PushToken,
        passTypeIdentifier: String,
        teamIdentifier: String? = nil,
        priority: Priority = .immediate,
        expiration: Date? = nil
    ) {
        self.init(
            Target(token: token, passTypeIdentifier: passTypeIdentifier, teamIdentifier: teamIdentifier),
            priority: priority,
            expiration: expiration
        )
    }

    /// The device's token.
    public var token: PushToken { target.token }

    /// The pass type identifier, which is the push's topic.
    public var passTypeIdentifier: String { target.passTypeIdentifier }

    /// The team whose certificate pushes, if it matters.
    public var teamIdentifier: String? { target.teamIdentifier }
}
