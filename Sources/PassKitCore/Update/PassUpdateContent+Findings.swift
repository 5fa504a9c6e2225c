#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension PassUpdateContent {
    /// Everything that is wrong with the content, and worth saying about it, at once.
    ///
    /// A pure function: it asks no directory and no store. Content with a finding of severity `error` is refused.
    /// - Parameters:
    ///   - date: The moment the request is judged at.
    ///   - rules: What requests are held to.
    public func findings(at date: Date, rules: PassUpdateRules = .default) -> [Finding] {
        recipientFindings(rules) + timeFindings(date)
            + Self.findings(passIntegrationConfig.passIssueNotificationDetails, .issue, rules)
            + Self.findings(passIntegrationConfig.passUpdateNotificationDetails, .update, rules)
    }

    /// Everything that is wrong with the JSON of a content, members of the wrong type included.
    public static func findings(
        in json: JSONValue,
        at date: Date,
        rules: PassUpdateRules = .default
    ) -> [Finding] {
        var object = WireObject(json)
        let content = PassUpdateContent(reading: &object)
        let faults = object.faults
        let types = faults.map { fault in
            Finding(
                .updateContent,
                fault.path,
                "It must be \(fault.expected).",
                "See the update API's schema."
            )
        }
        // What reads as missing because of its type is said once.
        let others = content.findings(at: date, rules: rules).filter { finding in
            !faults.contains { finding.path == $0.path || finding.path.hasPrefix($0.path + ".") }
        }
        return types + others
    }

    // MARK: - Recipients

    private func recipientFindings(_ rules: PassUpdateRules) -> [Finding] {
        let list = "recipients.recipient"
        guard !recipients.isEmpty else {
            return [
                Finding(.updateNoRecipients, list, "The request is for nobody.", "Give at least one recipient's id.")
            ]
        }
        guard recipients.count <= rules.maximumRecipients else {
            return [
                Finding(
                    .updateTooManyRecipients,
                    list,
                    "The request is for \(recipients.count) recipients, more than \(rules.maximumRecipients).",
                    "Make several requests of it."
                )
            ]
        }
        var findings: [Finding] = []
        var places: [Recipient.ID: Int] = [:]
        for (index, recipient) in recipients.enumerated() {
            let path = "\(list)[\(index)].id"
            if let fault = Self.fault(in: recipient.id) {
                findings.append(Finding(.updateRecipientID, path, "The id \(fault).", "Give the id the recipient has."))
            } else if let first = places[recipient.id] {
                findings.append(
                    Finding(
                        .updateDuplicateRecipient,
                        path,
                        "The id stands at \(list)[\(first)] already, and counts once.",
                        "Name each recipient once.",
                        .warning
                    )
                )
            } else {
                places[recipient.id] = index
            }
        }
        if places.count > 1 {
            findings.append(
                Finding(
                    .updateSharedSerial,
                    list,
                    "\(places.count) recipients share one pass, so that each of their devices shows every later version.",
                    "Give each recipient a pass with a serial number of its own, unless they are to share it.",
                    .note
                )
            )
        }
        return findings
    }

    private static func fault(in id: Recipient.ID) -> String? {
        let text = id.rawValue
        if text.isEmpty { return "is empty" }
        if text.utf8.count > Recipient.ID.maximumLength { return "is longer than \(Recipient.ID.maximumLength) bytes" }
        // Messages name their recipient in a header: what no header may hold would fail there again and again.
        return HeaderText.fault(in: text).map { "holds \($0)" }
    }

    // MARK: - Time

    private func timeFindings(_ date: Date) -> [Finding] {
        var findings: [Finding] = []
        for (stamp, path) in [(startTimeStamp, "startTimeStamp"), (endTimeStamp, "endTimeStamp")] {
            if stamp.milliseconds < 0 {
                findings.append(
                    Finding(.updateStamp, path, "The time lies before 1970.", "Send milliseconds since 1970, or 0.")
                )
            } else if stamp.looksLikeSeconds {
                findings.append(
                    Finding(
                        .updateStampInSeconds,
                        path,
                        "The time \(stamp.milliseconds) is given in seconds, it seems.",
                        "Send milliseconds since 1970, or 0."
                    )
                )
            }
        }
        guard findings.isEmpty, let end = endTimeStamp.date else { return findings }
        if end <= date {
            findings.append(
                Finding(.updateEndInPast, "endTimeStamp", "The time lies in the past.", "Send a later one, or 0.")
            )
        }
        if let start = startTimeStamp.date, end < start {
            findings.append(
                Finding(
                    .updateEndBeforeStart,
                    "endTimeStamp",
                    "The time lies before startTimeStamp.",
                    "Send a later one, or 0."
                )
            )
        }
        return findings
    }

    // MARK: - Messages

    private static func findings(
        _ list: [NotificationDetails],
        _ kind: NotificationKind,
        _ rules: PassUpdateRules
    ) -> [Finding] {
        let key = kind == .issue ? "passIssueNotificationDetails" : "passUpdateNotificationDetails"
        var findings: [Finding] = []
        var channels: Set<NotificationChannel> = []
        for (index, details) in list.enumerated() {
            let path = "passIntegrationConfig.\(key)[\(index)]"
            if !channels.insert(details.channel).inserted {
                findings.append(
                    Finding(
                        .updateRepeatedChannel,
                        path + ".channel",
                        "The list has \(details.channel.rawValue.prefix(40)) twice.",
                        "Give each channel once."
                    )
                )
            }
            findings += details.findings(kind, path, rules)
        }
        return findings
    }
}

extension Finding {
    /// A finding in the content of a request.
    init(
        _ code: PassError.Code,
        _ path: String,
        _ message: String,
        _ remedy: String,
        _ severity: Severity = .error
    ) {
        self.init(Code(code), severity, path: path, message: message, remedy: remedy)
    }
}
