#if Server
    public import PassKitCore

    extension PassError.Code {
        /// The body of a device's request is longer than such a request ever is.
        public static let httpBodyTooLarge = Self("http.body-too-large")

        /// The device, or the pass, has as many registrations as allowed.
        public static let httpTooManyRegistrations = Self("http.too-many-registrations")

        /// Passes are not personalized here, or this one is not, or not any more.
        public static let httpNotPersonalizable = Self("http.not-personalizable")

        /// The push service refused a push for good, as when the certificate is not the one of the pass type.
        public static let enginePushRefused = Self("engine.push-refused")

        /// The push service was out of reach, or would not take a push, as often as it is tried.
        public static let enginePushFailed = Self("engine.push-failed")
    }
#endif
