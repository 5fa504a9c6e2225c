/// What a JSON text may be, checked before memory is taken for it.
public struct JSONLimits: Sendable, Hashable {
    /// The most bytes the text may have.
    public var size: Int

    /// How deep arrays and objects may be nested; at most 512.
    public var depth: Int {
        didSet { depth = min(depth, Self.deepest) }
    }

    // What walks a tree calls itself for each level.
    private static let deepest = 512

    /// The most values the text may hold, those inside of others included: each takes memory, `{}` no less than others.
    public var count: Int

    /// Keeps members whose key stood before in the same object, for readers that must take what others wrote.
    ///
    /// Off, such a text is refused: one reader takes the first member, another the last.
    public var keepsDuplicateKeys: Bool

    /// Makes limits.
    public init(size: Int = 5 << 20, depth: Int = 512, count: Int = 1_000_000, keepsDuplicateKeys: Bool = false) {
        self.size = size
        self.count = count
        self.depth = min(depth, Self.deepest)
        self.keepsDuplicateKeys = keepsDuplicateKeys
    }

    /// 5 MiB, 512 levels, a million values, no duplicate keys.
    public static let `default` = JSONLimits()

    /// For the files of a pass: 5 MiB, 32 levels, of which real passes use five, 100,000 values, of which they use a few
    /// hundred, no duplicate keys.
    public static let pass = JSONLimits(depth: 32, count: 100_000)
}

/// Where in a JSON text something is wrong; the cause of a ``PassError/Code/jsonSyntax`` error.
public struct JSONLocation: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int

    /// The column, in bytes, from 1.
    public let column: Int

    /// The offset in the text, in bytes, from 0.
    public let offset: Int

    /// `line 3, column 14`.
    public var description: String { "line \(line), column \(column)" }

    init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let before = bytes[..<min(offset, bytes.count)]
        self.offset = offset
        self.line = before.count { $0 == 0x0A } + 1
        self.column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    }
}
