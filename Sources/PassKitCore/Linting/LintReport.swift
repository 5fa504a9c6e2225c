/// Collects what the checks find, as far as the configuration wants it.
///
/// Of each severity only so many are kept, so that a hostile pass cannot make the list grow, and can hide no error
/// behind warnings.
struct LintReport {
    private let configuration: PassLinter.Configuration
    private var kept: [Finding.Severity: [Finding]] = [:]
    private var dropped: Set<Finding.Severity> = []

    init(_ configuration: PassLinter.Configuration) {
        self.configuration = configuration
    }

    /// The oldest system the pass is to work on.
    var target: IOSVersion? { configuration.target }

    /// Adds the finding of a rule.
    mutating func add(_ rule: FindingRule, at path: LintPath, _ values: String...) {
        add(rule, at: path, values)
    }

    /// Adds the finding of a rule.
    mutating func add(_ rule: FindingRule, at path: LintPath, _ values: [String]) {
        guard isWanted(rule) else { return }
        let severity = configuration.severities[rule.code] ?? rule.severity
        guard hasRoom(for: severity) else { return }
        var finding = rule.finding(at: path.text, values)
        finding.severity = severity
        kept[severity, default: []].append(finding)
    }

    /// Adds a finding that another check made.
    mutating func add(_ finding: Finding) {
        guard !configuration.ignoredCodes.contains(finding.code) else { return }
        var finding = finding
        finding.severity = configuration.severities[finding.code] ?? finding.severity
        // A broken entry is told by whichever check reads it first.
        let isKnown = kept[finding.severity, default: []].contains {
            $0.code == finding.code && $0.path == finding.path
        }
        guard !isKnown else { return }
        guard hasRoom(for: finding.severity) else { return }
        kept[finding.severity, default: []].append(finding)
    }

    /// Whether a finding of this rule would be kept: what is costly to find out need not be.
    func wants(_ rule: FindingRule) -> Bool {
        let severity = configuration.severities[rule.code] ?? rule.severity
        return isWanted(rule) && !dropped.contains(severity)
    }

    private func isWanted(_ rule: FindingRule) -> Bool {
        if configuration.ignoredCodes.contains(rule.code) { return false }
        guard let target = configuration.target, let before = rule.systems.before else { return true }
        return target < before
    }

    private mutating func hasRoom(for severity: Finding.Severity) -> Bool {
        guard kept[severity, default: []].count < configuration.findingLimit else {
            dropped.insert(severity)
            return false
        }
        return true
    }

    /// What was found, errors first, each severity in the order of finding.
    var findings: [Finding] {
        let severities = Finding.Severity.allCases.sorted(by: >)
        let all = severities.flatMap { kept[$0] ?? [] }
        let cuts = severities.filter(dropped.contains).map { severity in
            FindingRule.moreFindings.finding(at: "", [severity.rawValue, "\(configuration.findingLimit)"])
        }
        return all + cuts
    }
}

/// The place of a finding, spelled as ``JSONPath`` is; a file name when it begins a file other than `pass.json`.
struct LintPath {
    let text: String

    /// Whether the place is a file: keys in it are told by the message, not by the path.
    private var isFile = false

    private init(text: String) {
        self.text = text
    }

    /// The pass as a whole.
    static let root = LintPath(text: "")

    /// A file.
    static func file(_ name: String) -> LintPath {
        var path = LintPath(text: clipped(name))
        path.isFile = true
        return path
    }

    /// A member.
    func key(_ key: String) -> LintPath {
        guard !isFile else { return self }
        return LintPath(text: text.isEmpty ? Self.clipped(key) : "\(text).\(Self.clipped(key))")
    }

    /// An element.
    func index(_ index: Int) -> LintPath {
        guard !isFile else { return self }
        return LintPath(text: "\(text)[\(index)]")
    }

    /// Keys come from the pass: a long one must not make every path long.
    private static func clipped(_ name: String) -> String {
        guard name.utf8.count > 80 else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(80))) + "…"
    }
}
