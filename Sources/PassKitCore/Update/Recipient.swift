/// Somebody a request is for, by the id they have with the host.
public struct Recipient: Sendable, Hashable {
    /// The id of a recipient: whatever the host's recipient directory knows.
    public struct ID: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
        /// The id as it travels.
        public var rawValue: String

        /// Makes an id.
        public init(_ rawValue: String) { self.rawValue = rawValue }

        /// An id written in code.
        public init(stringLiteral value: String) { self.rawValue = value }

        /// The number, when the id is a canonical 64-bit integer, as the documented server's are.
        public var int64: Int64? { canonicalInt64(rawValue) }

        /// The id as it travels.
        public var description: String { rawValue }

        /// The most bytes an id may have.
        public static let maximumLength = 256

        /// Whether both have the same bytes.
        public static func == (left: Self, right: Self) -> Bool { left.rawValue.isSpelled(as: right.rawValue) }

        /// Hashes the bytes.
        public func hash(into hasher: inout Hasher) { rawValue.hashSpelling(into: &hasher) }
    }

    /// The id.
    public var id: ID

    /// Members of the JSON that the library does not know; they are given back.
    public var unknownMembers: JSONObject

    /// Makes a recipient.
    public init(_ id: ID, unknownMembers: JSONObject = .init()) {
        self.id = id
        self.unknownMembers = unknownMembers
    }
}

extension Recipient: PassUpdateModel {
    /// Reads the JSON.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming every member that is wrong.
    public init(json: JSONValue) throws(PassError) {
        var object = WireObject(json)
        self.init(reading: &object)
        try object.check("recipient")
    }

    init(reading object: inout WireObject) {
        id = ID(object.requiredID("id"))
        unknownMembers = object.rest
    }

    /// The JSON, with the id as a string.
    public var json: JSONValue {
        var object = JSONObject()
        object["id"] = .string(id.rawValue)
        object.append(unknownMembers)
        return .object(object)
    }
}
