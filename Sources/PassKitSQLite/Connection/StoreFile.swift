#if SQLite
    import PassKitCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// The database file before SQLite sees it.
    enum StoreFile {
        /// Makes the file where there is none, for its owner alone (it holds names, addresses and tokens), and gives
        /// its real path, so that two spellings of one file share one lock.
        static func prepare(_ path: String) throws(PassError) -> String {
            // A file that is there is not opened: closing the descriptor would take SQLite's own locks away from a
            // store that this process has open.
            if access(path, F_OK) != 0 {
                let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
                guard descriptor >= 0 || errno == EEXIST else { throw failure(path) }
                if descriptor >= 0 { close(descriptor) }
            }
            return try realPath(path)
        }

        static func isEmpty(_ path: String) -> Bool {
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
        }

        /// Takes a file away from all but its owner, before anything is in it.
        static func hide(_ path: String) {
            // Who may write to a file of somebody else's cannot change that, and may use it all the same.
            chmod(path, 0o600)
        }

        static func realPath(_ path: String) throws(PassError) -> String {
            guard let resolved = realpath(path, nil) else { throw failure(path) }
            defer { free(resolved) }
            return String(cString: resolved)
        }

        private static func failure(_ path: String) -> PassError {
            PassError(
                .storeCannotOpen,
                "The database file \(path) cannot be opened (\(String(cString: strerror(errno)))). "
                    + "Check that it and its folder exist and who owns them."
            )
        }
    }
#endif
