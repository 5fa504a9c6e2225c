import PassKitCore
import Testing

@Suite struct MultipartBoundaryTests {
    static let head = "Content-Disposition: form-data; name=\"a\"\r\n\r\n"

    @Test(arguments: [
        ("multipart/form-data; boundary=B", "B"),
        ("Multipart/Form-Data;BOUNDARY=B", "B"),
        ("multipart/form-data; boundary=\"B\"", "B"),
        (
            "multipart/form-data; charset=utf-8; boundary=----WebKitFormBoundaryTkr3kCBQlBe1nrhc;",
            "----WebKitFormBoundaryTkr3kCBQlBe1nrhc"
        ),
        ("multipart/form-data; boundary=\"a b'()+_,-./:=?\"", "a b'()+_,-./:=?"),
        ("multipart/form-data; boundary=\(String(repeating: "x", count: 70))", String(repeating: "x", count: 70)),
    ])
    func isReadFromTheContentType(_ contentType: String, _ boundary: String) throws {
        var reader = try MultipartReader(contentType: contentType)
        reader.append(Array("--\(boundary)\r\n\(Self.head)x\r\n--\(boundary)--".utf8)[...])
        #expect(try reader.next() == .part(MultipartPart(name: "a")))
        #expect(try reader.next() == .content(Array("x".utf8)[...]))
        #expect(try reader.next() == .partEnd)
        #expect(try reader.next() == nil)
        try reader.finish()
    }

    @Test(arguments: [
        nil, "", "application/json", "multipart/mixed; boundary=B", "multipart/form-data boundary=B",
        "multipart/form-data,x",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"B", "multipart/form-data; boundary=B; x",
        "multipart/form-data; boundary=B, multipart/form-data; boundary=C",
        "multipart/form-data; boundary=B" + String(repeating: "; a=b", count: 300),
    ])
    func contentTypesThatAreNoneAreRefused(_ contentType: String?) {
        #expect(throws: PassError(.multipartContentType, "")) { try MultipartReader(contentType: contentType) }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"B \"",
        "multipart/form-data; boundary=B; boundary=B", "multipart/form-data; boundary=B; Boundary=C",
        "multipart/form-data; boundary=B; charset=a; charset=a", "multipart/form-data; boundary=\"B\u{FC}\"",
        "multipart/form-data; boundary=B%", "multipart/form-data; boundary=\"B\\C\"",
        "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
    ])
    func boundariesThatAreNoneAreRefused(_ contentType: String) {
        #expect(throws: PassError(.multipartBoundary, "")) { try MultipartReader(contentType: contentType) }
    }
}
