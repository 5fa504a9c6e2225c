#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A Bluetooth beacon near which a pass is of interest. (Apple, Wallet Passes, "Pass.Beacons".)
public struct PassBeacon: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes a beacon.
    /// - Parameters:
    ///   - proximityUUID: The UUID of the beacons.
    ///   - major: Which group of the beacons with that UUID.
    ///   - minor: Which beacon of the group.
    ///   - relevantText: What the lock screen shows near it.
    public init(proximityUUID: UUID, major: UInt16? = nil, minor: UInt16? = nil, relevantText: String? = nil) {
        json = JSONObject()
        self.proximityUUID = proximityUUID
        self.major = major
        self.minor = minor
        self.relevantText = relevantText
    }

    /// The UUID of the beacons; Wallet needs it (iOS 7).
    public var proximityUUID: UUID? {
        get { self["proximityUUID"] }
        set { self["proximityUUID"] = newValue }
    }

    /// Which group of the beacons with that UUID; any group when nil (iOS 7).
    public var major: UInt16? {
        get { self["major"] }
        set { self["major"] = newValue }
    }

    /// Which beacon of the group; any when nil (iOS 7).
    public var minor: UInt16? {
        get { self["minor"] }
        set { self["minor"] = newValue }
    }

    /// What the lock screen shows near the beacon; not localizable (iOS 7).
    public var relevantText: String? {
        get { self["relevantText"] }
        set { self["relevantText"] = newValue }
    }
}
