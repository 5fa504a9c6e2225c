#if CommandLineTool
    import PassKitCore

    /// A file named on the command line, as the archives of the passes in it: one for a pass, several for a bundle.
    struct OpenedFile {
        let archives: [(name: String, archive: PassArchive)]
        let isBundle: Bool

        init(reading path: String) throws {
            let bytes = try Files.read(path, limit: ArchiveLimits.bundle.archiveSize)
            if let archive = try Files.named(path, { try Self.single(bytes) }) {
                archives = [(path, archive)]
                isBundle = false
            } else {
                archives = try Files.named(path) {
                    try PassBundle(reading: bytes).passes.map { item in
                        (name: item.name, archive: try Files.named(item.name) { try PassArchive(reading: item.bytes) })
                    }
                }
                isBundle = true
            }
        }

        /// The archive of a pass; nil when the bytes are a bundle.
        static func single(_ bytes: [UInt8]) throws(PassError) -> PassArchive? {
            do throws(PassError) {
                let archive = try PassArchive(reading: bytes)
                return PassBundle.isBundle(archive) ? nil : archive
            } catch {
                guard error.code == .archiveIsBundle else { throw error }
                return nil
            }
        }
    }

    extension PassPackage {
        /// Opens what is named on the command line: a `.pkpass`, or the folder of a pass.
        init(at path: String) throws {
            self = try Files.named(path) {
                try Files.isFolder(path) ? PassFolder.package(at: path) : PassPackage(reading: Files.read(path))
            }
        }
    }
#endif
