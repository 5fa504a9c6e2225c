/// Splits the text of a strings file into entries and what stands between them.
///
/// The syntax is that of old-style property lists: `"key" = "value";`, with quoted or bare words, `/* … */` and
/// `// …` comments.
struct PassStringsParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) {
        self.scalars = Array(text.unicodeScalars)
    }

    mutating func parse() throws(PassError) -> [PassStrings.Piece] {
        var pieces: [PassStrings.Piece] = []
        while true {
            let start = position
            try skipBlanksAndComments()
            if position > start { pieces.append(.other(text(from: start))) }
            guard position < scalars.count else { return pieces }
            pieces.append(try parseEntry())
        }
    }

    private mutating func parseEntry() throws(PassError) -> PassStrings.Piece {
        let start = position
        let key = try parseWord("a key")
        try skipBlanksAndComments()
        var value = key
        if peek == "=" {
            position += 1
            try skipBlanksAndComments()
            value = try parseWord("a value")
            try skipBlanksAndComments()
        }
        guard peek == ";" else { throw syntaxError("';' after the value of \"\(key)\"") }
        position += 1
        return .entry(key: key, value: value, spelling: text(from: start))
    }

    private mutating func parseWord(_ role: String) throws(PassError) -> String {
        guard let first = peek else { throw syntaxError("\(role) in quotes") }
        if first == "\"" || first == "'" { return try parseQuoted(by: first) }
        let start = position
        while let scalar = peek, Self.isBare(scalar) { position += 1 }
        guard position > start else { throw syntaxError("\(role) in quotes") }
        return text(from: start)
    }

    private mutating func parseQuoted(by quote: Unicode.Scalar) throws(PassError) -> String {
        let start = position
        position += 1
        // UTF-16 units, because `\U` escapes spell surrogate pairs as two escapes.
        var units: [UInt16] = []
        while let scalar = peek {
            position += 1
            if scalar == quote {
                guard let word = String(validating: units, as: UTF16.self) else {
                    position = start
                    throw syntaxError("whole characters: an escape spells half a surrogate pair")
                }
                return word
            }
            if scalar == "\\" {
                units.append(try parseEscape())
            } else {
                units.append(
                    contentsOf: UTF16.width(scalar) == 1
                        ? [UInt16(scalar.value)] : [UTF16.leadSurrogate(scalar), UTF16.trailSurrogate(scalar)]
                )
            }
        }
        position = start
        throw syntaxError("an end of the quoted text")
    }

    private mutating func parseEscape() throws(PassError) -> UInt16 {
        guard let scalar = peek else { throw syntaxError("a character after '\\'") }
        position += 1
        switch scalar {
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "a": return 0x07
        case "b": return 0x08
        case "f": return 0x0C
        case "v": return 0x0B
        case "U", "u": return try parseDigits(atMost: 4, radix: 16)
        case "0"..."7":
            position -= 1
            return try parseDigits(atMost: 3, radix: 8)
        default:
            // A backslash before anything else stands for that character.
            guard scalar.value <= 0xFFFF else { throw syntaxError("an escape of strings files") }
            return UInt16(scalar.value)
        }
    }

    private mutating func parseDigits(atMost count: Int, radix: Int) throws(PassError) -> UInt16 {
        let start = position
        var value: UInt16 = 0
        while position < start + count, let scalar = peek, let digit = Self.digit(scalar), digit < radix {
            value = value &* UInt16(radix) &+ UInt16(digit)
            position += 1
        }
        guard position > start else { throw syntaxError("digits in an escape") }
        return value
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        // A character's own `hexDigitValue` takes full-width digits too.
        scalar.isASCII ? Character(scalar).hexDigitValue : nil
    }

    private mutating func skipBlanksAndComments() throws(PassError) {
        while let scalar = peek {
            if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                position += 1
            } else if scalar == "/", peek(1) == "/" {
                while let scalar = peek, scalar != "\n", scalar != "\r" { position += 1 }
            } else if scalar == "/", peek(1) == "*" {
                try skipBlockComment()
            } else {
                return
            }
        }
    }

    private mutating func skipBlockComment() throws(PassError) {
        let start = position
        position += 2
        while position < scalars.count {
            if peek == "*", peek(1) == "/" {
                position += 2
                return
            }
            position += 1
        }
        position = start
        throw syntaxError("an end of the comment")
    }

    private var peek: Unicode.Scalar? { peek(0) }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        position + distance < scalars.count ? scalars[position + distance] : nil
    }

    private func text(from start: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<position])
        return String(text)
    }

    private static func isBare(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "$", "/", ":", ".", "-": true
        default: false
        }
    }

    private func syntaxError(_ expected: String) -> PassError {
        let line = scalars[..<min(position, scalars.count)].count { $0 == "\n" } + 1
        return PassError(
            .containerStringsSyntax,
            "The strings file breaks off in line \(line): expected \(expected). Entries look like \"key\" = \"value\";"
        )
    }
}
