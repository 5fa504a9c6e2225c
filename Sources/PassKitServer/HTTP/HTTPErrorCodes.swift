#if Server
    public import PassKitCore

    extension PassError.Code {
        /// Nothing is served at that path.
        public static let httpNotFound = Self("http.not-found")

        /// The path is served, but not with that method.
        public static let httpMethodNotAllowed = Self("http.method-not-allowed")

        /// The request bears no credentials, or not the right ones.
        public static let httpUnauthorized = Self("http.unauthorized")

        /// The caller may not do this.
        public static let httpForbidden = Self("http.forbidden")

        /// A parameter of the path or the query, or a header, is broken.
        public static let httpParameter = Self("http.parameter")

        /// The body came too slowly, or broke off.
        public static let httpBody = Self("http.body")

        /// The caller sends too many requests.
        public static let httpRateLimited = Self("http.rate-limited")
    }
#endif
