/// Finds what changed in a new version, but Wallet will not take notice of, or not everywhere.
///
/// Whatever the linter says of places that changed belongs here when it says that Wallet ignores them; the rest are
/// things that only the comparison of two versions can tell.
struct IgnoredChanges {
    private let pass: Pass
    private let localizations: Localizations
    private let archive: PassArchive
    private let files: [PassDifference.FileChange]
    private let keys: [PassDifference.ValueChange]
    private let strings: [PassDifference.StringChange]

    init(
        package: PassPackage,
        archive: PassArchive,
        files: [PassDifference.FileChange],
        keys: [PassDifference.ValueChange],
        strings: [PassDifference.StringChange]
    ) {
        pass = package.pass
        localizations = package.localizations
        self.archive = archive
        self.files = files
        self.keys = keys
        self.strings = strings
    }

    func findings(for fields: [PassDifference.FieldChange]) -> [Finding] {
        var findings = lintFindings(fields)
        for file in files { judge(file, &findings) }
        for change in keys where change.new != nil { judge(change, &findings) }
        for change in fields { judge(change, &findings) }
        judgeTranslations(&findings)
        return findings
    }

    // MARK: What the linter says

    private func lintFindings(_ fields: [PassDifference.FieldChange]) -> [Finding] {
        let places = ChangedPlaces(files: files, keys: keys, fields: fields)
        let codes = Set(FindingRule.ignoring.map(\.code))
        // Whether the pass has expired and how it is signed is not looked at: only what Wallet ignores is kept.
        return PassLinter(.init(signature: .ignored)).findings(in: archive).filter { finding in
            codes.contains(finding.code) && places.contain(finding.path)
        }
    }

    // MARK: Files

    private func judge(_ file: PassDifference.FileChange, _ findings: inout [Finding]) {
        guard file.kind != .removed, PassImages.isImage(file.name), let name = PassImageName(file.name),
            name.language != nil
        else { return }
        let root = PassImages.names(in: archive).first { other in
            PassImageName(other).map { $0.slot == name.slot && $0.language == nil } ?? false
        }
        if let root {
            findings.append(FindingRule.changedHiddenImage.finding(at: file.name, [root]))
        } else if file.kind == .changed {
            findings.append(FindingRule.changedLocalizedImage.finding(at: file.name))
        }
    }

    // MARK: Keys

    private func judge(_ change: PassDifference.ValueChange, _ findings: inout [Finding]) {
        let key = String(change.path.prefix { $0 != "." && $0 != "[" })
        switch key {
        case "backgroundColor" where hasBackground:
            findings.append(hidden(key, "there is a background image"))
        case "foregroundColor", "labelColor":
            guard pass.useAutomaticColors == true else { return }
            findings.append(hidden(key, "useAutomaticColors lets Wallet choose"))
        case "barcode" where !pass.barcodes.isEmpty && !keys.contains { $0.path.hasPrefix("barcodes") }:
            findings.append(FindingRule.changedOldBarcode.finding(at: change.path))
        case "logoText":
            guard pass.eventLogoText != nil, let scheme = scheme(of: .eventTicket) else { return }
            findings.append(FindingRule.changedFallback.finding(at: change.path, [scheme.rawValue]))
        default:
            break
        }
    }

    private func hidden(_ key: String, _ reason: String) -> Finding {
        FindingRule.changedHiddenColor.finding(at: key, [key, reason])
    }

    private var hasBackground: Bool {
        pass.style == .eventTicket
            && PassImages.names(in: archive).contains { PassImageName($0)?.slot == .background }
    }

    /// The scheme by which the pass is drawn instead of by a style's fields; nil when there is none.
    private func scheme(of style: PassStyle) -> PassStyleScheme? {
        let schemes: [PassStyle: PassStyleScheme] = [
            .eventTicket: .posterEventTicket, .boardingPass: .semanticBoardingPass,
        ]
        guard let scheme = schemes[style], pass.preferredStyleSchemes.contains(scheme), pass[style] != nil else {
            return nil
        }
        return scheme
    }

    // MARK: Fields

    private func judge(_ change: PassDifference.FieldChange, _ findings: inout [Finding]) {
        guard let field = change.new else { return }
        if change.old == nil, field.changeMessage != nil {
            findings.append(FindingRule.changedNewField.finding(at: change.path))
        }
        let showsOther = field.json["attributedValue"] != nil
        if change.hasNewValue, showsOther, !change.members.contains(where: { $0.path == "attributedValue" }) {
            findings.append(FindingRule.changedHiddenValue.finding(at: change.path + ".value"))
        }
        let face: Set<PassFields.Group> = [.header, .primary, .secondary, .auxiliary]
        if face.contains(change.group), let scheme = scheme(of: change.style) {
            findings.append(FindingRule.changedFallback.finding(at: change.path, [scheme.rawValue]))
        }
    }

    // MARK: Strings

    private func judgeTranslations(_ findings: inout [Finding]) {
        let changed = Dictionary(grouping: strings.filter { $0.old != nil && $0.new != nil }, by: \.key)
        guard !changed.isEmpty else { return }
        for place in PassDifference.FieldChange.places(in: pass) where place.field.changeMessage != nil {
            guard let text = place.field.value?.text, let languages = changed[text]?.map(\.language) else { continue }
            let path = place.path + ".value"
            findings.append(FindingRule.changedTranslation.finding(at: path, [languages.joined(separator: ", ")]))
        }
    }
}

/// The places of `pass.json`, and the files, that changed.
private struct ChangedPlaces {
    /// The places themselves.
    private var places: Set<String> = []

    /// What the places lie in.
    private var surroundings: Set<String> = []

    init(
        files: [PassDifference.FileChange],
        keys: [PassDifference.ValueChange],
        fields: [PassDifference.FieldChange]
    ) {
        for file in files where file.kind != .removed { places.insert(file.name) }
        for change in keys where change.new != nil { add(change.path) }
        for field in fields where field.new != nil {
            if field.old == nil || field.isMoved { add(field.path) }
            for member in field.members where member.new != nil { add("\(field.path).\(member.path)") }
            // A message that is never shown matters when there is something to tell.
            if field.hasNewValue { add(field.path + ".changeMessage") }
        }
    }

    private mutating func add(_ path: String) {
        places.insert(path)
        for outer in Self.surroundings(of: path) where !surroundings.insert(outer).inserted { return }
    }

    /// Whether a place changed, or something in it, or something that it lies in.
    func contain(_ path: String) -> Bool {
        places.contains(path) || surroundings.contains(path)
            || Self.surroundings(of: path).contains(where: places.contains)
    }

    /// The places that a place lies in, from the inside out.
    private static func surroundings(of path: String) -> [String] {
        var paths: [String] = []
        var rest = path[...]
        while let cut = rest.lastIndex(where: { $0 == "." || $0 == "[" }) {
            rest = rest[..<cut]
            paths.append(String(rest))
        }
        return paths
    }
}
