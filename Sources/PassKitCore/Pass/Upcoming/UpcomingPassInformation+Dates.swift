extension UpcomingPassInformation {
    /// When an event is. (Apple, Wallet Passes, "Pass.UpcomingPassInformationEntry.DateInformation".)
    public struct DateInformation: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// Makes a date.
        public init(_ date: PassDate, timeZone: String? = nil) {
            json = JSONObject()
            self.date = date
            self.timeZone = timeZone
        }

        /// The moment it begins (iOS 26).
        public var date: PassDate? {
            get { self["date"] }
            set { self["date"] = newValue }
        }

        /// Whether Wallet shows the day only; no when nil (iOS 26).
        public var ignoreTimeComponents: Bool? {
            get { self["ignoreTimeComponents"] }
            set { self["ignoreTimeComponents"] = newValue }
        }

        /// Whether it lasts the whole day; no when nil (iOS 26).
        public var isAllDay: Bool? {
            get { self["isAllDay"] }
            set { self["isAllDay"] = newValue }
        }

        /// Whether the date is to be announced: Wallet shows "TBA"; no when nil (iOS 26).
        public var isUnannounced: Bool? {
            get { self["isUnannounced"] }
            set { self["isUnannounced"] = newValue }
        }

        /// Whether the date is to be determined: Wallet shows "TBD"; no when nil (iOS 26).
        public var isUndetermined: Bool? {
            get { self["isUndetermined"] }
            set { self["isUndetermined"] = newValue }
        }

        /// The IANA name of the zone the date is shown in; the device's zone when nil (iOS 26).
        public var timeZone: String? {
            get { self["timeZone"] }
            set { self["timeZone"] = newValue }
        }
    }
}
