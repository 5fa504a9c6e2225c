/// The form that signs up for a reward programme: the content of `personalization.json`.
///
/// Wallet shows it when a reward pass with NFC is added, and sends what the user fills in to the web service.
/// (Apple, Wallet Passes, "Personalize"; iOS 10.)
public struct Personalization: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes a form.
    /// - Parameters:
    ///   - description: A short text about the programme.
    ///   - fields: What the user must fill in.
    ///   - terms: The terms, to which the user must agree.
    public init(description: String, fields: [Field], terms: String? = nil) {
        json = JSONObject()
        self.description = description
        requiredPersonalizationFields = fields
        termsAndConditions = terms
    }

    /// A short text about the programme, below the logo; Wallet needs it (iOS 10).
    public var description: String? {
        get { self["description"] }
        set { self["description"] = newValue }
    }

    /// What the user must fill in; Wallet needs at least one (iOS 10).
    public var requiredPersonalizationFields: [Field] {
        get { self[list: "requiredPersonalizationFields"] }
        set { self[list: "requiredPersonalizationFields"] = newValue }
    }

    /// The terms, to which the user must agree; may hold links as HTML (iOS 10).
    public var termsAndConditions: String? {
        get { self["termsAndConditions"] }
        set { self["termsAndConditions"] = newValue }
    }
}

extension Personalization {
    /// Something that the user fills in.
    public struct Field: JSONToken {
        /// The word, such as `PKPassPersonalizationFieldName`.
        public let rawValue: String

        /// Makes a field from its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The name; the web service gets `fullName`, `givenName` and `familyName`.
        public static let name = Self(rawValue: "PKPassPersonalizationFieldName")
        /// The postal code; the web service gets `postalCode` and `ISOCountryCode`.
        public static let postalCode = Self(rawValue: "PKPassPersonalizationFieldPostalCode")
        /// The e-mail address; the web service gets `emailAddress`.
        public static let emailAddress = Self(rawValue: "PKPassPersonalizationFieldEmailAddress")
        /// The telephone number; the web service gets `phoneNumber`.
        public static let phoneNumber = Self(rawValue: "PKPassPersonalizationFieldPhoneNumber")

        /// The fields that Apple documents.
        public static let documented: [Self] = [name, postalCode, emailAddress, phoneNumber]
    }
}
