#if CommandLineTool
    import PassKitCore

    /// What an error underneath says, in words that a sentence can hold.
    enum CauseText {
        /// The words, without what only the makers of a library can use.
        static func words(of cause: any Error) -> String {
            let text = (cause as? PassError)?.message ?? String(describing: cause)
            if speaksNoTLS(cause) { return "no TLS is spoken there" }
            if let words = systemError(in: text) { return words }
            var words = withoutPlaces(text)
            while let last = words.last, last == "." || last == " " { words.removeLast() }
            return String(words.prefix(300))
        }

        /// Whether what answered a TLS handshake was something else.
        static func speaksNoTLS(_ cause: any Error) -> Bool {
            let text = String(describing: cause)
            return text.contains("WRONG_VERSION_NUMBER") || text.contains(":HTTP_REQUEST")
        }

        /// A message that refers to its cause, with the cause's words instead, and with advice that users can follow.
        static func message(_ error: PassError) -> String {
            let message = advising(error.message)
            guard let cause = error.cause else { return message }
            let words = words(of: cause)
            return message.replacing("; the cause says why.", with: ": \(words).")
                .replacing(" The cause says why.", with: " \(words).")
                .replacing("; the cause holds the body.", with: ".")
        }

        /// Advice for those who call the library, in the words of the tool: its limits are fixed.
        private static func advising(_ message: String) -> String {
            message.replacing(", or raise the limit.", with: ".")
                .replacing("Open it with PassBundle, and each pass of it by itself.", with: unpacking)
                .replacing("Open it with PassBundle, and each pass in it.", with: unpacking)
        }

        private static let unpacking = "`pkpass bundle` lists its passes; unzip it, and give one of them."

        /// Leaves out where in a library's source an error was made: ` at /home/…/tls_record.cc:127`.
        private static func withoutPlaces(_ text: String) -> String {
            var kept = ""
            var rest = text[...]
            while let place = rest.firstRange(of: " at /") {
                kept.append(contentsOf: rest[..<place.lowerBound])
                rest = rest[place.upperBound...].drop { !" ,;)]".contains($0) }
            }
            kept.append(contentsOf: rest)
            return kept
        }

        /// What the system said: `Connection refused` out of `… connection reset: Connection refused (errno: 111)`.
        private static func systemError(in text: String) -> String? {
            guard let number = text.firstRange(of: " (errno: ") else { return nil }
            var words = text[..<number.lowerBound]
            while words.last == ")" { words.removeLast() }
            while let colon = words.firstRange(of: ": ") { words = words[colon.upperBound...] }
            return words.isEmpty ? nil : String(words)
        }
    }
#endif
