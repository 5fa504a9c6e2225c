extension JSONValue {
    /// Parses a JSON text (RFC 8259).
    ///
    /// A byte order mark in front is tolerated and dropped; ``beginsWithMark(_:)`` tells whether there is one.
    /// - Throws: ``PassError`` with ``PassError/Code/jsonSyntax`` (its cause is a ``JSONLocation``),
    ///   ``PassError/Code/jsonEncoding``, ``PassError/Code/jsonDuplicateKey``, ``PassError/Code/jsonTooDeep`` or
    ///   ``PassError/Code/jsonTooLarge``.
    public init(parsing bytes: some Collection<UInt8>, limits: JSONLimits = .default) throws(PassError) {
        guard bytes.count <= limits.size else {
            throw PassError(
                .jsonTooLarge,
                "The JSON text has \(bytes.count) bytes, more than the \(limits.size) allowed. Send less, or raise "
                    + "the limit."
            )
        }
        let parse = { (bytes: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, PassError> in
            Result { () throws(PassError) in
                var parser = JSONParser(bytes, limits)
                return try parser.parse()
            }
        }
        let result = bytes.withContiguousStorageIfAvailable(parse) ?? Array(bytes).withUnsafeBufferPointer(parse)
        self = try result.get()
    }

    /// Whether a text begins with the byte order mark of UTF-8, which RFC 8259 section 8.1 forbids writers to add.
    ///
    /// This library reads over it, other readers refuse it: worth a warning.
    public static func beginsWithMark(_ text: some Collection<UInt8>) -> Bool {
        text.starts(with: [0xEF, 0xBB, 0xBF])
    }
}

/// Parses one text, without recursion: arrays and objects whose end has not been seen yet wait on a stack.
struct JSONParser {
    /// An array or object whose end has not been seen yet, and what it holds so far.
    private struct Frame {
        let isObject: Bool
        var key = ""
        var members: [JSONObject.Member] = []
        var elements: [JSONValue] = []

        mutating func append(_ value: JSONValue) {
            if isObject {
                members.append(JSONObject.Member(key: key, value: value))
            } else {
                elements.append(value)
            }
        }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: JSONLimits
    private var position = 0
    private var frames: [Frame] = []
    /// How many values are complete.
    private var count = 0
    /// The value outside of all arrays and objects, once it has been seen.
    private var root: JSONValue?

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func parse() throws(PassError) -> JSONValue {
        if JSONValue.beginsWithMark(bytes) { position = 3 }
        repeat {
            try parseValueOrOpening()
            try closeFinished()
            // At most as many more are open as the text may be deep.
            guard count <= limits.count else { throw tooMany() }
        } while !frames.isEmpty
        skipBlanks()
        guard position == bytes.count, let root else { throw syntaxError("the end of the text") }
        return root
    }

    /// Parses a scalar, or enters the next array or object; enters as many as begin here, and closes empty ones.
    private mutating func parseValueOrOpening() throws(PassError) {
        while true {
            skipBlanks()
            switch peek {
            case UInt8(ascii: "{"):
                try enter(isObject: true)
                if take(UInt8(ascii: "}")) { return leave() }
                try parseKey()
            case UInt8(ascii: "["):
                try enter(isObject: false)
                if take(UInt8(ascii: "]")) { return leave() }
            case UInt8(ascii: "\""):
                return append(.string(try parseString()))
            case UInt8(ascii: "t"):
                try expect("true")
                return append(.bool(true))
            case UInt8(ascii: "f"):
                try expect("false")
                return append(.bool(false))
            case UInt8(ascii: "n"):
                try expect("null")
                return append(.null)
            case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
                return append(.number(try parseNumber()))
            default:
                throw syntaxError("a value")
            }
        }
    }

    /// After a value: a comma leads on to the next, an end closes the array or object, which is then a value itself.
    private mutating func closeFinished() throws(PassError) {
        while let isObject = frames.last?.isObject {
            skipBlanks()
            if take(UInt8(ascii: ",")) {
                if isObject { try parseKey() }
                return
            }
            guard take(UInt8(ascii: isObject ? "}" : "]")) else {
                throw syntaxError(isObject ? "',' or '}'" : "',' or ']'")
            }
            if isObject { try checkKeys() }
            leave()
        }
    }

    private mutating func enter(isObject: Bool) throws(PassError) {
        guard frames.count < limits.depth else {
            throw PassError(
                .jsonTooDeep,
                "The JSON text is nested deeper than \(limits.depth) levels (\(location)). Flatten it."
            )
        }
        position += 1
        frames.append(Frame(isObject: isObject))
        skipBlanks()
    }

    private mutating func leave() {
        guard let frame = frames.popLast() else { return }
        append(
            frame.isObject ? .object(JSONObject(uncheckedMembers: frame.members)) : .array(frame.elements)
        )
    }

    private func tooMany() -> PassError {
        PassError(
            .jsonTooLarge,
            "The JSON text holds more than the \(limits.count) values allowed. Send less, or raise the limit."
        )
    }

    private mutating func append(_ value: JSONValue) {
        count += 1
        if frames.isEmpty {
            root = value
        } else {
            frames[frames.count - 1].append(value)
        }
    }

    private mutating func parseKey() throws(PassError) {
        skipBlanks()
        guard peek == UInt8(ascii: "\"") else { throw syntaxError("a key in double quotes") }
        let key = try parseString()
        frames[frames.count - 1].key = key
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { throw syntaxError("':' after the key") }
    }

    private func checkKeys() throws(PassError) {
        guard !limits.keepsDuplicateKeys, let members = frames.last?.members else { return }
        var repeated: String?
        if members.count <= 32 {
            for (index, member) in members.enumerated()
            where members[..<index].contains(where: { $0.key.isSpelled(as: member.key) }) {
                repeated = member.key
            }
        } else {
            var seen = Set<Spelling>(minimumCapacity: members.count)
            repeated = members.first { !seen.insert(Spelling($0.key)).inserted }?.key
        }
        guard let repeated else { return }
        throw PassError(
            .jsonDuplicateKey,
            "The object that ends at \(location) holds the key \"\(repeated.prefix(80))\" twice, which readers "
                + "understand differently. Remove one of the two."
        )
    }
}

// MARK: - Scalars

extension JSONParser {
    private mutating func parseNumber() throws(PassError) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try takeDigits("a digit") }
        if take(UInt8(ascii: ".")) { try takeDigits("a digit after the decimal point") }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try takeDigits("a digit of the exponent")
        }
        return JSONNumber(uncheckedSpelling: ascii(start..<position))
    }

    private mutating func takeDigits(_ role: String) throws(PassError) {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw syntaxError(role) }
    }

    private mutating func expect(_ word: StaticString) throws(PassError) {
        let matches = word.withUTF8Buffer { word in
            word.count <= bytes.count - position && bytes[position..<(position + word.count)].elementsEqual(word)
        }
        guard matches else { throw syntaxError("a value") }
        position += word.utf8CodeUnitCount
    }

    private mutating func parseString() throws(PassError) -> String {
        position += 1
        let start = position
        var all: UInt8 = 0
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
            all |= byte
            position += 1
        }
        let end = position
        guard take(UInt8(ascii: "\"")) else { return try parseEscapedString(from: start) }
        return all < 0x80 ? ascii(start..<end) : try text(bytes[start..<end], from: start)
    }

    /// Goes on with a string at its first escape: its bytes can no longer be taken as they stand.
    private mutating func parseEscapedString(from start: Int) throws(PassError) -> String {
        var unescaped = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                return try text(unescaped[...], from: start)
            case UInt8(ascii: "\\"):
                try parseEscape(into: &unescaped)
            case ..<0x20:
                position -= 1
                throw syntaxError("no control character in a string; write it as an escape")
            default:
                unescaped.append(byte)
            }
        }
        throw syntaxError("the end of the string")
    }

    private mutating func parseEscape(into unescaped: inout [UInt8]) throws(PassError) {
        guard let byte = peek else { throw syntaxError("a character after '\\'") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): unescaped.append(contentsOf: try parseUnicodeEscape().utf8)
        default:
            position -= 1
            throw syntaxError("one of \" \\ / b f n r t u after '\\'")
        }
    }

    private mutating func parseUnicodeEscape() throws(PassError) -> Character {
        let first = try parseHexUnit()
        var value = UInt32(first)
        if UTF16.isLeadSurrogate(first) {
            guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw loneSurrogate() }
            let second = try parseHexUnit()
            guard UTF16.isTrailSurrogate(second) else { throw loneSurrogate() }
            value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF
        }
        guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate() }
        return Character(scalar)
    }

    private mutating func parseHexUnit() throws(PassError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Hex.value(byte) else { throw syntaxError("four hexadecimal digits") }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    private func loneSurrogate() -> PassError {
        syntaxError("a whole character: the escape spells half a surrogate pair")
    }

    /// The text of bytes that are known to be ASCII, which needs no validation.
    private func ascii(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private func text(_ utf8: some Sequence<UInt8>, from start: Int) throws(PassError) -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw PassError(
                .jsonEncoding,
                "The string at \(JSONLocation(of: start, in: bytes)) is not valid UTF-8. Encode the text as UTF-8."
            )
        }
        return text
    }
}

// MARK: - Bytes

extension JSONParser {
    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private var location: JSONLocation { JSONLocation(of: position, in: bytes) }

    @inline(never)
    private func syntaxError(_ expected: String) -> PassError {
        let location = location
        return PassError(
            .jsonSyntax,
            "The JSON text is wrong at \(location): expected \(expected). Mend it there, or write it with a JSON "
                + "library.",
            cause: location
        )
    }
}
