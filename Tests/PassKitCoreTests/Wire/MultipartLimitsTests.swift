import PassKitCore
import Testing

/// Each limit, at its last good value and one beyond, whole and in pieces.
@Suite struct MultipartLimitsTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let code: PassError.Code
        let limits: MultipartLimits
        /// A body that reaches the limit, and by how much it goes beyond.
        let body: @Sendable (_ beyond: Int) -> String

        var testDescription: String { name }
    }

    static func part(_ name: String, _ content: String, file: Bool = false, headers: String = "") -> String {
        "--B\r\nContent-Disposition: form-data; name=\(name)\(file ? "; filename=f" : "")\r\n\(headers)\r\n\(content)\r\n"
    }

    static let cases: [Case] = [
        Case(name: "body", code: .multipartBodyTooLarge, limits: .init(bodySize: 200)) { beyond in
            let frame = part("a", "").utf8.count + "--B--".utf8.count
            return part("a", String(repeating: "x", count: 200 - frame + beyond)) + "--B--"
        },
        Case(name: "epilogue", code: .multipartBodyTooLarge, limits: .init(bodySize: 7)) { beyond in
            "--B--\r\n" + String(repeating: "\r\n", count: beyond)
        },
        Case(name: "file", code: .multipartPartTooLarge, limits: .init(fileSize: 50)) { beyond in
            part("a", String(repeating: "x", count: 50 + beyond), file: true) + "--B--"
        },
        Case(name: "field", code: .multipartPartTooLarge, limits: .init(fieldSize: 50)) { beyond in
            part("a", String(repeating: "x", count: 50 + beyond)) + "--B--"
        },
        Case(name: "fields", code: .multipartPartTooLarge, limits: .init(fieldsSize: 50)) { beyond in
            part("a", String(repeating: "x", count: 30)) + part("f", String(repeating: "x", count: 90), file: true)
                + part("b", String(repeating: "x", count: 20 + beyond)) + "--B--"
        },
        Case(name: "parts", code: .multipartTooManyParts, limits: .init(partCount: 3)) { beyond in
            (0..<(3 + beyond)).map { part("a\($0)", "x") }.joined() + "--B--"
        },
        Case(name: "files", code: .multipartTooManyParts, limits: .init(fileCount: 3)) { beyond in
            (0..<(3 + beyond)).map { part("a\($0)", "x", file: true) }.joined() + part("b", "x") + "--B--"
        },
        Case(name: "headers", code: .multipartHeaderTooLarge, limits: .init(headerCount: 3)) { beyond in
            part("a", "x", headers: String(repeating: "X: y\r\n", count: 2 + beyond)) + "--B--"
        },
        Case(name: "header line", code: .multipartHeaderTooLarge, limits: .init(headerLineSize: 60)) { beyond in
            part("a", "x", headers: "X: " + String(repeating: "y", count: 57 + beyond) + "\r\n") + "--B--"
        },
        Case(name: "headers size", code: .multipartHeaderTooLarge, limits: .init(headersSize: 100)) { beyond in
            let frame = "Content-Disposition: form-data; name=a\r\nX: \r\n".utf8.count
            return part("a", "x", headers: "X: " + String(repeating: "y", count: 100 - frame + beyond) + "\r\n")
                + "--B--"
        },
        Case(name: "headers without end", code: .multipartHeaderTooLarge, limits: .init(headersSize: 100)) { beyond in
            beyond == 0 ? "--B--" : "--B\r\nX: " + String(repeating: "y", count: 200)
        },
    ]

    @Test(arguments: cases)
    func holdsTheLimit(_ limit: Case) throws {
        let good = Array(limit.body(0).utf8)
        let bad = Array(limit.body(1).utf8)
        for size in 1...bad.count {
            #expect(MultipartForm.refusal(good.chunks(of: size), limits: limit.limits) == nil, "chunks of \(size)")
            #expect(
                MultipartForm.refusal(bad.chunks(of: size), limits: limit.limits) == limit.code,
                "chunks of \(size)"
            )
        }
    }

    @Test func defaultsAreThose() {
        let limits = MultipartLimits.default
        #expect(limits.partCount == 64 && limits.fileCount == 16)
        #expect(limits.headerCount == 8 && limits.headerLineSize == 4096 && limits.headersSize == 8192)
        #expect(limits.fieldSize == 256 << 10 && limits.fieldsSize == 1 << 20)
    }

    @Test func contentIsNotCopied() throws {
        let body = Array((Self.part("a", String(repeating: "x", count: 5000), file: true) + "--B--").utf8)
        var reader = try MultipartReader(boundary: "B")
        reader.append(body[...])
        var total = 0
        while let event = try reader.next() {
            guard case .content(let slice) = event else { continue }
            total += slice.count
            body.withUnsafeBufferPointer { whole in
                slice.withUnsafeBufferPointer { part in
                    #expect(part.baseAddress == whole.baseAddress.map { $0 + slice.startIndex })
                }
            }
        }
        #expect(total == 5000)
    }
}
