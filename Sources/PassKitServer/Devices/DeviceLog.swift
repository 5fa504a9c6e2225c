#if Server
    import PassKitCore

    /// What devices complain of: text from strangers, bounded and made safe to be shown.
    enum DeviceLog {
        /// The most entries of one message that are kept.
        static let maximumEntries = 50
        /// The most scalars of an entry that are kept.
        static let maximumLength = 1000
        /// The most bytes of a message that are read.
        static let maximumBytes = 64 << 10

        /// The entries of a message; nil when it is none.
        static func entries(of json: JSONValue) -> [String]? {
            guard let logs = json["logs"]?.arrayValue else { return nil }
            var entries: [String] = []
            for log in logs {
                guard let text = log.stringValue else { return nil }
                if entries.count < maximumEntries { entries.append(printable(text)) }
            }
            return entries
        }

        /// The text without anything that ends a line, moves a cursor, or turns the direction of writing around.
        static func printable(_ text: String) -> String {
            var printable = String.UnicodeScalarView()
            for scalar in text.unicodeScalars.prefix(maximumLength) {
                let isSafe = !HeaderText.isControl(scalar) && scalar.properties.generalCategory != .format
                printable.append(isSafe ? scalar : "\u{FFFD}")
            }
            return String(printable)
        }
    }
#endif
