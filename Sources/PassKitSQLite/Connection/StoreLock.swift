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
        private let path: String
        /// Whether the file was made for this lock.
        private let isNew: Bool

        /// Takes the lock, or says who is in the way.
        init(beside database: String) throws(PassError) {
            path = "\(database).lock"
            var (descriptor, isNew) = try Self.take(path, database)
            // Whoever made the file may have taken it away before it was locked here: then it keeps nobody out.
            while Self.isTakenAway(descriptor) {
                close(descriptor)
                (descriptor, isNew) = try Self.take(path, database)
            }
            self.descriptor = Mutex(descriptor)
            self.isNew = isNew
        }

        private static func take(
            _ path: String,
            _ database: String
        ) throws(PassError) -> (descriptor: Int32, isNew: Bool) {
            var descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            let isNew = descriptor >= 0
            if !isNew, errno == EEXIST { descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
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
            return (descriptor, isNew)
        }

        private static func isTakenAway(_ descriptor: Int32) -> Bool {
            var status = stat()
            return fstat(descriptor, &status) == 0 && status.st_nlink == 0
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

        /// Gives the lock back, and takes its file away if it was made for this lock: beside a file that is refused
        /// nothing is left.
        func discard() { release { if isNew { unlink(path) } } }

        deinit { release() }
    }
#endif
