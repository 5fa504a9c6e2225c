/// A character set, by its IANA name, as far as the messages of codes need it.
struct BarcodeCharset {
    private let name: String

    /// Takes a name or an alias, in any case; nil for one that IANA does not list or no system knows.
    init?(_ name: String) {
        let lowercase = name.lowercased()
        let canonical = Self.aliases[lowercase] ?? lowercase
        guard Self.usual.contains(canonical) || Self.unusual.contains(canonical) else { return nil }
        self.name = canonical
    }

    /// Whether scanners commonly understand it.
    var isUsual: Bool { Self.usual.contains(name) }

    /// Whether it has every character of the message; of sets with large tables that is taken for granted.
    func canEncode(_ message: String) -> Bool {
        switch name {
        case "us-ascii": message.unicodeScalars.allSatisfy { $0.value < 0x80 }
        case "iso-8859-1": message.unicodeScalars.allSatisfy { $0.value <= 0xFF }
        case "windows-1252": message.unicodeScalars.allSatisfy(Self.isWindows1252)
        default: true
        }
    }

    private static func isWindows1252(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x80, 0xA0...0xFF: true
        default: windows1252.contains(scalar)
        }
    }

    /// What Windows has where Latin-1 has control characters.
    private static let windows1252 = Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars)

    private static let usual: Set = ["us-ascii", "iso-8859-1", "windows-1252", "utf-8"]

    private static let unusual = Set(
        """
        iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-9 iso-8859-10 \
        iso-8859-11 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 windows-1250 windows-1251 windows-1253 \
        windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 windows-874 utf-7 utf-16 utf-16be utf-16le \
        utf-32 utf-32be utf-32le shift_jis euc-jp iso-2022-jp iso-2022-jp-1 iso-2022-jp-2 gb2312 gbk gb18030 hz-gb-2312 \
        iso-2022-cn big5 big5-hkscs euc-tw euc-kr iso-2022-kr ks_c_5601-1987 koi8-r koi8-u macintosh ibm437 ibm737 \
        ibm775 ibm850 ibm852 ibm855 ibm857 ibm860 ibm861 ibm862 ibm863 ibm864 ibm865 ibm866 ibm869 ibm037 tis-620 \
        viscii
        """.split(separator: " ").map(String.init)
    )

    private static let aliases: [String: String] = [
        "ascii": "us-ascii", "iso646-us": "us-ascii", "us": "us-ascii", "ansi_x3.4-1968": "us-ascii",
        "latin1": "iso-8859-1", "l1": "iso-8859-1", "iso_8859-1": "iso-8859-1", "iso8859-1": "iso-8859-1",
        "iso88591": "iso-8859-1", "ibm819": "iso-8859-1", "cp819": "iso-8859-1", "cp1252": "windows-1252",
        "utf8": "utf-8", "latin2": "iso-8859-2", "latin9": "iso-8859-15", "latin-9": "iso-8859-15",
        "sjis": "shift_jis", "ms_kanji": "shift_jis", "windows-31j": "shift_jis", "mac": "macintosh",
        "cp1250": "windows-1250", "cp1251": "windows-1251", "cp936": "gbk", "cp437": "ibm437", "cp850": "ibm850",
        "cp866": "ibm866", "utf16": "utf-16",
    ]
}
