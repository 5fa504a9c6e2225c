/// How a JSON tree is printed.
public enum JSONPrintStyle: Sendable, Hashable {
    /// Without any blank.
    case compact
    /// One member or element a line, indented by two blanks.
    case pretty
}

extension JSONValue {
    /// Prints the tree as UTF-8: members in order, numbers as they were spelled, only what must be escaped escaped.
    public func bytes(_ style: JSONPrintStyle = .compact) -> [UInt8] {
        var printer = JSONPrinter(style)
        printer.print(self)
        return printer.bytes
    }
}

extension JSONValue: CustomStringConvertible {
    /// The tree as compact JSON.
    public var description: String { String(decoding: bytes(), as: UTF8.self) }
}

/// Prints one tree, without recursion.
struct JSONPrinter {
    /// An array or object that is being printed, and how far.
    private enum Open {
        case array([JSONValue], next: Int)
        case object(JSONObject, next: Int)
    }

    private(set) var bytes: [UInt8] = []
    private let style: JSONPrintStyle
    private var open: [Open] = []

    init(_ style: JSONPrintStyle) {
        self.style = style
    }

    mutating func print(_ value: JSONValue) {
        begin(value)
        while let top = open.popLast() {
            switch top {
            case .array(let elements, let next):
                guard next < elements.count else {
                    end("]", isEmpty: elements.isEmpty)
                    continue
                }
                separate(isFirst: next == 0, depth: open.count + 1)
                open.append(.array(elements, next: next + 1))
                begin(elements[next])
            case .object(let object, let next):
                guard next < object.count else {
                    end("}", isEmpty: object.isEmpty)
                    continue
                }
                separate(isFirst: next == 0, depth: open.count + 1)
                open.append(.object(object, next: next + 1))
                let member = object.members[next]
                printString(member.key)
                append(style == .pretty ? ": " : ":")
                begin(member.value)
            }
        }
    }

    private mutating func begin(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(true): append("true")
        case .bool(false): append("false")
        case .number(let number): bytes.append(contentsOf: number.spelling.utf8)
        case .string(let text): printString(text)
        case .array(let elements):
            append("[")
            open.append(.array(elements, next: 0))
        case .object(let object):
            append("{")
            open.append(.object(object, next: 0))
        }
    }

    private mutating func end(_ bracket: StaticString, isEmpty: Bool) {
        if !isEmpty { breakLine(depth: open.count) }
        append(bracket)
    }

    private mutating func separate(isFirst: Bool, depth: Int) {
        if !isFirst { append(",") }
        breakLine(depth: depth)
    }

    private mutating func breakLine(depth: Int) {
        guard style == .pretty else { return }
        append("\n")
        for _ in 0..<depth { append("  ") }
    }

    private mutating func printString(_ text: String) {
        append("\"")
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: utf8[start..<index])
                appendEscape(of: byte)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        append("\"")
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            bytes += Hex.digits(CollectionOfOne(byte))
        }
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
