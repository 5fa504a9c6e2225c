/// What a finding code stands for: how much it matters, why, and how to mend it.
///
/// The rules are data: `Docs/Findings.md` is written from them, `pkpass explain` prints them, and a check that finds
/// something takes its texts from them.
public struct FindingRule: Hashable, Sendable {
    /// The stable code, such as `lint.barcode.message-encoding-missing`.
    public let code: Finding.Code

    /// How much it matters.
    public let severity: Finding.Severity

    /// The numbers of the rules in `Docs/Findings.md` that it belongs to; none for what the house adds to them.
    public let numbers: [Int]

    /// What is wrong, with names in braces where a finding has values.
    ///
    /// For example `Wallet knows no barcode format "{value}".`
    public let message: String

    /// Why it matters: what Wallet, or somebody's device, makes of it.
    public let reason: String

    /// How to mend it.
    public let remedy: String

    /// Where the rule comes from; empty when the house made it.
    public let source: String

    /// The systems on which it matters.
    public let systems: IOSVersionRange

    /// Makes a rule.
    init(
        _ code: String,
        _ severity: Finding.Severity,
        rule numbers: Int...,
        message: String,
        why reason: String,
        mend remedy: String,
        source: String = "",
        systems: IOSVersionRange = .all
    ) {
        self.code = Finding.Code(code)
        self.severity = severity
        self.numbers = numbers
        self.message = message
        self.reason = reason
        self.remedy = remedy
        self.source = source
        self.systems = systems
    }

    /// Two rules are the same when their codes are.
    public static func == (left: FindingRule, right: FindingRule) -> Bool {
        left.code == right.code
    }

    /// Hashes the code.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }

    /// The finding at a place.
    /// - Parameter values: What stands for the names in braces, in order; long ones are cut.
    func finding(at path: String, _ values: [String] = []) -> Finding {
        Finding(
            code,
            severity,
            path: path,
            message: filled(values),
            remedy: remedy,
            source: source,
            systems: systems
        )
    }

    private func filled(_ values: [String]) -> String {
        var text = ""
        var rest = message[...]
        var values = values[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += values.popFirst().map(Self.clipped) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// A value from a pass, short enough for a message.
    private static func clipped(_ value: String) -> String {
        value.unicodeScalars.count <= 60
            ? value : String(String.UnicodeScalarView(value.unicodeScalars.prefix(60))) + "…"
    }
}

extension FindingRule {
    /// Where rules come from, by the names of Apple's pages.
    enum Source {
        static func apple(_ page: String) -> String { "Apple, Wallet Passes, \"\(page)\"" }
        static let guide = "Apple, Wallet Developer Guide (archived)"
        static let interface = "Apple, Human Interface Guidelines, \"Wallet\""
        static let builder = "Apple, Pass Builder (open source)"
        static let practice = "Practice of other libraries"
    }
}
