/// How many parts a text message needs (3GPP TS 23.038 and 23.040).
public struct SMSSegments: Sendable, Hashable {
    /// How the text is coded.
    public enum Coding: Sendable, Hashable {
        /// The GSM alphabet: 160 septets, 153 in each of several parts; signs of the extension table take two.
        case gsm7
        /// UTF-16: 70 units, 67 in each of several parts.
        case ucs2
    }

    /// How the text is coded.
    public let coding: Coding

    /// The parts it needs; none for an empty text.
    public let count: Int

    /// The first character that is not in the GSM alphabet and makes the text UCS-2, such as a curly quotation mark.
    public let firstBeyondGSM7: Character?

    /// Counts the parts of a text.
    public init(_ text: String) {
        firstBeyondGSM7 = text.first { character in !character.unicodeScalars.allSatisfy { Self.septets[$0] != nil } }
        // A sign of two septets, or a surrogate pair, is never split between two parts.
        if firstBeyondGSM7 == nil {
            coding = .gsm7
            count = Self.parts(text.unicodeScalars.lazy.map { Self.septets[$0] ?? 2 }, single: 160, several: 153)
        } else {
            coding = .ucs2
            count = Self.parts(text.unicodeScalars.lazy.map { $0.value > 0xFFFF ? 2 : 1 }, single: 70, several: 67)
        }
    }

    private static func parts(_ sizes: some Sequence<Int>, single: Int, several: Int) -> Int {
        let total = sizes.reduce(0, +)
        if total <= single { return total == 0 ? 0 : 1 }
        var parts = 1
        var used = 0
        for size in sizes {
            if used + size > several {
                parts += 1
                used = 0
            }
            used += size
        }
        return parts
    }

    /// The septets of each character of the GSM alphabet and its extension table.
    private static let septets: [Unicode.Scalar: Int] = {
        let basic =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
        var table: [Unicode.Scalar: Int] = [:]
        for scalar in basic.unicodeScalars { table[scalar] = 1 }
        for scalar in "\u{0C}^{}\\[~]|€".unicodeScalars { table[scalar] = 2 }
        return table
    }()
}
