#if Hummingbird
    import Hummingbird
    import NIOCore

    /// A request's body, which may be begun only once: read by the API, then by whoever drops the rest.
    actor IncomingBody {
        /// Why a connection is closed whose client sends on and on.
        struct TooMuchLeft: Error {}

        // Room and time for what an honest client sends before it looks for an answer.
        private static let restSize = 32 << 20
        private static let restTime = Duration.seconds(20)

        private var iterator: RequestBody.AsyncIterator
        private var isRead = false

        init(_ body: RequestBody) { iterator = body.makeAsyncIterator() }

        /// The next chunk; nil at the end.
        func next() async throws -> ByteBuffer? {
            if isRead { return nil }
            // One reads at a time: the API is done before the rest is dropped.
            var iterator = iterator
            let chunk = try await iterator.next(isolation: #isolation)
            self.iterator = iterator
            if chunk == nil { isRead = true }
            return chunk
        }

        /// Reads the rest and drops it, so that the client comes to read its answer.
        /// - Throws: When the rest is long, or comes slowly: nobody reads for ever what is of no use.
        nonisolated func dropRest() async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    var room = Self.restSize
                    while let chunk = try await self.next() {
                        room -= chunk.readableBytes
                        guard room >= 0 else { throw TooMuchLeft() }
                    }
                }
                group.addTask {
                    try await Task.sleep(for: Self.restTime)
                    throw TooMuchLeft()
                }
                defer { group.cancelAll() }
                _ = try await group.next()
            }
        }
    }

    extension IncomingBody {
        /// The chunks as the API takes them.
        struct Chunks: AsyncSequence, Sendable {
            typealias Element = ArraySlice<UInt8>

            let body: IncomingBody

            struct AsyncIterator: AsyncIteratorProtocol {
                let body: IncomingBody

                mutating func next() async throws -> ArraySlice<UInt8>? {
                    guard let chunk = try await body.next() else { return nil }
                    return ArraySlice(chunk.readableBytesView)
                }
            }

            func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: body) }
        }
    }
#endif
