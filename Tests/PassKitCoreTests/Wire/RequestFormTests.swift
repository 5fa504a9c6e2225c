import Foundation
import PassKitCore
import PassKitTesting
import Testing

/// A request as a form, and a form as a request.
@Suite struct RequestFormTests {
    static let content =
        #"{"recipients":{"recipient":[{"id":"48494"}]},"priority":true,"startTimeStamp":0,"endTimeStamp":0}"#

    static func form(_ parts: [(MultipartPart, [UInt8])]) throws -> (contentType: String, body: [UInt8]) {
        var writer = MultipartWriter()
        for (part, content) in parts { try writer.append(part, content) }
        return (writer.contentType, writer.bytes())
    }

    static func request(_ parts: [(MultipartPart, [UInt8])]) async throws -> PassUpdateRequest {
        let form = try form(parts)
        return try await PassUpdateRequest(reading: PassBody(form.body), contentType: form.contentType)
    }

    static let pass = (MultipartPart(name: "pkPass", fileName: "card.pkpass"), Array("PK".utf8))
    static func content(_ text: String = content, charset: String? = nil, fileName: String? = nil) -> (
        MultipartPart, [UInt8]
    ) {
        let type = charset == nil ? nil : "text/plain"
        return (
            MultipartPart(name: "passContent", fileName: fileName, mediaType: type, charset: charset), Array(text.utf8)
        )
    }

    @Test(arguments: 0..<60)
    func whatIsReadEqualsWhatWasSent(_ seed: UInt64) async throws {
        var generator = SeededGenerator(seed)
        var request = PassUpdateRequest.random(using: &generator)
        request.idempotencyKey = seed.isMultiple(of: 2) ? "key-\(seed)" : nil
        let (contentType, body) = try request.multipartBody()
        let bytes = try await body.collect(upTo: 1 << 20)
        #expect(body.length == bytes.count)
        #expect(body.isReplayable)
        let chunks = bytes.chunks(of: Int.random(in: 1...200, using: &generator))
        let stream = AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
        let received = try await PassUpdateRequest(
            reading: PassBody(stream),
            contentType: contentType,
            idempotencyKey: request.idempotencyKey
        )
        #expect(received == request)
    }

