/// A manifest in which one hash is left open: that of `pass.json`, which differs from pass to pass.
struct ManifestTemplate: Sendable {
    private let before: [UInt8]
    private let after: [UInt8]
    private let deflatedBefore: [UInt8]
    private let deflatedAfter: [UInt8]

    /// Leaves the hash of one file open.
    /// - Throws: ``PassError`` without memory.
    init(_ manifest: Manifest, openFor name: String) throws(PassError) {
        // An unescaped quote stands only around keys and values, so that this key cannot be part of a name.
        let blank = String(repeating: " ", count: 40)
        var open = manifest
        open.hashes[name] = blank
        let bytes = open.bytes()
        let key = JSONValue.string(name).bytes() + Array(":\"".utf8)
        guard let place = bytes.firstRange(of: key + Array(blank.utf8))?.upperBound else {
            throw PassError(.signingManifest, "The manifest has no place for \(name).")
        }
        before = Array(bytes[..<(place - 40)])
        after = Array(bytes[place...])
        guard let deflatedBefore = Deflate.part(before) else { throw Deflate.memoryError() }
        self.deflatedBefore = deflatedBefore
        var end = try Deflate.compress(after, level: 9) ?? []
        if end.isEmpty { Deflate.appendStoredBlock(after[...], isFinal: true, to: &end) }
        deflatedAfter = end
    }

    /// The manifest with the hash filled in, as it is and as a deflate stream.
    ///
    /// Of the stream only the hash is new, and that is random: it stands in it as it is.
    func filled(with hash: [UInt8]) -> (bytes: [UInt8], deflated: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(before.count + hash.count + after.count)
        bytes += before
        bytes += hash
        bytes += after
        var deflated: [UInt8] = []
        deflated.reserveCapacity(
            deflatedBefore.count + hash.count + Deflate.storedBlockOverhead + deflatedAfter.count
        )
        deflated += deflatedBefore
        Deflate.appendStoredBlock(hash[...], isFinal: false, to: &deflated)
        deflated += deflatedAfter
        return (bytes, deflated)
    }
}
