/// The syntax of absolute URLs, as far as Wallet depends on it (RFC 3986 section 4.3).
enum AbsoluteURL {
    /// Whether the text has a scheme, something after it, a host where the scheme is http or https, and no blanks.
    static func isValid(_ text: String) -> Bool {
        guard let scheme = scheme(of: text) else { return false }
        let rest = text.utf8.dropFirst(scheme.utf8.count + 1)
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
        }
        guard isClean, !rest.isEmpty else { return false }
        guard scheme == "http" || scheme == "https" else { return true }
        guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first else { return false }
        return !"/?#:".utf8.contains(first)
    }

    /// The scheme in lowercase letters; nil when there is none.
    static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = text.utf8[..<colon]
        guard let first = scheme.first, isLetter(first), scheme.allSatisfy(isSchemeByte) else { return nil }
        return String(decoding: scheme, as: UTF8.self).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }
}
