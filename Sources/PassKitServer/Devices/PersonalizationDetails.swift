#if Server
    public import PassKitCore

    /// What a user filled in to sign up for a reward programme.
    ///
    /// Only what the pass asked for is there. It comes from whoever knows the pass's serial number: check what matters.
    /// (Apple, Wallet Passes, "PersonalizationDictionary".)
    public struct PersonalizationDetails: Sendable, Hashable {
        /// The pass.
        public var pass: PassIdentifier
        /// The whole name.
        public var fullName: String?
        /// The given name.
        public var givenName: String?
        /// The family name.
        public var familyName: String?
        /// The e-mail address.
        public var emailAddress: String?
        /// The telephone number.
        public var phoneNumber: String?
        /// The postal code.
        public var postalCode: String?
        /// The country, as ISO 3166-1 alpha-2.
        public var isoCountryCode: String?

        /// Makes details of which nothing is filled in.
        public init(pass: PassIdentifier) { self.pass = pass }

        /// Reads `requiredPersonalizationInfo`; members it does not know are left out.
        /// - Throws: `PassError` with `http.parameter` when a member is no text, is longer than 256 bytes, or holds
        ///   control characters.
        init(pass: PassIdentifier, json: JSONValue?) throws(PassError) {
            self.pass = pass
            guard let json, json.objectValue != nil else {
                throw PassError(.httpParameter, "requiredPersonalizationInfo must be an object.")
            }
            fullName = try Self.text(json, "fullName")
            givenName = try Self.text(json, "givenName")
            familyName = try Self.text(json, "familyName")
            emailAddress = try Self.text(json, "emailAddress")
            phoneNumber = try Self.text(json, "phoneNumber")
            postalCode = try Self.text(json, "postalCode")
            isoCountryCode = try Self.text(json, "ISOCountryCode")
        }

        private static func text(_ json: JSONValue, _ key: String) throws(PassError) -> String? {
            guard let value = json[key] else { return nil }
            guard let text = value.stringValue, text.utf8.count <= 256,
                !text.unicodeScalars.contains(where: HeaderText.isControl)
            else {
                throw PassError(
                    .httpParameter,
                    "\(key) must be a text of at most 256 bytes without control characters."
                )
            }
            return text
        }
    }
#endif
