#if CommandLineTool
    import PassKitCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// What the tool prints: answers on the standard output, complaints on the standard error.
    enum Output {
        /// Why the first answer that was lost could not be written.
        private static let loss = Mutex<Int32?>(nil)

        /// Prints one JSON document.
        static func print(_ document: JSONValue) {
            print(raw: String(decoding: document.bytes(), as: UTF8.self))
        }

        /// Prints a document that is safe as it is.
        static func print(raw document: String) {
            put(Array((document + "\n").utf8))
        }

        /// Prints text, with whatever would steer a terminal made visible: it may come out of a stranger's pass.
        static func print(_ text: String) {
            print(raw: printable(text))
        }

        /// Writes bytes to the standard output at once: whoever reads a pipe waits for them.
        static func put(_ bytes: [UInt8]) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { SystemCall.write($0, to: 1) }
                guard count >= 0 else { return lose(errno) }
                rest = rest.dropFirst(count)
            }
        }

        private static func lose(_ reason: Int32) {
            loss.withLock { $0 = $0 ?? reason }
        }

        /// Makes an answer that is lost a failure, however the process ends; called before anything is opened.
        static func checkAtExit() {
            // A number that is closed would be given to the next file, and the answers would go into that one.
            // So the numbers are taken, for what the tool does not do with them.
            for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
                _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
            }
            atexit {
                // The parser prints help by itself, into a buffer.
                if fflush(nil) != 0 { Output.lose(errno) }
                // Who no longer reads a pipe has read enough.
                guard let reason = Output.loss.withLock({ $0 }), reason != EPIPE else { return }
                let words = String(cString: strerror(reason))
                Output.complain(
                    "pkpass: The answer cannot be written to the standard output: \(words). "
                        + "Send it where there is room for it. [\(PassError.Code.toolOutput)]"
                )
                _exit(3)
            }
        }

        /// Prints a complaint.
        static func complain(_ text: String) {
            let line = Array((printable(text) + "\n").utf8)
            _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        }

        /// Replaces control characters but line breaks and tabs.
        static func printable(_ text: String) -> String {
            var printable = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                switch scalar.properties.generalCategory {
                case .control where scalar != "\n" && scalar != "\t", .lineSeparator, .paragraphSeparator, .format:
                    printable.append("\u{FFFD}")
                default:
                    printable.append(scalar)
                }
            }
            return String(printable)
        }
    }
#endif
