/// One word of an open set, such as a barcode format: Apple adds words, so an unknown one is kept as it is.
public protocol JSONToken: JSONRepresentable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible
where RawValue == String, StringLiteralType == String {
    /// Makes a word from its spelling.
    init(rawValue: String)

    /// The words that Apple documents.
    static var documented: [Self] { get }
}

extension JSONToken {
    /// Reads a word from a string.
    public init?(jsonValue: JSONValue) {
        guard let word = jsonValue.stringValue else { return nil }
        self.init(rawValue: word)
    }

    /// The word in JSON.
    public var jsonValue: JSONValue { .string(rawValue) }

    /// Makes a word from its spelling.
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The spelling.
    public var description: String { rawValue }

    /// Whether Apple documents this word.
    public var isDocumented: Bool { Self.documented.contains(self) }
}
