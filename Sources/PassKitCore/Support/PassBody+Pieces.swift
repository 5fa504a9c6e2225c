extension PassBody {
    /// A body of pieces at hand, which are sent one after the other without being made one array.
    /// - Parameters:
    ///   - pieces: The pieces; empty ones are left out.
    ///   - chunkSize: The most bytes a chunk has.
    public init(pieces: [ArraySlice<UInt8>], chunkSize: Int = 64 << 10) {
        self.init(
            PieceChunks(pieces: pieces, size: Swift.max(1, chunkSize)),
            length: pieces.reduce(0) { $0 + $1.count },
            isReplayable: true
        )
    }
}

/// Cuts pieces into chunks.
private struct PieceChunks: AsyncSequence, Sendable {
    typealias Element = ArraySlice<UInt8>

    let pieces: [ArraySlice<UInt8>]
    let size: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var pieces: ArraySlice<ArraySlice<UInt8>>
        var rest: ArraySlice<UInt8> = []
        let size: Int

        mutating func next() async -> ArraySlice<UInt8>? {
            while rest.isEmpty {
                guard let piece = pieces.popFirst() else { return nil }
                rest = piece
            }
            defer { rest = rest.dropFirst(size) }
            return rest.prefix(size)
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pieces: pieces[...], size: size)
    }
}
