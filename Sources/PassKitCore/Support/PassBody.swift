/// The body of a message: chunks of bytes, whose total length may be known before they are read.
///
/// The one body type of the library, for requests and replies alike. A body made from bytes can be read any number
/// of times; one made from a sequence is replayable when you say so.
public struct PassBody: AsyncSequence, Sendable {
    /// What one step of the iteration yields.
    public typealias Element = ArraySlice<UInt8>

    private enum Source: Sendable {
        case bytes(ArraySlice<UInt8>)
        case stream(@Sendable () -> AsyncIterator)
    }

    private let source: Source

    /// The number of bytes, when it is known before reading.
    public let length: Int?

    /// Whether the body may be read more than once, as a retry needs.
    public let isReplayable: Bool

    /// An empty body.
    public init() {
        self.init([])
    }

    /// A body of bytes at hand.
    public init(_ bytes: some Sequence<UInt8>) {
        self.init(ArraySlice(bytes))
    }

    /// A body of bytes at hand.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.source = .bytes(bytes)
        self.length = bytes.count
        self.isReplayable = true
    }

    /// A body of bytes at hand.
    public init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// A body read from a sequence of chunks.
    /// - Parameters:
    ///   - chunks: The chunks, in order.
    ///   - length: Their total length, when known.
    ///   - isReplayable: Whether the sequence yields the same chunks every time it is iterated.
    public init<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks,
        length: Int? = nil,
        isReplayable: Bool = false
    ) where Chunks.Element == ArraySlice<UInt8> {
        self.source = .stream { AsyncIterator(chunks.makeAsyncIterator()) }
        self.length = length
        self.isReplayable = isReplayable
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator {
        switch source {
        case .bytes(let bytes): AsyncIterator(bytes)
        case .stream(let make): make()
        }
    }

    /// Reads the whole body into memory.
    /// - Parameter limit: The most bytes to take.
    /// - Throws: ``PassError`` with the code ``PassError/Code/transportBodyTooLarge`` when there are more; whatever
    ///   the underlying sequence throws.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        var collected: [UInt8] = []
        if let length {
            try Self.check(length, limit)
            collected.reserveCapacity(length)
        }
        for try await chunk in self {
            try Self.check(collected.count + chunk.count, limit)
            collected.append(contentsOf: chunk)
        }
        return collected
    }

    private static func check(_ count: Int, _ limit: Int) throws(PassError) {
        guard count > limit else { return }
        throw PassError(
            .transportBodyTooLarge,
            "The body is longer than the \(limit) bytes allowed; send less, or raise the limit."
        )
    }
}

extension PassBody {
    /// Yields the chunks of a body, one at a time, to one task.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// What one step of the iteration yields.
        public typealias Element = ArraySlice<UInt8>

        private enum State {
            case bytes(ArraySlice<UInt8>)
            case stream(any AsyncIteratorProtocol)
            case finished
        }

        private var state: State

        init(_ bytes: ArraySlice<UInt8>) {
            self.state = bytes.isEmpty ? .finished : .bytes(bytes)
        }

        init(_ iterator: some AsyncIteratorProtocol) {
            self.state = .stream(iterator)
        }

        /// The next chunk, or nil at the end.
        public mutating func next() async throws -> ArraySlice<UInt8>? {
            try await next(isolation: #isolation)
        }

        /// The next chunk, or nil at the end, read on the caller's actor.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> ArraySlice<UInt8>? {
            switch state {
            case .finished:
                return nil
            case .bytes(let bytes):
                state = .finished
                return bytes
            case .stream(var iterator):
                // The element type was fixed by the initializer of `PassBody`.
                let chunk = try await iterator.next(isolation: actor) as? ArraySlice<UInt8>
                state = chunk == nil ? .finished : .stream(iterator)
                return chunk
            }
        }
    }
}

@available(*, unavailable)
extension PassBody.AsyncIterator: Sendable {}
