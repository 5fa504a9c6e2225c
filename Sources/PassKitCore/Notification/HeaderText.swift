/// What a text that goes into a header may hold.
///
/// Control characters are refused, never stripped: whoever sends one wants a second header, or made a mistake.
/// (RFC 5322 section 2.2; OWASP ASVS 5.0, 1.3.11.)
package enum HeaderText {
    /// What is wrong with a text, in words that fit after "holds"; nil when it may go into a header.
    package static func fault(in text: String) -> String? {
        if text.unicodeScalars.contains(where: isControl) { return "control characters" }
        // A gateway behind us may decode once more than it should.
        let lowercased = text.lowercased()
        if lowercased.contains("%0d") || lowercased.contains("%0a") { return "a percent-encoded line break" }
        if text.utf8.count > maximumLength { return "more than \(maximumLength) bytes" }
        return nil
    }

    /// The longest text, in bytes; a header line must stay below 998 (RFC 5322 section 2.1.1).
    package static let maximumLength = 500

    /// C0, DEL, C1 and the two separators of Unicode, all of which some reader takes for a line's end.
    package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Checks a text that came with a recipient's profile or a request.
    static func check(_ text: String, _ name: String) throws(PassError) {
        guard let fault = fault(in: text) else { return }
        throw PassError(
            .notificationControlCharacter,
            "The \(name) holds \(fault), which no header may. Take that out."
        )
    }
}
