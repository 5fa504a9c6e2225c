#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a push service answered to one push.
public enum PushOutcome: Sendable, Hashable {
    /// It took the push; `id` is its name for it (`apns-id`).
    case accepted(id: String?)

    /// The device's token is no good any more: its registrations are to be removed.
    ///
    /// `since` is when the service knew, if it says so (`timestamp`). A device that has registered later than that has
    /// come back and stays.
    case tokenInvalid(PushReason, since: Date?)

    /// Not now; `after` is how long to wait, if the service says so (`Retry-After`).
    case retry(PushReason, after: Duration?)

    /// Not this one, and trying again does not help: the request, the certificate or the set-up is wrong.
    case rejected(PushReason)
}
