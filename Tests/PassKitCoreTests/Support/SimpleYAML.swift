import PassKitCore

/// Reads the YAML that this project's own documents are written in: block mappings and sequences, flow collections,
/// plain and quoted scalars, and literal blocks.
///
/// No anchors, no tags.
struct SimpleYAML {
    private var lines: [(indent: Int, text: String)]
    private var next = 0

    struct Fault: Error {
        let text: String
    }

    static func parse(_ text: String) throws -> JSONValue {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> (Int, String)? in
            let content = line.drop { $0 == " " }
            guard !content.isEmpty, !content.hasPrefix("#") else { return nil }
            return (line.count - content.count, String(content))
        }
        var reader = SimpleYAML(lines: lines)
        let value = try reader.node(lines.first?.0 ?? 0)
        guard reader.next == lines.count else { throw Fault(text: lines[reader.next].1) }
        return value
    }

    private init(lines: [(Int, String)]) {
        self.lines = lines.map { (indent: $0.0, text: $0.1) }
    }

    private mutating func node(_ indent: Int) throws -> JSONValue {
        guard next < lines.count, lines[next].indent == indent else { throw Fault(text: "an empty node") }
        return lines[next].text.hasPrefix("- ") ? try sequence(indent) : try mapping(indent)
    }

    private mutating func sequence(_ indent: Int) throws -> JSONValue {
        var elements: [JSONValue] = []
        while next < lines.count, lines[next].indent == indent, lines[next].text.hasPrefix("- ") {
            let text = String(lines[next].text.dropFirst(2))
            if Self.key(of: text) != nil {
                // A mapping that begins on the dash's own line.
                lines[next] = (indent + 2, text)
                elements.append(try mapping(indent + 2))
            } else {
                next += 1
                elements.append(try Self.scalar(text))
            }
        }
        return .array(elements)
    }

    private mutating func mapping(_ indent: Int) throws -> JSONValue {
        var object = JSONObject()
        while next < lines.count, lines[next].indent == indent {
            guard let (key, rest) = Self.key(of: lines[next].text), object[key] == nil else {
                throw Fault(text: lines[next].text)
            }
            next += 1
            let deeper = next < lines.count && lines[next].indent > indent ? lines[next].indent : nil
            switch (rest, deeper) {
            case ("|", _): object[key] = .string(literal(indent))
            case ("", let deeper?): object[key] = try node(deeper)
            case ("", nil) where next < lines.count && lines[next].indent == indent && lines[next].text.hasPrefix("- "):
                object[key] = try sequence(indent)
            default: object[key] = try Self.scalar(rest)
            }
        }
        return .object(object)
    }

    private mutating func literal(_ indent: Int) -> String {
        var text = ""
        while next < lines.count, lines[next].indent > indent {
            text += lines[next].text + "\n"
            next += 1
        }
        return text
    }

    /// The key of a line and what follows it; nil when the line is no member of a mapping.
    private static func key(of text: String) -> (String, String)? {
        guard !text.hasPrefix("{"), !text.hasPrefix("[") else { return nil }
        if text.hasPrefix("\"") {
            let rest = text.dropFirst()
            guard let end = rest.firstIndex(of: "\""), rest[end...].dropFirst().hasPrefix(":") else { return nil }
            return (String(rest[..<end]), rest[end...].dropFirst(2).drop { $0 == " " }.description)
        }
        if text.hasSuffix(":") { return (String(text.dropLast()), "") }
        guard let range = text.firstRange(of: ": ") else { return nil }
        return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    }

    private static func scalar(_ text: String) throws -> JSONValue {
        if text.hasPrefix("{") || text.hasPrefix("[") {
            var flow = FlowReader(text: Array(text))
            return try flow.value()
        }
        if text.hasPrefix("\"") {
            return try JSONValue(parsing: text.utf8)
        }
        switch text {
        case "true": return true
        case "false": return false
        default: return Int64(text).map { .number(JSONNumber($0)) } ?? .string(text)
        }
    }

    /// Reads `{ a: b, c: [d] }`.
    private struct FlowReader {
        let text: [Character]
        var position = 0

        init(text: [Character]) { self.text = text }

        mutating func value() throws -> JSONValue {
            skipBlanks()
            switch current {
            case "{":
                var object = JSONObject()
                position += 1
                while true {
                    skipBlanks()
                    if take("}") { return .object(object) }
                    let key = try scalarText(until: ":")
                    guard take(":") else { throw Fault(text: String(text)) }
                    object[key] = try value()
                    skipBlanks()
                    _ = take(",")
                }
            case "[":
                var elements: [JSONValue] = []
                position += 1
                while true {
                    skipBlanks()
                    if take("]") { return .array(elements) }
                    elements.append(try value())
                    skipBlanks()
                    _ = take(",")
                }
            case "\"": return .string(try scalarText(until: ""))
            case nil: throw Fault(text: String(text))
            default: return try SimpleYAML.scalar(scalarText(until: ",]}"))
            }
        }

        private var current: Character? { position < text.count ? text[position] : nil }

        private mutating func take(_ character: Character) -> Bool {
            guard current == character else { return false }
            position += 1
            return true
        }

        private mutating func skipBlanks() {
            while current == " " { position += 1 }
        }

        private mutating func scalarText(until ends: String) throws -> String {
            var scalar = ""
            if current == "\"" {
                let start = position
                position += 1
                while let character = current, character != "\"" { position += character == "\\" ? 2 : 1 }
                guard take("\"") else { throw Fault(text: String(text)) }
                let json = try JSONValue(parsing: String(text[start..<position]).utf8)
                return json.stringValue ?? ""
            }
            while let character = current, !ends.contains(character) {
                scalar.append(character)
                position += 1
            }
            while scalar.last == " " { scalar.removeLast() }
            return scalar
        }
    }
}
