extension MessageTemplate {
    /// What a placeholder stands for.
    enum Value {
        /// The recipient's link.
        case link(String)
        /// A text about the recipient.
        case text(String)
        /// Nothing: the placeholder stays as it is written.
        case unknown
    }

    /// Replaces every placeholder.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationPlaceholderContext`` or
    ///   ``PassError/Code/notificationControlCharacter``; what `value` throws.
    func expanded(
        for context: Context,
        _ value: (String) throws(PassError) -> Value
    ) throws(PassError) -> String {
        var result = ""
        var html = HTMLContext()
        for piece in pieces {
            switch piece {
            case .text(let text):
                if context == .html { html.read(text) }
                result += text
            case .placeholder(let name):
                switch try value(name) {
                case .unknown: result += "##\(name)##"
                case .link(let link): result += try Self.escaped(link, name, isLink: true, context, html)
                case .text(let text): result += try Self.escaped(text, name, isLink: false, context, html)
                }
            }
        }
        return result
    }

    private static func escaped(
        _ value: String,
        _ name: String,
        isLink: Bool,
        _ context: Context,
        _ html: HTMLContext
    ) throws(PassError) -> String {
        // A line break is text in a message, and the beginning of another header in a header.
        let isAllowed: (Unicode.Scalar) -> Bool = { context != .header && ($0 == "\n" || $0 == "\t") }
        guard !value.unicodeScalars.contains(where: { HeaderText.isControl($0) && !isAllowed($0) }) else {
            throw PassError(
                .notificationControlCharacter,
                "The value for ##\(name)## holds control characters. Take them out of the recipient's profile."
            )
        }
        guard context == .html else { return value }
        switch html.place {
        case .text, .attribute: return HTMLText.escaped(value)
        case .address: return HTMLText.escaped(isLink ? value : HTMLText.percentEncoded(value))
        case .forbidden:
            throw PassError(
                .notificationPlaceholderContext,
                "##\(name)## stands inside a tag, a script, a style or a comment, where its value could become markup. "
                    + "Put it into text, or into an attribute in quotation marks."
            )
        }
    }
}
