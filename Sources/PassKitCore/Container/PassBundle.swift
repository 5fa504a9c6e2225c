/// Several passes in one file: a `.pkpasses`, which Safari offers to add all at once.
///
/// A bundle is a ZIP archive of at most ten finished `.pkpass` files and 150 MB.
/// (Apple, Wallet Passes, "Distributing and updating a pass".)
public struct PassBundle: Sendable {
    /// One pass of a bundle.
    public struct Item: Sendable, Hashable {
        /// The file name, which ends in `.pkpass`.
        public var name: String
        /// The bytes of the `.pkpass`.
        public var bytes: [UInt8]

        /// Makes an item.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The most passes a bundle may hold.
    public static let maximumCount = 10

    /// The passes, in order.
    public var passes: [Item]

    /// Makes a bundle.
    public init(passes: [Item]) {
        self.passes = passes
    }

    /// Whether an archive holds passes rather than being one.
    public static func isBundle(_ archive: PassArchive) -> Bool {
        let names = archive.entries.map(\.name)
        return !names.contains(PassFileName.pass) && names.contains { isPass($0) }
    }

    /// Opens a bundle.
    /// - Throws: ``PassError`` of the archive; ``PassError/Code/archiveBundle`` when it holds anything but passes,
    ///   none, or more than ten.
    public init(reading bytes: some Collection<UInt8>, limits: ArchiveLimits = .bundle) throws(PassError) {
        try self.init(PassArchive(reading: bytes, limits: limits))
    }

    /// Opens a bundle from its archive.
    /// - Throws: as ``init(reading:limits:)``.
    public init(_ archive: PassArchive) throws(PassError) {
        let names = archive.entries.map(\.name)
        try Self.check(names)
        passes = []
        for name in names { passes.append(Item(name: name, bytes: try archive.bytes(of: name))) }
    }

    /// The bundle's bytes: a ZIP archive that stores the passes, which are compressed already.
    /// - Throws: ``PassError`` with ``PassError/Code/archiveBundle`` or of the archive, for instance for a name that is
    ///   there twice.
    public func bytes() throws(PassError) -> [UInt8] {
        try Self.check(passes.map(\.name))
        var archive = PassArchive(leadingNames: passes.map(\.name), limits: .bundle)
        for pass in passes {
            guard archive.entry(named: pass.name) == nil else {
                throw PassError(
                    .archiveDuplicateName,
                    "The bundle holds two passes named \"\(pass.name)\". Give each its own name."
                )
            }
            try archive.set(pass.bytes, for: pass.name)
        }
        let bytes = archive.bytes()
        guard bytes.count <= ArchiveLimits.bundle.archiveSize else {
            throw PassError(.archiveOverLimit, "The bundle is larger than the 150 MB Apple allows. Make two of it.")
        }
        return bytes
    }

    private static func isPass(_ name: String) -> Bool {
        name.hasSuffix(".pkpass") && !name.contains("/")
    }

    private static func check(_ names: [String]) throws(PassError) {
        guard names.allSatisfy(isPass) else {
            throw PassError(
                .archiveBundle,
                "A bundle holds .pkpass files at its root and nothing else. Is it a single pass, or another archive?"
            )
        }
        guard !names.isEmpty, names.count <= maximumCount else {
            throw PassError(
                .archiveBundle,
                "A bundle holds one to \(maximumCount) passes, not \(names.count). Make several bundles."
            )
        }
    }
}
