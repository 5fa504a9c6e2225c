/// What the value of a known key must be.
indirect enum ValueType: Sendable {
    /// Anything at all; a check of its own may look closer.
    case any
    /// A string that is shown or used as it is.
    case string
    /// A string that may be a key of `pass.strings`.
    case text
    /// A number.
    case number
    /// A number without a fraction.
    case integer
    /// `true` or `false`.
    case boolean
    /// A colour.
    case color
    /// A date as Wallet reads it.
    case date
    /// An absolute URL.
    case url
    /// What a field shows: a localizable string or a number.
    case fieldValue
    /// One word of a documented set, and the rule that another word breaks.
    case word([String], FindingRule)
    /// An array.
    case list(of: ValueType)
    /// An object with known keys.
    case object(ObjectSchema)

    /// One of the words that Apple documents.
    static func oneOf<Token: JSONToken>(_ words: Token.Type, _ rule: FindingRule) -> ValueType {
        .word(words.documented.map(\.rawValue), rule)
    }

    /// The type in words, for messages.
    var name: String {
        switch self {
        case .any: "a value"
        case .string, .text, .word: "a string"
        case .number: "a number"
        case .integer: "a whole number"
        case .boolean: "true or false"
        case .color: "a string with a colour"
        case .date: "a string with a date"
        case .url: "a string with a URL"
        case .fieldValue: "a string or a number"
        case .list: "an array"
        case .object: "an object"
        }
    }

    /// Whether a value is of the type, whatever its content.
    func admits(_ value: JSONValue) -> Bool {
        switch self {
        case .any: true
        case .string, .text, .word, .color, .date, .url: value.stringValue != nil
        case .number: value.numberValue != nil
        case .integer: Int(jsonValue: value) != nil
        case .boolean: value.boolValue != nil
        case .fieldValue: value.stringValue != nil || value.numberValue != nil
        case .list: value.arrayValue != nil
        case .object: value.objectValue != nil
        }
    }
}

/// One key that Wallet knows.
struct KnownKey: Sendable {
    /// How well the key is known.
    enum Status: Sendable, Hashable {
        /// Apple documents it.
        case documented
        /// Apple documents that it should not be used any more, in favour of another key, if there is one.
        case deprecated(insteadUse: String?)
        /// Seen in passes or tools only.
        case undocumented
    }

    let name: String
    let type: ValueType
    let since: IOSVersion
    let status: Status
    /// What kind of pass a semantic tag is for.
    let use: TagUse?

    init(
        _ name: String,
        _ type: ValueType,
        since: IOSVersion = 6,
        _ status: Status = .documented,
        use: TagUse? = nil
    ) {
        self.name = name
        self.type = type
        self.since = since
        self.status = status
        self.use = use
    }

    /// Several keys that are alike.
    static func all(
        _ names: [String],
        _ type: ValueType,
        since: IOSVersion = 6,
        use: TagUse? = nil
    ) -> [KnownKey] {
        names.map { KnownKey($0, type, since: since, use: use) }
    }
}

/// The keys of one kind of object, and the rules that are broken by other keys and by values of another type.
///
/// A class, so that schemas within schemas are shared and not copied.
final class ObjectSchema: Sendable {
    /// What the object is called in messages.
    let name: String
    let keys: [KnownKey]
    let rules: Rules
    private let places: [String: Int]

    /// The rules for keys and types.
    struct Rules: Sendable {
        let unknownKey: FindingRule
        let misspelledKey: FindingRule
        let wrongType: FindingRule

        /// For everything but semantic tags.
        static let pass = Rules(
            unknownKey: .unknownKey,
            misspelledKey: .misspelledKey,
            wrongType: .wrongType
        )

        /// For semantic tags and what they hold.
        static let semantics = Rules(
            unknownKey: .unknownTag,
            misspelledKey: .misspelledTag,
            wrongType: .tagWrongType
        )
    }

    init(_ name: String, rules: Rules = .pass, _ keys: [KnownKey]) {
        self.name = name
        self.keys = keys
        self.rules = rules
        self.places = Dictionary(keys.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The known key of that name.
    subscript(name: String) -> KnownKey? {
        guard let place = places[name], keys[place].name.utf8.elementsEqual(name.utf8) else { return nil }
        return keys[place]
    }
}
