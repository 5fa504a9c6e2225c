import PassKitCore

extension Benchmark {
    /// Reads requests of 10 MiB: the slowest of several that are made to be slow, beside an ordinary one three times.
    static let multipartHostile = Benchmark(
        name: "multipart.hostile",
        unit: "MB/s",
        bound: "a third of the rate for an ordinary body of the same length"
    ) {
        let size = 10 << 20
        let limits = MultipartLimits(bodySize: .max, fileSize: .max)
        let boundary = "------------------------d74496d66958873e"
        let patterns = [
            "\r", "\n", "\r\n", "\r\n--", "-", "\r\n-----", "\r\n--\(boundary.dropLast())", "\r\n--\(boundary)X",
            "\r\n--\(boundary)-X", "\r\n--\(boundary)\rX",
        ]
        let ordinary = body(SampleForm.noise(size, seed: 1), boundary)
        // The one that takes longest is measured.
        var slowest = (body: ordinary, time: Duration.zero)
        for pattern in patterns {
            let filler = Array(pattern.utf8)
            let hostile = body((0..<size).map { filler[$0 % filler.count] }, boundary)
            let time = try ContinuousClock().measure { try collect(hostile, boundary, limits) }
            if time > slowest.time { slowest = (hostile, time) }
        }
        let hostile = slowest.body
        let megabytes = Double(size) / 1e6
        return .rates(
            limit: Operation(units: megabytes / 3) { try collect(ordinary, boundary, limits) },
            measured: Operation(units: megabytes) { try collect(hostile, boundary, limits) }
        )
    }

    private static func body(_ content: [UInt8], _ boundary: String) -> [UInt8] {
        Array("--\(boundary)\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n".utf8) + content
            + Array("x\r\n--\(boundary)--\r\n".utf8)
    }

    /// Reads a body as the request's own reader does: the content is collected.
    private static func collect(_ body: [UInt8], _ boundary: String, _ limits: MultipartLimits) throws {
        var reader = try MultipartReader(boundary: boundary, limits: limits)
        var content: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: 64 << 10) {
            reader.append(body[start..<min(start + (64 << 10), body.count)])
            while let event = try reader.next() {
                if case .content(let slice) = event { content += slice }
            }
        }
        try reader.finish()
        keep(content)
    }
}
