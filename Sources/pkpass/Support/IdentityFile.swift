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
            let intermediates = try Self.intermediates(intermediatePath)
            guard PEM.isPEM(bytes) else {
                return try Self.explaining(path, key: nil, password) {
                    try SigningIdentity(pkcs12: bytes, password: password ?? "", intermediates: intermediates)
                }
            }
            guard keyPath != nil || PEM.holdsKey(bytes) else {
                throw PassError(.signingKeyUnreadable, "\(path) holds no private key. Name the file that does: --key.")
            }
            let key = try keyPath.map { try Files.read($0, limit: Files.smallFile) } ?? bytes
            return try Self.explaining(path, key: keyPath, password) {
                try SigningIdentity(certificate: bytes, key: key, intermediates: intermediates, password: password)
            }
        }

        /// The bytes of a file with intermediate certificates, none when no file is named.
        static func intermediates(_ path: String?) throws -> [UInt8] {
            guard let path else { return [] }
            let bytes = try Files.read(path, limit: Files.smallFile)
            _ = try Files.named(path) { try PassCertificate.all(in: bytes) }
            return bytes
        }

        /// Opens an identity; what is wrong is said with the file, and a missing password with the option for it.
        static func explaining<Value>(
            _ path: String,
            key: String?,
            _ password: Password?,
            _ body: () throws -> Value
        ) throws -> Value {
            do {
                return try body()
            } catch let error as PassError {
                throw explanation(error, path, key: key, password)
            }
        }

        /// The error as `explaining` gives it.
        static func explanation(
            _ error: PassError,
            _ path: String,
            key: String?,
            _ password: Password?
        ) -> PassError {
            let codes: [PassError.Code] = [.signingPasswordNeeded, .signingWrongPassword, .signingKeyUnreadable]
            let place = codes.contains(error.code) ? key ?? path : path
            // A P12 without a password opens with an empty one, so only that the empty one is wrong shows.
            let isNeeded =
                error.code == .signingPasswordNeeded || (error.code == .signingWrongPassword && password == nil)
            guard isNeeded else { return error.about(place) }
            return PassError(
                .signingPasswordNeeded,
                "\(place) is encrypted. Name the variable with its password: --password-env.",
                cause: error
            )
        }
    }
#endif
