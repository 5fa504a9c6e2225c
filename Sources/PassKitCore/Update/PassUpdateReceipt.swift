/// The answer to an accepted request: `{"requestId":"2318508739642895844","description":"Request Queued. "}`.
public struct PassUpdateReceipt: Sendable, Hashable, PassUpdateModel {
    /// The id of the request, by which its fate can be asked for.
    public var requestId: PassRequestID

    /// What the documented server says, its trailing blank included; compare it trimmed.
    public var description: String

    /// The words of the documented server.
    public static let queued = "Request Queued. "

    /// Makes a receipt.
    public init(requestId: PassRequestID, description: String = queued) {
        self.requestId = requestId
        self.description = description
    }

    /// The JSON.
    public var json: JSONValue {
        ["requestId": .string(requestId.rawValue), "description": .string(description)]
    }

    /// Reads the JSON, with the id as a string or a number.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``.
    public init(json: JSONValue) throws(PassError) {
        var object = WireObject(json)
        requestId = PassRequestID(object.requiredID("requestId"))
        description = object.string("description") ?? ""
        try object.check("reply")
    }
}
