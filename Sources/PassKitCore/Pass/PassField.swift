/// One field of a pass: a label, a value, and how to show it. (Apple, Wallet Passes, "PassFieldContent".)
public struct PassField: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes a field.
    /// - Parameters:
    ///   - key: What names the field, unique within the pass.
    ///   - label: The small text above the value; localizable.
    ///   - value: What the field shows.
    ///   - changeMessage: What the lock screen says when the value changes, with `%@` for the new one; localizable.
    public init(_ key: String, label: String? = nil, value: PassFieldValue, changeMessage: String? = nil) {
        json = JSONObject()
        self.key = key
        self.label = label
        self.value = value
        self.changeMessage = changeMessage
    }

    /// Makes a field that shows a date.
    public init(
        _ key: String,
        label: String? = nil,
        date: PassDate,
        dateStyle: PassDateStyle? = .medium,
        timeStyle: PassDateStyle? = .short,
        changeMessage: String? = nil
    ) {
        self.init(key, label: label, value: .date(date), changeMessage: changeMessage)
        self.dateStyle = dateStyle
        self.timeStyle = timeStyle
    }

    /// Makes a field that shows an amount of money.
    /// - Parameters:
    ///   - key: What names the field, unique within the pass.
    ///   - label: The small text above the value; localizable.
    ///   - amount: The amount, in units of the currency.
    ///   - currency: The ISO 4217 code, such as `EUR`.
    ///   - changeMessage: What the lock screen says when the amount changes.
    public init(
        _ key: String,
        label: String? = nil,
        amount: JSONNumber,
        currency: String,
        changeMessage: String? = nil
    ) {
        self.init(key, label: label, value: .number(amount), changeMessage: changeMessage)
        self.currencyCode = currency
    }
}

// MARK: - Content

extension PassField {
    /// What names the field, unique within the pass; Wallet compares fields of two versions by it (iOS 6).
    public var key: String? {
        get { self["key"] }
        set { self["key"] = newValue }
    }

    /// What the field shows; localizable (iOS 6).
    public var value: PassFieldValue? {
        get { self["value"] }
        set { self["value"] = newValue }
    }

    /// The small text above the value; localizable (iOS 6).
    public var label: String? {
        get { self["label"] }
        set { self["label"] = newValue }
    }

    /// Shown instead of the value; may hold links, `<a href='…'>`, and no other markup; not on a watch (iOS 7).
    public var attributedValue: PassFieldValue? {
        get { self["attributedValue"] }
        set { self["attributedValue"] = newValue }
    }

    /// What the lock screen says when the value changes, with `%@` for the new one; localizable (iOS 6).
    ///
    /// Without it, or without `%@`, the change is silent. Not on a watch.
    public var changeMessage: String? {
        get { self["changeMessage"] }
        set { self["changeMessage"] = newValue }
    }

    /// What Wallet turns into links on the back: everything when nil, nothing when empty; not on a watch (iOS 7).
    public var dataDetectorTypes: [DataDetectorType]? {
        get { self["dataDetectorTypes"] }
        set { self["dataDetectorTypes"] = newValue }
    }

    /// What the field means to the system; has the same effect as at the pass itself (iOS 12).
    public var semantics: SemanticTags {
        get { self[object: "semantics"] }
        set { self[object: "semantics"] = newValue }
    }
}

// MARK: - Display

extension PassField {
    /// How the text is aligned; natural when nil; not for primary and back fields (iOS 6).
    public var textAlignment: PassTextAlignment? {
        get { self["textAlignment"] }
        set { self["textAlignment"] = newValue }
    }

    /// How much of the date Wallet shows; the value must be a date (iOS 6).
    public var dateStyle: PassDateStyle? {
        get { self["dateStyle"] }
        set { self["dateStyle"] = newValue }
    }

    /// How much of the time Wallet shows; the value must be a date (iOS 6).
    public var timeStyle: PassDateStyle? {
        get { self["timeStyle"] }
        set { self["timeStyle"] = newValue }
    }

    /// Whether the date is shown in the zone it is written in rather than the device's; no when nil (iOS 7).
    public var ignoresTimeZone: Bool? {
        get { self["ignoresTimeZone"] }
        set { self["ignoresTimeZone"] = newValue }
    }

    /// Whether the date is shown as relative ("in two days"); no when nil (iOS 6).
    public var isRelative: Bool? {
        get { self["isRelative"] }
        set { self["isRelative"] = newValue }
    }

    /// How the number is shown; the value must be a number (iOS 6).
    public var numberStyle: PassNumberStyle? {
        get { self["numberStyle"] }
        set { self["numberStyle"] = newValue }
    }

    /// The ISO 4217 code of the currency the number is an amount of (iOS 6).
    public var currencyCode: String? {
        get { self["currencyCode"] }
        set { self["currencyCode"] = newValue }
    }

    /// The row of an event ticket's auxiliary field, 0 or 1; 0 when nil (iOS 12).
    public var row: Int? {
        get { self["row"] }
        set { self["row"] = newValue }
    }
}
