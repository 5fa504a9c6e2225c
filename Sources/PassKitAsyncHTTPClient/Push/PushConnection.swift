#if AsyncHTTPClient
    import NIOCore
    import NIOHTTP2
    import PassKitCore

    /// One HTTP/2 connection to the push service, which bears many pushes side by side.
    ///
    /// When the service sends it away, when it is old, breaks or falls silent, it is retired: it takes no more pushes,
    /// and closes after the last answer.
    final class PushConnection: Sendable {
        private struct State {
            /// Settled when the service has said hello.
            var opening: EventLoopPromise<PushConnection>?
            var pushes = 0
            var isRetired = false
            var hasAnswered = false
            /// When an answer last came.
            var heard = NIODeadline.now()
            /// When a push last began or ended.
            var used = NIODeadline.now()
            /// Why it broke.
            var cause: (any Error)?
        }

        let route: PushRoute
        private let type: String?
        private let channel: any Channel
        private let multiplexer: NIOHTTP2Handler.StreamMultiplexer
        private let began = NIODeadline.now()
        private let state: Mutex<State>

        /// The connection itself, once the service has said hello.
        let opened: EventLoopFuture<PushConnection>

        init(
            _ channel: any Channel,
            _ multiplexer: NIOHTTP2Handler.StreamMultiplexer,
            _ route: PushRoute,
            type: String?
        ) {
            self.channel = channel
            self.multiplexer = multiplexer
            self.route = route
            self.type = type
            let opening = channel.eventLoop.makePromise(of: PushConnection.self)
            self.opened = opening.futureResult
            self.state = Mutex(State(opening: opening))
        }

        /// Whether it takes no more pushes.
        var isRetired: Bool { state.withLock(\.isRetired) }

        /// Whether the service has said hello, or it has failed.
        var isSettled: Bool { state.withLock { $0.opening == nil } }

        /// Whether any push was ever answered on it.
        var hasAnswered: Bool { state.withLock(\.hasAnswered) }

        /// Why a push on it has no answer, when its stream ended with an error or without.
        func fault(_ error: (any Error)? = nil) -> PassError {
            PushFault.connection(route, type, state.withLock(\.cause) ?? error, wasOpen: true)
        }

        // MARK: Pushing

        /// Sends a push; false when it takes no more.
        func take(_ push: PendingPush) -> Bool {
            if hasAnswered, NIODeadline.now() - began > route.maximumAge { retire() }
            let isTaken = state.withLock { state in
                guard !state.isRetired else { return false }
                state.pushes += 1
                state.used = .now()
                return true
            }
            guard isTaken else { return false }
            let stream = channel.eventLoop.makePromise(of: (any Channel).self)
            stream.futureResult.whenComplete { result in
                switch result {
                case .success(let stream):
                    stream.closeFuture.whenComplete { _ in self.ended() }
                case .failure(let error):
                    push.settle(.failure(self.fault(error)))
                    self.ended()
                }
            }
            multiplexer.createStreamChannel(promise: stream) { stream in
                stream.eventLoop.makeCompletedFuture {
                    try stream.pipeline.syncOperations.addHandler(PushStreamHandler(push, self))
                }
            }
            return true
        }

        /// Notes that an answer came.
        func answered() {
            state.withLock { state in
                state.heard = .now()
                state.hasAnswered = true
            }
        }

        private func ended() {
            let isDone = state.withLock { state in
                state.pushes -= 1
                state.used = .now()
                return state.isRetired && state.pushes == 0
            }
            if isDone { channel.close(promise: nil) }
        }

        // MARK: Its life

        /// The service has said hello.
        func open() {
            state.withLock { state in
                defer { state.opening = nil }
                return state.opening
            }?.succeed(self)
        }

        /// It has broken, or was never opened.
        func fail(_ cause: (any Error)?) {
            let (opening, first) = state.withLock { state in
                state.isRetired = true
                if state.cause == nil { state.cause = cause }
                defer { state.opening = nil }
                return (state.opening, state.cause)
            }
            opening?.fail(PushFault.connection(route, type, first))
        }

        /// Takes no more pushes, and closes after the last answer.
        func retire() {
            let isDone = state.withLock { state in
                state.isRetired = true
                return state.pushes == 0
            }
            if isDone { channel.close(promise: nil) }
        }

        /// Is retired when no answer has come since that time.
        func retireIfSilent(since time: NIODeadline) {
            if state.withLock({ $0.heard < time }) { retire() }
        }

        /// Is retired when there was nothing to push for so long.
        func retireIfIdle() {
            let isIdle = state.withLock { state in
                state.opening == nil && state.pushes == 0 && NIODeadline.now() - state.used >= route.idleTimeout
            }
            if isIdle { retire() }
        }

        /// Closes it now; pushes under way have no answer.
        func close() -> EventLoopFuture<Void> {
            fail(PushFault.shutDown())
            channel.close(promise: nil)
            return channel.closeFuture
        }
    }
#endif
