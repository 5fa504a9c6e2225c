#if Server
    import PassKitCore

    /// Bounds how many bytes of uploads are held at a time.
    final class UploadBudget: Sendable {
        private let limit: Int
        private let taken = Mutex(0)

        init(_ limit: Int) { self.limit = limit }

        /// Takes room for an upload; who comes alone always gets it.
        /// - Throws: `PassError` with `engine.busy` when there is not enough.
        func take(_ bytes: Int) throws(PassError) {
            let fits = taken.withLock { taken in
                guard taken == 0 || bytes <= limit - taken else { return false }
                taken += bytes
                return true
            }
            guard fits else {
                throw PassError(.engineBusy, "Too much is being uploaded at the same time. Try again in a moment.")
            }
        }

        /// Gives room back that was taken.
        func giveBack(_ bytes: Int) { taken.withLock { $0 -= bytes } }
    }
#endif
