/// A JSON number as it was spelled: `1.0` stays `1.0`, and a 19-digit integer keeps every digit.
public struct JSONNumber: Hashable, Sendable, CustomStringConvertible {
    /// The spelling, which follows RFC 8259 section 6.
    public let spelling: String

    /// Takes a spelling the parser has checked.
    init(uncheckedSpelling spelling: String) {
        self.spelling = spelling
    }

    /// An integer.
    public init(_ value: some FixedWidthInteger) {
        self.spelling = String(value)
    }

    /// A floating-point number, spelled as briefly as reads back the same; nil for infinities and not-a-number.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.spelling = value.description
    }

    /// The value as a 64-bit integer, when the spelling is a plain integer that fits.
    public var int64: Int64? { Int64(spelling) }

    /// The value as an `Int`, when the spelling is a plain integer that fits.
    public var int: Int? { Int(spelling) }

    /// The nearest double; infinite when the number is beyond a double's range.
    public var double: Double { Double(spelling) ?? .nan }

    /// The spelling.
    public var description: String { spelling }
}
