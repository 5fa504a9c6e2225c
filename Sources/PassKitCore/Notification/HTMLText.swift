/// Text in HTML: escaped on the way in, and read back out for people whose mail program shows none.
enum HTMLText {
    /// Escapes what could end a text or an attribute's value.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// Encodes all but the unreserved characters (RFC 3986 section 2.3), so that a value is part of an address and
    /// never its scheme or host.
    static func percentEncoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let isUnreserved =
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte)
            if isUnreserved {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + Hex.encode([byte]).uppercased()
            }
        }
        return result
    }

    /// The text of HTML: tags taken out, links written behind their words, entities resolved.
    static func plain(_ html: String) -> String {
        var result = ""
        var link: String?
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            result += resolved(rest[..<open])
            guard let close = rest[open...].firstIndex(of: ">") else {
                result += resolved(rest[open...])
                rest = ""
                break
            }
            let tag = rest[rest.index(after: open)..<close]
            let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }.lowercased()
            switch name {
            case "a": link = reference(in: tag)
            case "/a":
                if let address = link.map({ resolved($0[...]) }), !result.hasSuffix(address) {
                    result += " (\(address))"
                }
                link = nil
            case "br", "br/", "/p", "/div", "/li", "/tr", "/h1", "/h2", "/h3": result += "\n"
            default: break
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + resolved(rest)
    }

    private static func reference(in tag: Substring) -> String? {
        guard let name = tag.firstRange(of: "href=") ?? tag.firstRange(of: "HREF=") else { return nil }
        let value = tag[name.upperBound...]
        guard let quote = value.first, quote == "\"" || quote == "'" else {
            return String(value.prefix { !$0.isWhitespace })
        }
        return String(value.dropFirst().prefix { $0 != quote })
    }

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "apos": "'", "nbsp": " ",
    ]

    private static func resolved(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            let after = rest[rest.index(after: start)...]
            if let end = after.prefix(8).firstIndex(of: ";"), let character = entities[String(after[..<end])] {
                result += character
                rest = after[after.index(after: end)...]
            } else {
                result += "&"
                rest = after
            }
        }
        return result + rest
    }
}
