/// Rules for the fields on the face and on the back.
extension FindingRule {
    static let groupUnused = FindingRule(
        "lint.field.group-unused",
        .warning,
        rule: 79,
        message: "{style} does not show {group}.",
        why: "Wallet ignores the fields.",
        mend: "Move the fields into a group that the style has.",
        source: Source.apple("PassFields")
    )

    static let fieldKeyMissing = FindingRule(
        "lint.field.key-missing",
        .error,
        rule: 80,
        message: "The field has no key.",
        why: "Wallet refuses the pass: it compares fields of two versions by their keys.",
        mend: "Give the field a key that no other field has.",
        source: Source.apple("PassFieldContent")
    )

    static let fieldValueMissing = FindingRule(
        "lint.field.value-missing",
        .error,
        rule: 80,
        message: "The field has no value.",
        why: "Wallet refuses the pass.",
        mend: "Give the field a value, be it an empty string.",
        source: Source.apple("PassFieldContent")
    )

    static let fieldKeyRepeated = FindingRule(
        "lint.field.key-repeated",
        .error,
        rule: 81,
        message: "The key \"{key}\" is that of another field of {style}, too.",
        why: "Wallet tells fields apart by their keys: of two alike it shows or updates the wrong one.",
        mend: "Give each field a key of its own.",
        source: Source.apple("PassFieldContent")
    )

    static let tooManyFields = FindingRule(
        "lint.field.too-many",
        .warning,
        rule: 82,
        message: "{style} shows at most {count} fields in {group}, and has {number}.",
        why: "Wallet leaves out the surplus.",
        mend: "Move the less important fields to the back.",
        source: Source.apple("PassFields")
    )

    static let rowInvalid = FindingRule(
        "lint.field.row",
        .error,
        rule: 83,
        message: "row is neither 0 nor 1.",
        why: "An event ticket has two rows of auxiliary fields: Wallet knows no other.",
        mend: "Write 0 or 1, or leave row out.",
        source: Source.apple("PassFieldContent")
    )

    static let rowIgnored = FindingRule(
        "lint.field.row-ignored",
        .warning,
        rule: 83,
        message: "row has no effect here.",
        why: "Only auxiliary fields of event tickets have rows.",
        mend: "Remove row.",
        source: Source.apple("PassFieldContent")
    )

    static let alignmentUnknown = FindingRule(
        "lint.field.alignment-unknown",
        .error,
        rule: 84,
        message: "Wallet knows no textAlignment \"{value}\".",
        why: "Wallet ignores it, or refuses the pass.",
        mend: "Use PKTextAlignmentLeft, PKTextAlignmentCenter, PKTextAlignmentRight or PKTextAlignmentNatural.",
        source: Source.apple("PassFieldContent")
    )

    static let alignmentNotAllowed = FindingRule(
        "lint.field.alignment-not-allowed",
        .error,
        rule: 84,
        message: "Fields of {group} cannot be aligned.",
        why: "Apple does not allow textAlignment for primary and back fields: Wallet ignores it.",
        mend: "Remove textAlignment.",
        source: Source.apple("PassFieldContent")
    )

    static let fieldStyleUnknown = FindingRule(
        "lint.field.style-unknown",
        .error,
        rule: 85,
        message: "Wallet knows no style or type \"{value}\".",
        why: "Wallet shows the bare value, or nothing.",
        mend: "Use one of Apple's words, such as PKDateStyleShort, PKNumberStyleDecimal or PKDataDetectorTypeLink.",
        source: Source.apple("PassFieldContent")
    )

    static let dateStyleWithoutDate = FindingRule(
        "lint.field.date-style-without-date",
        .error,
        rule: 86,
        message: "{key} is for dates, and the value is none.",
        why: "Wallet cannot show the value as a date, and refuses the pass or shows nothing.",
        mend: "Write the value as 2026-12-24T18:30:00+01:00, or remove the key.",
        source: Source.apple("PassFieldContent")
    )

    static let numberStyleWithoutNumber = FindingRule(
        "lint.field.number-style-without-number",
        .error,
        rule: 87,
        message: "{key} is for numbers, and the value is none.",
        why: "Wallet cannot show the value as a number, and refuses the pass or shows nothing.",
        mend: "Write the value as a number without quotes, or remove the key.",
        source: Source.practice
    )

    static let numberStyleAndCurrency = FindingRule(
        "lint.field.number-style-and-currency",
        .warning,
        rule: 88,
        message: "The field has a numberStyle and a currencyCode.",
        why: "Wallet shows the value by one of them, and does not say which.",
        mend: "Keep the one you mean.",
        source: Source.builder
    )

    static let currencyCode = FindingRule(
        "lint.field.currency-code",
        .error,
        rule: 89,
        message: "\"{value}\" is no currency code.",
        why: "Wallet cannot show the amount.",
        mend: "Write the three capital letters of ISO 4217, such as EUR.",
        source: Source.apple("PassFieldContent")
    )

    static let currencyUnknown = FindingRule(
        "lint.field.currency-unknown",
        .warning,
        rule: 89,
        message: "ISO 4217 lists no currency {code}.",
        why: "Wallet may show the code where the symbol should be.",
        mend: "Check the code.",
        source: "ISO 4217"
    )

    static let changeMessageWithoutPlaceholder = FindingRule(
        "lint.field.change-message-placeholder",
        .error,
        rule: 90,
        message: "changeMessage has no %@.",
        why: "Without it Wallet has no place for the new value, and does not tell of the change.",
        mend: "Put %@ where the new value belongs: \"Gate changed to %@.\"",
        source: Source.apple("PassFieldContent")
    )

    static let changeMessageFormat = FindingRule(
        "lint.field.change-message-format",
        .warning,
        rule: 91,
        message: "changeMessage has more than one %@, or another % directive.",
        why: "The text is a format: what Wallet puts in the other places is not documented.",
        mend: "Write %@ once, and %% for a percent sign."
    )

    static let detectorsIgnored = FindingRule(
        "lint.field.detectors-ignored",
        .warning,
        rule: 92,
        message: "dataDetectorTypes has no effect on the front.",
        why: "Wallet finds links and numbers in back fields only.",
        mend: "Remove it, or move the field to the back.",
        source: Source.apple("PassFieldContent")
    )

    static let markup = FindingRule(
        "lint.field.markup",
        .error,
        rule: 93,
        message: "attributedValue has the markup \"{tag}\".",
        why: "Wallet knows links only, and shows other markup as text or drops the value.",
        mend: "Keep <a href='…'> and remove the rest.",
        source: Source.apple("PassFieldContent")
    )

    static let field: [FindingRule] = [
        .groupUnused, .fieldKeyMissing, .fieldValueMissing, .fieldKeyRepeated, .tooManyFields, .rowInvalid,
        .rowIgnored, .alignmentUnknown, .alignmentNotAllowed, .fieldStyleUnknown, .dateStyleWithoutDate,
        .numberStyleWithoutNumber, .numberStyleAndCurrency, .currencyCode, .currencyUnknown,
        .changeMessageWithoutPlaceholder, .changeMessageFormat, .detectorsIgnored, .markup,
    ]
}
