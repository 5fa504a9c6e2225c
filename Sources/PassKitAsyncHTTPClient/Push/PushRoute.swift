#if AsyncHTTPClient
    import NIOCore

    /// The way to the push service: where it is, and how long to wait for it.
    struct PushRoute: Sendable {
        let host: String
        let port: Int
        /// What the requests name: the port only where it is not that of https.
        let authority: String
        /// What the service's certificate must name; nil for an address, which TLS checks by itself.
        let serverName: String?
        let timeout: TimeAmount
        let connectTimeout: TimeAmount
        let idleTimeout: TimeAmount
        let maximumAge: TimeAmount

        init(_ configuration: APNsTransport.Configuration) {
            host = configuration.host
            port = configuration.port
            let isAddress = (try? SocketAddress(ipAddress: host, port: port)) != nil
            serverName = isAddress ? nil : host
            // An IPv6 address stands in brackets (RFC 3986 section 3.2.2).
            let name = isAddress && host.contains(":") ? "[\(host)]" : host
            authority = port == 443 ? name : "\(name):\(port)"
            timeout = TimeAmount(configuration.timeout)
            connectTimeout = TimeAmount(configuration.connectTimeout)
            idleTimeout = max(TimeAmount(configuration.idleTimeout), .milliseconds(1))
            maximumAge = TimeAmount(configuration.maximumConnectionAge)
        }
    }
#endif
