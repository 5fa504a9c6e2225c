/// The value of a header that has parameters: `form-data; name="logo"; filename="logo.png"`.
///
/// Readers differ in what they make of escapes and repetitions, so what they could read in two ways is refused:
/// a parameter that is there twice, and a backslash before a quotation mark. (RFC 9110 section 5.6.6; RFC 7578
/// section 4.2; WHATWG HTML, "multipart/form-data".)
struct HeaderParameters {
    /// What stands before the first semicolon, in lower case.
    let value: String

    /// The parameters, names in lower case.
    let parameters: [(name: String, value: String)]

    /// Why a value cannot be read.
    enum Fault: Error {
        case malformed
        case repeated(String)
    }

    init(_ text: some StringProtocol) throws(Fault) {
        var scanner = Scanner(bytes: Array(text.utf8)[...])
        scanner.skipBlanks()
        var value = scanner.token()
        if scanner.skip("/") { value += "/" + scanner.token() }
        guard !value.isEmpty, !value.hasSuffix("/") else { throw .malformed }
        self.value = value.lowercased()

        var parameters: [(name: String, value: String)] = []
        while true {
            scanner.skipBlanks()
            if scanner.bytes.isEmpty { break }
            guard scanner.skip(";") else { throw .malformed }
            scanner.skipBlanks()
            if scanner.bytes.isEmpty { break }
            let name = scanner.token().lowercased()
            guard !name.isEmpty, scanner.skip("="), let value = scanner.tokenOrQuoted() else { throw .malformed }
            guard !parameters.contains(where: { $0.name == name }) else { throw .repeated(name) }
            parameters.append((name, value))
        }
        self.parameters = parameters
    }

    /// The value of a parameter, or nil when there is none of that name.
    subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// The characters of a token (RFC 9110 section 5.6.2).
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private struct Scanner {
        var bytes: ArraySlice<UInt8>

        mutating func skipBlanks() {
            bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard let first = bytes.first, UInt32(first) == character.value else { return false }
            bytes.removeFirst()
            return true
        }

        mutating func token() -> String {
            let token = bytes.prefix(while: HeaderParameters.isToken)
            bytes.removeFirst(token.count)
            return String(decoding: token, as: UTF8.self)
        }

        mutating func tokenOrQuoted() -> String? {
            guard skip("\"") else {
                let token = token()
                return token.isEmpty ? nil : token
            }
            guard let end = bytes.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            let quoted = bytes[..<end]
            guard quoted.last != UInt8(ascii: "\\") else { return nil }
            bytes = bytes[(end + 1)...]
            return String(decoding: quoted, as: UTF8.self)
        }
    }
}
