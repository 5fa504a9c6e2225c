/// A model of the update API: made of JSON, and written as JSON, by whatever coder there is.
public protocol PassUpdateModel: Codable, Hashable, Sendable {
    /// Reads the JSON.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming every member that is wrong.
    init(json: JSONValue) throws(PassError)

    /// The JSON, with every documented member.
    var json: JSONValue { get }
}

extension PassUpdateModel {
    /// Reads from any decoder; see ``init(json:)``.
    public init(from decoder: any Decoder) throws {
        try self.init(json: JSONValue(from: decoder))
    }

    /// Writes to any encoder; see ``json``.
    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }
}
