#if CommandLineTool
    import PassKitCore

    /// A signing identity in files: a P12, or a certificate with its key in PEM.
    struct IdentityFile {
        /// The P12 or PEM.
        let path: String

        /// The key's PEM where it is a file of its own.
        var keyPath: String?

        /// The password of the P12 or of the key.
        var password: Password?

        /// A PEM with intermediate certificates that the file itself does not hold.
        var intermediatePath: String?

        func load() throws -> SigningIdentity {
            let bytes = try Files.read(path, limit: Files.smallFile)
            let intermediates = try intermediatePath.map { try Files.read($0, limit: Files.smallFile) } ?? []
            guard PEM.isPEM(bytes) else {
                return try SigningIdentity(pkcs12: bytes, password: password ?? "", intermediates: intermediates)
            }
            let key = try keyPath.map { try Files.read($0, limit: Files.smallFile) } ?? bytes
            return try SigningIdentity(certificate: bytes, key: key, intermediates: intermediates, password: password)
        }
    }
#endif
