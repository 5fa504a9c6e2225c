/// Rules for the text of `pass.json`, its keys, and the form of its values.
extension FindingRule {
    static let jsonByteOrderMark = FindingRule(
        "lint.json.byte-order-mark",
        .warning,
        message: "The file begins with a byte order mark.",
        why: "JSON has none (RFC 8259 section 8.1): a reader may refuse the file for it.",
        mend: "Save the file as UTF-8 without a byte order mark.",
        source: "RFC 8259 section 8.1"
    )

    static let wrongType = FindingRule(
        "lint.json.wrong-type",
        .error,
        rule: 57,
        message: "The value must be {type}, and is {type found}.",
        why: "Wallet drops a value of another type, or refuses the pass.",
        mend: "Write the value as the type named: numbers and booleans without quotes, lists in brackets.",
        source: Source.apple("Pass")
    )

    static let unknownKey = FindingRule(
        "lint.json.unknown-key",
        .warning,
        rule: 58,
        message: "Wallet knows no key \"{key}\" in {object}.",
        why: "Wallet ignores the key, so what it was meant for does not happen.",
        mend: "Remove it, or move data of your own into userInfo.",
        source: Source.apple("Pass")
    )

    static let misspelledKey = FindingRule(
        "lint.json.misspelled-key",
        .warning,
        rule: 58,
        message: "Wallet knows no key \"{key}\" in {object}. Did you mean \"{known key}\"?",
        why: "Keys are told apart letter by letter and case by case: Wallet ignores a misspelled one.",
        mend: "Spell the key as Apple does.",
        source: Source.apple("Pass")
    )

    static let undocumentedKey = FindingRule(
        "lint.json.undocumented-key",
        .note,
        rule: 58,
        message: "\"{key}\" is seen in passes, but Apple does not document it.",
        why: "Wallet may ignore it, or read it otherwise in a next release.",
        mend: "Leave it out, unless you know why it is there.",
        source: Source.practice
    )

    static let newerThanTarget = FindingRule(
        "lint.json.newer-than-target",
        .note,
        message: "\"{key}\" is known since {version} only.",
        why: "Older systems, which the pass is to work on, ignore it.",
        mend: "Check that the pass does without it there.",
        source: Source.apple("Pass")
    )

    static let deprecatedKey = FindingRule(
        "lint.json.deprecated-key",
        .warning,
        rule: 68,
        message: "\"{key}\" is deprecated{instead}.",
        why: "Apple keeps it for old passes only; newer systems may stop to read it.",
        mend: "Write what replaces it, and keep it only where the oldest systems matter.",
        source: Source.apple("Pass")
    )

    static let colorSyntax = FindingRule(
        "lint.color.syntax",
        .error,
        rule: 59,
        message: "\"{value}\" is no colour that Wallet reads.",
        why: "Wallet falls back to its own colours, or refuses the pass.",
        mend: "Write it as rgb(255, 255, 255), with whole numbers from 0 to 255.",
        source: Source.apple("Pass")
    )

    static let colorHex = FindingRule(
        "lint.color.hex",
        .warning,
        rule: 59,
        message: "\"{value}\" is a colour in hexadecimal digits, which Apple does not document.",
        why: "Apple's own tools read it, but only rgb(…) is promised.",
        mend: "Write it as rgb(255, 255, 255).",
        source: Source.apple("Pass")
    )

    static let dateSyntax = FindingRule(
        "lint.date.syntax",
        .error,
        rule: 60,
        message: "\"{value}\" is no date that Wallet reads.",
        why: "Wallet drops what it cannot read as a date: the pass is not relevant then, or does not expire.",
        mend: "Write it as 2026-12-24T18:30:00+01:00: with hours, minutes and the offset from UTC.",
        source: Source.apple("Pass")
    )

    static let urlSyntax = FindingRule(
        "lint.url.syntax",
        .error,
        rule: 61,
        message: "\"{value}\" is no absolute URL.",
        why: "Wallet leaves out what it cannot open.",
        mend: "Write the whole URL with its scheme, such as https://example.com/tickets.",
        source: Source.apple("Pass")
    )

    static let moreFindings = FindingRule(
        "lint.more-findings",
        .note,
        message: "There are more findings of the severity {severity} than the {count} that are listed.",
        why: "The list is cut so that a hostile pass cannot make it grow without end.",
        mend: "Mend what is listed and lint again."
    )

    static let json: [FindingRule] = [
        .jsonByteOrderMark, .wrongType, .unknownKey, .misspelledKey, .undocumentedKey, .newerThanTarget,
        .deprecatedKey, .colorSyntax, .colorHex, .dateSyntax, .urlSyntax, .moreFindings,
    ]
}
