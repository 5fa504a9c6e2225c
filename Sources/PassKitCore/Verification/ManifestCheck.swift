/// Checks the files of an archive against its manifest, both ways.
struct ManifestCheck {
    /// The bytes of the manifest, which the signature is over.
    private(set) var manifest: [UInt8]?

    /// Whether every file is listed with its hash, and every listed file is there.
    let isRight: Bool

    init(_ archive: PassArchive, _ findings: inout [Finding]) {
        let known = findings.count
        guard archive.entry(named: PassFileName.manifest) != nil else {
            findings.append(FindingRule.manifestMissing.finding(at: PassFileName.manifest))
            isRight = false
            return
        }
        do throws(PassError) {
            let bytes = try archive.bytes(of: PassFileName.manifest)
            manifest = bytes
            try Self.compare(archive, Manifest(parsing: bytes), &findings)
        } catch {
            findings.append(Finding(error, path: PassFileName.manifest))
        }
        isRight = findings.count == known
    }

    private static let missingLimit = 100

    private static func compare(_ archive: PassArchive, _ listed: Manifest, _ findings: inout [Finding]) {
        var rest = listed.hashes
        for (name, hash) in Manifest.hashes(of: archive) {
            // A dictionary takes canonically equivalent names for one; a device does not.
            guard let place = rest.index(forKey: name), rest[place].key.utf8.elementsEqual(name.utf8) else {
                findings.append(FindingRule.manifestFileUnlisted.finding(at: name))
                continue
            }
            let stated = rest.remove(at: place).value
            switch hash {
            case .success(let actual): if stated.lowercased() != actual { findings.append(mismatch(name, stated)) }
            case .failure(let error): findings.append(Finding(error, path: name))
            }
        }
        // An archive has few files, a manifest may name a hundred thousand: the first of them tell enough.
        for name in rest.keys.sorted().prefix(Self.missingLimit) {
            findings.append(FindingRule.manifestFileMissing.finding(at: name))
        }
    }

    private static func mismatch(_ name: String, _ stated: String) -> Finding {
        let isHash = stated.utf8.count == 40 && Hex.decode(stated) != nil
        let rule: FindingRule = isHash ? .manifestHashMismatch : .manifestHashMalformed
        return rule.finding(at: name)
    }
}
