/// A source of random bytes; handed in, so that tests can replay it.
///
/// ``system`` is cryptographically secure. A source given to production code must be, too: identifiers, multipart
/// boundaries and link tokens are made from it.
public struct RandomBytes: Sendable {
    private let make: @Sendable (_ count: Int) -> [UInt8]

    /// Makes a source.
    /// - Parameter make: Returns exactly `count` bytes.
    public init(_ make: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.make = make
    }

    /// The random number generator of the operating system.
    public static let system = RandomBytes { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// `count` random bytes.
    public func callAsFunction(_ count: Int) -> [UInt8] {
        make(count)
    }

    /// A random integer from 1 through `Int64.max`, the shape of a request id.
    public func positiveInt64() -> Int64 {
        while true {
            let value = make(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 1
            if value > 0 { return Int64(value) }
        }
    }
}
