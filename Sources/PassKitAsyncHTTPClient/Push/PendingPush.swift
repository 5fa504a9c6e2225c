#if AsyncHTTPClient
    import HTTPTypes
    import NIOCore
    import NIOHPACK
    import PassKitCore

    /// One push under way: what it asks, and the promise of an answer, which is settled once.
    final class PendingPush: Sendable {
        /// What the service answered.
        struct Answer: Sendable {
            let head: HTTPResponse
            /// Its body, cut after `APNsExchange.answerLimit` bytes.
            let body: [UInt8]
        }

        private struct State {
            var connection: PushConnection?
            var stream: (any Channel)?
            var timer: Scheduled<Void>?
            var isSettled = false
        }

        /// The fields of the request.
        let headers: HPACKHeaders

        private let promise: EventLoopPromise<Answer>
        private let state = Mutex(State())
        private let began = NIODeadline.now()

        init(_ headers: HPACKHeaders, on loop: any EventLoop, within timeout: TimeAmount) {
            self.headers = headers
            self.promise = loop.makePromise()
            let timer = loop.scheduleTask(in: timeout) { self.timeOut() }
            state.withLock { $0.timer = timer }
        }

        /// The answer, or why there is none.
        var answer: EventLoopFuture<Answer> { promise.futureResult }

        /// Whether nobody waits for the answer any more.
        var isSettled: Bool { state.withLock(\.isSettled) }

        /// Goes out on a stream of a connection, unless nobody waits for the answer any more.
        func begin(on stream: any Channel, of connection: PushConnection) -> Bool {
            state.withLock { state in
                guard !state.isSettled else { return false }
                state.stream = stream
                state.connection = connection
                return true
            }
        }

        /// Ends it, once; a stream without an answer is reset.
        func settle(_ result: Result<Answer, any Error>) {
            let ended: State? = state.withLock { state in
                guard !state.isSettled else { return nil }
                defer { state = State(isSettled: true) }
                return state
            }
            guard let ended else { return }
            ended.timer?.cancel()
            if case .failure = result { ended.stream?.close(promise: nil) }
            promise.completeWith(result)
        }

        private func timeOut() {
            let connection = state.withLock(\.connection)
            settle(.failure(PushFault.timeout()))
            // When the others get no answers either, the connection is dead though nobody said so.
            connection?.retireIfSilent(since: began)
        }
    }

    extension HPACKHeaders {
        /// The fields of a request, the pseudo fields first (RFC 9113 section 8.3).
        init(_ request: HTTPRequest) {
            self.init([
                (":method", request.method.rawValue), (":scheme", request.scheme ?? "https"),
                (":authority", request.authority ?? ""),
            ])
            // Each path is another device's: in the table it would push out what comes again.
            add(name: ":path", value: request.path ?? "/", indexing: .nonIndexable)
            for field in request.headerFields { add(name: field.name.canonicalName, value: field.value) }
        }
    }

    extension HTTPResponse {
        /// The head of an answer; nil when it has no status.
        init?(_ headers: HPACKHeaders) {
            guard let code = headers.first(name: ":status").flatMap(Int.init), (100...999).contains(code) else {
                return nil
            }
            self.init(status: HTTPResponse.Status(code: code))
            for (name, value, _) in headers {
                guard let name = HTTPField.Name(name) else { continue }
                headerFields.append(HTTPField(name: name, value: value))
            }
        }
    }
#endif
