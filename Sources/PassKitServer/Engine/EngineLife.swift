#if Server
    import PassKitCore

    /// Whether the engine takes requests, or is shutting down.
    final class EngineLife: Sendable {
        private let isDraining = Mutex(false)
        private let drained = Wake()
        private let loops: [Wake]

        /// - Parameter loops: What to wake so that it notices.
        init(waking loops: [Wake]) { self.loops = loops }

        /// Whether requests are taken and work is begun.
        var isOpen: Bool { isDraining.withLock { !$0 } }

        /// Stops taking requests and beginning work, for good.
        func close() {
            isDraining.withLock { $0 = true }
            drained.signal()
            for loop in loops { loop.signal() }
        }

        /// Waits until ``close()``, or until the task is cancelled.
        func waitUntilClosed() async {
            if isOpen { await drained.wait() }
        }

        /// - Throws: `PassError` with `engine.shutting-down` after ``close()``.
        func checkOpen() throws(PassError) {
            guard !isOpen else { return }
            throw PassError(
                .engineShuttingDown,
                "The server is shutting down and takes no more requests. Send the request again in a moment."
            )
        }
    }
#endif
