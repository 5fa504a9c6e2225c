#if AsyncHTTPClient
    public import PassKitCore

    extension APNsTransport {
        /// Where and how pushes go.
        public struct Configuration: Sendable {
            /// The host of the push service: the production one, since passes know no other.
            public var host: String

            /// Its port: 443, or 2197 where a firewall lets only that through.
            public var port: Int

            /// Whom the host's certificate must lead to; nil, which all but tests want, is whom the system trusts.
            public var trustedRoots: [PassCertificate]?

            /// How many pushes may be under way for one certificate at one time; further ones wait.
            ///
            /// Apple says not to count on a number of streams; those beyond what the service allows wait, too.
            public var concurrency: Int

            /// How long one push may take, from when it is let through; opening the connection counts.
            public var timeout: Duration

            /// How long opening a connection may take: as much for TCP, and as much again until the service has said
            /// hello in HTTP/2.
            public var connectTimeout: Duration

            /// How long a connection stays open without pushes, about.
            ///
            /// Shorter than what firewalls and address translators along the way forget a connection after.
            public var idleTimeout: Duration

            /// How old a connection may be when it takes another push.
            ///
            /// Now and then a new one, so that pushes follow the service when it moves its names to other machines.
            public var maximumConnectionAge: Duration

            /// How long the service keeps a push for a device that is offline, unless the push itself says.
            ///
            /// A week: the device is away for a weekend and learns of the newest version when it is back. A push says
            /// nothing of its own, so a late one does no harm; the service keeps one a device. (Apple, User
            /// Notifications, "Sending notification requests to APNs": 30 days at most.)
            public var lifetime: Duration

            /// Makes a configuration.
            public init(
                host: String = "api.push.apple.com",
                port: Int = 443,
                trustedRoots: [PassCertificate]? = nil,
                concurrency: Int = 100,
                timeout: Duration = .seconds(30),
                connectTimeout: Duration = .seconds(10),
                idleTimeout: Duration = .seconds(180),
                maximumConnectionAge: Duration = .seconds(3600),
                lifetime: Duration = .seconds(7 * 86_400)
            ) {
                self.host = host
                self.port = port
                self.trustedRoots = trustedRoots
                self.concurrency = concurrency
                self.timeout = timeout
                self.connectTimeout = connectTimeout
                self.idleTimeout = idleTimeout
                self.maximumConnectionAge = maximumConnectionAge
                self.lifetime = lifetime
            }
        }
    }
#endif
