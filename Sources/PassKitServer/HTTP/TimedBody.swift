#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Reads a body that somebody sends as slowly as they like: a watch ends it when it takes too long.
    enum TimedBody {
        /// Does the reading, and gives up when no chunk comes for a while or the whole takes too long.
        ///
        /// What the body itself throws and is no `PassError` becomes `PassError.Code.httpBody`: the sender is gone.
        static func reading<Result: Sendable>(
            _ body: PassBody,
            idle: Duration,
            total: Duration,
            clock: any PassClock,
            _ read: @escaping @Sendable (PassBody) async throws -> Result
        ) async throws -> Result {
            let progress = Progress()
            let watched = PassBody(
                Watched(base: body, progress: progress),
                length: body.length,
                isReplayable: false
            )
            return try await withThrowingTaskGroup(of: Result?.self) { group in
                group.addTask { try await read(watched) }
                group.addTask {
                    try await watch(progress, idle: idle, total: total, clock)
                    return nil
                }
                defer { group.cancelAll() }
                while let result = try await group.next() {
                    if let result { return result }
                }
                throw CancellationError()
            }
        }

        private static func watch(
            _ progress: Progress,
            idle: Duration,
            total: Duration,
            _ clock: any PassClock
        ) async throws {
            let end = clock.now.addingTimeInterval(total / .seconds(1))
            while true {
                let seen = progress.count
                try await clock.sleep(for: idle)
                if progress.isFinished { return }
                guard progress.count > seen, clock.now < end else {
                    throw PassError(.httpBody, "The body came too slowly and was cut off. Send it without long pauses.")
                }
            }
        }

        /// How far the reading is.
        private final class Progress: Sendable {
            private let state = Mutex((count: 0, isFinished: false))

            var count: Int { state.withLock { $0.count } }
            var isFinished: Bool { state.withLock { $0.isFinished } }

            func advance() { state.withLock { $0.count += 1 } }
            func finish() { state.withLock { $0.isFinished = true } }
        }

        private struct Watched: AsyncSequence, Sendable {
            typealias Element = ArraySlice<UInt8>

            let base: PassBody
            let progress: Progress

            struct AsyncIterator: AsyncIteratorProtocol {
                var base: PassBody.AsyncIterator
                let progress: Progress

                mutating func next() async throws -> ArraySlice<UInt8>? {
                    do {
                        let chunk = try await base.next()
                        if chunk == nil { progress.finish() } else { progress.advance() }
                        return chunk
                    } catch let error as PassError {
                        throw error
                    } catch {
                        throw PassError(.httpBody, "The body broke off. Send it again.", cause: error)
                    }
                }
            }

            func makeAsyncIterator() -> AsyncIterator {
                AsyncIterator(base: base.makeAsyncIterator(), progress: progress)
            }
        }
    }
#endif
