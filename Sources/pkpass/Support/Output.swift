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
        /// Prints one JSON document.
        static func print(_ document: JSONValue) {
            Swift.print(String(decoding: document.bytes(), as: UTF8.self))
            fflush(nil)  // Whoever reads a pipe waits for the line.
        }

        /// Prints a document that is safe as it is.
        static func print(raw document: String) {
            Swift.print(document)
        }

        /// Prints text, with whatever would steer a terminal made visible: it may come out of a stranger's pass.
        static func print(_ text: String) {
            Swift.print(printable(text))
            fflush(nil)
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
