/// A page of the deliveries a request led to.
public struct PassPage: Sendable, Hashable {
    /// How many deliveries there are in all.
    public var total: Int

    /// Those of this page.
    public var passRequests: [IssuedPass]

    /// Members of the JSON that the library does not know; they are given back.
    public var unknownMembers: JSONObject

    /// Makes a page.
    public init(total: Int, passRequests: [IssuedPass], unknownMembers: JSONObject = .init()) {
        self.total = total
        self.passRequests = passRequests
        self.unknownMembers = unknownMembers
    }
}

extension PassPage: PassUpdateModel {
    /// Reads the JSON; a single delivery may stand without an array, as the documented reply for one recipient has it.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming the member that is wrong.
    public init(json: JSONValue) throws(PassError) {
        var object = WireObject(json)
        passRequests = object.list("passRequests", IssuedPass.init(reading:))
        total = Int(clamping: object.int64("total") ?? Int64(passRequests.count))
        unknownMembers = object.rest
        try object.check("reply")
    }

    /// The JSON, with every documented member.
    public var json: JSONValue {
        var object = JSONObject()
        object["total"] = .number(JSONNumber(total))
        object["passRequests"] = .array(passRequests.map(\.json))
        object.append(unknownMembers)
        return .object(object)
    }
}
