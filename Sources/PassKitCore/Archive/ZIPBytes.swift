import CPassKitShims

/// Reads little-endian numbers of bytes that may end anywhere: beyond the end there is nothing, never a trap.
struct ZIPBytes {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    @inline(__always)
    func u16(_ offset: Int) -> UInt16? {
        guard offset >= 0, offset <= bytes.count - 2 else { return nil }
        return UInt16(littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    @inline(__always)
    func u32(_ offset: Int) -> UInt32? {
        guard offset >= 0, offset <= bytes.count - 4 else { return nil }
        return UInt32(littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// A 64-bit number that an `Int` can hold.
    func int64(_ offset: Int) -> Int? {
        guard let low = u32(offset), let high = u32(offset + 4) else { return nil }
        return Int(exactly: UInt64(low) | UInt64(high) << 32)
    }

    /// A range of the bytes by its start and length; nil when it reaches beyond them.
    func range(_ offset: Int, _ length: Int) -> Range<Int>? {
        guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else { return nil }
        return offset..<(offset + length)
    }

    /// Whether two ranges of the bytes hold the same.
    func areEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        let span = bytes.span
        for offset in 0..<left.count where span[left.lowerBound + offset] != span[right.lowerBound + offset] {
            return false
        }
        return true
    }

    /// Where a signature first stands in a range of the bytes.
    func find(_ signature: UInt32, in range: Range<Int>) -> Int? {
        bytes[range].position(of: signature)
    }
}

extension ArraySlice<UInt8> {
    /// Where the four bytes of a signature first stand.
    func position(of signature: UInt32) -> Int? {
        let found = withUnsafeBufferPointer { passkit_find4($0.baseAddress, $0.count, signature) }
        return found < count ? startIndex + found : nil
    }
}

extension [UInt8] {
    mutating func append16(_ value: UInt16) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    mutating func append32(_ value: UInt32) {
        append16(UInt16(truncatingIfNeeded: value))
        append16(UInt16(truncatingIfNeeded: value >> 16))
    }
}
