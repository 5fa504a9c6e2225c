/// What a field shows: a text, a number, or a date, which JSON spells as a text.
public enum PassFieldValue: JSONRepresentable {
    /// A text (localizable), or the spelling of a date.
    case text(String)
    /// A number, as it is spelled.
    case number(JSONNumber)

    /// A date; give the field a date or time style, else Wallet shows the spelling.
    public static func date(_ date: PassDate) -> Self { .text(date.spelling) }

    /// Reads a string or a number.
    public init?(jsonValue: JSONValue) {
        switch jsonValue {
        case .string(let text): self = .text(text)
        case .number(let number): self = .number(number)
        default: return nil
        }
    }

    /// The value in JSON.
    public var jsonValue: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        }
    }

    /// The text, or nil for a number.
    public var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The number, or nil for a text.
    public var number: JSONNumber? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The date, when the text is one that Wallet can read.
    public var date: PassDate? { text.flatMap(PassDate.init) }
}

extension PassFieldValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }

    /// A number.
    public init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }

    /// A number; a literal that JSON cannot spell (infinity) becomes an empty text.
    public init(floatLiteral value: Double) { self = JSONNumber(value).map(PassFieldValue.number) ?? .text("") }
}

extension PassFieldValue: CustomStringConvertible {
    /// The text, or the spelling of the number.
    public var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.spelling
        }
    }
}
