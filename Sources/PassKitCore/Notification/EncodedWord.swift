#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Text in headers beyond ASCII (RFC 2047), folded so that no line is longer than 76 characters.
enum EncodedWord {
    /// A header's text: as it is when it is plain ASCII, else as encoded words.
    static func encode(_ text: String, after indent: Int) -> String {
        isPlain(text) && indent + text.utf8.count <= 76 ? text : words(text, after: indent)
    }

    /// A display name: an atom, a quoted string, or encoded words (RFC 5322 section 3.2.5).
    static func phrase(_ text: String, after indent: Int) -> String {
        guard isPlain(text), indent + text.utf8.count <= 70 else { return words(text, after: indent) }
        let isAtom = text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x20
        }
        if isAtom, !text.hasPrefix(" "), !text.hasSuffix(" ") { return text }
        let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\"\(String(escaped))\""
    }

    /// Printable ASCII that nobody could take for encoded words.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && !text.hasPrefix(" ")
            && !text.hasSuffix(" ")
    }

    private static func words(_ text: String, after indent: Int) -> String {
        // 75 characters a word (section 2): 12 around the text, and base64 makes four of three.
        var words: [String] = []
        var chunk: [UInt8] = []
        var room = max(6, (76 - indent - 12) / 4 * 3)
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > room {
                words.append(word(chunk))
                chunk = []
                room = 45
            }
            chunk += bytes
        }
        if !chunk.isEmpty { words.append(word(chunk)) }
        return words.joined(separator: "\r\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
