/// A moment or a span in which a pass is of interest. (Apple, Wallet Passes, "Pass.RelevantDates".)
public struct RelevantDate: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes a moment; Wallet chooses the span around it.
    public init(_ date: PassDate) {
        json = JSONObject()
        self.date = date
    }

    /// Makes a span, of at most 24 hours.
    public init(from start: PassDate, to end: PassDate) {
        json = JSONObject()
        startDate = start
        endDate = end
    }

    /// The moment (iOS 18).
    ///
    /// Devices with iOS 18 know it as `relevantDate`, which Apple has renamed since. That key is read too, and kept in
    /// step where it stands; for such devices write it with ``writesOlderKey``.
    public var date: PassDate? {
        get { self["date"] ?? self["relevantDate"] }
        set {
            guard newValue != date else { return }
            let writesOlderKey = writesOlderKey
            self["date"] = newValue
            if writesOlderKey { self["relevantDate"] = newValue }
        }
    }

    /// Whether the moment is written a second time under `relevantDate`, the only key that iOS 18 reads.
    public var writesOlderKey: Bool {
        get { json["relevantDate"] != nil }
        set { self["relevantDate"] = newValue ? date : nil }
    }

    /// When the span begins; needs ``endDate`` (iOS 18).
    public var startDate: PassDate? {
        get { self["startDate"] }
        set { self["startDate"] = newValue }
    }

    /// When the span ends; needs ``startDate`` (iOS 18).
    public var endDate: PassDate? {
        get { self["endDate"] }
        set { self["endDate"] = newValue }
    }
}
