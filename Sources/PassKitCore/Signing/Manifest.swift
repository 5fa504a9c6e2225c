/// The list of a pass's files with their SHA-1: `manifest.json`.
///
/// Keys are paths relative to the root; the manifest and the signature themselves are not in it. SHA-1 is what Apple's
/// format demands (Apple, "Building a pass"); the signature over the manifest uses SHA-256.
public struct Manifest: Sendable, Hashable {
    /// The SHA-1 of each file, as it is written: 40 hexadecimal digits in a manifest that is right.
    public var hashes: [String: String]

    /// A manifest of the hashes given.
    public init(hashes: [String: String] = [:]) {
        self.hashes = hashes
    }

    /// Hashes every file of an archive.
    /// - Throws: ``PassError`` of the archive when an entry is broken.
    public init(of archive: PassArchive) throws(PassError) {
        self.init()
        for (name, hash) in Self.hashes(of: archive) { hashes[name] = try hash.get() }
    }

    /// Reads the bytes of a manifest.
    ///
    /// The hashes are taken as they stand; the verifier judges them.
    /// - Throws: ``PassError`` with ``PassError/Code/signingManifest`` when it is no object of strings, or of the JSON:
    ///   a repeated key is refused.
    public init(parsing bytes: some Collection<UInt8>) throws(PassError) {
        guard let members = try JSONValue(parsing: bytes, limits: .pass).objectValue?.members else {
            throw Self.unreadable()
        }
        self.init()
        for member in members {
            guard let hash = member.value.stringValue else { throw Self.unreadable() }
            // Canonically equivalent names are one key to a dictionary, though not to JSON.
            guard hashes.updateValue(hash, forKey: member.key) == nil else {
                throw PassError(.jsonDuplicateKey, "manifest.json names a file twice. Write it anew.")
            }
        }
    }

    /// The bytes of `manifest.json`: names sorted, compact.
    public func bytes() -> [UInt8] {
        let sorted = hashes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let members = sorted.map { JSONObject.Member(key: $0.key, value: .string($0.value)) }
        return JSONValue.object(JSONObject(uncheckedMembers: members)).bytes()
    }

    /// The SHA-1 of every file that belongs into a manifest, in 40 lowercase hexadecimal digits, or why it has none.
    static func hashes(of archive: PassArchive) -> [(name: String, hash: Result<String, PassError>)] {
        let slots = archive.orderedSlots.filter { !$0.isFolder && !isExempt($0.name) }
        var hashes: [(name: String, hash: Result<String, PassError>)] = []
        hashes.reserveCapacity(slots.count)
        // Several at a time, but not all: what is compressed is in memory meanwhile.
        for start in stride(from: 0, to: slots.count, by: Digest.batchSize) {
            let batch = slots[start..<min(start + Digest.batchSize, slots.count)]
            hashes += Self.hashes(of: batch, in: archive)
        }
        return hashes
    }

    private static func hashes(
        of slots: ArraySlice<ArchiveSlot>,
        in archive: PassArchive
    ) -> [(name: String, hash: Result<String, PassError>)] {
        let contents = slots.map { slot in
            Result { () throws(PassError) in try archive.content(of: slot) }
        }
        let digests = Result { () throws(PassError) in
            try Digest.sha1(contents.map { (try? $0.get()) ?? [] })
        }
        return zip(slots, contents).enumerated().map { index, pair in
            (pair.0.name, pair.1.flatMap { _ in digests.map { Hex.encode($0[index]) } })
        }
    }

    /// Whether a file is left out of every manifest.
    package static func isExempt(_ name: String) -> Bool {
        name == PassFileName.manifest || name == PassFileName.signature
    }

    private static func unreadable() -> PassError {
        PassError(
            .signingManifest,
            "manifest.json is not an object that gives each file's SHA-1 as a string. Sign the pass anew."
        )
    }
}
