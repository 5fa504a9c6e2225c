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
            guard let value = getenv(name) else {
                throw PassError(.toolUsage, "The environment has no variable \(name). Set it to the secret.")
            }
            return String(cString: value)
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
