extension SemanticTags {
    /// The parts of a name. (Apple, Wallet Passes, "SemanticTagType.PersonNameComponents".)
    public struct PersonName: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// Makes a name.
        public init(givenName: String? = nil, familyName: String? = nil) {
            json = JSONObject()
            self.givenName = givenName
            self.familyName = familyName
        }

        /// What stands before, such as "Dr." (iOS 12).
        public var namePrefix: String? {
            get { self["namePrefix"] }
            set { self["namePrefix"] = newValue }
        }

        /// The given name (iOS 12).
        public var givenName: String? {
            get { self["givenName"] }
            set { self["givenName"] = newValue }
        }

        /// The middle name (iOS 12).
        public var middleName: String? {
            get { self["middleName"] }
            set { self["middleName"] = newValue }
        }

        /// The family name (iOS 12).
        public var familyName: String? {
            get { self["familyName"] }
            set { self["familyName"] = newValue }
        }

        /// What stands behind, such as "Jr." (iOS 12).
        public var nameSuffix: String? {
            get { self["nameSuffix"] }
            set { self["nameSuffix"] = newValue }
        }

        /// The nickname (iOS 12).
        public var nickname: String? {
            get { self["nickname"] }
            set { self["nickname"] = newValue }
        }

        /// How the name sounds (iOS 12).
        public var phoneticRepresentation: String? {
            get { self["phoneticRepresentation"] }
            set { self["phoneticRepresentation"] = newValue }
        }
    }
}

extension SemanticTags {
    /// A seat. (Apple, Wallet Passes, "SemanticTagType.Seat".)
    ///
    /// Wallet also takes numbers for these texts, so numbers are read, as they are spelled.
    public struct Seat: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// Makes a seat.
        public init(section: String? = nil, row: String? = nil, number: String? = nil, type: String? = nil) {
            json = JSONObject()
            seatSection = section
            seatRow = row
            seatNumber = number
            seatType = type
        }

        /// The section (iOS 12).
        public var seatSection: String? {
            get { self[text: "seatSection"] }
            set { self[text: "seatSection"] = newValue }
        }

        /// The row (iOS 12).
        public var seatRow: String? {
            get { self[text: "seatRow"] }
            set { self[text: "seatRow"] = newValue }
        }

        /// The number (iOS 12).
        public var seatNumber: String? {
            get { self[text: "seatNumber"] }
            set { self[text: "seatNumber"] = newValue }
        }

        /// What names the seat, as the venue does (iOS 12).
        public var seatIdentifier: String? {
            get { self[text: "seatIdentifier"] }
            set { self[text: "seatIdentifier"] = newValue }
        }

        /// The type, such as "Reserved" (iOS 12).
        public var seatType: String? {
            get { self[text: "seatType"] }
            set { self[text: "seatType"] = newValue }
        }

        /// A description (iOS 12).
        public var seatDescription: String? {
            get { self[text: "seatDescription"] }
            set { self[text: "seatDescription"] = newValue }
        }

        /// The aisle (iOS 18).
        public var seatAisle: String? {
            get { self[text: "seatAisle"] }
            set { self[text: "seatAisle"] = newValue }
        }

        /// The level (iOS 18).
        public var seatLevel: String? {
            get { self[text: "seatLevel"] }
            set { self[text: "seatLevel"] = newValue }
        }

        /// The colour of the section on the ticket (iOS 18).
        public var seatSectionColor: PassColor? {
            get { self["seatSectionColor"] }
            set { self["seatSectionColor"] = newValue }
        }
    }
}
