extension PassDifference {
    /// A field that is not the same in both versions; fields are matched by style and key.
    public struct FieldChange: Sendable, Hashable {
        /// The field's key; empty where it has none.
        public let key: String

        /// The style whose field it is.
        public let style: PassStyle

        /// The group it stands in now, or stood in when it is gone.
        public let group: PassFields.Group

        /// The place of the field in the new pass, or in the old one when it is gone, such as
        /// `eventTicket.primaryFields[0]`.
        public let path: String

        /// The old field; nil when it is new.
        public let old: PassField?

        /// The new field; nil when it is gone.
        public let new: PassField?

        /// Whether it stands in another group than before, or in another order among the fields that were there before.
        public let isMoved: Bool

        /// What changed within the field, by the key of its member: `value`, `label`; empty for an added or removed
        /// field.
        public let members: [ValueChange]

        /// Whether the value changed, from one that was there to one that is.
        public var hasNewValue: Bool {
            guard old?.value != nil, new?.value != nil else { return false }
            return members.contains { $0.path == "value" }
        }

        /// The changes, fields that are gone last.
        static func changes(from old: Pass, to new: Pass) -> [FieldChange] {
            PassStyle.documented.flatMap { style in
                changes(style, places(in: old, style), places(in: new, style))
            }
        }

        typealias Place = (field: PassField, group: PassFields.Group, path: String)

        private static func changes(_ style: PassStyle, _ old: [Place], _ new: [Place]) -> [FieldChange] {
            var rest: [Spelling: ArraySlice<Int>] = [:]
            for (index, place) in old.enumerated() { rest[Spelling(place.field.key ?? ""), default: []].append(index) }
            let partners = new.map { rest[Spelling($0.field.key ?? "")]?.popFirst() }
            let moved = moved(partners, old, new)
            let changes = zip(new, partners).enumerated().compactMap { index, pair -> FieldChange? in
                let (place, partner) = pair
                guard let partner else { return FieldChange(style, at: place, old: nil, new: place.field) }
                let isMoved = moved.contains(index)
                let change = FieldChange(style, at: place, old: old[partner].field, new: place.field, isMoved: isMoved)
                return isMoved || !change.members.isEmpty ? change : nil
            }
            // What is left had no counterpart.
            let left = rest.values.joined().sorted().map { old[$0] }
            return changes + left.map { FieldChange(style, at: $0, old: $0.field, new: nil) }
        }

        /// Which of the new fields stand in another group than their partners, or in another order within the group.
        private static func moved(_ partners: [Int?], _ old: [Place], _ new: [Place]) -> Set<Int> {
            var moved: Set<Int> = []
            var kept: [PassFields.Group: [(index: Int, partner: Int)]] = [:]
            for (index, partner) in partners.enumerated() {
                guard let partner else { continue }
                if old[partner].group == new[index].group {
                    kept[new[index].group, default: []].append((index, partner))
                } else {
                    moved.insert(index)
                }
            }
            for pairs in kept.values {
                for (pair, partner) in zip(pairs, pairs.map(\.partner).sorted()) where pair.partner != partner {
                    moved.insert(pair.index)
                }
            }
            return moved
        }

        private init(_ style: PassStyle, at place: Place, old: PassField?, new: PassField?, isMoved: Bool = false) {
            self.key = place.field.key ?? ""
            self.style = style
            self.group = place.group
            self.path = place.path
            self.old = old
            self.new = new
            self.isMoved = isMoved
            if let old, let new {
                members = ValueChange.changes(from: old.jsonValue, to: new.jsonValue)
            } else {
                members = []
            }
        }

        /// The fields of a pass, and where they stand.
        static func places(in pass: Pass) -> [Place] { PassStyle.documented.flatMap { places(in: pass, $0) } }

        private static func places(in pass: Pass, _ style: PassStyle) -> [Place] {
            guard let fields = pass[style] else { return [] }
            return PassFields.Group.documented.flatMap { group in
                (fields.json[group.rawValue]?.arrayValue ?? []).enumerated().compactMap { index, value in
                    PassField(jsonValue: value).map { ($0, group, "\(style.rawValue).\(group.rawValue)[\(index)]") }
                }
            }
        }
    }
}
