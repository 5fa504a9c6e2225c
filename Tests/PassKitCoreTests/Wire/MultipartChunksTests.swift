import PassKitCore
import Testing

/// How a body is cut into chunks makes no difference, neither to what is read nor to why it is refused.
@Suite struct MultipartChunksTests {
    static let boundaries = [
        "B", "--B", String(repeating: "-", count: 70), "----WebKitFormBoundarygbACTUR58IyeurVf", "aa",
    ]

    /// A body of parts whose content is full of almost-boundaries, now and then broken.
    static func body(_ generator: inout SeededGenerator, _ boundary: String) -> [UInt8] {
        var body = Bool.random(using: &generator) ? [] : Array("\r\n".utf8)
        let pieces =
            [
                "\r", "\n", "\r\n", "-", "--", "\r\n--", "\r\n--\(boundary)X", "--\(boundary)", "\r\n--\(boundary)-x",
                "text",
                "\r\n--\(boundary.dropLast())", "\r\n--\(boundary)\rx", String(repeating: "x", count: 70), "\u{0}",
            ]
        for index in 0..<Int.random(in: 0...2, using: &generator) {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"a\(index)\"".utf8)
            if Bool.random(using: &generator) { body += Array("; filename=\"f%22.png\"".utf8) }
            body += Array("\r\nContent-Type: image/png\r\n\r\n".utf8)
            for _ in 0..<Int.random(in: 0...5, using: &generator) {
                body += Array((pieces.randomElement(using: &generator) ?? "").utf8)
            }
            body += Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--".utf8)
        if Int.random(in: 0..<4, using: &generator) == 0, !body.isEmpty {
            let place = Int.random(in: 0..<body.count, using: &generator)
            body[place] = [0x0D, 0x0A, 0x2D, 0x20, 0x00, 0x22].randomElement(using: &generator) ?? 0
        }
        return body
    }

    @Test(arguments: 0..<100)
    func everySplitReadsTheSame(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let boundary = Self.boundaries[seed % Self.boundaries.count]
        let body = Self.body(&generator, boundary)
        let limits = MultipartLimits(bodySize: 500, fieldSize: 200, headersSize: 130)
        let whole = MultipartForm.outcome([body[...]], boundary: boundary, limits: limits)
        for split in 0...body.count {
            let halves = [body[..<split], body[split...]]
            #expect(MultipartForm.outcome(halves, boundary: boundary, limits: limits) == whole, "split at \(split)")
        }
        for size in [1, 2, 3, 5, 64, 100] {
            let chunks = body.chunks(of: size)
            #expect(MultipartForm.outcome(chunks, boundary: boundary, limits: limits) == whole, "chunks of \(size)")
        }
    }

    @Test func someOfThoseBodiesAreReadAndSomeRefused() {
        var counts = (read: 0, refused: 0)
        for seed in 0..<100 {
            var generator = SeededGenerator(UInt64(seed))
            let boundary = Self.boundaries[seed % Self.boundaries.count]
            let body = Self.body(&generator, boundary)
            if MultipartForm.refusal([body[...]], boundary: boundary) == nil {
                counts.read += 1
            } else {
                counts.refused += 1
            }
        }
        #expect(counts.read > 30 && counts.refused > 10)
    }

    /// Content with a delimiter at every distance from its start: the search works in blocks, which have edges.
    @Test(arguments: [1, 2, 13, 30, 60, 70])
    func delimitersAreFoundAtEveryPlace(_ boundaryLength: Int) throws {
        let boundary = String(repeating: "b", count: boundaryLength)
        for length in 0..<200 {
            // A line that is a delimiter but for its end, then filler, then the true one.
            let near = "\r\n--\(boundary)X"
            let content = near + String(repeating: "-", count: length) + near
            let body = "--\(boundary)\r\nContent-Disposition: form-data; name=a\r\n\r\n\(content)\r\n--\(boundary)--"
            #expect(try MultipartForm(body, boundary: boundary).contents == [Array(content.utf8)], "\(length)")
        }
    }
}
