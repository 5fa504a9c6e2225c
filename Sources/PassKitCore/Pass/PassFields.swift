/// The fields of one style, by where Wallet shows them.
///
/// The order within a group is the order of display. How many of a group fit depends on the style; Wallet leaves the
/// surplus out. (Apple, Wallet Passes, "PassFields".)
public struct PassFields: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// No fields.
    public init() { json = JSONObject() }

    /// Top right, the only fields to be seen while passes are stacked (iOS 6).
    public var header: [PassField] {
        get { self[.header] }
        set { self[.header] = newValue }
    }

    /// The most prominent fields (iOS 6).
    public var primary: [PassField] {
        get { self[.primary] }
        set { self[.primary] = newValue }
    }

    /// Below the primary fields; a poster generic pass ignores them (iOS 6).
    public var secondary: [PassField] {
        get { self[.secondary] }
        set { self[.secondary] = newValue }
    }

    /// Additional fields; a poster generic pass ignores them (iOS 6).
    public var auxiliary: [PassField] {
        get { self[.auxiliary] }
        set { self[.auxiliary] = newValue }
    }

    /// On the back, any number, with longer texts (iOS 6).
    public var back: [PassField] {
        get { self[.back] }
        set { self[.back] = newValue }
    }

    /// In the "Additional Info" tile below a poster event ticket or poster generic pass (iOS 18).
    public var additionalInfo: [PassField] {
        get { self[.additionalInfo] }
        set { self[.additionalInfo] = newValue }
    }

    /// At the bottom of a poster generic pass (iOS 27).
    public var footer: [PassField] {
        get { self[.footer] }
        set { self[.footer] = newValue }
    }

    /// How a boarding pass travels; Wallet draws its symbol, and refuses a boarding pass without it (iOS 6).
    public var transitType: TransitType? {
        get { self["transitType"] }
        set { self["transitType"] = newValue }
    }

    /// The fields of a group.
    public subscript(group: Group) -> [PassField] {
        get { self[list: group.rawValue] }
        set { self[list: group.rawValue] = newValue }
    }

    /// The first field with a key, in whatever group; setting replaces it in its place, setting nil removes it.
    ///
    /// Setting a field that is not there does nothing: only the group's own property can say where it goes.
    public subscript(field key: String) -> PassField? {
        get {
            for group in Group.documented {
                if let field = self[group].first(where: { $0.key == key }) { return field }
            }
            return nil
        }
        set {
            for group in Group.documented {
                var fields = self[group]
                guard let index = fields.firstIndex(where: { $0.key == key }) else { continue }
                if let newValue { fields[index] = newValue } else { fields.remove(at: index) }
                self[group] = fields
                return
            }
        }
    }
}

extension PassFields {
    /// A group of fields: its key in `pass.json`.
    public struct Group: JSONToken {
        /// The key, such as `primaryFields`.
        public let rawValue: String

        /// Makes a group from its key.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// ``PassFields/header``.
        public static let header = Self(rawValue: "headerFields")
        /// ``PassFields/primary``.
        public static let primary = Self(rawValue: "primaryFields")
        /// ``PassFields/secondary``.
        public static let secondary = Self(rawValue: "secondaryFields")
        /// ``PassFields/auxiliary``.
        public static let auxiliary = Self(rawValue: "auxiliaryFields")
        /// ``PassFields/back``.
        public static let back = Self(rawValue: "backFields")
        /// ``PassFields/additionalInfo``.
        public static let additionalInfo = Self(rawValue: "additionalInfoFields")
        /// ``PassFields/footer``.
        public static let footer = Self(rawValue: "footerFields")

        /// The groups that Apple documents.
        public static let documented: [Self] = [
            header, primary, secondary, auxiliary, back, additionalInfo, footer,
        ]
    }
}

/// How a boarding pass travels.
public struct TransitType: JSONToken {
    /// The word, such as `PKTransitTypeAir`.
    public let rawValue: String

    /// Makes a type from its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// By aeroplane.
    public static let air = Self(rawValue: "PKTransitTypeAir")
    /// By boat.
    public static let boat = Self(rawValue: "PKTransitTypeBoat")
    /// By bus.
    public static let bus = Self(rawValue: "PKTransitTypeBus")
    /// By something else.
    public static let generic = Self(rawValue: "PKTransitTypeGeneric")
    /// By train.
    public static let train = Self(rawValue: "PKTransitTypeTrain")

    /// The types that Apple documents.
    public static let documented: [Self] = [air, boat, bus, generic, train]
}
