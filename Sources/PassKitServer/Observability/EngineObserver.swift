#if Server
    import Logging
    import PassKitCore
    import Tracing

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Everything the engine says about itself: logs, metrics and traces.
    ///
    /// None of it holds a secret, a token, an address or the content of a pass, and every label has few values.
    struct EngineObserver: Sendable {
        private let logger: Logger
        private let metrics: EngineMetrics
        private let handedTracer: (any Tracer)?

        init(_ configuration: PassUpdateEngine.Configuration) {
            logger = configuration.logger
            metrics = EngineMetrics(configuration.metrics)
            handedTracer = configuration.tracer
        }

        private var tracer: any Tracer { handedTracer ?? InstrumentationSystem.tracer }

        // MARK: Accept

        /// Watches a request being accepted or refused.
        func accepting(
            _ request: PassUpdateRequest,
            _ kind: RequestKind,
            _ work: () async throws -> PassUpdateReceipt
        ) async throws -> PassUpdateReceipt {
            let start = ContinuousClock.now
            return try await tracer.withSpan("passkit.accept", ofKind: .server) { span in
                span.attributes["passkit.kind"] = kind.rawValue
                do {
                    let receipt = try await work()
                    metrics.accepted(kind, ContinuousClock.now - start)
                    span.attributes["passkit.request.id"] = receipt.requestId.rawValue
                    logger.debug("accepted", metadata: ["request.id": "\(receipt.requestId)", "kind": "\(kind)"])
                    return receipt
                } catch {
                    let code = FailureNote(error).code
                    metrics.refused(error)
                    span.attributes["passkit.code"] = code
                    logger.debug("refused", metadata: ["code": "\(code)", "kind": "\(kind)"])
                    throw error
                }
            }
        }

        /// Something is worth saying about a request though it is taken.
        func found(_ findings: [Finding]) {
            guard !findings.isEmpty else { return }
            for finding in findings { metrics.found(finding) }
            let codes = findings.map { "\($0.code) \($0.path)" }
            logger.debug("findings", metadata: ["findings": .array(codes.prefix(20).map { .string($0) })])
        }

        /// What goes with a request through the queue, so that its trace goes on.
        func traceContext() -> [String: String] {
            guard let context = InstrumentationContext.current else { return [:] }
            var carrier: [String: String] = [:]
            tracer.inject(context, into: &carrier, using: DictionaryCarrier())
            return carrier
        }

        private func context(of trace: [String: String]) -> InstrumentationContext {
            var context = InstrumentationContext.topLevel
            tracer.extract(trace, into: &context, using: DictionaryCarrier())
            return context
        }

        // MARK: Work

        /// How a piece of work ended.
        enum Outcome: Sendable {
            /// How a job ended.
            case done, cancelled, blocked
            /// How the sending of a message ended.
            case submitted, rejected
            /// How a push ended.
            case sent, gone
            /// How work of any kind may end.
            case released, leaseLost, failed(FailureNote), dead(FailureNote)
        }

        /// Watches a job.
        func running(_ job: ClaimedJob, _ work: () async -> Outcome) async {
            let start = ContinuousClock.now
            await tracer.withSpan("passkit.job", context: context(of: job.request.trace), ofKind: .consumer) { span in
                let outcome = await work()
                span.attributes["passkit.request.id"] = job.request.id.rawValue
                span.attributes["passkit.outcome"] = outcome.label
                metrics.jobEnded(outcome.label, ContinuousClock.now - start)
                log("job", of: job.request.id, outcome, job.attempt)
            }
        }

        /// Watches a message being sent.
        func sending(
            _ message: ClaimedMessage,
            _ trace: [String: String],
            _ work: () async -> Outcome
        ) async {
            let start = ContinuousClock.now
            await tracer.withSpan("passkit.message", context: context(of: trace), ofKind: .producer) { span in
                let outcome = await work()
                span.attributes["passkit.request.id"] = message.request.rawValue
                span.attributes["passkit.outcome"] = outcome.label
                metrics.messageEnded(message.message.channel, outcome.label, ContinuousClock.now - start)
                log("message", of: message.request, outcome, message.attempt)
            }
        }

        private func log(_ work: String, of request: PassRequestID, _ outcome: Outcome, _ attempt: Int) {
            var metadata = metadata(outcome, attempt)
            metadata["request.id"] = "\(request)"
            logger.log(level: outcome.level, "\(work) ended", metadata: metadata)
        }

        private func metadata(_ outcome: Outcome, _ attempt: Int) -> Logger.Metadata {
            var metadata: Logger.Metadata = ["outcome": "\(outcome.label)", "attempt": "\(attempt)"]
            if let note = outcome.note {
                metadata["code"] = "\(note.code)"
                metadata["message"] = "\(note.message)"
            }
            return metadata
        }

        /// Watches a push being sent.
        func pushing(_ push: ClaimedPush, _ work: () async -> Outcome) async {
            let start = ContinuousClock.now
            let outcome = await work()
            metrics.pushEnded(outcome.label, ContinuousClock.now - start)
            var metadata = metadata(outcome, push.attempt)
            metadata["push.id"] = "\(push.lease.id)"
            logger.log(level: outcome.level, "push ended", metadata: metadata)
        }

        // MARK: Devices

        /// What a device asked.
        enum DeviceQuestion: Sendable {
            case registered(RegistrationOutcome)
            case unregistered, listed, fetched, logged, personalized
        }

        /// A device asked something.
        func deviceAsked(_ question: DeviceQuestion) { metrics.deviceAsked(question.label) }

        /// A device complains; its words are safe to be shown.
        func deviceComplained(_ entries: ArraySlice<String>, dropped: Int) {
            for entry in entries { logger.notice("device log", metadata: ["entry": "\(entry)"]) }
            if dropped > 0 { metrics.deviceLogsDropped(dropped) }
        }

        // MARK: The rest

        /// The store threw.
        func storeFailed(_ error: any Error, _ operation: String) {
            // Whoever is being ended waits for no answer; that says nothing of the store.
            guard !(error is CancellationError) else { return }
            metrics.storeFailed(operation)
            let note = FailureNote(error)
            logger.error(
                "store failed",
                metadata: ["operation": "\(operation)", "code": "\(note.code)", "message": "\(note.message)"]
            )
        }

        /// Leases could not be extended, since somebody else took them.
        func leasesLost(_ count: Int) {
            if count > 0 { logger.warning("leases lost", metadata: ["count": "\(count)"]) }
        }

        /// Leases of an engine that died were ended.
        func recovered(_ count: Int) {
            if count > 0 { logger.notice("work of another engine taken up", metadata: ["count": "\(count)"]) }
        }

        /// Work was cancelled since its end came.
        func expired(_ count: Int) {
            if count > 0 { logger.debug("expired", metadata: ["count": "\(count)"]) }
        }

        /// Holders of a pass can be reached neither by a push nor by a link.
        func unreachable(_ count: Int, _ request: PassRequestID) {
            guard count > 0 else { return }
            metrics.unreachable(count)
            logger.warning("update.unreachable", metadata: ["request.id": "\(request)", "count": "\(count)"])
        }

        /// The state of the queue.
        func measured(_ statistics: QueueStatistics, at time: Date) {
            metrics.measured(statistics, at: time)
        }
    }

    extension EngineObserver.Outcome {
        fileprivate var label: String {
            switch self {
            case .done: "done"
            case .cancelled: "cancelled"
            case .blocked: "blocked"
            case .submitted: "submitted"
            case .rejected: "rejected"
            case .sent: "sent"
            case .gone: "gone"
            case .released: "released"
            case .leaseLost: "lease-lost"
            case .failed: "failed"
            case .dead: "dead"
            }
        }

        fileprivate var note: FailureNote? {
            switch self {
            case .failed(let note), .dead(let note): note
            default: nil
            }
        }

        /// Whoever gives up says so where an operator looks; all else is the daily run.
        fileprivate var level: Logger.Level { if case .dead = self { .error } else { .debug } }
    }

    extension EngineObserver.DeviceQuestion {
        fileprivate var label: String {
            switch self {
            case .registered(.new): "register"
            case .registered(.known): "register-again"
            case .registered(.full): "register-refused"
            case .unregistered: "unregister"
            case .listed: "list"
            case .fetched: "fetch"
            case .logged: "log"
            case .personalized: "personalize"
            }
        }
    }

    /// Reads and writes what a tracer hands on.
    private struct DictionaryCarrier: Injector, Extractor {
        func inject(_ value: String, forKey key: String, into carrier: inout [String: String]) {
            carrier[key] = value
        }

        func extract(key: String, from carrier: [String: String]) -> String? { carrier[key] }
    }
#endif
