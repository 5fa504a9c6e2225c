#if SQLite
    import GRDB
    import PassKitCore

    /// Says in the library's words what SQLite refused.
    enum StoreFailure {
        static func passError(_ failure: any Error) -> PassError {
            let failure = error(failure)
            return failure as? PassError
                ?? PassError(.storeFailure, "The database cannot be opened. The cause says why.", cause: failure)
        }

        static func error(_ error: any Error) -> any Error {
            guard let error = error as? DatabaseError else { return error }
            // The cause carries result code and message; neither SQL arguments nor content are in it.
            let cause = DatabaseError(resultCode: error.extendedResultCode, message: error.message)
            switch error.resultCode {
            case .SQLITE_FULL:
                return PassError(
                    .storeFull,
                    "The disk is full, or the store has grown to its limit. Make room; nothing of this was kept.",
                    cause: cause
                )
            case .SQLITE_IOERR:
                return PassError(
                    .storeInputOutput,
                    "The database file cannot be read or written (\(error.extendedResultCode.rawValue)). Check the disk.",
                    cause: cause
                )
            case .SQLITE_CORRUPT:
                return PassError(
                    .storeDamaged,
                    "The database file is damaged. Stop, and restore it from a backup.",
                    cause: cause
                )
            case .SQLITE_NOTADB:
                return PassError(.storeForeignFile, "The file is no SQLite database. Name another file.", cause: cause)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
                return PassError(
                    .storeCannotOpen,
                    "The database file cannot be opened for writing. Check that its folder exists and who owns both.",
                    cause: cause
                )
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                return PassError(
                    .storeBusy,
                    "Another process keeps the database file locked. Try again, or end that process.",
                    cause: cause
                )
            case .SQLITE_INTERRUPT:
                // Nothing else interrupts a statement than the end of the task that waits for it.
                return CancellationError()
            case .SQLITE_MISUSE:
                return PassError(.storeClosed, "The store was closed. Open it again.", cause: cause)
            default:
                return PassError(
                    .storeFailure,
                    "The database refused a statement (\(error.extendedResultCode.rawValue)). The cause says why.",
                    cause: cause
                )
            }
        }
    }
#endif