    @Test func isWrittenAsDocumented() async throws {
        var content = PassUpdateContent(recipients: ["48494"], priority: true)
        content.passIntegrationConfig.passIssueNotificationDetails = [.sms("##SMS Pass Link##")]
        let request = PassUpdateRequest(
            pkPass: Array("PK".utf8),
            fileName: "my \"card\".pkpass",
            images: [
                .init(name: "de.lproj/logo@2x.png", bytes: Array("PNG".utf8)),
                .init(name: "imageFieldName1", bytes: []),
            ],
            content: content
        )
        let (contentType, body) = try request.multipartBody(random: RandomBytes { [UInt8](repeating: 0xAB, count: $0) })
        let boundary = "PassKitCore-" + String(repeating: "ab", count: 16)
        #expect(contentType == "multipart/form-data; boundary=\(boundary)")
        let text = String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self)
        let expected = """
            --\(boundary)
            Content-Disposition: form-data; name="pkPass"; filename="my %22card%22.pkpass"
            Content-Type: application/vnd.apple.pkpass

            PK
            --\(boundary)
            Content-Disposition: form-data; name="de.lproj/logo@2x.png"; filename="logo@2x.png"
            Content-Type: image/png

            PNG
            --\(boundary)
            Content-Disposition: form-data; name="imageFieldName1"; filename="imageFieldName1"
            Content-Type: image/png


            --\(boundary)
            Content-Disposition: form-data; name="passContent"

            {"recipients":{"recipient":[{"id":"48494"}]},"passIntegrationConfig":{"passIssueNotificationDetails":[\
            {"channel":"SMS","enabled":true,"messageContent":"##SMS Pass Link##"}],"passUpdateNotificationDetails":[]},\
            "priority":true,"startTimeStamp":0,"endTimeStamp":0}
            --\(boundary)--

            """
        #expect(text == expected.replacing("\n", with: "\r\n"))
    }

    /// As many recipients as a request may have, with ids as long as those of common directories.
    @Test func tenThousandRecipientsAreSentAndRead() async throws {
        let recipients = (0..<10_000).map { _ in Recipient.ID(UUID().uuidString) }
        let request = PassUpdateRequest(pkPass: Self.pass.1, content: PassUpdateContent(recipients: recipients))
        let (contentType, body) = try request.multipartBody()
        let read = try await PassUpdateRequest(reading: body, contentType: contentType)
        #expect(read.content.recipients.map(\.id) == recipients)
    }

    @Test func boundariesAreNeverTheSame() throws {
        let boundaries = Set((0..<100).map { _ in MultipartWriter().boundary })
        #expect(boundaries.count == 100)
    }

    @Test func thePackageIsNotCopied() async throws {
        let request = PassUpdateRequest(
            pkPass: [UInt8](repeating: 1, count: 300_000),
            content: .init(recipients: ["1"])
        )
        let whole = request.pkPass.withUnsafeBufferPointer { $0.baseAddress.map { UInt(bitPattern: $0) } ?? 0 }
        var shared = 0
        for try await chunk in try request.multipartBody().body {
            let address = chunk.withUnsafeBufferPointer { $0.baseAddress.map { UInt(bitPattern: $0) } ?? 0 }
            if (whole..<(whole + 300_000)).contains(address) { shared += chunk.count }
        }
        #expect(shared == 300_000)
    }

    @Test(arguments: ["a\r\nb", "a\nb", "a\u{0}", "a%0Db", "%22", "a\\b", "\u{2028}", "_charset_", ""])
    func namesThatCannotBeSentAreRefused(_ name: String) throws {
        var request = PassUpdateRequest(pkPass: [], content: .init(recipients: ["1"]))
        request.images = [.init(name: name, bytes: [])]
        #expect(throws: PassError(.multipartName, "")) { try request.multipartBody() }
    }

    @Test(arguments: ["a\r\nb", "a/b", "C:\\b", "a%0Ab"])
    func fileNamesThatCannotBeSentAreRefused(_ name: String) throws {
        let request = PassUpdateRequest(pkPass: [], fileName: name, content: .init(recipients: ["1"]))
        #expect(throws: PassError(.multipartName, "")) { try request.multipartBody() }
    }

    @Test(arguments: ["pkPass", "passContent"])
    func imagesCannotTakeTheNamesOfOtherParts(_ name: String) throws {
        var request = PassUpdateRequest(pkPass: [], content: .init(recipients: ["1"]))
        request.images = [.init(name: name, bytes: [])]
        #expect(throws: PassError(.multipartName, "")) { try request.multipartBody() }
    }

    // MARK: - Reading what others write

    @Test func theOrderOfPartsDoesNotMatter() async throws {
        let image = (MultipartPart(name: "logo", fileName: "x.png"), [UInt8(1)])
        let request = try await Self.request([image, Self.content(), Self.pass])
        #expect(request.pkPass == Array("PK".utf8))
        #expect(request.fileName == "card.pkpass")
        #expect(request.images == [.init(name: "logo", fileName: "x.png", bytes: [1])])
        #expect(request.content.recipients.map(\.id) == ["48494"])
    }

    @Test func contentMayBeAFile() async throws {
        // Longer than a field may be.
        let text = Self.content.dropLast() + #","note":"\#(String(repeating: "x", count: 300_000))"}"#
        let request = try await Self.request([Self.pass, Self.content(String(text), fileName: "passContent.json")])
        #expect(request.content.recipients.map(\.id) == ["48494"])
        await #expect(throws: PassError(.multipartPartTooLarge, "")) {
            try await Self.request([Self.pass, Self.content(String(text))])
        }
    }

    static let charsets: [(String, [UInt8])] = [
        ("UTF-8", [0xC3, 0xBC]), ("utf-8", [0xC3, 0xBC]), ("iso-8859-1", [0xFC]), ("ISO-8859-1", [0xFC]),
    ]

    @Test(arguments: charsets)
    func contentIsReadInItsCharacterSet(_ charset: String, _ bytes: [UInt8]) async throws {
        let text = Array(#"{"recipients":{"recipient":{"id":""#.utf8) + bytes + Array(#""}}}"#.utf8)
        let part = MultipartPart(name: "passContent", mediaType: "application/json", charset: charset)
        let request = try await Self.request([Self.pass, (part, text)])
        #expect(request.content.recipients.map(\.id) == ["ü"])
    }

    @Test(arguments: [("utf-16", "{}"), ("windows-1252", "{}"), ("us-ascii", "ü"), ("\"\"", "{}")])
    func otherCharacterSetsAreRefused(_ charset: String, _ text: String) async throws {
        await #expect(throws: PassError(.multipartCharset, "")) {
            try await Self.request([Self.pass, Self.content(text, charset: charset)])
        }
    }

    @Test func aCharacterSetWithoutANameCannotBeSent() {
        #expect(throws: PassError(.multipartName, "")) { try Self.form([Self.content(charset: "")]) }
    }

    @Test func asciiIsReadAsStated() async throws {
        let request = try await Self.request([Self.pass, Self.content(charset: "US-ASCII")])
        #expect(request.content.recipients.map(\.id) == ["48494"])
    }

    @Test func missingPartsAreNamed() async throws {
        for (parts, name) in [([Self.pass], "passContent"), ([Self.content()], "pkPass"), ([], "pkPass")] {
            let error = await #expect(throws: PassError.self) { try await Self.request(parts) }
            #expect(error?.code == .multipartMissingPart)
            #expect(error?.message.contains("\"\(name)\"") == true)
        }
    }

    @Test func repeatedPartsAreRefused() async throws {
        let image = (MultipartPart(name: "logo", fileName: "x.png"), [UInt8(1)])
        for parts in [[Self.pass, Self.pass], [Self.content(), Self.content()], [image, image]] {
            await #expect(throws: PassError(.multipartRepeatedPart, "")) { try await Self.request(parts) }
        }
    }

    @Test func brokenContentIsRefused() async throws {
        await #expect(throws: PassError(.jsonSyntax, "")) { try await Self.request([Self.pass, Self.content("{")]) }
        await #expect(throws: PassError(.jsonDuplicateKey, "")) {
            try await Self.request([Self.pass, Self.content(#"{"priority":true,"priority":false}"#)])
        }
        await #expect(throws: PassError(.updateContent, "")) {
            try await Self.request([Self.pass, Self.content("[]")])
        }
    }

    @Test func aStatedLengthBeyondTheLimitIsRefusedUnread() async throws {
        let body = PassBody(UnreadChunks(), length: 100)
        await #expect(throws: PassError(.multipartBodyTooLarge, "")) {
            try await PassUpdateRequest(
                reading: body,
                contentType: "multipart/form-data; boundary=B",
                limits: .init(bodySize: 99)
            )
        }
    }
}

/// Chunks that must not be asked for.
private struct UnreadChunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
    typealias Element = ArraySlice<UInt8>
    func makeAsyncIterator() -> Self { self }
    mutating func next() async throws -> ArraySlice<UInt8>? {
        Issue.record("The body was read.")
        return nil
    }
}
