/// Why a code matters, and what to do about it: what its room says, or what the code has of its own.
///
/// A code has texts of its own where those of its room would mislead: a warning of a request that was taken is no
/// refusal, and work that was given up is not sent again by whoever asked for it.
package struct ErrorAdvice: Sendable {
    /// The codes with these texts; empty for what a room says.
    package let codes: [String]
    /// How much it matters, where it is no error but a finding about a request that was taken.
    package let severity: Finding.Severity?
    /// Why it matters.
    package let reason: String
    /// What to do about it.
    package let remedy: String

    /// The advice on a code; nil for a prefix that no room of this project has.
    package init?(of code: PassError.Code) {
        if let own = Self.exceptions.first(where: { $0.codes.contains(code.rawValue) }) {
            self = own
        } else if let room = ErrorRoom(of: code) {
            self.init([], why: room.reason, mend: room.remedy)
        } else {
            return nil
        }
    }

    private init(_ codes: [String], _ severity: Finding.Severity? = nil, why reason: String, mend remedy: String) {
        self.codes = codes
        self.severity = severity
        self.reason = reason
        self.remedy = remedy
    }

    /// The codes with texts of their own.
    package static let exceptions = findings + requests + work + notifications

    private static let again = "drive it again: `pkpass retry`, or `redrive` of the engine."

    /// Warnings and notes of requests that were taken.
    private static let findings: [ErrorAdvice] = [
        ErrorAdvice(
            ["update.duplicate-recipient"],
            .warning,
            why: "The request was taken. The recipient counts once, and is told once.",
            mend: "Name each recipient once. Nothing needs to be sent again."
        ),
        ErrorAdvice(
            ["update.shared-serial"],
            .note,
            why: "The request was taken. Each of these recipients' devices shows every later version of the pass.",
            mend: "Give each recipient a pass with a serial number of its own, unless they are to share it."
        ),
        ErrorAdvice(
            ["update.link-missing", "update.message-missing", "update.subject-missing", "update.unknown-placeholder"],
            .warning,
            why: "The request was taken, and its messages go out as they are: they say less than they should.",
            mend: "Mend the message, or add the attribute to the recipients' profiles, before the next request. To "
                + "tell these recipients anew, send the request to them with `/import`."
        ),
        ErrorAdvice(
            ["update.unreachable"],
            .warning,
            why: "The request was taken and its messages go out, but these holders still have the old pass.",
            mend: "Put the link's placeholder into the update message and send the request to these holders with "
                + "`/import`; or let passes ask this server for updates."
        ),
    ]

    /// What else is no refusal of a request.
    private static let requests: [ErrorAdvice] = [
        ErrorAdvice(
            ["update.delivery"],
            why: "The pass is published, but some messages were not handed on; all others were.",
            mend: "Mend the transport that the cause is of, and send the request again."
        ),
        ErrorAdvice(
            ["update.publish"],
            why: "A pass was not published. Recipients that came before in the request may have theirs.",
            mend: "Make room, or see to it that the folder may be written to, and send the request again."
        ),
        ErrorAdvice(
            ["update.holdings", "update.recipients"],
            why: "Nothing of the file was taken; a server that runs goes on with what it has.",
            mend: "Mend the line that the message names, and hand the file in again; `pkpass serve` reads it after a "
                + "SIGHUP."
        ),
        ErrorAdvice(
            ["update.unknown-pass", "update.unknown-request"],
            why: "There is nothing to tell of, or to cancel; nothing was changed.",
            mend: "Ask with the id of the receipt, or of the passes of that request. What is long done is forgotten."
        ),
        ErrorAdvice(
            ["update.nothing-to-cancel"],
            why: "Everything of the delivery went out, was cancelled, or failed; nothing was changed.",
            mend: "Look at the status of the delivery. Only what is still to be done can be cancelled."
        ),
    ]

    /// Work that failed or was given up, and what is no request.
    private static let work: [ErrorAdvice] = [
        ErrorAdvice(
            ["engine.leases-lost"],
            why: "A job, message or push was given up: it seems that the process dies while doing it.",
            mend: "Find the reason the process ended, then " + again
        ),
        ErrorAdvice(
            ["engine.no-transport"],
            why: "The request was taken, but a message of it was given up; the recipient was not told.",
            mend: "Hand the engine a transport for the channel, then " + again
        ),
        ErrorAdvice(
            ["engine.push-refused"],
            why: "The pass changed, but a device was not told: the push was given up. It asks by itself some day.",
            mend: "Mend the certificate, or what else Apple's reason in the message names, then " + again
        ),
        ErrorAdvice(
            ["engine.push-failed"],
            why: "The pass changed, but a device was not told. The push is tried again for about a day, then given up.",
            mend: "Let the machine reach the push service. When the push was given up, " + again
        ),
        ErrorAdvice(
            ["engine.bytes-missing"],
            why: "The store lost a package: the pass cannot be served, and jobs that need it fail.",
            mend: "Restore the store from a backup. When work was given up, " + again
        ),
        ErrorAdvice(
            ["engine.overtaken"],
            why: "The change was not published, since others published theirs; nothing of it was kept.",
            mend: "Make the edit again. A job is tried again by itself; when it was given up, " + again
        ),
        ErrorAdvice(
            ["engine.unknown-pass"],
            why: "There is nothing to edit; nothing was changed.",
            mend: "Issue the pass first."
        ),
        ErrorAdvice(
            ["engine.public-url"],
            why: "The engine does not start, since no link to a pass could be made.",
            mend: "Give the address at which recipients reach the server, such as `https://passes.example.com`."
        ),
        ErrorAdvice(
            ["http.address-in-use"],
            why: "The server does not start, since another program listens there. Nothing was changed.",
            mend: "Stop that program, or choose another `--listen`."
        ),
    ]

    /// Transports for messages that are not fit, or did not take one.
    private static let notifications: [ErrorAdvice] = [
        ErrorAdvice(
            ["notification.outbox", "notification.webhook"],
            why: "No message goes out this way. It is tried again for about three hours, then given up.",
            mend: "Mend the place that the message names. When a message was given up, " + again
        )
    ]
}
