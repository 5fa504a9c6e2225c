/// An event that a poster event ticket is still good for.
///
/// (Apple, Wallet Passes, "Pass.UpcomingPassInformationEntry"; iOS 26.)
public struct UpcomingPassInformation: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes an event.
    /// - Parameters:
    ///   - identifier: What names the entry, unique within the pass.
    ///   - name: What the event is called; localizable.
    ///   - date: When it is; to be determined when nil.
    public init(_ identifier: String, name: String, date: DateInformation? = nil) {
        json = JSONObject()
        type = .event
        self.identifier = identifier
        self.name = name
        dateInformation = date
    }

    /// What the entry is; Apple knows events only (iOS 26).
    public var type: Kind? {
        get { self["type"] }
        set { self["type"] = newValue }
    }

    /// What names the entry, unique within the pass (iOS 26).
    public var identifier: String? {
        get { self["identifier"] }
        set { self["identifier"] = newValue }
    }

    /// What the event is called; localizable (iOS 26).
    public var name: String? {
        get { self["name"] }
        set { self["name"] = newValue }
    }

    /// Whether this is the event the pass stands for now; no when nil (iOS 26).
    public var isActive: Bool? {
        get { self["isActive"] }
        set { self["isActive"] = newValue }
    }

    /// When the event is; Wallet shows "TBD" without it (iOS 26).
    public var dateInformation: DateInformation? {
        get { self["dateInformation"] }
        set { self["dateInformation"] = newValue }
    }

    /// What the event means to the system; nothing is taken over from the pass (iOS 26).
    public var semantics: SemanticTags {
        get { self[object: "semantics"] }
        set { self[object: "semantics"] = newValue }
    }

    /// The links of the event's guide (iOS 26).
    public var links: Links {
        get { self[object: "URLs", "urls"] }
        set { self[object: "URLs", "urls"] = newValue }
    }

    /// The images of the event's page (iOS 26).
    public var images: Images {
        get { self[object: "images"] }
        set { self[object: "images"] = newValue }
    }

    /// The fields of the "Additional Info" tile (iOS 26).
    public var additionalInfoFields: [PassField] {
        get { self[list: "additionalInfoFields"] }
        set { self[list: "additionalInfoFields"] = newValue }
    }

    /// The fields of the event's details, without which Wallet shows no details (iOS 26).
    public var backFields: [PassField] {
        get { self[list: "backFields"] }
        set { self[list: "backFields"] = newValue }
    }

    /// The App Store numbers of apps for the event (iOS 26).
    public var auxiliaryStoreIdentifiers: [Int] {
        get { self[list: "auxiliaryStoreIdentifiers"] }
        set { self[list: "auxiliaryStoreIdentifiers"] = newValue }
    }
}

extension UpcomingPassInformation {
    /// What an entry is.
    public struct Kind: JSONToken {
        /// The word, such as `event`.
        public let rawValue: String

        /// Makes a type from its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An event.
        public static let event = Self(rawValue: "event")

        /// The types that Apple documents.
        public static let documented: [Self] = [event]
    }

    /// The links of an event's guide.
    public struct Links: EventGuide {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }
    }
}
