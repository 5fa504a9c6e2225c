#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A moment as a pass spells it: an ISO 8601 date with hours and minutes, and the offset from UTC it was written in.
///
/// Wallet reads `2026-12-24T18:30+01:00`, with or without seconds and fractions, with `Z` or `±HH:MM`, and nothing
/// else. The offset matters: a field that ignores time zones shows the hours as they are written.
public struct PassDate: JSONRepresentable, CustomStringConvertible {
    /// The spelling.
    public let spelling: String

    /// The moment.
    public let date: Date

    /// The offset from UTC, in seconds, positive to the east.
    public let offset: Int

    /// Reads a spelling; nil when Wallet would not take it for a date.
    public init?(_ spelling: String) {
        var reader = PassDateReader(spelling)
        guard let (seconds, offset) = reader.read() else { return nil }
        self.spelling = spelling
        self.date = Date(timeIntervalSince1970: seconds)
        self.offset = offset
    }

    /// Spells a moment, to the second.
    /// - Parameters:
    ///   - date: The moment; years before 0 and after 9999 are moved to the nearest that can be spelled.
    ///   - offset: The offset from UTC to spell it in, in seconds; cut to whole minutes and ± 23:59.
    public init(_ date: Date, offset: Int = 0) {
        let minutes = max(-1439, min(1439, offset / 60))
        let earliest = -62_167_219_200.0 + 86_400
        let latest = 253_402_300_799.0 - 86_400
        let moment = max(earliest, min(latest, date.timeIntervalSince1970.rounded(.down)))
        let local = Int(moment) + minutes * 60
        let day = Int((Double(local) / 86_400).rounded(.down))
        let time = local - day * 86_400
        let (year, month, dayOfMonth) = CivilTime.date(ofDay: day)
        let zone =
            minutes == 0
            ? "Z" : "\(minutes < 0 ? "-" : "+")\(CivilTime.two(abs(minutes) / 60)):\(CivilTime.two(abs(minutes) % 60))"
        self.spelling =
            "\(CivilTime.two(year / 100))\(CivilTime.two(year % 100))-\(CivilTime.two(month))-\(CivilTime.two(dayOfMonth))"
            + "T\(CivilTime.two(time / 3600)):\(CivilTime.two(time / 60 % 60)):\(CivilTime.two(time % 60))\(zone)"
        self.date = Date(timeIntervalSince1970: moment)
        self.offset = minutes * 60
    }

    /// Reads a date from a string.
    public init?(jsonValue: JSONValue) {
        guard let spelling = jsonValue.stringValue else { return nil }
        self.init(spelling)
    }

    /// The date in JSON.
    public var jsonValue: JSONValue { .string(spelling) }

    /// The spelling.
    public var description: String { spelling }
}

/// Reads the one profile of ISO 8601 that Wallet reads.
private struct PassDateReader {
    private var rest: Substring.UTF8View

    init(_ spelling: String) {
        rest = spelling[...].utf8
    }

    /// Seconds since 1970 and the offset in seconds.
    mutating func read() -> (Double, Int)? {
        guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2), take("T"),
            let hour = digits(2), take(":"), let minute = digits(2),
            (1...12).contains(month), (1...CivilTime.days(inMonth: month, of: year)).contains(day),
            hour < 24, minute < 60
        else { return nil }
        var second = 0
        var fraction = 0.0
        if take(":") {
            guard let value = digits(2), value < 60 else { return nil }
            second = value
            if take(".") {
                guard let value = fractionDigits() else { return nil }
                fraction = value
            }
        }
        guard let offset = zone(), rest.isEmpty else { return nil }
        let whole = CivilTime.day(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
        return (Double(whole - offset) + fraction, offset)
    }

    private mutating func zone() -> Int? {
        if take("Z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = digits(2), take(":"), let minutes = digits(2), hours < 24, minutes < 60 else {
            return nil
        }
        return sign * (hours * 3600 + minutes * 60)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func fractionDigits() -> Double? {
        var value = 0.0
        var unit = 0.1
        var any = false
        while let digit = digit() {
            value += Double(digit) * unit
            unit /= 10
            any = true
        }
        return any ? value : nil
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte - UInt8(ascii: "0"))
    }
}
