/// The strings of one language: the content of a `pass.strings` file.
///
/// A value in `pass.json` that equals a key here is shown as the string for that key. What is not edited keeps its
/// spelling, its comments and its place. (Apple, Wallet Passes, "Creating the source for a pass".)
public struct PassStrings: Sendable {
    /// How the file is encoded.
    public enum Encoding: Sendable, Hashable {
        /// UTF-8 without a byte order mark.
        case utf8
        /// UTF-8 behind a byte order mark.
        case utf8WithMark
        /// UTF-16, little-endian, behind a byte order mark: what Apple recommends for anything beyond ASCII.
        case utf16
        /// UTF-16, big-endian, behind a byte order mark.
        case utf16BigEndian
    }

    /// A piece of the file: an entry, or the comments and blanks between entries.
    enum Piece: Sendable {
        case entry(key: String, value: String, spelling: String)
        case other(String)
    }

    var pieces: [Piece] = []

    /// Whether UTF-16 stands without a byte order mark: only as it was read, what is edited gets its mark.
    var omitsMark = false

    /// How the file is written; what is changed to UTF-16 gets its mark.
    public var encoding: Encoding {
        didSet { if encoding != oldValue { omitsMark = false } }
    }

    /// Strings without entries.
    public init(encoding: Encoding = .utf16) {
        self.encoding = encoding
    }

    /// The keys, in order; a key that the file repeats stands here once.
    public var keys: [String] {
        var seen: Set<[UInt8]> = []
        return entries.map(\.key).filter { seen.insert(Array($0.utf8)).inserted }
    }

    /// Keys that the file holds more than once; Wallet takes one of them and does not say which.
    public var repeatedKeys: [String] {
        var seen: Set<[UInt8]> = []
        return entries.map(\.key).filter { !seen.insert(Array($0.utf8)).inserted }
    }

    /// The string of a key; setting keeps the entry's place or appends, setting nil removes the entry.
    public subscript(key: String) -> String? {
        get { entries.last { $0.key.isSpelled(as: key) }?.value }
        set {
            if let newValue, self[key]?.isSpelled(as: newValue) == true { return }
            let places = pieces.indices.filter { pieces[$0].hasKey(key) }
            guard newValue != nil || !places.isEmpty else { return }
            omitsMark = false
            guard let newValue else {
                for place in places.reversed() { remove(at: place) }
                return
            }
            let entry = Piece.entry(key: key, value: newValue, spelling: Self.spelling(key, newValue))
            if let place = places.last {
                pieces[place] = entry
            } else {
                append(entry)
            }
        }
    }

    /// The file as text.
    var text: String { pieces.map(\.spelling).joined() }

    private var entries: [(key: String, value: String)] {
        pieces.compactMap { piece in
            guard case .entry(let key, let value, _) = piece else { return nil }
            return (key, value)
        }
    }

    private mutating func append(_ entry: Piece) {
        let lineBreak = pieces.contains { $0.spelling.contains("\r\n" as Character) } ? "\r\n" : "\n"
        if let last = pieces.last, last.spelling.unicodeScalars.last != "\n" { pieces.append(.other(lineBreak)) }
        pieces.append(entry)
        pieces.append(.other(lineBreak))
    }

    /// Removes an entry with the line break that ended its line.
    private mutating func remove(at place: Int) {
        pieces.remove(at: place)
        guard pieces.indices.contains(place), case .other(let text) = pieces[place], let first = text.first,
            first.isNewline
        else { return }
        // One character, also where it is a carriage return and a line feed.
        pieces[place] = .other(String(text.dropFirst()))
    }

    static func spelling(_ key: String, _ value: String) -> String {
        "\"\(escaped(key))\" = \"\(escaped(value))\";"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case "\0"..<" ":
                let digits = String(scalar.value, radix: 16)
                escaped += "\\U" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension PassStrings.Piece {
    var spelling: String {
        switch self {
        case .entry(_, _, let spelling): spelling
        case .other(let text): text
        }
    }

    func hasKey(_ wanted: String) -> Bool {
        guard case .entry(let key, _, _) = self else { return false }
        return key.isSpelled(as: wanted)
    }
}

extension PassStrings: Hashable {
    /// Equal when both give the same file.
    public static func == (left: PassStrings, right: PassStrings) -> Bool {
        left.encoding == right.encoding && left.omitsMark == right.omitsMark && left.text.isSpelled(as: right.text)
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(encoding)
        hasher.combine(text)
    }
}

extension PassStrings: ExpressibleByDictionaryLiteral {
    /// Strings in the order written, encoded as UTF-16.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init()
        for (key, value) in elements { self[key] = value }
    }
}
