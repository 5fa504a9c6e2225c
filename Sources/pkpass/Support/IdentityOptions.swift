#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    /// The identity of a command that signs, or pushes for, one pass.
    struct IdentityOptions: ParsableArguments {
        @Option(help: "The P12 or PEM with the signing identity.")
        var identity: String

        @Option(help: "The PEM of the key, where it is not in the identity's own.")
        var key: String?

        @Option(help: "A PEM with intermediate certificates that the identity does not hold.")
        var intermediate: String?

        @Option(help: "The variable with the password of the identity.")
        var passwordEnv: String?

        /// A signer with the identity.
        func signer() throws -> CMSManifestSigner {
            let password = try Environment.secret(passwordEnv).map { Password($0) }
            let file = IdentityFile(path: identity, keyPath: key, password: password, intermediatePath: intermediate)
            return try CMSManifestSigner(file.load())
        }
    }
#endif
