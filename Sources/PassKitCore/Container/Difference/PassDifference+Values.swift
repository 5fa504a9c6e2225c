extension PassDifference {
    /// A value in JSON that is not the same in both versions.
    public struct ValueChange: Sendable, Hashable {
        /// The path, such as `barcodes[0].message`; keys of more than 80 bytes are cut in it.
        public let path: String

        /// The old value; nil when it was not there.
        public let old: JSONValue?

        /// The new value; nil when it is gone.
        public let new: JSONValue?

        /// Below so many steps values are compared as wholes: passes are flat, and paths stay short.
        private static let deepest = 16

        private typealias Pair = (path: LintPath, old: JSONValue?, new: JSONValue?, depth: Int)

        /// What changed in a pass outside of its groups of fields.
        static func keyChanges(from old: Pass, to new: Pass) -> [ValueChange] {
            changes(from: withoutFields(old), to: withoutFields(new))
        }

        /// What changed between two values: the deepest places at which they differ.
        ///
        /// The order of keys does not count, nor does the spelling of a number.
        static func changes(from old: JSONValue, to new: JSONValue) -> [ValueChange] {
            var changes: [ValueChange] = []
            var pending: [Pair] = [(.root, old, new, 0)]
            while let next = pending.popLast() {
                if let children = children(next) {
                    pending += children.reversed()
                } else if !isSame(next.old, next.new) {
                    changes.append(ValueChange(path: next.path.text, old: next.old, new: next.new))
                }
            }
            return changes
        }

        /// The pairs to compare inside of two objects or two arrays; nil where the values are compared themselves.
        private static func children(_ pair: Pair) -> [Pair]? {
            guard pair.depth < deepest else { return nil }
            let depth = pair.depth + 1
            switch (pair.old, pair.new) {
            case (.object(let old), .object(let new)):
                let (before, after) = (values(old), values(new))
                let added = new.keys.filter { before[Spelling($0)] == nil }
                return (old.keys + added).map { key in
                    (pair.path.key(key), before[Spelling(key)], after[Spelling(key)], depth)
                }
            case (.array(let old), .array(let new)):
                return (0..<max(old.count, new.count)).map { index in
                    // Not `nil` for short: of two values that would be JSON's null.
                    let before = old.indices.contains(index) ? old[index] : JSONValue?.none
                    let after = new.indices.contains(index) ? new[index] : JSONValue?.none
                    return (pair.path.index(index), before, after, depth)
                }
            default:
                return nil
            }
        }

        /// The members by their keys: an object walks its members for each, and some have a hundred thousand.
        private static func values(_ object: JSONObject) -> [Spelling: JSONValue] {
            Dictionary(object.members.map { (Spelling($0.key), $0.value) }) { first, _ in first }
        }

        private static func isSame(_ old: JSONValue?, _ new: JSONValue?) -> Bool {
            guard case .number(let old) = old, case .number(let new) = new else { return old == new }
            if old == new { return true }
            // Large integers are told apart by their digits: as doubles some of them are equal.
            if let old = old.int64, let new = new.int64 { return old == new }
            return old.double == new.double && old.double.isFinite
        }

        /// The pass without its fields, which are compared one by one; what stands among them and is no field stays.
        private static func withoutFields(_ pass: Pass) -> JSONValue {
            var json = pass.json
            for style in PassStyle.documented {
                guard var fields = json[style.rawValue]?.objectValue else { continue }
                for group in PassFields.Group.documented {
                    guard let elements = fields[group.rawValue]?.arrayValue else { continue }
                    let others = elements.filter { $0.objectValue == nil }
                    fields[group.rawValue] = others.isEmpty ? nil : .array(others)
                }
                json[style.rawValue] = .object(fields)
            }
            return .object(json)
        }
    }
}
