import PassKitCore

/// The body of a request as clients send it: a package of 160 KB, two images, the content; 204 KB in all.
struct SampleForm: Sendable {
    let boundary: String
    let body: [UInt8]

    init(packageSize: Int = 160 << 10) throws {
        var writer = MultipartWriter()
        try writer.append(
            MultipartPart(name: "pkPass", fileName: "ticket.pkpass", mediaType: "application/vnd.apple.pkpass"),
            Self.noise(packageSize, seed: 1)
        )
        for (seed, name) in ["logo", "logo@2x"].enumerated() {
            try writer.append(
                MultipartPart(name: name, fileName: "\(name).png", mediaType: "image/png"),
                Self.noise(20 << 10, seed: UInt64(seed + 2))
            )
        }
        let content =
            #"{"recipients":{"recipient":[{"id":"48494"}]},"priority":true,"startTimeStamp":0,"endTimeStamp":0}"#
        try writer.append(MultipartPart(name: "passContent"), Array(content.utf8))
        boundary = writer.boundary
        body = writer.bytes()
    }

    /// Reads the body to its end, in chunks of that size, and counts the bytes of content.
    @inline(never) func read(chunkSize: Int, limits: MultipartLimits = .default) throws -> Int {
        try Self.read(body, boundary, chunkSize, limits)
    }

    static func read(_ body: [UInt8], _ boundary: String, _ chunkSize: Int, _ limits: MultipartLimits) throws -> Int {
        var reader = try MultipartReader(boundary: boundary, limits: limits)
        var total = 0
        var position = 0
        while position < body.count {
            let end = min(position + chunkSize, body.count)
            reader.append(body[position..<end])
            position = end
            while let event = try reader.next() {
                if case .content(let slice) = event { total += slice.count }
            }
        }
        try reader.finish()
        return total
    }

    /// Bytes without pattern, as compressed data has them.
    static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }
}
