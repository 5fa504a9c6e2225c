#if AsyncHTTPClient
    import NIOSSL
    import PassKitCore

    /// Why there is no answer to a push.
    enum PushFault {
        /// The service did not answer in time.
        static func timeout() -> PassError {
            PassError(
                .transportTimeout,
                "The push service did not answer in time. Push again; when this goes on, check that this machine reaches it."
            )
        }

        /// The transport was shut down.
        static func shutDown() -> PassError {
            PassError(.transportPushConnection, "The push transport is shut down. Push with one that is not.")
        }

        /// The service sends every connection away.
        static func sentAway(_ route: PushRoute) -> PassError {
            PassError(
                .transportPushConnection,
                "\(route.host) takes no pushes on connections it has just accepted. Push again later."
            )
        }

        /// The connection ended, or could not be opened.
        static func connection(
            _ route: PushRoute,
            _ type: String?,
            _ cause: (any Error)?,
            wasOpen: Bool = false
        ) -> PassError {
            if let error = cause as? PassError { return error }
            guard let cause else { return ended(route, nil) }
            // The library says what kind of TLS failure it is in the text only.
            let text = String(describing: cause)
            if cause is NIOSSLExtraError || text.contains("CERTIFICATE_VERIFY_FAILED") {
                return PassError(
                    .transportPushConnection,
                    "\(route.host) shows a certificate that is not its own, or that this machine does not trust. Let no "
                        + "proxy end the TLS connection, and update this machine's roots.",
                    cause: cause
                )
            }
            if text.contains("_ALERT_") {
                return PassError(
                    .transportPushCertificate,
                    "\(route.host) does not take the certificate for \(type ?? "no pass type"); the cause says why. Renew "
                        + "it at Apple, or use the one that signs these passes.",
                    cause: cause
                )
            }
            if wasOpen { return ended(route, cause) }
            // Apple's service listens at both; one of the user's own only where it was said to.
            let isApple = route.port == 443 || route.port == 2197
            return PassError(
                .transportPushConnection,
                "There is no connection to \(route.host), port \(route.port); the cause says why. Let this machine reach "
                    + "it\(isApple ? " on port 443 or 2197" : "").",
                cause: cause
            )
        }

        private static func ended(_ route: PushRoute, _ cause: (any Error)?) -> PassError {
            PassError(
                .transportPushConnection,
                "The connection to \(route.host) ended before the answer. Push again.",
                cause: cause
            )
        }

        /// What answers is no push service.
        static func noHTTP2(_ route: PushRoute) -> PassError {
            PassError(
                .transportPushProtocol,
                "\(route.host) does not speak HTTP/2. Let no proxy in between end the TLS connection."
            )
        }
    }
#endif
