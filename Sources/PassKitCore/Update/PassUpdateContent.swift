/// The `passContent` of a request: who it is for, what they are told, and when it is to be done.
///
/// Reading is lenient, as the documented server's clients are (booleans and numbers as strings, a single recipient
/// without an array); writing is exact. What the library does not know is kept and given back.
public struct PassUpdateContent: Sendable, Hashable {
    /// Who the request is for.
    public var recipients: [Recipient]

    /// What recipients are told.
    public var passIntegrationConfig: PassIntegrationConfig

    /// Whether the request goes before others that are due.
    public var priority: Bool

    /// Not before this moment.
    public var startTimeStamp: PassTimeStamp

    /// Not after this moment.
    public var endTimeStamp: PassTimeStamp

    /// Members of the JSON that the library does not know; they are given back.
    public var unknownMembers: JSONObject

    /// Members of the JSON's `recipients` beside the list itself; they are given back.
    public var unknownRecipientsMembers = JSONObject()

    /// Makes the content.
    public init(
        recipients: [Recipient.ID],
        passIntegrationConfig: PassIntegrationConfig = .init(),
        priority: Bool = false,
        startTimeStamp: PassTimeStamp = nil,
        endTimeStamp: PassTimeStamp = nil,
        unknownMembers: JSONObject = .init()
    ) {
        self.recipients = recipients.map { Recipient($0) }
        self.passIntegrationConfig = passIntegrationConfig
        self.priority = priority
        self.startTimeStamp = startTimeStamp
        self.endTimeStamp = endTimeStamp
        self.unknownMembers = unknownMembers
    }

    /// The ids of the recipients, in order, each once.
    package var recipientIDs: [Recipient.ID] {
        var seen: Set<Recipient.ID> = []
        return recipients.map(\.id).filter { seen.insert($0).inserted }
    }
}

extension PassUpdateContent: PassUpdateModel {
    /// Reads the JSON.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming every member that is wrong.
    public init(json: JSONValue) throws(PassError) {
        var object = WireObject(json)
        self.init(reading: &object)
        try object.check()
    }

    init(reading object: inout WireObject) {
        recipients = []
        unknownRecipientsMembers = JSONObject()
        let group = object.object("recipients") { group in
            (list: group.list("recipient", Recipient.init(reading:)), unknown: group.rest)
        }
        if let group { (recipients, unknownRecipientsMembers) = group }
        passIntegrationConfig = object.object("passIntegrationConfig", PassIntegrationConfig.init(reading:)) ?? .init()
        priority = object.bool("priority") ?? false
        startTimeStamp = PassTimeStamp(milliseconds: object.int64("startTimeStamp") ?? 0)
        endTimeStamp = PassTimeStamp(milliseconds: object.int64("endTimeStamp") ?? 0)
        unknownMembers = object.rest
    }

    /// Reads JSON text.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, or of the JSON.
    public init(parsing bytes: some Collection<UInt8>) throws(PassError) {
        try self.init(json: JSONValue(parsing: bytes, limits: JSONLimits(size: 5 << 20, depth: 32)))
    }

    /// The JSON, every documented member there.
    public var json: JSONValue {
        var object = JSONObject()
        var group = JSONObject()
        group["recipient"] = .array(recipients.map(\.json))
        group.append(unknownRecipientsMembers)
        object["recipients"] = .object(group)
        object["passIntegrationConfig"] = passIntegrationConfig.json
        object["priority"] = .bool(priority)
        object["startTimeStamp"] = .number(JSONNumber(startTimeStamp.milliseconds))
        object["endTimeStamp"] = .number(JSONNumber(endTimeStamp.milliseconds))
        object.append(unknownMembers)
        return .object(object)
    }
}
