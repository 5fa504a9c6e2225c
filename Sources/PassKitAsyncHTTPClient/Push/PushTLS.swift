#if AsyncHTTPClient
    import NIOSSL
    import PassKitCore

    /// The TLS of connections to the push service, which show the certificate that signs the passes.
    enum PushTLS {
        /// Makes what all connections with one signer's certificate share.
        /// - Parameter roots: Whom the service's certificate must lead to; nil is whom the system trusts.
        static func context(
            for signer: CMSManifestSigner,
            trusting roots: [PassCertificate]?
        ) throws(PassError) -> NIOSSLContext {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.minimumTLSVersion = .tlsv12
            // In TLS 1.3 an RSA key signs with PSS, which a key in a service of its own is not asked for.
            if signer.handshakeAlgorithms == [.rsaPKCS1SHA256] { tls.maximumTLSVersion = .tlsv12 }
            tls.applicationProtocols = ["h2"]
            tls.certificateChain = [
                .certificate(try certificate(signer.certificate)), .certificate(try certificate(signer.intermediate)),
            ]
            tls.privateKey = .privateKey(NIOSSLPrivateKey(customPrivateKey: HandshakeKey(signer: signer)))
            if let roots {
                var trusted: [NIOSSLCertificate] = []
                for root in roots { trusted.append(try certificate(root)) }
                tls.trustRoots = .certificates(trusted)
            }
            do {
                return try NIOSSLContext(configuration: tls)
            } catch {
                throw unreadable(signer.certificate, error)
            }
        }

        private static func certificate(_ certificate: PassCertificate) throws(PassError) -> NIOSSLCertificate {
            do {
                return try NIOSSLCertificate(bytes: certificate.der, format: .der)
            } catch {
                throw unreadable(certificate, error)
            }
        }

        private static func unreadable(_ certificate: PassCertificate, _ cause: any Error) -> PassError {
            PassError(
                .transportPushIdentity,
                "TLS cannot use the certificate of \(certificate.commonName ?? "no name"). Renew it.",
                cause: cause
            )
        }
    }
#endif
