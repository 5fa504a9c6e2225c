extension NotificationDetails {
    /// What is wrong with one entry of a list, and worth saying about it.
    func findings(_ kind: NotificationKind, _ path: String, _ rules: PassUpdateRules) -> [Finding] {
        var findings = headerFindings(path)
        // A channel that others have may stand there as long as it is off.
        if !rules.channels.contains(channel), enabled || !PassUpdateRules.default.channels.contains(channel) {
            let known = rules.channels.map(\.rawValue).sorted().joined(separator: " or ")
            findings.append(
                Finding(
                    .updateUnknownChannel,
                    path + ".channel",
                    "Nothing can be sent on \"\(channel.rawValue.prefix(40))\".",
                    known.isEmpty ? "Leave the message out." : "Use \(known)."
                )
            )
        }
        if let senderEmail, !senderEmail.isEmpty, !MessageAddress.isEmail(senderEmail) {
            findings.append(
                Finding(
                    .updateSenderEmail,
                    path + ".senderEmail",
                    "It is not exactly one e-mail address.",
                    "Give one as name@example.com, or none for the server's own."
                )
            )
        }
        // What is off is only kept, so that a client may send what it has.
        return enabled ? findings + messageFindings(kind, path, rules) : findings
    }

    private func headerFindings(_ path: String) -> [Finding] {
        let texts = [
            ("channel", channel.rawValue), ("subject", subject), ("senderName", senderName),
            ("senderEmail", senderEmail),
        ]
        return texts.compactMap { key, text in
            guard let fault = text.flatMap(HeaderText.fault(in:)) else { return nil }
            return Finding(
                .updateHeaderText,
                "\(path).\(key)",
                "It holds \(fault), which no header may.",
                "Take that out."
            )
        }
    }

    private func messageFindings(_ kind: NotificationKind, _ path: String, _ rules: PassUpdateRules) -> [Finding] {
        var findings: [Finding] = []
        let message = MessageTemplate(messageContent)
        if channel == .email, subject?.isEmpty ?? true {
            findings.append(
                Finding(
                    .updateSubjectMissing,
                    path + ".subject",
                    "The e-mail has no subject, which many take for spam.",
                    "Give one.",
                    .warning
                )
            )
        }
        if messageContent.isEmpty {
            findings.append(
                Finding(
                    .updateMessageMissing,
                    path + ".messageContent",
                    "The message is empty.",
                    "Write one, or set enabled to false.",
                    .warning
                )
            )
        } else if kind == .issue, let link = linkPlaceholder, !message.placeholders.contains(link) {
            findings.append(
                Finding(
                    .updateLinkMissing,
                    path + ".messageContent",
                    "The message does not say where the pass is.",
                    "Put ##\(link)## into it.",
                    .warning
                )
            )
        }
        if channel == .sms, let scalar = messageContent.unicodeScalars.first(where: Self.isNoText) {
            findings.append(
                Finding(
                    .updateMessageText,
                    path + ".messageContent",
                    "The text message holds the control character U+\(String(scalar.value, radix: 16).uppercased()).",
                    "Take it out; only line breaks may stay."
                )
            )
        }
        findings += placeholderFindings(message, path + ".messageContent", rules)
        findings += placeholderFindings(MessageTemplate(subject ?? ""), path + ".subject", rules)
        if channel == .email, let error = Self.markupFault(of: message) {
            findings.append(Finding(error, path: path + ".messageContent"))
        }
        return findings
    }

    private var linkPlaceholder: String? {
        switch channel {
        case .sms: MessageTemplate.smsLink
        case .email: MessageTemplate.emailLink
        default: nil
        }
    }

    private static func isNoText(_ scalar: Unicode.Scalar) -> Bool {
        HeaderText.isControl(scalar) && !["\n", "\r", "\t"].contains(scalar)
    }

    private func placeholderFindings(_ template: MessageTemplate, _ path: String, _ rules: PassUpdateRules) -> [Finding]
    {
        guard let known = rules.placeholderNames else { return [] }
        return template.placeholders.filter { !known.contains($0) && !MessageTemplate.isLink($0) }.map { name in
            Finding(
                .updateUnknownPlaceholder,
                path,
                "No recipient has a value for ##\(name)##, which stays as it is written.",
                "Use a name that recipients have, such as ##First Name##.",
                .warning
            )
        }
    }

    /// Why no recipient could get the message: a placeholder where its value could become markup.
    private static func markupFault(of template: MessageTemplate) -> PassError? {
        do throws(PassError) {
            _ = try template.expanded(for: .html) { (name) throws(PassError) in
                MessageTemplate.isLink(name) ? .link("https://example.com") : .text("x")
            }
            return nil
        } catch { return error }
    }
}
