public import PassKitCore

extension PassUpdateRequest {
    /// A request of random content that can be sent, for testing what holds for every request.
    ///
    /// The bytes of package and images are random, too: the request is for transport, not for applying.
    public static func random(using generator: inout some RandomNumberGenerator) -> PassUpdateRequest {
        var request = PassUpdateRequest(
            pkPass: bytes(upTo: 3000, &generator),
            fileName: text(1...20, &generator, without: "/\\%") + ".pkpass",
            content: .random(using: &generator)
        )
        let names = ["logo", "icon@2x", "strip@3x.png", "de.lproj/logo@2x.png", "imageFieldName1", "a \"name\" ü;=,"]
        for name in names where Bool.random(using: &generator) {
            let fileName = Bool.random(using: &generator) ? text(1...10, &generator, without: "/\\%") : nil
            request.images.append(.init(name: name, fileName: fileName, bytes: bytes(upTo: 500, &generator)))
        }
        return request
    }

    private static func bytes(upTo limit: Int, _ generator: inout some RandomNumberGenerator) -> [UInt8] {
        // Many line ends and hyphens, which is what boundaries are made of.
        (0..<Int.random(in: 0...limit, using: &generator)).map { _ in
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            return byte < 0x60 ? [0x0D, 0x0A, 0x2D][Int(byte % 3)] : byte
        }
    }
}

extension PassUpdateContent {
    /// A content that can be sent, with members the library does not know.
    static func random(using generator: inout some RandomNumberGenerator) -> PassUpdateContent {
        var content = PassUpdateContent(
            recipients: (0..<Int.random(in: 1...5, using: &generator)).map { _ in Recipient.ID(text(1...12, &generator))
            },
            passIntegrationConfig: PassIntegrationConfig(
                passIssueNotificationDetails: details(&generator),
                passUpdateNotificationDetails: details(&generator),
                unknownMembers: unknown(&generator)
            ),
            priority: Bool.random(using: &generator),
            startTimeStamp: PassTimeStamp(milliseconds: Int64.random(in: 0...2_000_000_000_000, using: &generator)),
            endTimeStamp: PassTimeStamp(milliseconds: Int64.random(in: .min ... .max, using: &generator)),
            unknownMembers: unknown(&generator)
        )
        content.unknownRecipientsMembers = unknown(&generator)
        content.recipients[0].unknownMembers = unknown(&generator)
        return content
    }

    private static func details(_ generator: inout some RandomNumberGenerator) -> [NotificationDetails] {
        [NotificationChannel.sms, .email, NotificationChannel("FAX")].filter { _ in Bool.random(using: &generator) }
            .map { channel in
                NotificationDetails(
                    channel: channel,
                    enabled: Bool.random(using: &generator),
                    messageContent: text(0...80, &generator),
                    subject: Bool.random(using: &generator) ? text(0...30, &generator) : nil,
                    senderName: Bool.random(using: &generator) ? text(0...30, &generator) : nil,
                    senderEmail: Bool.random(using: &generator) ? "a@example.com" : nil,
                    unknownMembers: unknown(&generator)
                )
            }
    }

    private static func unknown(_ generator: inout some RandomNumberGenerator) -> JSONObject {
        var object = JSONObject()
        guard Bool.random(using: &generator) else { return object }
        object["x-" + text(0...5, &generator)] = ["list": [1, true, nil, 1.5, .string(text(0...9, &generator))]]
        return object
    }
}

/// Text of letters, signs, and what is hard to carry.
private func text(
    _ length: ClosedRange<Int>,
    _ generator: inout some RandomNumberGenerator,
    without forbidden: String = ""
) -> String {
    let alphabet = Array("abcXYZ019 .,;:=\"'()<>&%#/\\äßéЖ日🎫\u{301}").filter { !forbidden.contains($0) }
    return String(
        (0..<Int.random(in: length, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? "a" }
    )
}
