#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension SemanticTags {
    /// A place. (Apple, Wallet Passes, "SemanticTagType.Location".)
    public struct Location: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// Makes a place; latitude and longitude are in degrees.
        public init(latitude: Double, longitude: Double) {
            json = JSONObject()
            self.latitude = latitude
            self.longitude = longitude
        }

        /// The latitude, in degrees (iOS 12).
        public var latitude: Double? {
            get { self["latitude"] }
            set { self["latitude"] = newValue }
        }

        /// The longitude, in degrees (iOS 12).
        public var longitude: Double? {
            get { self["longitude"] }
            set { self["longitude"] = newValue }
        }
    }
}

extension SemanticTags {
    /// An amount of money. (Apple, Wallet Passes, "SemanticTagType.CurrencyAmount".)
    public struct CurrencyAmount: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// Makes an amount, spelled as `12.50`.
        public init(_ amount: String, _ currencyCode: String) {
            json = JSONObject()
            self.amount = amount
            self.currencyCode = currencyCode
        }

        /// The amount: a text, such as "12.50" (iOS 12).
        public var amount: String? {
            get { self["amount"] }
            set { self["amount"] = newValue }
        }

        /// The ISO 4217 code of the currency (iOS 12).
        public var currencyCode: String? {
            get { self["currencyCode"] }
            set { self["currencyCode"] = newValue }
        }
    }
}

extension SemanticTags {
    /// A Wi-Fi network. (Apple, Wallet Passes, "SemanticTagType.WifiNetwork".)
    public struct WifiNetwork: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// Makes a network.
        public init(ssid: String, password: String) {
            json = JSONObject()
            self.ssid = ssid
            self.password = password
        }

        /// The name of the network (iOS 12).
        public var ssid: String? {
            get { self["ssid"] }
            set { self["ssid"] = newValue }
        }

        /// The password (iOS 12).
        public var password: String? {
            get { self["password"] }
            set { self["password"] = newValue }
        }

        /// The token for a network with a sign-in page (iOS 26 at the earliest).
        public var captiveToken: String? {
            get { self["captiveToken"] }
            set { self["captiveToken"] = newValue }
        }

        /// Where the token is redeemed (iOS 26 at the earliest).
        public var captiveTokenAuthURL: URL? {
            get { self["captiveTokenAuthURL"] }
            set { self["captiveTokenAuthURL"] = newValue }
        }
    }
}

extension SemanticTags {
    /// When an event begins, also when that is not settled. (Apple, Wallet Passes, "SemanticTagType.EventDateInfo".)
    public struct EventDateInfo: JSONView {
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

        /// The moment (iOS 18).
        public var date: PassDate? {
            get { self["date"] }
            set { self["date"] = newValue }
        }

        /// Whether Wallet shows the day only; no when nil (iOS 18).
        public var ignoreTimeComponents: Bool? {
            get { self["ignoreTimeComponents"] }
            set { self["ignoreTimeComponents"] = newValue }
        }

        /// The IANA name of the zone the date is shown in (iOS 18).
        public var timeZone: String? {
            get { self["timeZone"] }
            set { self["timeZone"] = newValue }
        }

        /// Whether the date is to be announced: Wallet shows "TBA"; no when nil (iOS 18.1).
        public var unannounced: Bool? {
            get { self["unannounced"] }
            set { self["unannounced"] = newValue }
        }

        /// Whether the date is to be determined: Wallet shows "TBD"; no when nil (iOS 18.1).
        public var undetermined: Bool? {
            get { self["undetermined"] }
            set { self["undetermined"] = newValue }
        }
    }
}
