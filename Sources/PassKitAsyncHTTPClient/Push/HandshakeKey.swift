#if AsyncHTTPClient
    import NIOCore
    import NIOSSL
    import PassKitCore

    /// Lets NIO's TLS sign a handshake with a signer's key, wherever that is; the key's bytes never come here.
    struct HandshakeKey: NIOSSLCustomPrivateKey, Hashable {
        let signer: CMSManifestSigner

        var signatureAlgorithms: [NIOSSL.SignatureAlgorithm] { signer.handshakeAlgorithms.map(\.tls) }

        func sign(
            channel: any Channel,
            algorithm: NIOSSL.SignatureAlgorithm,
            data: ByteBuffer
        ) -> EventLoopFuture<ByteBuffer> {
            guard let choice = signer.handshakeAlgorithms.first(where: { $0.tls == algorithm }) else {
                return channel.eventLoop.makeFailedFuture(NoSuchAlgorithm())
            }
            let bytes = Array(data.readableBytesView)
            if signer.isInProcess {
                // Below a millisecond, once a connection.
                return channel.eventLoop.makeCompletedFuture {
                    ByteBuffer(bytes: try signer.handshakeSignatureInProcess(over: bytes, by: choice))
                }
            }
            let promise = channel.eventLoop.makePromise(of: ByteBuffer.self)
            let task = promise.completeWithTask {
                ByteBuffer(bytes: try await signer.handshakeSignature(over: bytes, by: choice))
            }
            // The key is asked no longer than anybody wants the answer.
            channel.closeFuture.whenComplete { _ in task.cancel() }
            return promise.futureResult
        }

        /// Needed for key exchange by RSA decryption only, which a client never does.
        func decrypt(channel: any Channel, data: ByteBuffer) -> EventLoopFuture<ByteBuffer> {
            channel.eventLoop.makeFailedFuture(NoSuchAlgorithm())
        }

        static func == (left: HandshakeKey, right: HandshakeKey) -> Bool {
            left.signer.certificate == right.signer.certificate
        }

        func hash(into hasher: inout Hasher) { hasher.combine(signer.certificate) }

        struct NoSuchAlgorithm: Error {}
    }

    extension HandshakeAlgorithm {
        fileprivate var tls: NIOSSL.SignatureAlgorithm {
            switch self {
            case .rsaPSSSHA256: .rsaPssRsaeSha256
            case .rsaPKCS1SHA256: .rsaPkcs1Sha256
            case .ecdsaP256SHA256: .ecdsaSecp256R1Sha256
            }
        }
    }
#endif
