#if Server
    import PassKitCore

    /// What is kept of a message in the outbox: all but its templates, which stand in the request.
    ///
    /// A request with ten thousand recipients so keeps the HTML of its e-mail once.
    enum OutboxContent {
        /// What is kept of a message.
        static func bytes(of message: PlannedMessage) -> [UInt8] {
            var message = message
            message.body = ""
            message.subject = message.subject.map { _ in "" }
            return message.json.bytes()
        }

        /// The message again.
        static func message(from bytes: [UInt8], _ content: PassUpdateContent) throws(PassError) -> PlannedMessage {
            var message = try PlannedMessage(json: JSONValue(parsing: bytes))
            let details = content.passIntegrationConfig.details(message.kind)
            guard let own = details.first(where: { $0.channel == message.channel && $0.enabled }) else {
                throw PassError(
                    .updateContent,
                    "The request has no entry for a message of its own. The store was changed by somebody else."
                )
            }
            message.body = own.messageContent
            message.subject = message.subject.map { _ in own.subject ?? "" }
            return message
        }
    }
#endif
