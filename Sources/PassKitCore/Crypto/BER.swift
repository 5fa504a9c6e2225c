/// Walks values of BER (ITU-T X.690), with definite or indefinite lengths, without recursion.
///
/// It only tells where values stand; what they mean is for libcrypto to read.
struct BER {
    /// One value.
    struct Element {
        let tag: UInt8
        /// Tag, length and value.
        let whole: Range<Int>
        /// The value, without the end mark of an indefinite length.
        let content: Range<Int>
        /// Whether the length was stated, as DER demands.
        let isDefinite: Bool
    }

    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    /// Walks the values in a range of bytes.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        self.position = range.lowerBound
        self.end = range.upperBound
    }

    /// Whether all values were walked over.
    var isAtEnd: Bool { position == end }

    /// The next value; nil when none is left, or when what follows is none.
    mutating func next() -> Element? {
        let start = position
        guard let header = readHeader() else { return nil }
        guard let length = header.length else {
            let content = position
            guard let contentEnd = skipIndefinite() else { return nil }
            return Element(tag: header.tag, whole: start..<position, content: content..<contentEnd, isDefinite: false)
        }
        let content = position..<(position + length)
        position = content.upperBound
        return Element(tag: header.tag, whole: start..<position, content: content, isDefinite: true)
    }

    /// The next value when it has that tag.
    mutating func next(_ tag: UInt8) -> Element? {
        guard position < end, bytes[position] == tag else { return nil }
        return next()
    }

    /// Reads a tag and a length, which is nil when it is indefinite; a stated one fits the bytes.
    private mutating func readHeader() -> (tag: UInt8, length: Int?)? {
        guard end - position >= 2 else { return nil }
        let tag = bytes[position]
        position += 1
        if tag & 0x1F == 0x1F {
            // A number above 30 follows in groups of seven bits.
            while position < end, bytes[position] & 0x80 != 0 { position += 1 }
            position += 1
        }
        guard position < end else { return nil }
        let first = bytes[position]
        position += 1
        if first == 0x80 { return tag & 0x20 != 0 ? (tag, nil) : nil }
        var length = Int(first)
        if first > 0x80 {
            let count = Int(first & 0x7F)
            guard count <= 4, end - position >= count else { return nil }
            length = bytes[position..<(position + count)].reduce(0) { $0 << 8 | Int($1) }
            position += count
        }
        return length <= end - position ? (tag, length) : nil
    }

    /// Moves behind the end mark that closes a value of indefinite length, and says where the mark begins.
    private mutating func skipIndefinite() -> Int? {
        var depth = 1
        while true {
            let start = position
            guard let header = readHeader() else { return nil }
            if header.tag == 0, header.length == 0 {
                depth -= 1
                if depth == 0 { return start }
            } else if let length = header.length {
                position += length
            } else {
                depth += 1
            }
        }
    }
}
