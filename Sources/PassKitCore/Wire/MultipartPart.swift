/// The headers of one part of a form.
public struct MultipartPart: Sendable, Hashable {
    /// The name of the form's field.
    public var name: String

    /// The file name, without any folders; nil for a field that is no file.
    ///
    /// It is for people: nothing is ever written to a path made of it.
    public var fileName: String?

    /// The media type in lower case without its parameters, such as `image/png`; nil when none is stated.
    public var mediaType: String?

    /// The character set in lower case, when the media type states one.
    public var charset: String?

    /// Makes the headers of a part.
    public init(name: String, fileName: String? = nil, mediaType: String? = nil, charset: String? = nil) {
        self.name = name
        self.fileName = fileName
        self.mediaType = mediaType
        self.charset = charset
    }

    /// Whether the part is a file.
    public var isFile: Bool { fileName != nil }
}

extension MultipartPart {
    /// Reads the lines of a part's headers, each with its CR LF.
    init(parsing block: ArraySlice<UInt8>, limits: MultipartLimits) throws(PassError) {
        var disposition: HeaderParameters?
        var type: HeaderParameters?
        var transfer: String?
        var count = 0
        var rest = block
        while let end = rest.firstIndex(of: 0x0D) {
            let line = rest[..<end]
            guard rest.index(after: end) < rest.endIndex, rest[end + 1] == 0x0A else { throw Self.brokenHeader() }
            rest = rest[(end + 2)...]
            count += 1
            guard count <= limits.headerCount, line.count <= limits.headerLineSize else {
                throw PassError(
                    .multipartHeaderTooLarge,
                    "A part has more than \(limits.headerCount) headers, or one longer than \(limits.headerLineSize) "
                        + "bytes. Send Content-Disposition and Content-Type only."
                )
            }
            if line.isEmpty { throw Self.nameless() }  // No headers at all.
            let (name, value) = try Self.header(line)
            switch name {
            case "content-disposition":
                guard disposition == nil else { throw Self.repeated("Content-Disposition") }
                disposition = try Self.parameters(value, "Content-Disposition", .multipartDisposition)
            case "content-type":
                guard type == nil else { throw Self.repeated("Content-Type") }
                type = try Self.parameters(value, "Content-Type", .multipartHeader)
            case "content-transfer-encoding":
                guard transfer == nil else { throw Self.repeated("Content-Transfer-Encoding") }
                transfer = value.lowercased()
            default: break
            }
        }
        guard rest.isEmpty else { throw Self.brokenHeader() }
        try self.init(disposition, type, transfer)
    }

    private init(
        _ disposition: HeaderParameters?,
        _ type: HeaderParameters?,
        _ transfer: String?
    ) throws(PassError) {
        guard let disposition, disposition.value == "form-data", let name = disposition["name"], !name.isEmpty else {
            throw Self.nameless()
        }
        guard ["7bit", "8bit", "binary", nil].contains(transfer) else {
            throw PassError(
                .multipartEncoding,
                "A part has another Content-Transfer-Encoding than binary. Send its bytes as they are (RFC 7578, 4.7)."
            )
        }
        if let type, type.value.hasPrefix("multipart/") {
            throw PassError(.multipartEncoding, "A part is \(type.value.prefix(80)) itself. Send each file as a part.")
        }
        self.name = try Self.decoded(name)
        guard !self.name.contains("\\"), self.name != "_charset_" else {
            throw PassError(
                self.name == "_charset_" ? .multipartEncoding : .multipartDisposition,
                "A part's name has a backslash, or is _charset_, which readers understand differently. Leave it out."
            )
        }
        fileName = try disposition["filename"].map { (name) throws(PassError) in
            try Self.decoded(name).split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
                .last.map(String.init) ?? ""
        }
        mediaType = type?.value
        charset = type?["charset"]?.lowercased()
    }

    /// Undoes what the HTML standard does to names, once.
    private static func decoded(_ name: String) throws(PassError) -> String {
        var decoded = name
        if name.contains("%") {
            decoded = name.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        }
        guard !decoded.unicodeScalars.contains(where: HeaderText.isControl) else {
            throw PassError(
                .multipartDisposition,
                "A part's name or file name holds control characters. Take them out."
            )
        }
        return decoded
    }

    /// Takes a line apart: the name in lower case, and the value without the blanks around it.
    private static func header(_ line: ArraySlice<UInt8>) throws(PassError) -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(HeaderParameters.isToken),
            line[colon...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }),
            let value = String(validating: line[(colon + 1)...], as: UTF8.self)
        else { throw brokenHeader() }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        return (name, String(value.drop { $0 == " " || $0 == "\t" }))
    }

    private static func parameters(
        _ value: String,
        _ header: String,
        _ code: PassError.Code
    ) throws(PassError) -> HeaderParameters {
        do {
            return try HeaderParameters(value)
        } catch {
            switch error {
            case .malformed:
                throw PassError(
                    code,
                    "A part's \(header) cannot be read. Put values in quotation marks, and a quotation mark in them as %22."
                )
            case .repeated(let name):
                throw PassError(
                    code,
                    "A part's \(header) gives \(name.prefix(40)) twice, and readers differ in which they take. Give it once."
                )
            }
        }
    }

    private static func nameless() -> PassError {
        PassError(
            .multipartDisposition,
            "A part has no name. Give it one: Content-Disposition: form-data; name=\"…\""
        )
    }

    private static func brokenHeader() -> PassError {
        PassError(
            .multipartHeader,
            "A part's headers are broken. Write one a line as `Name: value`, unfolded, in UTF-8, with CR LF at its end."
        )
    }

    private static func repeated(_ header: String) -> PassError {
        PassError(
            .multipartHeader,
            "A part has two \(header) headers, and readers differ in which they take. Send one."
        )
    }
}
