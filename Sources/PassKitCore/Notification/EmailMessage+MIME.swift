#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension EmailMessage {
    /// The message as it goes to a mail server: headers, then text and HTML as alternatives.
    ///
    /// (RFC 5322, RFC 2045, RFC 2046 section 5.1.4, RFC 2047.) Lines end in CR LF.
    /// - Parameters:
    ///   - identifier: What names the message for good; its `Message-ID` is made from it.
    ///   - date: When it was written.
    ///   - headers: Further headers; names of letters, digits and hyphens, values of any text.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationControlCharacter`` or
    ///   ``PassError/Code/notificationAddress``.
    public func mime(
        identifier: String,
        date: Date,
        headers: [(name: String, value: String)] = []
    ) throws(PassError) -> [UInt8] {
        for address in [to.address, from.address] where !MessageAddress.isEmail(address) {
            throw PassError(.notificationAddress, "An e-mail is from and for exactly one address each. Give one.")
        }
        let letters = identifier.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let boundary = "=_passkit-\(letters.prefix(40))"
        let domain = from.address.split(separator: "@").last.map(String.init) ?? "localhost"
        var lines: [String] = []
        lines.append("Date: \(CivilTime(date).dateAndClock) +0000")
        lines.append(try Self.mailbox("From", from))
        lines.append(try Self.mailbox("To", to))
        lines.append(try Self.header("Subject", subject))
        lines.append("Message-ID: <\(letters)@\(domain)>")
        for (name, value) in headers { lines.append(try Self.machineHeader(name, value)) }
        lines.append("MIME-Version: 1.0")
        lines.append("Auto-Submitted: auto-generated")
        lines.append("Content-Type: multipart/alternative; boundary=\"\(boundary)\"")
        lines.append("")
        for (type, text) in [("text/plain", HTMLText.plain(html)), ("text/html", html)] {
            let body = MIMEText(text)
            lines.append("--\(boundary)")
            lines.append("Content-Type: \(type); charset=utf-8")
            lines.append("Content-Transfer-Encoding: \(body.encoding)")
            lines.append("")
            lines += body.lines
        }
        lines.append("--\(boundary)--")
        lines.append("")
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private static func header(_ name: String, _ value: String) throws(PassError) -> String {
        try HeaderText.check(value, name)
        return "\(name): \(EncodedWord.encode(value, after: name.utf8.count + 2))"
    }

    /// A header for programs, which look for the value as it is: a long word stays one, as lines of 998 characters may
    /// be (RFC 5322 section 2.1.1).
    private static func machineHeader(_ name: String, _ value: String) throws(PassError) -> String {
        let isWord = value.utf8.allSatisfy { (0x21...0x7E).contains($0) } && !value.contains("=?")
        guard isWord, value.utf8.count <= HeaderText.maximumLength else { return try header(name, value) }
        try HeaderText.check(value, name)
        return "\(name): \(value)"
    }

    private static func mailbox(_ name: String, _ mailbox: Mailbox) throws(PassError) -> String {
        guard let display = mailbox.name, !display.isEmpty else { return "\(name): <\(mailbox.address)>" }
        try HeaderText.check(display, "name in \(name)")
        let phrase = EncodedWord.phrase(display, after: name.utf8.count + 2)
        // On a line of its own, so that no line grows too long.
        return "\(name): \(phrase)\r\n <\(mailbox.address)>"
    }
}
