/// A version of iOS, for what Wallet does since, or until, a release of it.
///
/// watchOS releases go along: what came with iOS 26 came to watches with watchOS 26, and earlier with the one of the
/// same year.
public struct IOSVersion: Hashable, Sendable {
    /// The release, such as 18.
    public let major: Int

    /// The update of the release, such as 1 of 18.1.
    public let minor: Int

    /// Makes a version.
    public init(_ major: Int, _ minor: Int = 0) {
        self.major = major
        self.minor = minor
    }

    /// Reads `18` or `18.1`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard parts.count <= 2, let major = parts.first ?? nil else { return nil }
        guard parts.count == 2 else {
            self.init(major)
            return
        }
        guard let minor = parts[1] else { return nil }
        self.init(major, minor)
    }
}

extension IOSVersion: Comparable {
    /// Ordered by release, then by update.
    public static func < (left: IOSVersion, right: IOSVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}

extension IOSVersion: ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// A release without an update.
    public init(integerLiteral value: Int) { self.init(value) }

    /// `iOS 18` or `iOS 18.1`.
    public var description: String { minor == 0 ? "iOS \(major)" : "iOS \(major).\(minor)" }
}

/// The systems that something is true of.
public struct IOSVersionRange: Hashable, Sendable, CustomStringConvertible {
    /// The first one; nil when it was so from the beginning.
    public let from: IOSVersion?

    /// The first one of which it is not true any more; nil when it still is.
    public let before: IOSVersion?

    /// Makes a range.
    public init(from: IOSVersion? = nil, before: IOSVersion? = nil) {
        self.from = from
        self.before = before
    }

    /// Every system.
    public static let all = IOSVersionRange()

    /// `iOS 18 and later`, `before iOS 27`, `iOS 18 until before iOS 27`; empty for every system.
    public var description: String {
        switch (from, before) {
        case (nil, nil): ""
        case (let from?, nil): "\(from) and later"
        case (nil, let before?): "before \(before)"
        case (let from?, let before?): "\(from) until before \(before)"
        }
    }
}
