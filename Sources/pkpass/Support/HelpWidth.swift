#if CommandLineTool
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// How wide the help is printed.
    enum HelpWidth {
        /// The help of an option begins at column 26, and the parser's wrapping stops the process when no room is left.
        private static let minimum = 40

        /// Has the parser take no screen for narrower than the help can be wrapped for.
        static func ensureMinimum() {
            guard let width = asked() ?? window(), width < minimum else { return }
            setenv("COLUMNS", "\(minimum)", 1)
        }

        /// What the user asks for; the parser passes over what is no number, too.
        private static func asked() -> Int? { getenv("COLUMNS").flatMap { Int(String(cString: $0)) } }

        /// The width of the terminal that the standard output is, nil where it is none or does not say.
        private static func window() -> Int? {
            var size = winsize()
            guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
            return Int(size.ws_col)
        }
    }
#endif
