extension PassDifference {
    /// An entry of a strings file that is not the same in both versions.
    public struct StringChange: Sendable, Hashable {
        /// The language, such as `de`.
        public let language: String

        /// The key, which stands in `pass.json`.
        public let key: String

        /// The old text; nil when it was not there.
        public let old: String?

        /// The new text; nil when it is gone.
        public let new: String?

        /// The changes; strings that cannot be read count as none.
        static func changes(from old: Localizations, to new: Localizations) -> [StringChange] {
            var changes: [StringChange] = []
            for language in Set(old.languages + new.languages).sorted() {
                let before = old[language]?.translations ?? [:]
                let after = new[language]?.translations ?? [:]
                for key in Set(before.keys).union(after.keys).sorted() where before[key] != after[key] {
                    changes.append(StringChange(language: language, key: key, old: before[key], new: after[key]))
                }
            }
            return changes
        }
    }
}

extension PassStrings {
    /// The texts by key; of a key that is there twice the last one.
    var translations: [String: String] {
        var translations: [String: String] = [:]
        for case .entry(let key, let value, _) in pieces { translations[key] = value }
        return translations
    }
}
