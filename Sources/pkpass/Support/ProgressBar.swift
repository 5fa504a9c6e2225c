#if CommandLineTool
    import PassKitCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Shows on a terminal how far an upload has come.
    final class ProgressBar: Sendable {
        /// Uploads up to this many bytes are over before one could look.
        private static let threshold = 1_000_000
        private static let width = 30

        private let percent = Mutex(-1)

        /// A bar where the standard error is a terminal; else nil.
        static func ifTerminal() -> ProgressBar? { isatty(2) == 1 ? ProgressBar() : nil }

        /// Draws the bar, when it would look different from before.
        func show(_ progress: UploadProgress) {
            guard let total = progress.total, total > Self.threshold else { return }
            let now = progress.sent * 100 / total
            let isNews = percent.withLock { percent in
                defer { percent = now }
                return percent != now
            }
            guard isNews else { return }
            let filled = now * Self.width / 100
            let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
            let line = Array("\r[\(bar)] \(now) %\(now == 100 ? "\n" : "")".utf8)
            _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        }
    }
#endif
