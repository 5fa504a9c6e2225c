/// A name of an entry, checked by the rules under which no two systems could take it for different files.
struct ArchiveName: Sendable {
    let text: String
    /// Whether it lies in a folder, or is one.
    let hasFolders: Bool
    private let isItsKey: Bool

    /// Checks a name's bytes.
    ///
    /// - Parameter utf8: Whether the entry says that its name is UTF-8; without that, only ASCII is clear.
    init(_ bytes: ArraySlice<UInt8>, utf8: Bool, _ limits: ArchiveLimits) throws(PassError) {
        var scan = Scan()
        for byte in bytes { scan.take(byte) }
        scan.end()
        guard !scan.isSuspect, bytes.count <= limits.nameLength, scan.depth <= limits.nameDepth else {
            throw Self.fault(bytes, utf8: utf8, scan, limits)
        }
        if scan.isASCII {
            text = String(decoding: bytes, as: UTF8.self)
        } else {
            guard utf8, let name = String(validating: bytes, as: UTF8.self), Self.badCharacter(in: name) == nil else {
                throw Self.fault(bytes, utf8: utf8, scan, limits)
            }
            text = name
        }
        hasFolders = scan.hasSlash
        isItsKey = scan.isASCII && !scan.hasCapitals
    }

    /// Whether the name is that of a folder.
    var isFolder: Bool { hasFolders && text.utf8.last == UInt8(ascii: "/") }

    /// What names are told apart by: case does not count, and neither does Unicode normalisation.
    var key: String { isItsKey ? text : Self.key(text) }

    /// The key of a name.
    ///
    /// Swift compares strings by canonical equivalence, so the key needs no normalisation of its own. `ẞ` becomes `ß`
    /// first: only that has the capitals `SS`.
    static func key(_ name: String) -> String {
        name.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
            ? name : name.lowercased().uppercased().lowercased()
    }

    /// What one look at the bytes of a name tells.
    ///
    /// Segments are told by bytes: to Swift's characters a slash before a combining mark is none.
    private struct Scan {
        var isASCII = true
        var hasCapitals = false
        var hasSlash = false
        /// The segments, without the empty one after a folder's last slash.
        var depth = 0
        /// Whether a character or a segment is wrong.
        var isSuspect = false
        private var length = 0
        private var dots = 0

        mutating func take(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "/"):
                hasSlash = true
                endSegment()
                return
            case UInt8(ascii: "."): dots += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasCapitals = true
            case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: ":"): isSuspect = true
            case 0x80...: isASCII = false
            default: break
            }
            length += 1
        }

        mutating func end() {
            // A folder's name ends with a slash, and no segment follows it; but there must be one before it.
            if length > 0 || !hasSlash { endSegment() }
        }

        private mutating func endSegment() {
            depth += 1
            if length == 0 || length <= 2 && dots == length { isSuspect = true }
            (length, dots) = (0, 0)
        }
    }

    private static func badCharacter(in name: String) -> String? {
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\\": return "a backslash"
            case ":": return "a colon"
            case "\u{20}"..."\u{7E}": break
            default:
                switch scalar.properties.generalCategory {
                case .control: return "a control character"
                // Some file systems overlook them, and some screens show nothing.
                case .format, .lineSeparator, .paragraphSeparator: return "a character that hides or reorders text"
                default: break
                }
            }
        }
        return nil
    }

    /// Says what is wrong with a name that is refused.
    private static func fault(
        _ bytes: ArraySlice<UInt8>,
        utf8: Bool,
        _ scan: Scan,
        _ limits: ArchiveLimits
    ) -> PassError {
        guard let name = String(validating: bytes, as: UTF8.self) else { return error("", "is not UTF-8") }
        guard !name.isEmpty else { return error("", "is empty") }
        guard bytes.count <= limits.nameLength else { return error(name, "has more than \(limits.nameLength) bytes") }
        guard utf8 || scan.isASCII else {
            return error(name, "is not ASCII, and its entry does not say that it is UTF-8")
        }
        if let found = badCharacter(in: name) { return error(name, "holds \(found)") }
        guard scan.depth <= limits.nameDepth else { return error(name, "lies deeper than \(limits.nameDepth) levels") }
        return error(name, "has an empty segment, '.' or '..', or begins with '/'")
    }

    private static func error(_ name: String, _ fault: String) -> PassError {
        let shown = String(String.UnicodeScalarView(name.unicodeScalars.prefix(80).map { $0.value < 0x20 ? "?" : $0 }))
        return PassError(
            .archiveName,
            "The name \"\(shown)\" of an entry \(fault). Name files as in logo@2x.png or de.lproj/pass.strings."
        )
    }
}
