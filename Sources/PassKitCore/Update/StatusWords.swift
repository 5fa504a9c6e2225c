/// Whether a delivery was taken at all: the documented `passStatus`.
public struct PassAcceptance: JSONToken {
    /// The word, such as `Submitted`.
    public let rawValue: String

    /// Takes a word; the documented ones are recognised in any case.
    public init(rawValue: String) { self.rawValue = documentedSpelling(rawValue, of: ["Submitted", "Rejected"]) }

    /// The delivery was taken.
    public static let submitted = Self(rawValue: "Submitted")
    /// The delivery was refused: an unknown recipient, or a pass that may not be replaced.
    public static let rejected = Self(rawValue: "Rejected")

    /// The documented words.
    public static let documented: [Self] = [submitted, rejected]
}

/// How far a message has come on its channel: the documented `channelStatus`.
public struct ChannelStatus: JSONToken {
    private static let words = [
        "initial", "queued", "submitted", "delivered", "undelivered", "cancelled", "opened", "not attempted",
        "rejected",
    ]

    /// The word, such as `queued`.
    public let rawValue: String

    /// Takes a word; the documented ones are recognised in any case.
    public init(rawValue: String) { self.rawValue = documentedSpelling(rawValue, of: Self.words) }

    /// Nothing was sent yet.
    public static let initial = Self(rawValue: "initial")
    /// The message waits to be handed to its transport.
    public static let queued = Self(rawValue: "queued")
    /// The transport took the message.
    public static let submitted = Self(rawValue: "submitted")
    /// A delivery report says that the message arrived.
    public static let delivered = Self(rawValue: "delivered")
    /// A delivery report says that the message did not arrive, or the transport gave up.
    public static let undelivered = Self(rawValue: "undelivered")
    /// The message was stopped before it was sent.
    public static let cancelled = Self(rawValue: "cancelled")
    /// The recipient opened the link, or a device fetched the pass.
    public static let opened = Self(rawValue: "opened")
    /// Nothing is sent on this channel; the reason says why.
    public static let notAttempted = Self(rawValue: "not attempted")
    /// The message cannot be sent; the reason says why.
    public static let rejected = Self(rawValue: "rejected")

    /// The documented words.
    public static let documented: [Self] = words.map { Self(rawValue: $0) }
}

/// Why a delivery, or one channel of it, went no further; an addition to the documented API.
public struct StatusReason: JSONToken {
    /// The word, such as `expired`.
    public let rawValue: String

    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A newer request took its place before anything was published.
    public static let superseded = Self(rawValue: "superseded")
    /// The end of the request's time passed.
    public static let expired = Self(rawValue: "expired")
    /// It was cancelled.
    public static let withdrawn = Self(rawValue: "withdrawn")
    /// The recipient does not take messages on this channel, or has no address there.
    public static let notOptedIn = Self(rawValue: "not opted in")
    /// The pass is byte for byte what the recipient has.
    public static let unchanged = Self(rawValue: "unchanged")
    /// The recipient directory knows no such recipient.
    public static let unknownRecipient = Self(rawValue: "unknown recipient")
    /// The package may not replace the pass that is there.
    public static let mayNotReplace = Self(rawValue: "may not replace")
    /// The message has a placeholder this recipient has no value for.
    public static let missingValue = Self(rawValue: "missing value")

    /// The recipient is not known to hold the pass that is updated.
    public static let unknownHolder = Self(rawValue: "unknown holder")
    /// No identity can sign the pass yet.
    public static let blocked = Self(rawValue: "blocked")
    /// It was given up; a dead letter says why.
    public static let failed = Self(rawValue: "failed")

    /// No device asks for the pass, and no message has a link to it.
    public static let unreachable = Self(rawValue: "unreachable")

    /// The words the library uses.
    public static let documented: [Self] = [
        superseded, expired, withdrawn, notOptedIn, unchanged, unknownRecipient, mayNotReplace, missingValue,
        unknownHolder, blocked, failed, unreachable,
    ]
}

private func documentedSpelling(_ word: String, of words: [String]) -> String {
    let lower = word.lowercased()
    return words.first { $0.lowercased() == lower } ?? word
}
