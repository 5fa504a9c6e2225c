/// A colour without transparency.
///
/// Apple documents `rgb(255, 0, 0)`, which is written; Wallet's own tools also read `#FF0000`, so both are read.
public struct PassColor: JSONRepresentable, CustomStringConvertible {
    /// Red, 0 to 255.
    public var red: UInt8
    /// Green, 0 to 255.
    public var green: UInt8
    /// Blue, 0 to 255.
    public var blue: UInt8

    /// Makes a colour.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `rgb(r, g, b)`, `#RRGGBB` or `#RGB`; nil for anything else.
    public init?(_ spelling: String) {
        let parts = spelling.hasPrefix("#") ? Self.hexParts(spelling) : Self.rgbParts(spelling)
        guard let parts, parts.count == 3 else { return nil }
        self.init(red: parts[0], green: parts[1], blue: parts[2])
    }

    /// Reads a colour from a string.
    public init?(jsonValue: JSONValue) {
        guard let spelling = jsonValue.stringValue else { return nil }
        self.init(spelling)
    }

    /// The colour in JSON.
    public var jsonValue: JSONValue { .string(description) }

    /// The documented spelling: `rgb(r, g, b)`.
    public var description: String { "rgb(\(red), \(green), \(blue))" }

    private static func hexParts(_ spelling: String) -> [UInt8]? {
        let digits = spelling.utf8.dropFirst()
        let values = digits.compactMap(Hex.value)
        guard values.count == digits.count else { return nil }
        switch values.count {
        case 3: return values.map { $0 * 17 }
        case 6: return stride(from: 0, to: 6, by: 2).map { values[$0] << 4 | values[$0 + 1] }
        default: return nil
        }
    }

    private static func rgbParts(_ spelling: String) -> [UInt8]? {
        guard spelling.hasPrefix("rgb("), spelling.hasSuffix(")") else { return nil }
        let parts = spelling.dropFirst(4).dropLast().split(separator: ",", omittingEmptySubsequences: false)
        let values = parts.compactMap { part in
            let digits = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            return digits.allSatisfy(\.isNumber) ? UInt8(String(digits)) : nil
        }
        return values.count == parts.count ? values : nil
    }
}
