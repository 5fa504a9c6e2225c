#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What follows from the outcome of a push.
public enum PushDecision: Sendable, Hashable {
    /// Done: the push service has it, under that name.
    case delivered(id: String?)

    /// Remove the registrations of that token, except those made after `since`.
    case removeToken(PushReason, since: Date?)

    /// Push again at that time.
    case retry(at: Date)

    /// Leave it, and tell the operator why. The registration stays: the device will ask by itself some day.
    case giveUp(PushReason)
}
