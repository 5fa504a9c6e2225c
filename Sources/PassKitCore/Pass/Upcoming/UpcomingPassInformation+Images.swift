#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension UpcomingPassInformation {
    /// The images of an event's page.
    public struct Images: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// At the top of the page (iOS 26).
        public var headerImage: Image? {
            get { self["headerImage"] }
            set { self["headerImage"] = newValue }
        }

        /// The map of the venue (iOS 26).
        public var venueMap: Image? {
            get { self["venueMap"] }
            set { self["venueMap"] = newValue }
        }
    }
}

extension UpcomingPassInformation {
    /// An image that the device fetches, or takes from the pass.
    ///
    /// (Apple, Wallet Passes, "Pass.UpcomingPassInformationEntry.Image".)
    public struct Image: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// Where the image is, once for each scale; Wallet takes what fits the device best (iOS 26).
        public var sources: [ImageSource] {
            get { self[list: "URLs", "urls"] }
            set { self[list: "URLs", "urls"] = newValue }
        }

        /// Whether the pass's own image is shown; no when nil (iOS 26).
        public var reuseExisting: Bool? {
            get { self["reuseExisting"] }
            set { self["reuseExisting"] = newValue }
        }
    }
}

extension UpcomingPassInformation {
    /// Where one scale of an image is.
    ///
    /// (Apple, Wallet Passes, "Pass.UpcomingPassInformationEntry.Image.ImageURLEntry".)
    public struct ImageSource: JSONView {
        /// The object, with every member it came with.
        public var json: JSONObject

        /// Looks at an object.
        public init(json: JSONObject) { self.json = json }

        /// Makes a source.
        public init(_ url: URL, sha256: String, scale: Double? = nil, size: Int? = nil) {
            json = JSONObject()
            self.url = url
            self.sha256 = sha256
            self.scale = scale
            self.size = size
        }

        /// The address, which must be https (iOS 26).
        public var url: URL? {
            get { self["URL", "url"] }
            set { self["URL", "url"] = newValue }
        }

        /// The SHA-256 of the image, in hexadecimal; Wallet shows no image that has another (iOS 26).
        public var sha256: String? {
            get { self["SHA256", "sha256"] }
            set { self["SHA256", "sha256"] = newValue }
        }

        /// How many pixels a point has; 1 when nil (iOS 26).
        public var scale: Double? {
            get { self["scale"] }
            set { self["scale"] = newValue }
        }

        /// The size of the image, in bytes: at most 2 MiB (iOS 26).
        public var size: Int? {
            get { self["size"] }
            set { self["size"] = newValue }
        }
    }
}
