extension PassUpdateRequest {
    /// The name of the part that holds the package.
    static let passPart = "pkPass"

    /// The name of the part that holds the content.
    static let contentPart = "passContent"

    /// Reads a request as it arrives: the parts `pkPass` and `passContent`, and any number of images.
    ///
    /// `passContent` may be a field or a file, in UTF-8, US-ASCII or ISO 8859-1. The order of the parts does not matter.
    /// - Parameters:
    ///   - body: The body.
    ///   - contentType: The `Content-Type` of the request, which gives the boundary.
    ///   - idempotencyKey: What the request's `Idempotency-Key` names it.
    ///   - limits: What the body may be.
    /// - Throws: ``PassError`` with a code that begins with `multipart.`, of the JSON, or with
    ///   ``PassError/Code/updateContent``; what the body throws.
    public init(
        reading body: PassBody,
        contentType: String?,
        idempotencyKey: String? = nil,
        limits: MultipartLimits = .default
    ) async throws {
        var reader = try MultipartReader(contentType: contentType, limits: limits)
        if let length = body.length, length > limits.bodySize {
            throw PassError(
                .multipartBodyTooLarge,
                "The body is longer than the \(limits.bodySize) bytes allowed. Send less at once."
            )
        }
        var form = RequestForm()
        for try await chunk in body {
            reader.append(chunk)
            while let event = try reader.next() { try form.take(event) }
        }
        try reader.finish()
        self = try form.request(idempotencyKey: idempotencyKey)
    }

    /// The request as a form: its `Content-Type`, and its body, whose length is known and which may be sent again.
    ///
    /// The package and the images are not copied.
    /// - Parameter random: Where the boundary comes from; it must not be predictable.
    /// - Throws: ``PassError`` with ``PassError/Code/multipartName`` for a name of a part or file that cannot be sent.
    public func multipartBody(
        random: RandomBytes = .system
    ) throws(PassError) -> (contentType: String, body: PassBody) {
        var writer = MultipartWriter(random: random)
        try writer.append(
            MultipartPart(name: Self.passPart, fileName: fileName, mediaType: "application/vnd.apple.pkpass"),
            pkPass
        )
        for image in images {
            guard image.name != Self.passPart, image.name != Self.contentPart else {
                throw PassError(
                    .multipartName,
                    "No image can be named \(image.name). Name it after its place: logo@2x."
                )
            }
            // Without a file name, servers take a part for text.
            let fileName = image.fileName ?? image.name.split(separator: "/").last.map(String.init) ?? image.name
            try writer.append(
                MultipartPart(name: image.name, fileName: fileName, mediaType: "image/png"),
                image.bytes
            )
        }
        let json = content.json.bytes()
        // A field, as documented; but one with thousands of recipients is longer than servers take a field to be.
        let isFile = json.count > MultipartLimits.default.fieldSize
        let part = MultipartPart(
            name: Self.contentPart,
            fileName: isFile ? "passContent.json" : nil,
            mediaType: isFile ? "application/json" : nil
        )
        try writer.append(part, json)
        return (writer.contentType, writer.body())
    }
}

/// The parts of a request, as far as they have come.
private struct RequestForm {
    private var part: MultipartPart?
    private var bytes: [UInt8] = []
    private var pass: (fileName: String?, bytes: [UInt8])?
    private var content: [UInt8]?
    private var images: [PassUpdateRequest.Image] = []

    mutating func take(_ event: MultipartReader.Event) throws(PassError) {
        switch event {
        case .part(let part):
            let isRepeated =
                switch part.name {
                case PassUpdateRequest.passPart: pass != nil
                case PassUpdateRequest.contentPart: content != nil
                default: images.contains { $0.name == part.name }
                }
            guard !isRepeated else {
                throw PassError(
                    .multipartRepeatedPart,
                    "The part \"\(part.name.prefix(80))\" is there twice. Send one."
                )
            }
            self.part = part
            bytes = []
        case .content(let slice):
            bytes += slice
        case .partEnd:
            guard let part else { return }
            switch part.name {
            case PassUpdateRequest.passPart: pass = (part.fileName, bytes)
            case PassUpdateRequest.contentPart:
                content = try TextDecoding.utf8(bytes, charset: part.charset, part: part.name)
            default: images.append(.init(name: part.name, fileName: part.fileName, bytes: bytes))
            }
            self.part = nil
            bytes = []
        }
    }

    func request(idempotencyKey: String?) throws(PassError) -> PassUpdateRequest {
        guard let pass else { throw Self.missing(PassUpdateRequest.passPart, "the .pkpass as a file") }
        guard let content else { throw Self.missing(PassUpdateRequest.contentPart, "the JSON as text") }
        var request = PassUpdateRequest(
            pkPass: pass.bytes,
            content: try PassUpdateContent(parsing: content),
            idempotencyKey: idempotencyKey
        )
        if let fileName = pass.fileName, !fileName.isEmpty { request.fileName = fileName }
        request.images = images
        return request
    }

    private static func missing(_ part: String, _ what: String) -> PassError {
        PassError(.multipartMissingPart, "The body has no part \"\(part)\". Send \(what) under that name.")
    }
}
