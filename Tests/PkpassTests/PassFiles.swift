#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting

    /// A folder with passes and an identity, for tests of the commands that read and write them.
    struct PassFiles {
        let folder: URL
        let authority: TestAuthority

        /// Makes the folder, hands it to the closure, and removes it.
        static func with(_ body: (PassFiles) throws -> Void) throws {
            try withTemporaryFolder { folder in
                try body(PassFiles(folder: folder, authority: TestAuthority()))
            }
        }

        /// The path of a file in the folder.
        func path(_ name: String) -> String { folder.appending(path: name).path }

        /// Writes a file and returns its path.
        @discardableResult
        func write(_ bytes: [UInt8], _ name: String) throws -> String {
            try Data(bytes).write(to: folder.appending(path: name))
            return path(name)
        }

        /// The bytes of a file.
        func read(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: folder.appending(path: name))) }

        /// The sample pass, changed, as a folder; returns its path.
        func passFolder(_ name: String = "Ticket.pass", _ edit: (inout Pass) -> Void = { _ in }) throws -> String {
            var package = try SamplePass.package()
            edit(&package.pass)
            try PassFolder.write(package, to: path(name))
            return path(name)
        }

        /// The sample pass, changed and signed, as a file; returns its path.
        func signedPass(
            _ name: String = "ticket.pkpass",
            serial: String = "E-1029",
            _ edit: (inout PassPackage) throws -> Void = { _ in }
        ) throws -> String {
            var package = try SamplePass.package(serial: serial)
            try edit(&package)
            var archive = try package.archive()
            let manifest = try Manifest(of: archive).bytes()
            try archive.set(manifest, for: "manifest.json")
            try archive.set(authority.signer().signatureInProcess(for: manifest, at: .now), for: "signature")
            return try write(archive.bytes(), name)
        }

        /// The identity of the authority as PEM: its certificate, its key and the intermediate; returns its path.
        func identity() throws -> String {
            try write(authority.certificatePEM + authority.privateKeyPEM + authority.intermediatePEM, "identity.pem")
        }

        /// The root of the authority as PEM; returns its path.
        func anchor() throws -> String { try write(authority.rootPEM, "root.pem") }
    }
#endif
