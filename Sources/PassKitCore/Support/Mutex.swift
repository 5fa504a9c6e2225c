#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A value that one thread at a time may use.
///
/// As `Synchronization.Mutex`, but on the system's lock: the thread sanitizer does not see how the other one keeps
/// threads apart on Linux, and takes every use of it for a race.
package final class Mutex<Value>: @unchecked Sendable {
    // At an address of its own, since a lock must never move.
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var value: Value

    /// Makes a mutex that holds a value.
    package init(_ value: sending Value) {
        self.value = value
        lock.initialize(to: pthread_mutex_t())
        pthread_mutex_init(lock, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deinitialize(count: 1)
        lock.deallocate()
    }

    /// Waits until no other thread uses the value, and uses it.
    ///
    /// Using the mutex again in the closure waits forever.
    package func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body(&value)
    }
}
