extension PassStrings {
    /// Reads a `pass.strings` file.
    ///
    /// Takes UTF-8 and UTF-16, with a byte order mark or without; of UTF-16 without a mark the byte order is told
    /// from where the zero bytes stand.
    /// - Throws: ``PassError`` with ``PassError/Code/containerStringsEncoding`` or
    ///   ``PassError/Code/containerStringsSyntax``, which names the line.
    public init(reading bytes: some Collection<UInt8>) throws(PassError) {
        let file = try Self.decode(Array(bytes))
        self.init(encoding: file.encoding)
        omitsMark = file.omitsMark
        var parser = PassStringsParser(file.text)
        self.pieces = try parser.parse()
    }

    /// The file's bytes, in its encoding: what was not edited is spelled as it was read.
    public func bytes() -> [UInt8] {
        let text = text
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + text.utf8
        case .utf16:
            return (omitsMark ? [] : [0xFF, 0xFE])
                + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigEndian:
            return (omitsMark ? [] : [0xFE, 0xFF])
                + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        }
    }

    private typealias File = (encoding: Encoding, omitsMark: Bool, text: String)

    private static func decode(_ bytes: [UInt8]) throws(PassError) -> File {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return (.utf16, false, try utf16(bytes.dropFirst(2), bigEndian: false))
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return (.utf16BigEndian, false, try utf16(bytes.dropFirst(2), bigEndian: true))
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8WithMark, false, try utf8(bytes.dropFirst(3))) }
        // A strings file begins with ASCII (a quote, a slash, a blank), so one zero byte tells the byte order.
        if bytes.count >= 2, bytes[0] == 0 { return (.utf16BigEndian, true, try utf16(bytes[...], bigEndian: true)) }
        if bytes.count >= 2, bytes[1] == 0 { return (.utf16, true, try utf16(bytes[...], bigEndian: false)) }
        return (.utf8, false, try utf8(bytes[...]))
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) throws(PassError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw encodingError("UTF-8") }
        return text
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) throws(PassError) -> String {
        guard bytes.count.isMultiple(of: 2) else { throw encodingError("UTF-16") }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw encodingError("UTF-16") }
        return text
    }

    private static func encodingError(_ name: String) -> PassError {
        PassError(
            .containerStringsEncoding,
            "The strings file is not valid \(name). Save it as UTF-16 with a byte order mark, or as UTF-8."
        )
    }
}
