/// Writes a `multipart/form-data` body whose length is known before it is sent, without copying the files.
///
/// ```swift
/// var writer = MultipartWriter()
/// try writer.append(MultipartPart(name: "pkPass", fileName: "card.pkpass", mediaType: "application/vnd.apple.pkpass"), bytes)
/// try writer.append(MultipartPart(name: "passContent"), json)
/// let (contentType, body) = (writer.contentType, writer.body())
/// ```
///
/// The boundary is made of 128 random bits, so that nobody can know it beforehand and put it into a file. Names are
/// written as the HTML standard has browsers write them; a name that readers could understand in two ways is refused.
public struct MultipartWriter: Sendable {
    /// What divides the parts.
    public let boundary: String

    private var pieces: [ArraySlice<UInt8>] = []

    /// Makes a writer.
    /// - Parameter random: Where the boundary comes from; it must not be predictable.
    public init(random: RandomBytes = .system) {
        boundary = "PassKitCore-" + Hex.encode(random(16))
    }

    /// The `Content-Type` of the body.
    public var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    /// Adds a part.
    /// - Throws: ``PassError`` with ``PassError/Code/multipartName`` when the name, file name or media type cannot be
    ///   sent so that every reader understands the same.
    public mutating func append(_ part: MultipartPart, _ content: [UInt8]) throws(PassError) {
        var head = pieces.isEmpty ? "" : "\r\n"
        head += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(try Self.quoted(part.name, "\\"))\""
        if let fileName = part.fileName { head += "; filename=\"\(try Self.quoted(fileName, "\\/"))\"" }
        head += "\r\n"
        if let mediaType = part.mediaType {
            let type = mediaType + (part.charset.map { "; charset=\($0)" } ?? "")
            guard let parsed = try? HeaderParameters(type), !parsed.value.hasPrefix("multipart/"),
                !type.unicodeScalars.contains(where: HeaderText.isControl)
            else {
                throw PassError(.multipartName, "\"\(mediaType.prefix(80))\" is no media type. Write one as image/png.")
            }
            head += "Content-Type: \(type)\r\n"
        }
        head += "\r\n"
        pieces.append(Array(head.utf8)[...])
        pieces.append(content[...])
    }

    /// The body; it may be sent more than once.
    /// - Parameter chunkSize: The most bytes a chunk has.
    public func body(chunkSize: Int = 64 << 10) -> PassBody {
        PassBody(pieces: pieces + [end], chunkSize: chunkSize)
    }

    /// The body as one array.
    public func bytes() -> [UInt8] {
        Array((pieces + [end]).joined())
    }

    private var end: ArraySlice<UInt8> {
        let end = (pieces.isEmpty ? "" : "\r\n") + "--\(boundary)--\r\n"
        return Array(end.utf8)[...]
    }

    /// A name between its quotation marks.
    private static func quoted(_ name: String, _ forbidden: String) throws(PassError) -> String {
        let isClear =
            !name.unicodeScalars.contains { HeaderText.isControl($0) || forbidden.unicodeScalars.contains($0) }
            && !["%22", "%0D", "%0A"].contains { name.contains($0) } && name != "_charset_"
        guard isClear, !name.isEmpty || forbidden.count > 1, name.utf8.count <= 1024 else {
            throw PassError(
                .multipartName,
                "\"\(name.prefix(80))\" cannot be the name of a part or file: it is empty or long, or has a line break, "
                    + "a backslash, a folder, or one of %22, %0D and %0A, which readers take for other characters."
            )
        }
        return name.replacing("\"", with: "%22")
    }
}
