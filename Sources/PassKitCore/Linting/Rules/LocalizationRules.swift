/// Rules for strings.
extension FindingRule {
    private static let source = Source.apple("Creating the source for a pass")

    static let stringsKeysDiffer = FindingRule(
        "lint.strings.keys-differ",
        .warning,
        rule: 160,
        message: "The file lacks {count} keys that another language has, such as \"{key}\".",
        why: "Holders with that language see the key itself.",
        mend: "Give every language the same keys.",
        source: source
    )

    static let stringsKeyUnused = FindingRule(
        "lint.strings.key-unused",
        .warning,
        rule: 160,
        message: "No text of the pass is the key \"{key}\".",
        why: "The translation is never shown; perhaps the pass spells the key otherwise.",
        mend: "Write the key as the text in pass.json, or remove the entry.",
        source: source
    )

    static let stringsKeyRepeated = FindingRule(
        "lint.strings.key-repeated",
        .warning,
        rule: 160,
        message: "The file has the key \"{key}\" twice.",
        why: "Wallet takes one of the two, and does not say which.",
        mend: "Remove one.",
        source: source
    )

    static let stringsSingleLanguage = FindingRule(
        "lint.strings.single-language",
        .warning,
        rule: 160,
        message: "{language} is the only language with strings.",
        why: "Everybody sees its texts, also holders whose language the texts of pass.json are in.",
        mend: "Add strings for the language of pass.json, too, or write the texts there.",
        source: Source.guide
    )

    static let stringsEncoding = FindingRule(
        "lint.strings.encoding",
        .warning,
        rule: 162,
        message: "The file has characters beyond ASCII, and is not UTF-16.",
        why: "Apple asks for UTF-16 there; today's devices read UTF-8, too.",
        mend: "Save the file as UTF-16 with a byte order mark.",
        source: source
    )

    static let translationWithoutPlaceholder = FindingRule(
        "lint.strings.change-message-placeholder",
        .error,
        rule: 163,
        message: "The translation of the changeMessage \"{key}\" has no %@.",
        why: "In that language Wallet has no place for the new value, and does not tell of the change.",
        mend: "Put %@ where the new value belongs.",
        source: Source.apple("PassFieldContent")
    )

    static let localizations: [FindingRule] = [
        .stringsKeysDiffer, .stringsKeyUnused, .stringsKeyRepeated, .stringsSingleLanguage, .stringsEncoding,
        .translationWithoutPlaceholder,
    ]
}
