/// The extra fields of one header (APPNOTE 4.5): they must be whole, unlike each other, and give no second name.
struct ZIPExtraFields {
    /// Where the content of the zip64 field is, if there is one.
    let zip64: Range<Int>?

    init(_ bytes: ZIPBytes, _ range: Range<Int>, _ name: String) throws(PassError) {
        guard !range.isEmpty else {
            zip64 = nil
            return
        }
        var zip64: Range<Int>?
        var seen: [UInt16] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard
                range.upperBound - position >= 4, let id = bytes.u16(position),
                let length = bytes.u16(position + 2).map({ Int($0) }), length <= range.upperBound - position - 4
            else { throw Self.error(name, "break off") }
            let content = (position + 4)..<(position + 4 + length)
            position = content.upperBound
            seen.append(id)
            switch id {
            case ZIP.Extra.unicodePath, ZIP.Extra.unicodeComment: throw Self.error(name, "give a second name")
            case ZIP.Extra.aes: throw Self.error(name, "speak of encryption")
            case ZIP.Extra.zip64: zip64 = content
            default: break
            }
        }
        // Sorted, equals are neighbours: looking each up among the others would take long for thousands.
        seen.sort()
        guard zip(seen, seen.dropFirst()).allSatisfy({ $0 != $1 }) else {
            throw Self.error(name, "hold one kind twice")
        }
        self.zip64 = zip64
    }

    /// The 64-bit numbers of a zip64 field, in order.
    struct Zip64Values {
        private let bytes: ZIPBytes
        private var rest: Range<Int>

        init(_ bytes: ZIPBytes, _ field: Range<Int>) {
            self.bytes = bytes
            self.rest = field
        }

        var isUsedUp: Bool { rest.isEmpty }

        mutating func next() -> Int? {
            guard rest.count >= 8 else { return nil }
            let value = bytes.int64(rest.lowerBound)
            rest = (rest.lowerBound + 8)..<rest.upperBound
            return value
        }
    }

    private static func error(_ name: String, _ fault: String) -> PassError {
        PassError(
            .archiveExtraField,
            "The extra fields of the entry \"\(name)\" \(fault). Make the archive anew, without extra fields."
        )
    }
}
