#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A transport that writes messages as files, for a mail or SMS program to pick up, and to see them while developing.
///
/// An e-mail becomes `NAME.eml`, a text message `NAME.sms.json`; the name is the message's idempotency key, so that
/// sending a message again finds its file there, and leaves it: whoever watches the folder sees it once. A file is on
/// the disk, whole, when ``send(_:)`` returns.
///
/// Messages hold addresses and links that work: the files, and a folder that is made for them, are for their owner
/// alone. The program that picks them up runs as the same user.
public struct OutboxDirectory: NotificationTransport {
    /// The folder.
    public let path: String

    private let clock: any PassClock

    /// Makes a transport.
    /// - Parameters:
    ///   - path: The folder, which is made if it is not there.
    ///   - clock: Tells the date of e-mails.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationOutbox`` when the folder cannot be made.
    public init(_ path: String, clock: some PassClock = .system) throws(PassError) {
        self.path = path
        self.clock = clock
        do {
            // Who may look into a folder that is there is up to whoever made it.
            let isThere = FileManager.default.fileExists(atPath: path)
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: isThere ? nil : [.posixPermissions: 0o700]
            )
        } catch {
            throw PassError(
                .notificationOutbox,
                "The outbox \(path) cannot be made. May you write there?",
                cause: error
            )
        }
    }

    /// Writes the message's file, unless it is there.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationOutbox`` when it cannot be written.
    public func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
        let name: String
        let bytes: [UInt8]
        switch message.content {
        case .email(let email):
            name = "\(message.idempotencyKey).eml"
            bytes = try email.mime(
                identifier: message.idempotencyKey,
                date: clock.now,
                headers: [
                    ("X-Idempotency-Key", message.idempotencyKey),
                    ("X-Request-Id", message.requestID.rawValue),
                    ("X-Recipient-Id", message.recipient.rawValue),
                ]
            )
        case .sms(let sms):
            name = "\(message.idempotencyKey).sms.json"
            bytes = sms.json(of: message).bytes(.pretty)
        }
        do {
            let file = "\(path)/\(name)"
            // As when the process died after writing it, and before it could note that.
            if try !DurableFile.isKept(file) { try DurableFile.write(bytes, to: file, isPrivate: true) }
        } catch {
            throw PassError(
                .notificationOutbox,
                "A message cannot be written to the outbox \(path). Is the disk full, or may you not write there?",
                cause: error
            )
        }
        return NotificationReceipt(id: name)
    }
}

extension SMSMessage {
    fileprivate func json(of message: NotificationMessage) -> JSONValue {
        var object = JSONObject()
        object["to"] = .string(to)
        object["text"] = .string(text)
        object["sender"] = sender.map(JSONValue.string)
        object["idempotencyKey"] = .string(message.idempotencyKey)
        object["requestId"] = .string(message.requestID.rawValue)
        object["recipientId"] = .string(message.recipient.rawValue)
        return .object(object)
    }
}
