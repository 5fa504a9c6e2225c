/// How far a delivery has come, channel by channel.
///
/// The members are those of the documented "Get Pass Status", whose misspelt keys are written as documented and read in
/// both spellings.
public struct PassStatus: Sendable, Hashable {
    /// The state of one channel.
    public struct Channel: Sendable, Hashable {
        /// The channel.
        public var channelType: NotificationChannel

        /// Whether the delivery was taken at all.
        public var passStatus: PassAcceptance

        /// How far the message has come.
        public var channelStatus: ChannelStatus

        /// Why it went no further, where that is known.
        public var reason: StatusReason?

        /// Members of the JSON that the library does not know; they are given back.
        public var unknownMembers: JSONObject

        /// Makes the state of a channel.
        public init(
            _ channelType: NotificationChannel,
            _ channelStatus: ChannelStatus,
            passStatus: PassAcceptance = .submitted,
            reason: StatusReason? = nil,
            unknownMembers: JSONObject = .init()
        ) {
            self.channelType = channelType
            self.passStatus = passStatus
            self.channelStatus = channelStatus
            self.reason = reason
            self.unknownMembers = unknownMembers
        }
    }

    /// The id of the delivery.
    public var id: IssuedPassID

    /// The pass type identifier of the pass.
    public var passTypeIdentifier: String

    /// The serial number of the pass.
    public var serialNumber: String

    /// Who the delivery is for.
    public var audienceId: Recipient.ID

    /// What the first barcode encodes.
    public var barcodeMessage: String

    /// The state of each channel.
    public var channelStatusList: [Channel]

    /// Members of the JSON that the library does not know; they are given back.
    public var unknownMembers: JSONObject

    /// Makes a status.
    public init(
        id: IssuedPassID,
        pass: PassIdentifier,
        audienceId: Recipient.ID,
        barcodeMessage: String = "",
        channelStatusList: [Channel],
        unknownMembers: JSONObject = .init()
    ) {
        self.id = id
        self.passTypeIdentifier = pass.type
        self.serialNumber = pass.serial
        self.audienceId = audienceId
        self.barcodeMessage = barcodeMessage
        self.channelStatusList = channelStatusList
        self.unknownMembers = unknownMembers
    }
}

extension PassStatus: PassUpdateModel {
    /// Reads the JSON, with or without its `passStatusData`.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming the member that is wrong.
    public init(json: JSONValue) throws(PassError) {
        let data = json["passStatusData"] ?? json
        var object = WireObject(
            data.arrayValue?.first ?? data,
            path: json["passStatusData"] == nil ? "" : "passStatusData"
        )
        id = IssuedPassID(object.requiredID("id"))
        passTypeIdentifier = object.text("passtypeIdentifier", "passTypeIdentifier")
        serialNumber = object.text("seriealNumber", "serialNumber")
        audienceId = Recipient.ID(object.id("audienceId") ?? "")
        barcodeMessage = object.string("barcodeMessage") ?? ""
        channelStatusList = object.list("channelStatusList", Channel.init(reading:))
        unknownMembers = object.rest
        try object.check("reply")
    }

    /// The JSON, with every documented member.
    public var json: JSONValue {
        var object = JSONObject()
        object["id"] = .wireID(id.rawValue)
        object["passtypeIdentifier"] = .string(passTypeIdentifier)
        object["seriealNumber"] = .string(serialNumber)
        object["audienceId"] = .wireID(audienceId.rawValue)
        object["barcodeMessage"] = .string(barcodeMessage)
        object["channelStatusList"] = .array(channelStatusList.map(\.json))
        object.append(unknownMembers)
        return ["passStatusData": .object(object)]
    }
}

extension PassStatus.Channel: PassUpdateModel {
    /// Reads the JSON.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming every member that is wrong.
    public init(json: JSONValue) throws(PassError) {
        try self.init(json: json, path: "")
    }

    /// Reads the state of one channel, as a store keeps it.
    package init(json: JSONValue, path: String) throws(PassError) {
        var object = WireObject(json, path: path)
        self.init(reading: &object)
        try object.check("The state of a channel")
    }

    init(reading object: inout WireObject) {
        channelType = NotificationChannel(object.string("channelType") ?? "")
        passStatus = PassAcceptance(rawValue: object.string("passStatus") ?? "")
        channelStatus = ChannelStatus(rawValue: object.string("channelStatus") ?? "")
        reason = object.string("reason").map { StatusReason(rawValue: $0) }
        unknownMembers = object.rest
    }

    /// The JSON, with every documented member.
    public var json: JSONValue {
        var object = JSONObject()
        object["channelType"] = .string(channelType.rawValue)
        object["passStatus"] = .string(passStatus.rawValue)
        object["channelStatus"] = .string(channelStatus.rawValue)
        object["reason"] = reason.map { .string($0.rawValue) }
        object.append(unknownMembers)
        return .object(object)
    }
}
