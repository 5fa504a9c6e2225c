import PassKitCore

/// Judges JSON by the part of JSON Schema that this project's own documents use.
struct SimpleSchema {
    let document: JSONValue
    let schema: JSONValue

    init(_ reference: String, in document: JSONValue) {
        self.document = document
        schema = Self.resolve(reference, document)
    }

    private init(_ schema: JSONValue, _ document: JSONValue) {
        self.document = document
        self.schema = schema["$ref"]?.stringValue.map { Self.resolve($0, document) } ?? schema
    }

    private static func resolve(_ reference: String, _ document: JSONValue) -> JSONValue {
        reference.split(separator: "/").dropFirst().reduce(document) { $0[String($1)] ?? nil }
    }

    /// The keys of the properties the schema names.
    var properties: Set<String> { Set(schema["properties"]?.objectValue?.keys ?? []) }

    subscript(property: String) -> SimpleSchema {
        let inner = schema["properties"]?[property] ?? [:]
        return SimpleSchema(inner["items"] ?? inner, document)
    }

    /// What is wrong with a value; empty when nothing is.
    func faults(in value: JSONValue, at path: String = "") -> [String] {
        var faults: [String] = []
        if let types = schema["type"]?.arrayValue ?? schema["type"].map({ [$0] }) {
            let names = types.compactMap(\.stringValue)
            if !names.contains(where: { Self.has(value, $0) }) { faults.append("\(path): no \(names)") }
        }
        if let constant = schema["const"], constant != value { faults.append("\(path): not \(constant)") }
        if let words = schema["enum"]?.arrayValue, !words.contains(value) { faults.append("\(path): none of \(words)") }
        if let number = value.numberValue?.double {
            if let least = schema["minimum"]?.numberValue?.double, number < least {
                faults.append("\(path): too small")
            }
            if let most = schema["maximum"]?.numberValue?.double, number > most { faults.append("\(path): too large") }
        }
        for key in schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [] where value[key] == nil {
            faults.append("\(path): no \(key)")
        }
        for member in value.objectValue?.members ?? [] {
            guard let inner = schema["properties"]?[member.key] else { continue }
            faults += SimpleSchema(inner, document).faults(in: member.value, at: "\(path).\(member.key)")
        }
        if let items = schema["items"] {
            for (index, element) in (value.arrayValue ?? []).enumerated() {
                faults += SimpleSchema(items, document).faults(in: element, at: "\(path)[\(index)]")
            }
        }
        return faults
    }

    private static func has(_ value: JSONValue, _ type: String) -> Bool {
        switch type {
        case "object": value.objectValue != nil
        case "array": value.arrayValue != nil
        case "string": value.stringValue != nil
        case "integer": value.numberValue?.int64 != nil
        case "number": value.numberValue != nil
        case "boolean": value.boolValue != nil
        default: false
        }
    }
}
