#if Server
    import PassKitCore

    /// Holds tasks up until a test opens it.
    final class Gate: Sendable {
        private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

        func open() {
            let waiting = state.withLock { state in
                defer { state = (true, []) }
                return state.waiting
            }
            for waiter in waiting { waiter.resume() }
        }

        func pass() async {
            await withCheckedContinuation { continuation in
                let isOpen = state.withLock { state in
                    if !state.isOpen { state.waiting.append(continuation) }
                    return state.isOpen
                }
                if isOpen { continuation.resume() }
            }
        }

        /// As ``pass()``, but like a database, which gives up when its task was cancelled.
        func passOrThrow() async throws {
            await pass()
            try Task.checkCancellation()
        }
    }
#endif
