/// Follows HTML byte by byte, to know what a value that comes next would become.
///
/// No parser: it errs towards `forbidden`, where nothing may be put.
struct HTMLContext {
    /// What a value would become at this place.
    enum Place: Equatable {
        /// Text between tags.
        case text
        /// The value of an attribute, in quotation marks.
        case attribute
        /// The value of an attribute that is an address, in quotation marks.
        case address
        /// Anything where a value could become markup or code.
        case forbidden
    }

    private enum State: Equatable {
        case text
        case tag
        case comment
        case beforeValue
        case value(quote: UInt8)
        case unquotedValue
    }

    private static let addressAttributes: Set<String> = ["href", "src", "action", "background", "cite"]
    private static let rawElements: Set<String> = ["script", "style", "title", "textarea", "xmp", "iframe", "noscript"]

    private var state = State.text
    /// The name of the element, `/` included for a closing tag.
    private var element: [UInt8] = []
    private var isInElementName = false
    /// The name of the attribute that was read last.
    private var attribute: [UInt8] = []
    private var isInAttributeName = false
    /// The element whose content is not text, while inside of it.
    private var rawElement: String?
    private var lastBytes: [UInt8] = []

    var place: Place {
        switch state {
        case .text: return rawElement == nil ? .text : .forbidden
        case .tag, .comment, .beforeValue, .unquotedValue: return .forbidden
        case .value:
            let name = Self.lowercased(attribute)
            if name.hasPrefix("on") || name == "style" || name == "srcset" || name == "srcdoc" { return .forbidden }
            return Self.addressAttributes.contains(name) ? .address : .attribute
        }
    }

    mutating func read(_ text: String) {
        for byte in text.utf8 {
            read(byte)
            lastBytes.append(byte)
            if lastBytes.count > 8 { lastBytes.removeFirst() }
        }
    }

    private mutating func read(_ byte: UInt8) {
        switch state {
        case .text:
            guard byte == UInt8(ascii: "<") else { return }
            state = .tag
            element = []
            attribute = []
            isInElementName = true
            isInAttributeName = false
        case .tag: readInTag(byte)
        case .comment:
            if byte == UInt8(ascii: ">"), lastBytes.suffix(2).elementsEqual("--".utf8) { state = .text }
        case .beforeValue:
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .value(quote: byte)
            case UInt8(ascii: ">"): endTag()
            case _ where Self.isBlank(byte): break
            default: state = .unquotedValue
            }
        case .value(let quote):
            guard byte == quote else { return }
            state = .tag
            attribute = []
            isInAttributeName = false
        case .unquotedValue:
            if byte == UInt8(ascii: ">") { endTag() } else if Self.isBlank(byte) { state = .tag }
        }
    }

    private mutating func readInTag(_ byte: UInt8) {
        if isInElementName, element.isEmpty, !Self.beginsTag(byte) {
            state = .text  // "a < b" is text.
            return read(byte)
        }
        switch byte {
        case UInt8(ascii: ">"): endTag()
        case UInt8(ascii: "=") where !isInElementName: state = .beforeValue
        case _ where Self.isBlank(byte) || (byte == UInt8(ascii: "/") && !element.isEmpty):
            isInElementName = false
            isInAttributeName = false
        case _ where isInElementName:
            if element.count < 16 { element.append(byte) }
            if element.elementsEqual("!--".utf8) { state = .comment }
        default:
            if !isInAttributeName { attribute = [] }
            isInAttributeName = true
            if attribute.count < 32 { attribute.append(byte) }
        }
    }

    private mutating func endTag() {
        state = .text
        let name = Self.lowercased(element)
        if let raw = rawElement {
            if name == "/" + raw { rawElement = nil }
        } else if Self.rawElements.contains(name) {
            rawElement = name
        }
    }

    private static func beginsTag(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || "/!?".utf8.contains(byte)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func lowercased(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).lowercased() }
}
