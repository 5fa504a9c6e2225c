/// Finds entries by name, and keeps out names that some systems take for the same, or for a file and a folder.
///
/// The tables are Swift's own, whose hashes are seeded anew in every process: no choice of names makes them slow.
struct ArchiveIndex: Sendable {
    private var places: [String: Int] = [:]
    /// The names beyond ASCII as they stand: folding case can part two that differ in normalisation only.
    private var spellings: Set<String> = []
    /// How many entries are, or lie in, each folder; counted when the first entry is added.
    private var folders: [String: Int]?

    init() {}

    /// Indexes the names of an archive; each one's place is that in the array.
    init(_ records: [CentralRecord]) throws(PassError) {
        places.reserveCapacity(records.count)
        for place in records.indices {
            let name = records[place].name
            let isTaken = places.updateValue(place, forKey: name.key) != nil
            guard !isTaken, takeSpelling(name.text) else { throw Self.error(records[place].name.text) }
        }
        // No table of folders: in a hostile archive each name can lie in dozens.
        for place in records.indices where records[place].name.hasFolders {
            let isTaken = Self.folders(of: records[place].name.key).contains { places[$0] != nil }
            guard !isTaken else { throw Self.error(records[place].name.text) }
        }
    }

    var count: Int { places.count }

    /// Where the entry stands whose name is this one, but for case and normalisation.
    func place(of name: String) -> Int? { places[ArchiveName.key(name)] }

    /// Adds a name.
    mutating func insert(_ name: String, at place: Int) throws(PassError) {
        let key = ArchiveName.key(name)
        let parents = Self.folders(of: key)
        var folders = takeFolders()
        defer { self.folders = folders }
        guard
            places[key] == nil, folders[key] == nil, parents.allSatisfy({ places[$0] == nil })
        else { throw Self.error(name) }
        guard takeSpelling(name) else { throw Self.error(name) }
        places[key] = place
        for folder in parents { folders[folder, default: 0] += 1 }
    }

    /// Takes a name out.
    mutating func remove(_ name: String) {
        let key = ArchiveName.key(name)
        guard places.removeValue(forKey: key) != nil else { return }
        spellings.remove(name)
        guard folders != nil else { return }
        for folder in Self.folders(of: key) {
            folders?[folder, default: 1] -= 1
            if folders?[folder] == 0 { folders?[folder] = nil }
        }
    }

    /// Notes a name beyond ASCII; false when one that is canonically equivalent is there.
    private mutating func takeSpelling(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0 < 0x80 } || spellings.insert(name).inserted
    }

    /// The table of folders, made when it is not there yet, and moved out so that changing it copies nothing.
    private mutating func takeFolders() -> [String: Int] {
        defer { folders = nil }
        if let folders { return folders }
        return places.keys.reduce(into: [:]) { counts, key in
            for folder in Self.folders(of: key) { counts[folder, default: 0] += 1 }
        }
    }

    /// The folders a name lies in, `a` and `a/b` for `a/b/c`; a folder counts as lying in itself.
    private static func folders(of key: String) -> [String] {
        guard key.utf8.contains(UInt8(ascii: "/")) else { return [] }
        return key.utf8.indices.filter { key.utf8[$0] == UInt8(ascii: "/") }.map { String(key[..<$0]) }
    }

    private static func error(_ name: String) -> PassError {
        PassError(
            .archiveDuplicateName,
            "The name \"\(name)\" is there twice, or as a file and a folder, or differs from another name only in case "
                + "or normalisation. Keep one of the two."
        )
    }
}
