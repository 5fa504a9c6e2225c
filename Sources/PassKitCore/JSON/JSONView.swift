/// A typed view over a JSON object that loses nothing.
///
/// Reading is lenient: a value of the wrong type reads as nil. Writing is exact: setting a property touches its own
/// member only, and setting what the member already reads as changes nothing, so that spellings survive. Members the
/// library does not know stay where they are, and are within reach through the subscripts.
public protocol JSONView: JSONRepresentable {
    /// The object, with every member it came with.
    var json: JSONObject { get set }

    /// Looks at an object.
    init(json: JSONObject)
}

extension JSONView {
    /// Looks at an object; nil for any other value.
    public init?(jsonValue: JSONValue) {
        guard let object = jsonValue.objectValue else { return nil }
        self.init(json: object)
    }

    /// The object in JSON.
    public var jsonValue: JSONValue { .object(json) }

    /// A member as the type that is asked for; nil when it is absent or of another type.
    ///
    /// Setting nil removes it.
    public subscript<Value: JSONRepresentable>(key: String) -> Value? {
        get { json[key].flatMap(Value.init(jsonValue:)) }
        set {
            let old = json[key]
            guard let newValue else { return json[key] = nil }
            if old.flatMap(Value.init(jsonValue:)) != newValue { json[key] = newValue.jsonValue(replacing: old) }
        }
    }

    /// A member that is a list; empty when it is absent.
    ///
    /// Elements of another type are left out in reading and stay where they are in writing. Setting an empty list
    /// removes the member.
    public subscript<Element: JSONRepresentable>(list key: String) -> [Element] {
        get { self[key] ?? [] }
        set {
            guard newValue != self[list: key] else { return }
            self[key] = newValue.isEmpty ? nil : newValue
        }
    }

    /// A member that is an object; without members when it is absent.
    ///
    /// Setting one without members removes the member.
    public subscript<View: JSONView>(object key: String) -> View {
        get { self[key] ?? View(json: JSONObject()) }
        set {
            guard newValue != self[object: key] else { return }
            self[key] = newValue.json.isEmpty ? nil : newValue
        }
    }
}

// MARK: - Members that are written in two ways

extension JSONView {
    /// A member with a second key, which is read where the documented one is absent.
    ///
    /// The documented key is written. The second one is kept in step where both stand, else it gives way.
    subscript<Value: JSONRepresentable>(key: String, alias: String) -> Value? {
        get { self[key] ?? self[alias] }
        set {
            guard newValue == nil || newValue != self[key, alias] else { return }
            if json[key] == nil || newValue == nil { json[alias] = nil }
            self[key] = newValue
            if json[alias] != nil { self[alias] = newValue }
        }
    }

    /// A list with a second key.
    subscript<Element: JSONRepresentable>(list key: String, alias: String) -> [Element] {
        get { self[key, alias] ?? [] }
        set {
            guard newValue != self[list: key, alias] else { return }
            self[key, alias] = newValue.isEmpty ? nil : newValue
        }
    }

    /// An object with a second key.
    subscript<View: JSONView>(object key: String, alias: String) -> View {
        get { self[key, alias] ?? View(json: JSONObject()) }
        set {
            guard newValue != self[object: key, alias] else { return }
            self[key, alias] = newValue.json.isEmpty ? nil : newValue
        }
    }

    /// A text for which Wallet also takes a number.
    subscript(text key: String) -> String? {
        get { json[key].flatMap { $0.stringValue ?? $0.numberValue?.spelling } }
        set {
            guard newValue == nil || newValue != self[text: key] else { return }
            json[key] = newValue.map(JSONValue.string)
        }
    }
}
