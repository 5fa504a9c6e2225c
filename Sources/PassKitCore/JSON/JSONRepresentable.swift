/// A Swift value that has one spelling in JSON: what a typed property of a ``JSONView`` may be.
public protocol JSONRepresentable: Hashable, Sendable {
    /// Reads the value, or gives nil when the JSON is of another type or out of range.
    init?(jsonValue: JSONValue)

    /// The value in JSON.
    var jsonValue: JSONValue { get }

    /// The value in JSON where another one stands, of which it may keep what this type does not show.
    func jsonValue(replacing old: JSONValue?) -> JSONValue
}

extension JSONRepresentable {
    /// The value in JSON: nothing is kept of the old one.
    public func jsonValue(replacing old: JSONValue?) -> JSONValue { jsonValue }
}

extension JSONValue: JSONRepresentable {
    /// Takes any value.
    public init?(jsonValue: JSONValue) { self = jsonValue }

    /// The value itself.
    public var jsonValue: JSONValue { self }
}

extension String: JSONRepresentable {
    /// Reads a string.
    public init?(jsonValue: JSONValue) {
        guard let text = jsonValue.stringValue else { return nil }
        self = text
    }

    /// The string in JSON.
    public var jsonValue: JSONValue { .string(self) }
}

extension Bool: JSONRepresentable {
    /// Reads `true` or `false`; a number is neither.
    public init?(jsonValue: JSONValue) {
        guard let value = jsonValue.boolValue else { return nil }
        self = value
    }

    /// The boolean in JSON.
    public var jsonValue: JSONValue { .bool(self) }
}

extension Int: JSONRepresentable {
    /// Reads a whole number, also one spelled `1.0` or `1e3`.
    public init?(jsonValue: JSONValue) {
        guard let number = jsonValue.numberValue, let value = number.int ?? Int(exactly: number.double) else {
            return nil
        }
        self = value
    }

    /// The number in JSON.
    public var jsonValue: JSONValue { .number(JSONNumber(self)) }
}

extension UInt16: JSONRepresentable {
    /// Reads a whole number from 0 to 65535.
    public init?(jsonValue: JSONValue) {
        guard let value = Int(jsonValue: jsonValue).flatMap(UInt16.init(exactly:)) else { return nil }
        self = value
    }

    /// The number in JSON.
    public var jsonValue: JSONValue { .number(JSONNumber(self)) }
}

extension Double: JSONRepresentable {
    /// Reads a number; one beyond the range of a double is none.
    public init?(jsonValue: JSONValue) {
        guard let value = jsonValue.numberValue?.double, value.isFinite else { return nil }
        self = value
    }

    /// The number in JSON; `null` for infinities and not-a-number, which JSON cannot spell.
    public var jsonValue: JSONValue { JSONNumber(self).map(JSONValue.number) ?? .null }
}

extension JSONNumber: JSONRepresentable {
    /// Reads a number as it is spelled.
    public init?(jsonValue: JSONValue) {
        guard let number = jsonValue.numberValue else { return nil }
        self = number
    }

    /// The number in JSON.
    public var jsonValue: JSONValue { .number(self) }
}

extension Array: JSONRepresentable where Element: JSONRepresentable {
    /// Reads an array; elements of another type are left out.
    public init?(jsonValue: JSONValue) {
        guard let elements = jsonValue.arrayValue else { return nil }
        self = elements.compactMap(Element.init(jsonValue:))
    }

    /// The array in JSON.
    public var jsonValue: JSONValue { .array(map(\.jsonValue)) }

    /// The array in JSON, with the old one's elements of another type between the same neighbours as before, and with
    /// the spelling of elements that stay the same.
    public func jsonValue(replacing old: JSONValue?) -> JSONValue {
        var rest = self[...]
        var merged: [JSONValue] = []
        for value in old?.arrayValue ?? [] {
            guard let element = Element(jsonValue: value) else {
                merged.append(value)
                continue
            }
            guard let next = rest.popFirst() else { continue }
            merged.append(next == element ? value : next.jsonValue(replacing: value))
        }
        return .array(merged + rest.map(\.jsonValue))
    }
}
