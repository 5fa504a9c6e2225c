extension PassDifference {
    /// What the lock screen shows when a device takes the new version; a watch shows nothing.
    public struct Message: Sendable, Hashable {
        /// The key of the field whose value changed.
        public let fieldKey: String

        /// The places of the field in the new pass: two where a poster and the classic style beside it both hold it.
        public fileprivate(set) var paths: [String]

        /// The value before.
        public let old: PassFieldValue

        /// The value now, which stands for `%@`.
        public let new: PassFieldValue

        /// The field's `changeMessage`, as the pass has it: the message itself, or a key of the strings.
        public let format: String

        /// Whether Wallet spells the value in the manner of the device's region: it is a number, or a date with a
        /// style.
        ///
        /// ``text(in:)`` has it as the pass spells it.
        public let isFormattedByDevice: Bool

        /// The message as `pass.json` has it; nil where that has no `%@`, so that there is no message.
        public let untranslated: String?

        /// The message by language, for the languages whose strings have the message or the value.
        ///
        /// A language whose translation has no `%@` shows no message, and is not here.
        public let translations: [String: String]

        /// The languages in which there is no message, because the translation has no `%@`.
        public let mute: [String]

        /// The message in a language that has strings, such as `de`; in any other, and for nil, ``untranslated``.
        public func text(in language: String? = nil) -> String? {
            guard let language, !mute.contains(language) else { return language == nil ? untranslated : nil }
            return translations[language] ?? untranslated
        }

        static func messages(of fields: [FieldChange], localizations: Localizations) -> [Message] {
            let strings = localizations.languages.map { language in
                (language: language, texts: localizations[language]?.translations ?? [:])
            }
            var messages: [Message] = []
            // Where those stand that are spelled alike; there are as many as there are kinds of values.
            var places: [[Spelling]: [Int]] = [:]
            for field in fields {
                guard let message = Message(field, strings) else { continue }
                let spelling = [message.fieldKey, message.format, message.new.description].map { Spelling($0) }
                // A poster and the style beside it may hold the same field: the device shows one of them.
                if let twin = places[spelling]?.first(where: { messages[$0].new == message.new }) {
                    messages[twin].paths += message.paths
                } else {
                    places[spelling, default: []].append(messages.count)
                    messages.append(message)
                }
            }
            return messages
        }

        /// The message for a change; nil where there is none in any language.
        private init?(_ change: FieldChange, _ strings: [(language: String, texts: [String: String])]) {
            guard !change.key.isEmpty, change.hasNewValue, let old = change.old?.value, let new = change.new?.value,
                let format = change.new?.changeMessage
            else { return nil }
            var translations: [String: String] = [:]
            var mute: [String] = []
            for (language, texts) in strings {
                let value = new.text.flatMap { texts[$0] }
                guard value != nil || texts[format] != nil else { continue }
                if let text = Self.fill(texts[format] ?? format, with: value ?? new.description) {
                    translations[language] = text
                } else {
                    mute.append(language)
                }
            }
            let untranslated = Self.fill(format, with: new.description)
            guard untranslated != nil || !translations.isEmpty else { return nil }
            self.fieldKey = change.key
            self.paths = [change.path]
            self.old = old
            self.new = new
            self.format = format
            let hasDateStyle = change.new?.dateStyle != nil || change.new?.timeStyle != nil
            self.isFormattedByDevice = new.number != nil || hasDateStyle && new.date != nil
            self.untranslated = untranslated
            self.translations = translations
            self.mute = mute
        }

        private static func fill(_ format: String, with value: String) -> String? {
            let directives = FormatDirectives(format)
            return directives.placeholders == 0 ? nil : directives.filled(with: value)
        }
    }
}
