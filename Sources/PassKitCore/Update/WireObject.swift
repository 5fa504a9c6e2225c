/// Reads the members of a JSON object as the update API's clients send them: booleans and numbers also as strings.
///
/// What is read is taken out; ``rest`` is what the library does not know and gives back. A member of the wrong type
/// reads as if it were missing and is remembered as a fault, so that all faults can be told at once.
struct WireObject {
    /// A member that is not what it should be.
    struct Fault: Sendable, Hashable {
        let path: String
        let expected: String
    }

    private(set) var rest: JSONObject
    private(set) var faults: [Fault] = []
    private let path: String
    private let isObject: Bool

    init(_ json: JSONValue, path: String = "") {
        self.path = path
        rest = json.objectValue ?? JSONObject()
        isObject = json.objectValue != nil
        if !isObject { faults.append(Fault(path: path, expected: "an object")) }
    }

    /// Refuses what has faults, naming the first few of them.
    /// - Parameter subject: What was read, such as `passContent`.
    func check(_ subject: String = "passContent") throws(PassError) {
        guard let error = PassError(faults, in: subject) else { return }
        throw error
    }

    /// Remembers a fault of a member.
    mutating func fault(_ key: String, _ expected: String) {
        faults.append(Fault(path: path(key), expected: expected))
    }

    /// The value of a member, or nil when it is missing or `null`.
    mutating func value(_ key: String) -> JSONValue? {
        guard let value = rest[key] else { return nil }
        rest[key] = nil
        // Not `nil` alone: that is a JSON value, too.
        return value.isNull ? JSONValue?.none : value
    }

    mutating func string(_ key: String) -> String? {
        read(key, "a string", \.stringValue)
    }

    /// A string that must be there.
    mutating func required(_ key: String) -> String {
        required(key, "a string") { $0.string(key) } ?? ""
    }

    mutating func bool(_ key: String) -> Bool? {
        read(key, "true or false") { value in
            switch value.stringValue?.lowercased() {
            case "true": true
            case "false": false
            default: value.boolValue
            }
        }
    }

    mutating func int64(_ key: String) -> Int64? {
        read(key, "an integer") { value in
            if let text = value.stringValue { return Int64(text) }
            // Some languages print whole numbers as 0.0 and 1.8e12.
            return value.numberValue?.int64 ?? value.numberValue.flatMap { Int64(exactly: $0.double) }
        }
    }

    /// An id, which travels as a string or as a number.
    mutating func id(_ key: String) -> String? {
        read(key, "a string") { $0.stringValue ?? $0.numberValue?.spelling }
    }

    /// An id that must be there.
    mutating func requiredID(_ key: String) -> String {
        required(key, "a string") { $0.id(key) } ?? ""
    }

    /// A member that must be there, read by a closure.
    mutating func required<Value>(
        _ key: String,
        _ expected: String,
        _ read: (inout WireObject) -> Value?
    ) -> Value? {
        let known = faults.count
        let value = read(&self)
        if value == nil, isObject, faults.count == known { fault(key, expected) }
        return value
    }

    /// A text that travels under either of two keys; empty when it is there under none.
    mutating func text(_ key: String, _ alias: String) -> String {
        let text = string(key)
        let other = string(alias)
        return text ?? other ?? ""
    }

    /// A member that is an object, or nil when it is missing.
    mutating func object<Value>(_ key: String, _ read: (inout WireObject) -> Value) -> Value? {
        guard let json = value(key) else { return nil }
        var object = WireObject(json, path: path(key))
        defer { faults += object.faults }
        return read(&object)
    }

    /// The elements of an array; a single value that is no array counts as one, as the API's XML heritage has it.
    mutating func list<Element>(_ key: String, _ read: (inout WireObject) -> Element) -> [Element] {
        guard let json = value(key) else { return [] }
        return (json.arrayValue ?? [json]).enumerated().map { index, json in
            var object = WireObject(json, path: "\(path(key))[\(index)]")
            defer { faults += object.faults }
            return read(&object)
        }
    }

    private mutating func read<Value>(
        _ key: String,
        _ expected: String,
        _ convert: (JSONValue) -> Value?
    ) -> Value? {
        guard let json = value(key) else { return nil }
        if let value = convert(json) { return value }
        // An empty text stands for nothing where something else than text is expected.
        if json.stringValue?.isEmpty != true { fault(key, expected) }
        return nil
    }

    private func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension PassError {
    /// What is wrong with JSON that was read; nil when nothing is.
    init?(_ faults: [WireObject.Fault], in subject: String) {
        guard !faults.isEmpty else { return nil }
        let texts = faults.prefix(5).map { "\($0.path.isEmpty ? subject : $0.path) must be \($0.expected)" }
        let more = faults.count > 5 ? ", and \(faults.count - 5) more" : ""
        self.init(.updateContent, "\(subject): \(texts.joined(separator: ", "))\(more). See the update API's schema.")
    }
}

extension JSONValue {
    /// An id of a reply: a number where it is a canonical 64-bit integer, as the documented server's are.
    static func wireID(_ id: String) -> JSONValue {
        canonicalInt64(id).map { .number(JSONNumber($0)) } ?? .string(id)
    }
}
