/// A place where a pass is of interest. (Apple, Wallet Passes, "Pass.Locations".)
public struct PassLocation: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes a place.
    /// - Parameters:
    ///   - latitude: In degrees, -90 to 90.
    ///   - longitude: In degrees, -180 to 180.
    ///   - altitude: In metres.
    ///   - relevantText: What the lock screen shows there.
    public init(latitude: Double, longitude: Double, altitude: Double? = nil, relevantText: String? = nil) {
        json = JSONObject()
        self.latitude = latitude
        self.longitude = longitude
        self.altitude = altitude
        self.relevantText = relevantText
    }

    /// The latitude, in degrees; Wallet needs it (iOS 6).
    public var latitude: Double? {
        get { self["latitude"] }
        set { self["latitude"] = newValue }
    }

    /// The longitude, in degrees; Wallet needs it (iOS 6).
    public var longitude: Double? {
        get { self["longitude"] }
        set { self["longitude"] = newValue }
    }

    /// The altitude, in metres (iOS 6).
    public var altitude: Double? {
        get { self["altitude"] }
        set { self["altitude"] = newValue }
    }

    /// What the lock screen shows at the place, such as "Store nearby"; not localizable (iOS 6).
    public var relevantText: String? {
        get { self["relevantText"] }
        set { self["relevantText"] = newValue }
    }
}
