#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// A device that wants to know of new versions of a pass.
    public struct DeviceRegistration: Sendable, Hashable {
        /// The device library identifier.
        public var device: String
        /// The pass.
        public var pass: PassIdentifier
        /// Where pushes for the device go.
        public var pushToken: String

        /// Makes a registration.
        public init(device: String, pass: PassIdentifier, pushToken: String) {
            self.device = device
            self.pass = pass
            self.pushToken = pushToken
        }
    }

    /// A registration that is kept.
    public struct StoredRegistration: Sendable, Hashable {
        /// What was registered.
        public var registration: DeviceRegistration
        /// When the device registered last, or told of its push token; the distant past where nobody noted it.
        public var registered: Date
        /// When the device asked last, to the hour; nil when it never did.
        public var seen: Date?

        /// Makes it.
        public init(registration: DeviceRegistration, registered: Date, seen: Date?) {
            self.registration = registration
            self.registered = registered
            self.seen = seen
        }

        /// How old the note of a device's last question may be before it is written again: an hour.
        ///
        /// Devices ask often, and so most questions are answered without a write.
        public static let seenInterval: TimeInterval = 3600
    }

    /// How many registrations are kept.
    public struct RegistrationLimits: Sendable, Hashable {
        /// The most passes one device may register for.
        public var passesPerDevice: Int
        /// The most devices that may register for one pass.
        public var devicesPerPass: Int

        /// Makes limits.
        public init(passesPerDevice: Int = 1000, devicesPerPass: Int = 100_000) {
            self.passesPerDevice = passesPerDevice
            self.devicesPerPass = devicesPerPass
        }
    }

    /// What became of a registration.
    public enum RegistrationOutcome: Sendable, Hashable {
        /// The device is registered from now on.
        case new
        /// The device was registered already; its push token is kept.
        case known
        /// The device, or the pass, has as many registrations as allowed; nothing is changed.
        case full
    }

    /// The passes of a device that have changed.
    public struct UpdatedSerials: Sendable, Hashable {
        /// The serial numbers, sorted; empty when nothing has changed.
        public var serials: [String]
        /// The greatest tag among them, or the tag that was asked with when nothing has changed.
        public var tag: Int64

        /// Makes the answer.
        public init(serials: [String], tag: Int64) {
            self.serials = serials
            self.tag = tag
        }
    }

    /// A push that was claimed: it tells one device that passes of a type have changed.
    public struct ClaimedPush: Sendable, Hashable {
        /// The right to send it.
        public var lease: Lease
        /// Which attempt this is, from 1; attempts that were released do not count.
        public var attempt: Int
        /// The pass type identifier, which is the topic of the push.
        public var passType: String
        /// Where it goes.
        public var pushToken: String

        /// Makes it.
        public init(lease: Lease, attempt: Int, passType: String, pushToken: String) {
            self.lease = lease
            self.attempt = attempt
            self.passType = passType
            self.pushToken = pushToken
        }
    }

    /// How a push ended.
    public struct PushResult: Sendable, Hashable {
        /// What came of it.
        public enum Outcome: Sendable, Hashable {
            /// The push service took it.
            case sent
            /// The push service says that the token is not, or no longer, valid; `since` is when it knew, if it says so.
            case gone(since: Date?)
        }

        /// The right to send it.
        public var lease: Lease
        /// What came of it.
        public var outcome: Outcome

        /// Makes a result.
        public init(lease: Lease, outcome: Outcome) {
            self.lease = lease
            self.outcome = outcome
        }
    }
#endif
