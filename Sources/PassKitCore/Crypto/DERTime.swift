#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

extension DER {
    /// A Time (RFC 5280 section 4.1.2.5): UTCTime through 2049, GeneralizedTime from 2050 on; whole seconds.
    package static func time(_ date: Date) -> [UInt8] {
        let time = CivilTime(date)
        let isShort = (1950..<2050).contains(time.year)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(17)
        bytes.append(isShort ? Tag.utcTime : Tag.generalizedTime)
        bytes.append(isShort ? 13 : 15)
        if !isShort { append(time.year / 100, to: &bytes) }
        append(time.year % 100, to: &bytes)
        append(time.month, to: &bytes)
        append(time.day, to: &bytes)
        append(time.hour, to: &bytes)
        append(time.minute, to: &bytes)
        append(time.second, to: &bytes)
        bytes.append(UInt8(ascii: "Z"))
        return bytes
    }

    /// Appends two digits.
    private static func append(_ value: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: 0x30 + value / 10))
        bytes.append(UInt8(truncatingIfNeeded: 0x30 + value % 10))
    }
}
