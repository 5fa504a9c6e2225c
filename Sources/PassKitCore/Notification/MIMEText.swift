/// A text as the body of a MIME part: as it is where that is safe, else quoted-printable (RFC 2045 section 6.7).
struct MIMEText {
    /// `7bit` or `quoted-printable`.
    let encoding: String

    /// The lines, without their ends.
    let lines: [String]

    init(_ text: String) {
        let lines = Self.split(text)
        let isPlain = lines.allSatisfy { line in
            line.utf8.count <= 900 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 }
                && !line.hasSuffix(" ") && !line.hasPrefix("--") && !line.hasPrefix("From ") && line != "."
        }
        encoding = isPlain ? "7bit" : "quoted-printable"
        self.lines = isPlain ? lines : lines.flatMap(Self.quotedPrintable)
    }

    /// Lines however they end: a bare CR or LF has no place in a message.
    private static func split(_ text: String) -> [String] {
        var lines: [String] = [""]
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r":
                lines.append("")
                isAfterReturn = true
                continue
            case "\n":
                if !isAfterReturn { lines.append("") }
            default:
                lines[lines.count - 1].unicodeScalars.append(scalar)
            }
            isAfterReturn = false
        }
        return lines
    }

    private static func quotedPrintable(_ line: String) -> [String] {
        let bytes = Array(line.utf8)
        var lines: [String] = []
        var current = ""
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            // A dot, a dash or "From " at a line's start means something to mail servers, multipart and mailboxes.
            let beginsLine = current.isEmpty || current.utf8.count == 75
            let isLiteral =
                (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
                && !(beginsLine && ".-F".utf8.contains(byte))
            let isBlank = (byte == 0x20 || byte == 0x09) && !isLast
            let piece =
                isLiteral || isBlank
                ? String(decoding: [byte], as: UTF8.self) : "=" + Hex.encode([byte]).uppercased()
            if current.utf8.count + piece.utf8.count > 75 {
                lines.append(current + "=")
                current = ""
            }
            current += piece
        }
        return lines + [current]
    }
}
