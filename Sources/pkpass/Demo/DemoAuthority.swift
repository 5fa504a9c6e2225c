#if CommandLineTool
    import PassKitCore
    import PassKitTesting

    /// A throw-away authority as a folder of files, as `demo` and `authority` leave it.
    enum DemoAuthority {
        static func make(
            in directory: String,
            type: String = SamplePass.passTypeIdentifier,
            team: String = SamplePass.teamIdentifier,
            password: String = "test"
        ) throws -> TestAuthority {
            let authority = try TestAuthority(passTypeIdentifier: type, teamIdentifier: team)
            try Files.makeFolder(directory)
            for (name, bytes) in try files(of: authority, password: password) {
                let isSecret = name.hasSuffix(".key") || name.hasSuffix(".p12")
                try (isSecret ? Files.writeSecret : Files.write)(bytes, "\(directory)/\(name)")
            }
            return authority
        }

        static let names = ["ca.pem", "intermediate.pem", "pass.pem", "pass.key", "pass.p12"]

        private static func files(of authority: TestAuthority, password: String) throws -> [(String, [UInt8])] {
            let contents = [
                authority.rootPEM, authority.intermediatePEM,
                // With its issuer behind it, so that the file is all that signing needs beside the key.
                authority.certificatePEM + authority.intermediatePEM, authority.privateKeyPEM,
                try authority.pkcs12(password: password),
            ]
            return Array(zip(names, contents))
        }
    }
#endif
