/// Text of a form field in the character set that its `Content-Type` states.
enum TextDecoding {
    /// The text as UTF-8.
    /// - Throws: ``PassError`` with ``PassError/Code/multipartCharset`` for another character set than UTF-8, US-ASCII
    ///   and ISO 8859-1, and for bytes beyond US-ASCII where that is stated.
    static func utf8(_ bytes: [UInt8], charset: String?, part: String) throws(PassError) -> [UInt8] {
        switch charset {
        case nil, "utf-8", "utf8":
            return bytes  // Who reads the text checks its encoding.
        case "us-ascii", "ascii":
            guard bytes.allSatisfy({ $0 < 0x80 }) else {
                throw PassError(
                    .multipartCharset,
                    "The part \"\(part)\" is said to be US-ASCII and is not. Send it in UTF-8, and say so."
                )
            }
            return bytes
        case "iso-8859-1", "iso8859-1", "latin1":
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            for byte in bytes {
                if byte < 0x80 { text.append(byte) } else { text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
            }
            return text
        case let charset?:
            throw PassError(
                .multipartCharset,
                "The part \"\(part)\" is in the character set \(charset.prefix(40)). Send it in UTF-8."
            )
        }
    }
}
