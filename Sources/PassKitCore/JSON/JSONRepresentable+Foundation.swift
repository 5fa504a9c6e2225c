#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension URL: JSONRepresentable {
    /// Reads an address from a string; one with characters that no address may hold is none.
    public init?(jsonValue: JSONValue) {
        guard let text = jsonValue.stringValue, let url = URL(string: text, encodingInvalidCharacters: false) else {
            return nil
        }
        self = url
    }

    /// The address in JSON.
    public var jsonValue: JSONValue { .string(absoluteString) }
}

extension UUID: JSONRepresentable {
    /// Reads a UUID from a string, in capital or small letters.
    public init?(jsonValue: JSONValue) {
        guard let text = jsonValue.stringValue, let uuid = UUID(uuidString: text) else { return nil }
        self = uuid
    }

    /// The UUID in JSON, in capital letters.
    public var jsonValue: JSONValue { .string(uuidString) }
}
