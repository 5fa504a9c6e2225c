#if CommandLineTool
    import PassKitCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Secrets come from variables of the environment: an argument would show in the list of processes.
    enum Environment {
        /// The value of the variable; nil when no name is given.
        static func secret(_ name: String?) throws(PassError) -> String? {
            guard let name else { return nil }
            // What is no name may be the secret itself, which must not be shown.
            guard isName(name) else {
                throw PassError(
                    .toolUsage,
                    "An option that ends in -env takes the NAME of a variable, not the secret itself. Set a variable such "
                        + "as SECRET, and give SECRET."
                )
            }
            guard let value = getenv(name) else {
                throw PassError(.toolUsage, "The environment has no variable \(name). Set it to the secret.")
            }
            return String(cString: value)
        }

        /// Whether that can be the name of a variable, as shells have them.
        private static func isName(_ text: String) -> Bool {
            let isDigit = text.utf8.first.map { (0x30...0x39).contains($0) } ?? true
            return !isDigit
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
                    default: false
                    }
                }
        }

        /// The user and the password in a variable that holds `user:password`; nil when no name is given.
        static func credentials(_ name: String?) throws(PassError) -> (user: String, password: String)? {
            guard let text = try secret(name) else { return nil }
            guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else {
                throw PassError(.toolUsage, "The variable \(name ?? "") must hold user:password. Set it so.")
            }
            return (String(text[..<colon]), String(text[text.index(after: colon)...]))
        }
    }
#endif
