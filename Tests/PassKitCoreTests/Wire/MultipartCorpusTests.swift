import Foundation
import PassKitCore
import Testing

/// Bodies from the tests of another form parser, with what it makes of them.
@Suite(.enabled(if: SharedCorpus.isPresent)) struct MultipartCorpusTests {
    static let names = SharedCorpus.files(in: "multipart", suffix: ".yaml").map { String($0.dropLast(".yaml".count)) }

    /// The bodies the other parser reads and ours refuses; `Docs/Multipart.md` gives the reasons.
    static let stricter: [String: PassError.Code] = [
        "base64_encoding": .multipartEncoding,
        "mixed_case_headers": .multipartEncoding,
        "mixed_plain_and_base64_encoding": .multipartEncoding,
        "quoted_printable_encoding": .multipartEncoding,
        "single_field_blocks": .multipartPreamble,
        "single_field_with_trailer": .multipartEpilogue,
    ]

    @Test(arguments: names)
    func isReadAsStated(_ name: String) throws {
        let body = try SharedCorpus.bytes("multipart/\(name).http")
        let expectation = try FormExpectation(reading: SharedCorpus.bytes("multipart/\(name).yaml"))
        for size in [body.count, 1, 2, 3, 7, 16] {
            let chunks = body.chunks(of: max(1, size))
            if let code = Self.stricter[name] {
                #expect(expectation.parts != nil)
                #expect(MultipartForm.refusal(chunks, boundary: expectation.boundary) == code)
            } else if let parts = expectation.parts {
                let form = try MultipartForm(chunks, boundary: expectation.boundary)
                #expect(form.parts.map(\.name) == parts.map(\.name))
                #expect(form.parts.map(\.isFile) == parts.map(\.isFile))
                #expect(form.parts.map(\.fileName) == parts.map(\.fileName))
                #expect(form.contents == parts.map(\.content))
            } else {
                #expect(MultipartForm.refusal(chunks, boundary: expectation.boundary) != nil)
            }
        }
    }

    @Test func theCorpusIsWhole() {
        #expect(Self.names.count > 20)
        #expect(Set(Self.names).isSuperset(of: Self.stricter.keys))
    }

    @Test func everyStricterJudgementIsWrittenDown() throws {
        let page = SharedCorpus.packageRoot.appending(path: "Docs/Multipart.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for (name, code) in Self.stricter {
            #expect(text.contains("| `\(name)` | `\(code)` |"), "\(name)")
        }
    }
}

/// What a body's YAML says: only the few forms of YAML that those files use.
struct FormExpectation {
    struct Part {
        var name = ""
        var isFile = false
        var fileName: String?
        var content: [UInt8] = []
    }

    var boundary = ""

    /// The parts; nil when the body is to be refused.
    var parts: [Part]?

    init(reading bytes: [UInt8]) throws {
        var parts: [Part] = []
        var isError = false
        var isInContent = false
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let text = line.trimmingCharacters(in: .whitespaces)
            if isInContent, !text.contains(": ") {
                let content = try #require(Data(base64Encoded: text))
                parts[parts.count - 1].content = Array(content)
                isInContent = false
                continue
            }
            let item = text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
            if text.hasPrefix("- ") { parts.append(Part()) }
            guard let colon = item.firstIndex(of: ":") else { continue }
            let value = item[item.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            switch item[..<colon] {
            case "boundary": boundary = value
            case "error": isError = true
            case "name": parts[parts.count - 1].name = value
            case "type": parts[parts.count - 1].isFile = value == "file"
            case "file_name": parts[parts.count - 1].fileName = value
            case "data": isInContent = true
            default: break
            }
        }
        self.parts = isError ? nil : parts
    }
}
