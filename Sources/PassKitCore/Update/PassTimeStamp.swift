#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A moment as the update API states it: milliseconds since 1970, 0 for none.
public struct PassTimeStamp: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    /// The number as it travels.
    public var milliseconds: Int64

    /// Takes the number as it travels.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// A moment, or none.
    public init(_ date: Date?) {
        let milliseconds = (date?.timeIntervalSince1970 ?? 0) * 1000
        self.milliseconds = Int64(exactly: milliseconds.rounded()) ?? (milliseconds > 0 ? .max : .min)
    }

    /// The number as it travels.
    public init(integerLiteral value: Int64) { self.milliseconds = value }

    /// No moment.
    public init(nilLiteral: ()) { self.milliseconds = 0 }

    /// The moment, or nil when none is set.
    public var date: Date? {
        milliseconds == 0 ? nil : Date(timeIntervalSince1970: TimeInterval(milliseconds) / 1000)
    }

    /// Whether the number is so small that it must be seconds, taken for milliseconds by mistake.
    var looksLikeSeconds: Bool { (1...99_999_999_999).contains(milliseconds) }
}
