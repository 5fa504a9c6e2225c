extension FindingRule {
    /// Every rule, family by family.
    public static let all: [FindingRule] =
        package + signing + certificates + updates + json + identity + style + field + barcode + relevance + semantics
        + poster + extensions
        + localizations + differences

    /// The rule of a code; nil for a code that an error has, or that no rule has.
    public static subscript(code code: Finding.Code) -> FindingRule? {
        all.first { $0.code == code }
    }
}
