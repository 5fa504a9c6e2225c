/// What recipients are told: when a pass is issued to them, and when a pass they hold is updated.
public struct PassIntegrationConfig: Sendable, Hashable {
    /// Sent to recipients who get the pass for the first time; at most one entry a channel.
    public var passIssueNotificationDetails: [NotificationDetails]

    /// Sent to recipients who hold the pass already; at most one entry a channel.
    public var passUpdateNotificationDetails: [NotificationDetails]

    /// Members of the JSON that the library does not know; they are given back.
    public var unknownMembers: JSONObject

    /// Makes the configuration.
    public init(
        passIssueNotificationDetails: [NotificationDetails] = [],
        passUpdateNotificationDetails: [NotificationDetails] = [],
        unknownMembers: JSONObject = .init()
    ) {
        self.passIssueNotificationDetails = passIssueNotificationDetails
        self.passUpdateNotificationDetails = passUpdateNotificationDetails
        self.unknownMembers = unknownMembers
    }

    /// The list for recipients who get the pass, or the one for those who hold it.
    package func details(_ kind: NotificationKind) -> [NotificationDetails] {
        switch kind {
        case .issue: passIssueNotificationDetails
        case .update: passUpdateNotificationDetails
        }
    }
}

extension PassIntegrationConfig: PassUpdateModel {
    /// Reads the JSON.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming every member that is wrong.
    public init(json: JSONValue) throws(PassError) {
        var object = WireObject(json)
        self.init(reading: &object)
        try object.check("passIntegrationConfig")
    }

    init(reading object: inout WireObject) {
        passIssueNotificationDetails = object.list("passIssueNotificationDetails", NotificationDetails.init(reading:))
        passUpdateNotificationDetails = object.list("passUpdateNotificationDetails", NotificationDetails.init(reading:))
        unknownMembers = object.rest
    }

    /// The JSON.
    public var json: JSONValue {
        var object = JSONObject()
        object["passIssueNotificationDetails"] = .array(passIssueNotificationDetails.map(\.json))
        object["passUpdateNotificationDetails"] = .array(passUpdateNotificationDetails.map(\.json))
        object.append(unknownMembers)
        return .object(object)
    }
}
