/// How much of a body has been handed to the HTTP client.
public struct UploadProgress: Sendable, Hashable {
    /// The bytes handed on so far; they begin at 0 again when a request is repeated.
    public var sent: Int

    /// The bytes there are in all, when that is known.
    public var total: Int?

    /// Makes it.
    public init(sent: Int, total: Int?) {
        self.sent = sent
        self.total = total
    }
}

extension PassBody {
    /// The same body, which tells how far it has been read.
    func reporting(to observer: @escaping @Sendable (UploadProgress) -> Void) -> PassBody {
        PassBody(ReportingChunks(body: self, observer: observer), length: length, isReplayable: isReplayable)
    }
}

private struct ReportingChunks: AsyncSequence, Sendable {
    typealias Element = ArraySlice<UInt8>

    let body: PassBody
    let observer: @Sendable (UploadProgress) -> Void

    struct AsyncIterator: AsyncIteratorProtocol {
        var iterator: PassBody.AsyncIterator
        let total: Int?
        let observer: @Sendable (UploadProgress) -> Void
        var sent = 0

        mutating func next() async throws -> ArraySlice<UInt8>? {
            try await next(isolation: #isolation)
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> ArraySlice<UInt8>? {
            guard let chunk = try await iterator.next(isolation: actor) else { return nil }
            sent += chunk.count
            observer(UploadProgress(sent: sent, total: total))
            return chunk
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(iterator: body.makeAsyncIterator(), total: body.length, observer: observer)
    }
}
