/// The id of an accepted request: a positive 64-bit integer that travels as a JSON string.
///
/// Keep it as an opaque string; other servers of this API may use other shapes.
public struct PassRequestID: Hashable, Sendable, CustomStringConvertible {
    /// The id as it travels.
    public var rawValue: String

    /// Makes an id from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Makes an id from its number.
    public init(_ number: Int64) { self.rawValue = String(number) }

    /// The number, when the text is a canonical 64-bit integer.
    public var int64: Int64? { canonicalInt64(rawValue) }

    /// The id as it travels.
    public var description: String { rawValue }

    /// Whether both have the same bytes.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue.isSpelled(as: right.rawValue) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) { rawValue.hashSpelling(into: &hasher) }
}

/// The id of one delivery (a request for one recipient), which the update API calls the pass id.
public struct IssuedPassID: Hashable, Sendable, CustomStringConvertible {
    /// The id as it travels.
    public var rawValue: String

    /// Makes an id from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Makes an id from its number.
    public init(_ number: Int64) { self.rawValue = String(number) }

    /// The number, when the text is a canonical 64-bit integer.
    public var int64: Int64? { canonicalInt64(rawValue) }

    /// The id as it travels.
    public var description: String { rawValue }

    /// Whether both have the same bytes.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue.isSpelled(as: right.rawValue) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) { rawValue.hashSpelling(into: &hasher) }
}

/// The number a text spells, when printing the number gives back the very same text.
package func canonicalInt64(_ text: String) -> Int64? {
    guard let number = Int64(text), String(number) == text else { return nil }
    return number
}
