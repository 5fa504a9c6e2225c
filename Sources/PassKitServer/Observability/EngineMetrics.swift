#if Server
    import Metrics
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The engine's metrics.
    ///
    /// Every label has a fixed, small set of values.
    struct EngineMetrics: Sendable {
        private let handedFactory: (any MetricsFactory)?

        init(_ factory: (any MetricsFactory)?) { handedFactory = factory }

        private var factory: any MetricsFactory { handedFactory ?? MetricsSystem.factory }

        func accepted(_ kind: RequestKind, _ duration: Duration) {
            count("passkit.requests.accepted", [("kind", kind.rawValue)])
            time("passkit.requests.duration", [], duration)
        }

        func refused(_ error: any Error) {
            // Hosts may throw codes of their own making, without end; those share one label.
            let code = (error as? PassError)?.code.rawValue ?? "other"
            let room = code.prefix { $0 != "." }
            count("passkit.requests.refused", [("code", Self.rooms.contains(String(room)) ? code : "other")])
        }

        func found(_ finding: Finding) { count("passkit.requests.findings", [("code", finding.code.rawValue)]) }

        func jobEnded(_ outcome: String, _ duration: Duration) {
            count("passkit.jobs.ended", [("outcome", outcome)])
            time("passkit.jobs.duration", [], duration)
        }

        func messageEnded(_ channel: NotificationChannel, _ outcome: String, _ duration: Duration) {
            let known = [.sms, .email].contains(channel) ? channel.rawValue : "other"
            count("passkit.messages.ended", [("channel", known), ("outcome", outcome)])
            time("passkit.messages.duration", [("channel", known)], duration)
        }

        func pushEnded(_ outcome: String, _ duration: Duration) {
            count("passkit.pushes.ended", [("outcome", outcome)])
            time("passkit.pushes.duration", [], duration)
        }

        func deviceAsked(_ question: String) { count("passkit.devices.requests", [("request", question)]) }

        func deviceLogsDropped(_ count: Int) {
            Counter(label: "passkit.devices.logs.dropped", factory: factory).increment(by: count)
        }

        func storeFailed(_ operation: String) { count("passkit.store.failures", [("operation", operation)]) }

        func unreachable(_ count: Int) {
            Counter(label: "passkit.recipients.unreachable", factory: factory).increment(by: count)
        }

        func measured(_ statistics: QueueStatistics, at time: Date) {
            for work in Lease.Work.allCases {
                for state in WorkState.allCases where ![.done, .cancelled].contains(state) {
                    let entry = statistics[work, state]
                    let labels = [("work", work.rawValue), ("state", state.rawValue)]
                    let age = entry?.oldest.map { max(0, time.timeIntervalSince($0)) } ?? 0
                    Gauge(label: "passkit.queue.depth", dimensions: labels, factory: factory).record(entry?.count ?? 0)
                    Gauge(label: "passkit.queue.age", dimensions: labels, factory: factory).record(age)
                }
            }
        }

        private func count(_ label: String, _ dimensions: [(String, String)]) {
            Counter(label: label, dimensions: dimensions, factory: factory).increment()
        }

        private func time(_ label: String, _ dimensions: [(String, String)], _ duration: Duration) {
            Timer(label: label, dimensions: dimensions, factory: factory).record(duration: duration)
        }

        /// The prefixes of the library's own codes.
        private static let rooms: Set<String> = [
            "archive", "json", "pass", "container", "signing", "crypto", "update", "multipart", "transport", "store",
            "engine", "http", "idempotency", "notification", "lint", "signature", "manifest", "certificate",
        ]
    }
#endif
