extension PassDifference {
    /// A file that is not the same in both versions.
    public struct FileChange: Sendable, Hashable {
        /// How it differs.
        public enum Kind: String, Sendable, Hashable {
            /// Only the new version has it.
            case added
            /// Only the old version has it.
            case removed
            /// Its content differs.
            case changed
        }

        /// The name, such as `de.lproj/logo@2x.png`.
        public let name: String

        /// How it differs.
        public let kind: Kind

        static func changes(from old: PassArchive, to new: PassArchive) throws(PassError) -> [FileChange] {
            let names = Set((old.entries + new.entries).map(\.name))
            var changes: [FileChange] = []
            for name in names.sorted() where !Manifest.isExempt(name) {
                switch (old.entry(named: name), new.entry(named: name)) {
                case (nil, _): changes.append(FileChange(name: name, kind: .added))
                case (_, nil): changes.append(FileChange(name: name, kind: .removed))
                case (let before?, let after?):
                    // Equal sizes and CRCs are no proof: either can be had on purpose.
                    let maySame = before.crc32 == after.crc32 && before.uncompressedSize == after.uncompressedSize
                    let isSame = maySame ? try old.bytes(of: name) == new.bytes(of: name) : false
                    if !isSame {
                        changes.append(FileChange(name: name, kind: .changed))
                    }
                }
            }
            return changes
        }
    }
}
