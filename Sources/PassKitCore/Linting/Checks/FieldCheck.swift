/// Checks the fields on the face and on the back.
struct FieldCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        for style in pass.styles {
            let fields = pass.fields.filter { $0.style == style }
            checkGroups(style, fields, &report)
            checkKeys(style, fields, &report)
            for field in fields { FieldContentCheck(field: field, strings: pass.strings).run(&report) }
        }
    }

    private func checkGroups(_ style: PassStyle, _ fields: [LintedField], _ report: inout LintReport) {
        let shown = FaceLayout(of: style)
        for group in PassFields.Group.documented {
            let path = LintPath.root.key(style.rawValue).key(group.rawValue)
            let members = fields.filter { $0.group == group }
            if !members.isEmpty, !shown.shows(group) {
                report.add(.groupUnused, at: path, style.rawValue, group.rawValue)
            }
        }
        for limit in shown.limits {
            let members = fields.filter { limit.groups.contains($0.group) && limit.counts($0) }
            guard members.count > limit.count, let group = limit.groups.last else { continue }
            let rule: FindingRule = style == .posterGeneric ? .posterGenericTooManyFields : .tooManyFields
            let names = limit.groups.map(\.rawValue).joined(separator: " and ")
            let path = LintPath.root.key(style.rawValue).key(group.rawValue)
            let values = ["\(limit.count)", names, "\(members.count)"]
            report.add(rule, at: path, style == .posterGeneric ? values : [style.rawValue] + values)
        }
    }

    private func checkKeys(_ style: PassStyle, _ fields: [LintedField], _ report: inout LintReport) {
        var seen: Set<String> = []
        for field in fields {
            guard let key = field.json["key"]?.stringValue, !key.isEmpty else { continue }
            if !seen.insert(key).inserted {
                report.add(.fieldKeyRepeated, at: field.path.key("key"), key, style.rawValue)
            }
        }
    }
}

/// Which groups a style shows, and how many fields of them.
struct FaceLayout {
    /// At most so many fields in some groups together.
    struct Limit {
        let groups: [PassFields.Group]
        let count: Int
        /// The row that is meant, where a group has two.
        var row: Int?

        func counts(_ field: LintedField) -> Bool {
            guard let row else { return true }
            return (field.json["row"].flatMap(Int.init(jsonValue:)) ?? 0) == row
        }
    }

    let groups: [PassFields.Group]
    let limits: [Limit]

    init(of style: PassStyle) {
        let classic: [PassFields.Group] = [.header, .primary, .secondary, .auxiliary, .back]
        switch style {
        case .posterGeneric:
            groups = [.header, .primary, .footer, .back, .additionalInfo]
            limits = [
                Limit(groups: [.header], count: 1), Limit(groups: [.primary], count: 4),
                Limit(groups: [.footer], count: 1),
            ]
        case .boardingPass:
            groups = classic
            limits = [
                Limit(groups: [.header], count: 3), Limit(groups: [.primary], count: 2),
                Limit(groups: [.secondary], count: 4), Limit(groups: [.auxiliary], count: 5),
            ]
        case .eventTicket:
            groups = classic + [.additionalInfo]
            limits = [
                Limit(groups: [.header], count: 3), Limit(groups: [.primary], count: 1),
                Limit(groups: [.secondary], count: 4), Limit(groups: [.auxiliary], count: 4, row: 0),
                Limit(groups: [.auxiliary], count: 4, row: 1),
            ]
        case .coupon, .storeCard:
            groups = classic
            limits = [
                Limit(groups: [.header], count: 3), Limit(groups: [.primary], count: 1),
                Limit(groups: [.secondary, .auxiliary], count: 4),
            ]
        default:
            groups = classic
            limits = [
                Limit(groups: [.header], count: 3), Limit(groups: [.primary], count: 1),
                Limit(groups: [.secondary], count: 4), Limit(groups: [.auxiliary], count: 4),
            ]
        }
    }

    func shows(_ group: PassFields.Group) -> Bool { groups.contains(group) }
}
