#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Tells the time and waits; handed in wherever time matters, so that tests can move it by hand.
public protocol PassClock: Sendable {
    /// The current time.
    var now: Date { get }

    /// Suspends for the given time, or throws `CancellationError` when the task is cancelled.
    func sleep(for duration: Duration) async throws
}

/// The clock of the machine.
public struct SystemPassClock: PassClock {
    /// Makes the clock.
    public init() {}

    /// The current time of the machine.
    public var now: Date { Date.now }

    /// Suspends on the monotonic clock, so that a change of the wall clock neither shortens nor lengthens the wait.
    public func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }
}

extension PassClock where Self == SystemPassClock {
    /// The clock of the machine.
    public static var system: SystemPassClock { SystemPassClock() }
}
