/// What the name of a file in a package says: the language its folder stands for, and the name inside that folder.
struct PassFileName {
    static let pass = "pass.json"
    static let manifest = "manifest.json"
    static let signature = "signature"
    static let strings = "pass.strings"
    static let personalization = "personalization.json"
    static let tooling = "tooling.json"

    /// The language of the `.lproj` folder, or nil for a file at the root.
    let language: String?

    /// The name without its folder.
    let file: String

    /// Takes a path apart; nil when it lies in a folder that stands for no language.
    init?(_ path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        switch parts.count {
        case 1:
            language = nil
            file = path
        case 2 where parts[0].hasSuffix(".lproj") && !parts[1].isEmpty:
            let tag = String(parts[0].dropLast(".lproj".count))
            guard Self.isLanguage(tag) else { return nil }
            language = tag
            file = String(parts[1])
        default:
            return nil
        }
    }

    /// The path of a file for a language.
    static func path(_ file: String, language: String) -> String { "\(language).lproj/\(file)" }

    /// Whether the path names an image of a pass: a PNG at the root or in a language's folder.
    var isImage: Bool { file.hasSuffix(".png") && file.utf8.count > ".png".utf8.count }

    /// Whether a tag can name an `.lproj` folder: letters, digits and hyphens (or the underscores of old folders).
    static func isLanguage(_ tag: String) -> Bool {
        guard let first = tag.utf8.first, first.isLetter else { return false }
        return tag.utf8.count <= 35 && tag.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
