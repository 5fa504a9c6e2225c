/// Writes DER (ITU-T X.690), from the inside out: each function wraps bytes that are encoded already.
package enum DER {
    /// Tags of the types that are written here.
    package enum Tag {
        package static let boolean: UInt8 = 0x01
        package static let integer: UInt8 = 0x02
        package static let bitString: UInt8 = 0x03
        package static let octetString: UInt8 = 0x04
        package static let null: UInt8 = 0x05
        package static let objectIdentifier: UInt8 = 0x06
        package static let utf8String: UInt8 = 0x0C
        package static let printableString: UInt8 = 0x13
        package static let utcTime: UInt8 = 0x17
        package static let generalizedTime: UInt8 = 0x18
        package static let sequence: UInt8 = 0x30
        package static let set: UInt8 = 0x31

        /// A context-specific, constructed tag.
        package static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }
    }

    /// A value with its tag and length in front.
    package static func encode(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count + 6)
        bytes.append(tag)
        appendLength(content.count, to: &bytes)
        bytes += content
        return bytes
    }

    /// The tag and the length of a value, without the value.
    package static func header(_ tag: UInt8, _ length: Int) -> [UInt8] {
        var bytes = [tag]
        appendLength(length, to: &bytes)
        return bytes
    }

    /// A SEQUENCE of values.
    package static func sequence(_ values: [UInt8]...) -> [UInt8] {
        encode(Tag.sequence, Array(values.joined()))
    }

    /// A SET OF values, sorted as DER wants them (X.690 section 11.6).
    package static func set(_ values: [[UInt8]]) -> [UInt8] {
        encode(Tag.set, sorted(values))
    }

    /// The content of a SET OF, sorted.
    package static func sorted(_ values: [[UInt8]]) -> [UInt8] {
        Array(values.sorted { $0.lexicographicallyPrecedes($1) }.joined())
    }

    /// A small number.
    package static func integer(_ value: UInt8) -> [UInt8] {
        encode(Tag.integer, value < 0x80 ? [value] : [0, value])
    }

    /// A number from its big-endian bytes.
    package static func integer(unsigned bytes: [UInt8]) -> [UInt8] {
        var content = Array(bytes.drop { $0 == 0 })
        if content.first.map({ $0 >= 0x80 }) ?? true { content.insert(0, at: 0) }
        return encode(Tag.integer, content)
    }

    /// NULL.
    package static let null: [UInt8] = [Tag.null, 0]

    /// An OBJECT IDENTIFIER from its dotted form.
    package static func objectIdentifier(_ dotted: StaticString) -> [UInt8] {
        let arcs = "\(dotted)".split(separator: ".").compactMap { UInt32($0) }
        guard arcs.count >= 2 else { return encode(Tag.objectIdentifier, []) }
        var content: [UInt8] = []
        for arc in [arcs[0] * 40 + arcs[1]] + arcs.dropFirst(2) {
            var groups = [UInt8(arc & 0x7F)]
            var rest = arc >> 7
            while rest > 0 {
                groups.append(UInt8(rest & 0x7F) | 0x80)
                rest >>= 7
            }
            content += groups.reversed()
        }
        return encode(Tag.objectIdentifier, content)
    }

    private static func appendLength(_ length: Int, to bytes: inout [UInt8]) {
        guard length >= 0x80 else { return bytes.append(UInt8(length)) }
        var groups: [UInt8] = []
        var rest = length
        while rest > 0 {
            groups.append(UInt8(rest & 0xFF))
            rest >>= 8
        }
        bytes.append(0x80 | UInt8(groups.count))
        bytes += groups.reversed()
    }
}
