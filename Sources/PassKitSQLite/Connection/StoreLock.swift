#if SQLite
    import PassKitCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// The right of one process, and one store in it, to a database file.
    ///
    /// It is a lock on a file beside the database, which the system takes away from a process that dies, however it
    /// dies. The database file itself will not do: SQLite's own locks would be lost with any descriptor closed on it.
    final class StoreLock: Sendable {
        private let descriptor: Mutex<Int32>

        /// Takes the lock, or says who is in the way.
        init(beside database: String) throws(PassError) {
            let path = "\(database).lock"
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw PassError(
                    .storeCannotOpen,
                    "The lock file \(path) cannot be opened (\(String(cString: strerror(errno)))). "
                        + "Check that its folder exists and who owns it."
                )
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw PassError(
                    .storeInUse,
                    "Another process has the database file \(database). Stop that one, or use another file."
                )
            }
            self.descriptor = Mutex(descriptor)
        }

        /// Gives the lock back once something was done under it; a second time does nothing.
        func release(after work: () -> Void = {}) {
            descriptor.withLock { descriptor in
                guard descriptor >= 0 else { return }
                work()
                close(descriptor)
                descriptor = -1
            }
        }

        deinit { release() }
    }
#endif
