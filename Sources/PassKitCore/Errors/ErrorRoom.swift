/// What the errors of one room have in common: why they matter, and what to do about them.
///
/// `Docs/Errors.md` and `pkpass explain` take their texts from here, but for codes that ``ErrorAdvice`` has texts for;
/// what is particular to an error stands in its message.
package struct ErrorRoom: Sendable {
    /// The part of the codes before the dot.
    package let prefix: String
    /// What the room is about.
    package let subject: String
    /// Why its errors matter.
    package let reason: String
    /// What to do about them.
    package let remedy: String

    /// The room of a code; nil for a prefix that no room of this project has.
    package init?(of code: PassError.Code) {
        let prefix = code.rawValue.prefix { $0 != "." }
        guard let room = Self.all.first(where: { $0.prefix == prefix }) else { return nil }
        self = room
    }

    private init(_ prefix: String, _ subject: String, why reason: String, mend remedy: String) {
        self.prefix = prefix
        self.subject = subject
        self.reason = reason
        self.remedy = remedy
    }

    /// The rooms, by their prefixes.
    package static let all: [ErrorRoom] = [
        ErrorRoom(
            "archive",
            "the ZIP archive",
            why: "Two readers could see two different passes in such an archive, or it would cost too much to open.",
            mend: "Make the archive anew with a plain zip tool, as `zip -X`, or load it again where it was damaged."
        ),
        ErrorRoom(
            "container",
            "the package, its images and its strings",
            why: "Wallet refuses such a package, or does not show the file.",
            mend: "Mend the file that the message names, and make the pass anew."
        ),
        ErrorRoom(
            "crypto",
            "the system's libcrypto",
            why: "Nothing can be hashed, signed or verified.",
            mend: "Install OpenSSL 3 with its default provider."
        ),
        ErrorRoom(
            "engine",
            "the durable update engine",
            why: "The request was not taken, and nothing of it was kept.",
            mend: "Do what the message says and send the request again, with the same idempotency key."
        ),
        ErrorRoom(
            "http",
            "requests and replies of the HTTP interfaces",
            why: "The request was not understood or not allowed, and nothing was changed.",
            mend: "Mend the request as the message says."
        ),
        ErrorRoom(
            "idempotency",
            "idempotency keys",
            why: "Without a right key a repeated request could be done twice.",
            mend: "Send each request with a key of its own, and a repeated request unchanged with the same key."
        ),
        ErrorRoom(
            "json",
            "JSON texts",
            why: "Readers understand such a text differently, or not at all; Wallet refuses a pass that is no JSON.",
            mend: "Mend the text at the line and column that the message names."
        ),
        ErrorRoom(
            "notification",
            "messages to recipients",
            why: "A recipient would get a wrong message, or none.",
            mend: "Mend the template, the profile or the address that the message names."
        ),
        ErrorRoom(
            "pass",
            "the content of `pass.json`",
            why: "Without it there is no pass.",
            mend: "Write `pass.json` as one object."
        ),
        ErrorRoom(
            "signing",
            "credentials and signatures",
            why: "Nothing can be signed with these credentials, or Wallet would refuse what is signed.",
            mend: "Give the Pass Type ID certificate for this pass, its own key, and Apple's intermediate."
        ),
        ErrorRoom(
            "store",
            "the durable store",
            why: "The store cannot be used as it is; nothing was lost or half written.",
            mend: "Do what the message says, and try again."
        ),
        ErrorRoom(
            "tool",
            "the command line",
            why: "The tool did nothing.",
            mend: "Mend the command line as the message says; `pkpass help` shows what there is."
        ),
        ErrorRoom(
            "transport",
            "HTTP to other services",
            why: "The other side got nothing, or its answer could not be used.",
            mend: "Check the address, the credentials and the limits, and try again."
        ),
        ErrorRoom(
            "update",
            "requests of the update API",
            why: "The request was refused as a whole: no pass was changed and nobody was told.",
            mend: "Mend the request as the message says, and send it again."
        ),
        ErrorRoom(
            "multipart",
            "multipart forms",
            why: "Readers understand such a form differently, or it would cost too much to read.",
            mend: "Write the form with an HTTP library."
        ),
    ]
}
