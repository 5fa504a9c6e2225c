import PassKitCore
import Testing

@Suite struct MultipartReaderTests {
    static let head = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"

    @Test func readsFieldsAndFiles() throws {
        let form = try MultipartForm(
            """
            --B\r\nContent-Disposition: form-data; name="pkPass"; filename="C:\\passes/card.pkpass"\r
            Content-Type: Application/VND.apple.pkpass\r\nX-Other: anything\r\n\r\nPK\r
            --B\r\ncontent-type: text/plain; charset="UTF-8"\r\nCONTENT-DISPOSITION:form-data;name=passContent\r\n\r
            {}\r\n--B--\r\n
            """
        )
        #expect(
            form.parts == [
                MultipartPart(name: "pkPass", fileName: "card.pkpass", mediaType: "application/vnd.apple.pkpass"),
                MultipartPart(name: "passContent", mediaType: "text/plain", charset: "utf-8"),
            ]
        )
        #expect(form.contents == [Array("PK".utf8), Array("{}".utf8)])
    }

    @Test(arguments: [
        "", "\r\n", "-", "--BX\r\n", "--B-", "\r", "\n--B\r\n", "\r\n--b--", "x\r\n-", "\r\n--B\rX", "\r\n--B-X\r\n--b",
        "\r\r\n-\r\n--\r\n--", "--B\r", "\r\n--B-\r",
    ])
    func keepsContentThatLooksLikeADelimiter(_ content: String) throws {
        let body = Array("\(Self.head)\r\n\(content)\r\n--B--".utf8)
        for size in 1...body.count {
            #expect(try MultipartForm(body.chunks(of: size)).contents == [Array(content.utf8)], "chunks of \(size)")
        }
    }

    /// A body that breaks one rule, and the code of that rule.
    static let faults: [(PassError.Code, String)] = [
        (.multipartPreamble, "preamble\r\n--B\r\n"),
        (.multipartPreamble, "\n--B--"),
        (.multipartPreamble, "\r--B--"),
        (.multipartPreamble, "--C\r\n"),
        (.multipartPreamble, "--BB\r\n"),
        (.multipartPreamble, "--B-X"),
        (.multipartPreamble, String(repeating: "\r\n", count: 33) + "--B--"),
        (.multipartEpilogue, "--B--\r\nepilogue"),
        (.multipartEpilogue, "--B--\r"),
        (.multipartEpilogue, "--B--\n"),
        (.multipartEpilogue, "--B----B--"),
        (.multipartEpilogue, "--B--" + String(repeating: "\r\n", count: 33)),
        (.multipartDelimiter, "--B \r\n"),
        (.multipartDelimiter, "\(head)\r\nx\r\n--B\t\r\n"),
        (.multipartDelimiter, "\(head)\r\n--B--"),
        (.multipartDelimiter, "\(head)\r\n--B\r\n"),
        (.multipartDelimiter, "\(head)\r\n--B\r\n--B--"),
        (.multipartHeader, "--B\r\nContent-Disposition: form-data;\r\n name=\"a\"\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head)X: a\rb\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head)X: a\nb: c\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head)X: a\u{0}b\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head)X : a\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head): a\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head)nothing\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head)content-disposition: form-data; name=b\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head)Content-Type: text/plain\r\nContent-Type: text/html\r\n\r\nx\r\n--B--"),
        (.multipartHeader, "\(head)Content-Type: text/plain; charset=a; charset=b\r\n\r\nx\r\n--B--"),
        (
            .multipartHeader,
            "\(head)Content-Transfer-Encoding: binary\r\nContent-Transfer-Encoding: 8bit\r\n\r\nx\r\n--B--"
        ),
        (.multipartHeader, "\(head)Content-Type: text/\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Type: text/plain\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--B--"),
        (
            .multipartDisposition,
            "--B\r\nContent-Disposition: form-data; name=a; filename=b; filename=c\r\n\r\n\r\n--B--"
        ),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name=\"a\\\"b\"\r\n\r\nx\r\n--B--"),
        (
            .multipartDisposition,
            "--B\r\nContent-Disposition: form-data; name=a; filename=\"a\\\"; b=\"c\"\r\n\r\nx\r\n--B--"
        ),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name=\"pk\\Pass\"\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name=\"a%0D%0Ab\"\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name=\"a\u{85}b\"\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name=a; filename=\"%0A\"\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data; name*=utf-8''a\r\n\r\nx\r\n--B--"),
        (.multipartDisposition, "--B\r\nContent-Disposition: form-data name=a\r\n\r\nx\r\n--B--"),
        (.multipartEncoding, "\(head)Content-Transfer-Encoding: base64\r\n\r\neA==\r\n--B--"),
        (.multipartEncoding, "\(head)Content-Transfer-Encoding: QUOTED-PRINTABLE\r\n\r\nx\r\n--B--"),
        (.multipartEncoding, "\(head)Content-Type: multipart/mixed; boundary=C\r\n\r\n--C--\r\n--B--"),
        (.multipartEncoding, "--B\r\nContent-Disposition: form-data; name=_charset_\r\n\r\nutf-8\r\n--B--"),
        (.multipartTruncated, ""),
        (.multipartTruncated, "--B"),
        (.multipartTruncated, "--B-"),
        (.multipartTruncated, "--B\r\n"),
        (.multipartTruncated, head),
        (.multipartTruncated, "\(head)\r\n"),
        (.multipartTruncated, "\(head)\r\nx\r\n--B"),
        (.multipartTruncated, "\(head)\r\nx\r\n--B-"),
        (.multipartTruncated, "\(head)\r\nx\r\n--B\r\n"),
    ]

    @Test(arguments: faults)
    func refuses(_ code: PassError.Code, _ text: String) throws {
        let body = Array(text.utf8)
        for size in 1...max(1, body.count) {
            #expect(MultipartForm.refusal(body.chunks(of: size)) == code, "chunks of \(size)")
        }
    }

    @Test func refusesHeadersThatAreNotUTF8() throws {
        var body = Array("\(Self.head)X: a".utf8)
        body += [0xC3, 0x28] + Array("\r\n\r\nx\r\n--B--".utf8)
        #expect(MultipartForm.refusal([body[...]]) == .multipartHeader)
    }

    @Test func saysTheSameAgainAfterAFault() throws {
        var reader = try MultipartReader(boundary: "B")
        reader.append(Array("--C".utf8)[...])
        #expect(throws: PassError(.multipartPreamble, "")) { try reader.next() }
        reader.append(Array("--B--".utf8)[...])
        #expect(throws: PassError(.multipartPreamble, "")) { try reader.next() }
        #expect(throws: PassError(.multipartPreamble, "")) { try reader.finish() }
    }

    @Test func ignoresExtendedParametersBesidePlainOnes() throws {
        let form = try MultipartForm(
            "--B\r\nContent-Disposition: form-data; name=a; filename=x.png; filename*=utf-8''evil.pkpass\r\n\r\nx\r\n--B--"
        )
        #expect(form.parts == [MultipartPart(name: "a", fileName: "x.png")])
    }

    @Test(arguments: [
        ("a%22b", "a\"b"), ("a%2522b", "a%2522b"), ("a%41b", "a%41b"), ("Grüße 🎫.pkpass", "Grüße 🎫.pkpass"),
        ("../../etc/passwd", "passwd"), ("a/", ""), ("a;b=c", "a;b=c"),
    ])
    func fileNamesAreReadAsBrowsersWriteThem(_ written: String, _ read: String) throws {
        let form = try MultipartForm(
            "--B\r\nContent-Disposition: form-data; name=a; filename=\"\(written)\"\r\n\r\nx\r\n--B--"
        )
        #expect(form.parts.first?.fileName == read)
    }

    @Test(arguments: ["7bit", "8BIT", "binary"])
    func takesIdentityEncodings(_ encoding: String) throws {
        let form = try MultipartForm("\(Self.head)Content-Transfer-Encoding: \(encoding)\r\n\r\nx\r\n--B--")
        #expect(form.contents == [Array("x".utf8)])
    }
}
