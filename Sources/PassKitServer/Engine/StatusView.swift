#if Server
    import PassKitCore

    /// What callers see of a delivery: the documented words for each channel.
    enum StatusView {
        /// The channels of a delivery; before its job is done, those it will probably have.
        static func channels(
            of delivery: StoredDelivery,
            _ request: StoredRequest
        ) throws(PassError) -> [PassStatus.Channel] {
            switch delivery.state {
            case .settled: return delivery.channels
            case .cancelled:
                return try expected(delivery, request).map { .init($0, .cancelled, reason: delivery.reason) }
            case .waiting:
                let reason = reason(of: request)
                return try expected(delivery, request).map { .init($0, .initial, reason: reason) }
            }
        }

        private static func expected(
            _ delivery: StoredDelivery,
            _ request: StoredRequest
        ) throws(PassError) -> [NotificationChannel] {
            let config = try PassUpdateContent(parsing: request.content).passIntegrationConfig
            let isUpdate = request.kind == .update && delivery.isHolder
            let channels = config.details(isUpdate ? .update : .issue).filter(\.enabled).map(\.channel)
            // When no message is configured, the channel of pushes bears the state.
            return channels.isEmpty ? [.push] : channels
        }

        /// Why a job makes no headway.
        private static func reason(of request: StoredRequest) -> StatusReason? {
            switch request.state {
            case .blocked: .blocked
            case .dead: .failed
            default: nil
            }
        }
    }
#endif
