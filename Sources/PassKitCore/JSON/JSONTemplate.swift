/// A JSON object of which many variants are printed: members that stay as they are were printed, and the large ones
/// compressed, once.
struct JSONTemplate: Sendable {
    /// A variant, as it is and as a deflate stream.
    struct Variant {
        let bytes: [UInt8]
        /// Nil when compressing gains nothing.
        let deflated: [UInt8]?
    }

    private struct Part: Sendable {
        let member: JSONObject.Member
        /// What stands before the member, its key, a colon and its value, in compact form.
        let printed: [UInt8]
        /// The same as a part of a deflate stream; empty for a small member.
        let deflated: [UInt8]
    }

    private let parts: [Part]
    private let length: Int

    /// Members from this length on are compressed ahead: less would not pay for the bytes between two parts.
    private static let largeMember = 256
    /// From this length on what stands between large members is compressed, fast; below it stands as it is.
    private static let largeGap = 192

    /// Prepares an object.
    /// - Throws: ``PassError`` without memory.
    init(_ object: JSONObject) throws(PassError) {
        var parts: [Part] = []
        for (index, member) in object.members.enumerated() {
            let printed = Self.print(member, at: index)
            var deflated: [UInt8] = []
            if printed.count >= Self.largeMember {
                guard let part = Deflate.part(printed) else { throw Deflate.memoryError() }
                if part.count < printed.count { deflated = part }
            }
            parts.append(Part(member: member, printed: printed, deflated: deflated))
        }
        self.parts = parts
        length = parts.reduce(2) { $0 + $1.printed.count }
    }

    /// A variant in compact form, the same as printing it whole.
    /// - Throws: ``PassError`` without memory.
    func variant(_ object: JSONObject) throws(PassError) -> Variant {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 256)
        var deflated: [UInt8] = []
        deflated.reserveCapacity(length + 256)
        // Up to where the stream holds the bytes already.
        var done = 0
        for (index, member) in object.members.enumerated() {
            // Arrays and objects that were not touched share their memory, so that comparing them takes no walk.
            guard index < parts.count, parts[index].member == member else {
                bytes += Self.print(member, at: index)
                continue
            }
            if !parts[index].deflated.isEmpty {
                try Self.append(bytes[done...], isFinal: false, to: &deflated)
                deflated += parts[index].deflated
                done = bytes.count + parts[index].printed.count
            }
            bytes += parts[index].printed
        }
        if object.isEmpty { bytes.append(UInt8(ascii: "{")) }
        bytes.append(UInt8(ascii: "}"))
        try Self.append(bytes[done...], isFinal: true, to: &deflated)
        return Variant(bytes: bytes, deflated: deflated.count < bytes.count ? deflated : nil)
    }

    /// Appends bytes to a stream: compressed where there are many, else as they are.
    private static func append(
        _ bytes: ArraySlice<UInt8>,
        isFinal: Bool,
        to stream: inout [UInt8]
    ) throws(PassError) {
        guard isFinal || !bytes.isEmpty else { return }
        if bytes.count >= largeGap {
            let fast = 1
            let part =
                isFinal ? try Deflate.compress(Array(bytes), level: fast) : Deflate.part(Array(bytes), level: fast)
            if let part, part.count < bytes.count {
                stream += part
                return
            }
        }
        var rest = bytes
        while rest.count > Deflate.storedBlockLimit {
            Deflate.appendStoredBlock(rest.prefix(Deflate.storedBlockLimit), isFinal: false, to: &stream)
            rest = rest.dropFirst(Deflate.storedBlockLimit)
        }
        Deflate.appendStoredBlock(rest, isFinal: isFinal, to: &stream)
    }

    private static func print(_ member: JSONObject.Member, at index: Int) -> [UInt8] {
        [UInt8(ascii: index == 0 ? "{" : ",")] + JSONValue.string(member.key).bytes() + [UInt8(ascii: ":")]
            + member.value.bytes()
    }
}
