extension PassStatus.Channel {
    /// The state of a channel on which nothing is sent.
    package init(skipped: MessagePlan.Skipped) {
        switch skipped.reason {
        case .notOptedIn: self.init(skipped.channel, .notAttempted, reason: .notOptedIn)
        case .rejected(let error): self.init(skipped.channel, .rejected, reason: StatusReason(rejecting: error))
        }
    }
}

extension StatusReason {
    /// Why a message could not be made.
    package init(rejecting error: PassError) {
        self = error.code == .notificationPlaceholder ? .missingValue : Self(rawValue: error.code.rawValue)
    }
}
