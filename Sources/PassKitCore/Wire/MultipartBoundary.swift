/// What divides the parts of a body (RFC 2046 section 5.1.1).
struct MultipartBoundary {
    /// CR LF, two hyphens and the boundary: what stands before every part.
    let delimiter: [UInt8]

    /// Reads the boundary out of a `Content-Type`.
    init(contentType: String?) throws(PassError) {
        guard let contentType, contentType.utf8.count <= 1024 else {
            throw PassError(
                .multipartContentType,
                "The request does not say that its body is multipart/form-data. Set Content-Type to "
                    + "multipart/form-data with the boundary you use."
            )
        }
        let type: HeaderParameters
        do {
            type = try HeaderParameters(contentType)
        } catch {
            guard case .repeated(let name) = error else {
                throw PassError(
                    .multipartContentType,
                    "The Content-Type cannot be read. Send multipart/form-data; boundary=…"
                )
            }
            throw PassError(
                .multipartBoundary,
                "The Content-Type gives \(name.prefix(40)) twice, and readers differ in which they take. Give it once."
            )
        }
        guard type.value == "multipart/form-data" else {
            throw PassError(
                .multipartContentType,
                "The body is said to be \(type.value.prefix(80)). Send multipart/form-data."
            )
        }
        guard let boundary = type["boundary"] else {
            throw PassError(
                .multipartBoundary,
                "The Content-Type gives no boundary. Give the one that divides the body."
            )
        }
        try self.init(boundary)
    }

    /// Takes a boundary.
    init(_ boundary: String) throws(PassError) {
        let bytes = Array(boundary.utf8)
        guard (1...70).contains(bytes.count), bytes.last != 0x20, bytes.allSatisfy(Self.isAllowed) else {
            throw PassError(
                .multipartBoundary,
                "The boundary is no boundary. Use 1 to 70 letters, digits and '()+_,-./:=? (RFC 2046)."
            )
        }
        delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + bytes
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "_"),
            UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
            UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: " "):
            true
        default: false
        }
    }
}
