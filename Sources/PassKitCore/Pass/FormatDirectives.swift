/// The directives of a format string, such as a field's `changeMessage`.
struct FormatDirectives {
    private enum Piece {
        case text(Substring)
        case placeholder
    }

    private var pieces: [Piece] = []

    /// How many places there are for the value: `%@`, also with a position, `%1$@`.
    private(set) var placeholders = 0

    /// How many other directives there are; `%%` is none.
    private(set) var others = 0

    init(_ format: String) {
        var rest = format[...]
        var start = rest.startIndex
        while let percent = rest.utf8.firstIndex(of: UInt8(ascii: "%")) {
            rest = rest[percent...].dropFirst()
            let digits = rest.utf8.prefix { (0x30...0x39).contains($0) }
            var directive = rest.utf8[digits.endIndex...]
            if !digits.isEmpty, directive.first == UInt8(ascii: "$") { directive = directive.dropFirst() }
            switch directive.first {
            case UInt8(ascii: "@"):
                placeholders += 1
                pieces += [.text(format[start..<percent]), .placeholder]
                rest = Substring(directive.dropFirst())
                start = rest.startIndex
            case UInt8(ascii: "%") where digits.isEmpty:
                pieces.append(.text(format[start..<rest.startIndex]))
                rest = Substring(directive.dropFirst())
                start = rest.startIndex
            case let letter? where (0x61...0x7A).contains(letter | 0x20):
                others += 1
                rest = Substring(directive.dropFirst())
            default:
                break  // "100 % off": a percent sign before a blank is read as one.
            }
        }
        pieces.append(.text(format[start...]))
    }

    /// The text with a value in every place for it; other directives stay as they stand.
    func filled(with value: String) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .placeholder: text += value
            }
        }
    }
}
