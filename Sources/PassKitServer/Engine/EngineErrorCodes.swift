#if Server
    public import PassKitCore

    extension PassError.Code {
        /// The engine is shutting down and takes no requests; another instance, or this one after its restart, does.
        public static let engineShuttingDown = Self("engine.shutting-down")

        /// So many requests wait to be written, or are being uploaded, that no more are taken for now.
        public static let engineBusy = Self("engine.busy")

        /// The public address of the server is no absolute `http` or `https` URL.
        public static let enginePublicURL = Self("engine.public-url")

        /// No version of the pass was ever published here.
        public static let engineUnknownPass = Self("engine.unknown-pass")

        /// A pass could not be edited, since others kept publishing new versions of it.
        public static let engineOvertaken = Self("engine.overtaken")

        /// The store no longer has the bytes of a package it should have.
        public static let engineBytesMissing = Self("engine.bytes-missing")

        /// A message is for a channel that no transport was handed in for.
        public static let engineNoTransport = Self("engine.no-transport")

        /// Work was given up since its leases kept getting lost, as when it brings the process down.
        public static let engineLeasesLost = Self("engine.leases-lost")

        /// The store gave out the same id again and again.
        public static let engineIDsTaken = Self("engine.ids-taken")

        /// The caller may not replace passes of this type.
        public static let updateNotAuthorized = Self("update.not-authorized")

        /// A line of a holdings file is broken.
        public static let updateHoldings = Self("update.holdings")

        /// The idempotency key was used for another request.
        public static let idempotencyKeyReused = Self("idempotency.key-reused")

        /// A request with the same idempotency key is being taken right now.
        public static let idempotencyInFlight = Self("idempotency.in-flight")
    }
#endif
