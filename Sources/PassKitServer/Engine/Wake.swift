#if Server
    import PassKitCore

    /// Wakes one waiting loop; signals that come while nobody waits are remembered as one.
    final class Wake: Sendable {
        private struct State {
            var isSignalled = false
            var waiter: CheckedContinuation<Void, Never>?
        }

        private let state = Mutex(State())

        /// Wakes the loop, or keeps it from waiting the next time.
        func signal() {
            let waiter = state.withLock { state in
                let waiter = state.waiter
                state.waiter = nil
                state.isSignalled = waiter == nil
                return waiter
            }
            waiter?.resume()
        }

        /// Waits for a signal, for the end of a time, or until the task is cancelled.
        func wait(atMost duration: Duration, _ clock: any PassClock) async {
            await withTaskGroup { group in
                group.addTask { try? await clock.sleep(for: duration) }
                group.addTask { await self.wait() }
                await group.next()
                group.cancelAll()
            }
        }

        /// Waits for a signal, or until the task is cancelled.
        func wait() async {
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let isReady = state.withLock { state in
                        if state.isSignalled || Task.isCancelled {
                            state.isSignalled = false
                            return true
                        }
                        state.waiter = continuation
                        return false
                    }
                    if isReady { continuation.resume() }
                }
            } onCancel: {
                let waiter = state.withLock { state in
                    let waiter = state.waiter
                    state.waiter = nil
                    return waiter
                }
                waiter?.resume()
            }
        }
    }
#endif
