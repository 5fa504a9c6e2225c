import PassKitCore
import Testing

/// A property of a typed view and the member of the JSON object that it must read and write.
struct ViewProperty<View: JSONView>: Sendable, CustomTestStringConvertible {
    let key: String
    let sample: JSONValue
    /// Whether the property reads something from an object.
    let reads: @Sendable (View) -> Bool
    /// Takes the property's value over from one object into another.
    let copy: @Sendable (View, inout View) -> Void
    /// Sets the property to nothing.
    let clear: @Sendable (inout View) -> Void

    var testDescription: String { key }

    init<Value: JSONRepresentable>(
        _ key: String,
        _ sample: JSONValue,
        _ path: any WritableKeyPath<View, Value?> & Sendable
    ) {
        self.key = key
        self.sample = sample
        reads = { $0[keyPath: path] != nil }
        copy = { $1[keyPath: path] = $0[keyPath: path] }
        clear = { $0[keyPath: path] = nil }
    }

    init<Element: JSONRepresentable>(
        _ key: String,
        _ sample: JSONValue,
        _ path: any WritableKeyPath<View, [Element]> & Sendable
    ) {
        self.key = key
        self.sample = sample
        reads = { !$0[keyPath: path].isEmpty }
        copy = { $1[keyPath: path] = $0[keyPath: path] }
        clear = { $0[keyPath: path] = [] }
    }

    init<Nested: JSONView>(
        _ key: String,
        _ sample: JSONValue,
        _ path: any WritableKeyPath<View, Nested> & Sendable
    ) {
        self.key = key
        self.sample = sample
        reads = { !$0[keyPath: path].json.isEmpty }
        copy = { $1[keyPath: path] = $0[keyPath: path] }
        clear = { $0[keyPath: path] = Nested(json: JSONObject()) }
    }
}
