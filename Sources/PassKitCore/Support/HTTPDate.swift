#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// The dates of HTTP, to the second: `Thu, 24 Dec 2026 18:30:05 GMT` (RFC 9110 section 5.6.7).
package enum HTTPDate {
    /// Spells a moment.
    package static func spell(_ date: Date) -> String { CivilTime(date).dateAndClock + " GMT" }

    /// Reads the one form that senders must write; nil for the two obsolete ones and anything else.
    package static func parse(_ text: String) -> Date? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT", let day = number(parts[1], 2),
            let month = CivilTime.monthNames.firstIndex(of: String(parts[2])), let year = number(parts[3], 4)
        else { return nil }
        let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false).map { number($0, 2) }
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2], hour < 24,
            minute < 60, second <= 60, day >= 1, day <= CivilTime.days(inMonth: month + 1, of: year)
        else { return nil }
        let days = CivilTime.day(year: year, month: month + 1, day: day)
        return Date(timeIntervalSince1970: TimeInterval(days * 86_400 + hour * 3600 + minute * 60 + second))
    }

    private static func number(_ text: Substring, _ digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
