/// A text with placeholders between double hashes: `Your ticket: ##SMS Pass Link##`.
///
/// Expansion is a single pass: what a value holds is never taken for a placeholder again. Values are escaped for the
/// place they stand in, so that a recipient's name never becomes markup or a header.
public struct MessageTemplate: Sendable, Hashable {
    /// Where the expanded text goes.
    public enum Context: Sendable, Hashable {
        /// A text message.
        case sms
        /// The HTML of an e-mail.
        case html
        /// A header, such as the subject.
        case header
    }

    /// The placeholder for the pass's link in text messages.
    public static let smsLink = "SMS Pass Link"

    /// The placeholder for the pass's link in e-mails.
    public static let emailLink = "Email Pass Link"

    enum Piece: Sendable, Hashable {
        case text(String)
        case placeholder(String)
    }

    /// The text as it was written.
    public let text: String

    let pieces: [Piece]

    /// Takes a text apart; every text is a template.
    public init(_ text: String) {
        self.text = text
        self.pieces = Self.pieces(of: text)
    }

    /// The names of the placeholders, in order, each once.
    public var placeholders: [String] {
        var seen: Set<String> = []
        return pieces.compactMap { piece in
            guard case .placeholder(let name) = piece, seen.insert(name).inserted else { return nil }
            return name
        }
    }

    /// Whether the recipient's link stands in it.
    public var hasLink: Bool { placeholders.contains(where: Self.isLink) }

    /// Whether a placeholder stands for the recipient's link.
    public static func isLink(_ name: String) -> Bool { name == smsLink || name == emailLink }

    /// The longest name of a placeholder, in bytes.
    private static let maximumNameLength = 64

    private static func pieces(of text: String) -> [Piece] {
        let utf8 = Array(text.utf8)
        let hash = UInt8(ascii: "#")
        var pieces: [Piece] = []
        var start = 0
        var index = 0
        while index + 1 < utf8.count {
            guard utf8[index] == hash, utf8[index + 1] == hash, let end = nameEnd(in: utf8, from: index + 2) else {
                index += 1
                continue
            }
            if start < index { pieces.append(.text(String(decoding: utf8[start..<index], as: UTF8.self))) }
            pieces.append(.placeholder(String(decoding: utf8[(index + 2)..<end], as: UTF8.self)))
            index = end + 2
            start = index
        }
        if start < utf8.count { pieces.append(.text(String(decoding: utf8[start...], as: UTF8.self))) }
        return pieces
    }

    /// Where the name that begins here ends, when double hashes follow it and it is one.
    private static func nameEnd(in utf8: [UInt8], from start: Int) -> Int? {
        var end = start
        while end < utf8.count, end - start <= maximumNameLength {
            switch utf8[end] {
            case UInt8(ascii: "#"):
                guard end > start, end + 1 < utf8.count, utf8[end + 1] == UInt8(ascii: "#") else { return nil }
                return end
            case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "&"): return nil
            default: end += 1
            }
        }
        return nil
    }
}
