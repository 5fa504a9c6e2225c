import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct InProcessUpdateTests {
    static let content = PassUpdateContent(
        recipients: ["48494"],
        passIntegrationConfig: .init(
            passIssueNotificationDetails: [
                .sms("Hi ##First Name##, your ticket: ##SMS Pass Link##"),
                .email("<p>Dear ##First Name##, <a href='##Email Pass Link##'>your ticket</a></p>", subject: "Ticket"),
            ],
            passUpdateNotificationDetails: [.sms("Your ticket has changed.")]
        )
    )

    static let people = RecipientList([
        RecipientProfile(
            id: "48494",
            name: "Ada Lovelace",
            email: "ada@example.com",
            mobileNumber: "+491701234567",
            emailSubscription: true,
            smsSubscription: true,
            attributes: ["First Name": "Ada <3"]
        ),
        RecipientProfile(id: "7", email: "no@example.com", emailSubscription: false),
    ])

    /// All the parts a service needs, with recording ones in place of the host's.
    struct Stage {
        let authority: TestAuthority
        let signer: CMSManifestSigner
        let signed: [UInt8]
        let publisher = RecordingPublisher()
        let sms = RecordingTransport()
        let mail = RecordingTransport()

        init() async throws {
            authority = try TestAuthority()
            signer = try authority.signer()
            signed = try await SamplePass.package().signed(by: signer)
        }

        func service(
            signers: SignerRegistry? = nil,
            accept: UploadPolicy = .intact
        ) throws -> InProcessPassUpdateService {
            InProcessPassUpdateService(
                signers: signers ?? [signer],
                recipients: InProcessUpdateTests.people,
                publisher: publisher,
                notifications: [.sms: sms, .email: mail],
                configuration: .init(
                    updater: .init(accept: accept, verifier: PassVerifier(anchors: try authority.anchors))
                )
            )
        }
    }

    @Test func tellsANewHolderAndThenOfUpdates() async throws {
        let stage = try await Stage()
        let service = try stage.service()
        let first = try await service.update(PassUpdateRequest(pkPass: stage.signed, content: Self.content))
        #expect(try #require(first.requestId.int64) > 0)
        #expect(first.description == "Request Queued. ")
        guard case .sms(let sms) = try #require(stage.sms.messages.first).content,
            case .email(let mail) = try #require(stage.mail.messages.first).content
        else {
            Issue.record("the messages have other channels")
            return
        }
        let link = try #require(stage.publisher.publications.first).published.link
        #expect(sms.text == "Hi Ada <3, your ticket: \(link)")
        #expect(mail.html == "<p>Dear Ada &lt;3, <a href='\(link)'>your ticket</a></p>")
        #expect(stage.sms.messages[0].kind == .issue)

        _ = try await service.update(PassUpdateRequest(pkPass: stage.signed, content: Self.content))
        #expect(stage.sms.messages.map(\.kind) == [.issue, .update])
        #expect(stage.mail.messages.count == 1)
        #expect(stage.sms.messages[0].idempotencyKey != stage.sms.messages[1].idempotencyKey)
    }

    @Test func distributesByteForByteWhatNothingChanges() async throws {
        let stage = try await Stage()
        _ = try await stage.service().update(PassUpdateRequest(pkPass: stage.signed, content: Self.content))
        #expect(stage.publisher.publications.map(\.pass) == [stage.signed])
    }

    @Test func replacesAnImageAndSignsAnew() async throws {
        let stage = try await Stage()
        let logo = try SamplePass.otherLogo()
        var request = PassUpdateRequest(pkPass: stage.signed, content: Self.content)
        request.images = [.init(name: "logo@2x", bytes: logo)]
        _ = try await stage.service().update(request)

        let published = try PassArchive(reading: #require(stage.publisher.publications.first).pass)
        #expect(try published.bytes(of: "logo@2x.png") == logo)
        let report = PassVerifier(anchors: try stage.authority.anchors).verify(published)
        #expect(report.verdict == .trusted, "\(report.findings)")
    }

    @Test func equalImagesAreNoChange() async throws {
        let stage = try await Stage()
        var request = PassUpdateRequest(pkPass: stage.signed, content: Self.content)
        request.images = [.init(name: "logo@2x", bytes: try #require(SamplePass.images()["logo@2x.png"]))]
        _ = try await stage.service(signers: []).update(request)
        #expect(stage.publisher.publications.map(\.pass) == [stage.signed])
    }

    @Test func signsAnUnsignedUpload() async throws {
        let stage = try await Stage()
        let unsigned = try SamplePass.package().archive().bytes()
        _ = try await stage.service(accept: .trusted).update(PassUpdateRequest(pkPass: unsigned, content: Self.content))
        let published = try PassArchive(reading: #require(stage.publisher.publications.first).pass)
        #expect(PassVerifier(anchors: try stage.authority.anchors).verify(published).verdict == .trusted)
    }

    @Test func takesStrangersPassesOnlyWhereTheyNeedNoTrust() async throws {
        let stage = try await Stage()
        let stranger = try await SamplePass.package().signed(by: TestAuthority().signer())
        let request = PassUpdateRequest(pkPass: stranger, content: Self.content)
        await #expect(throws: PassError(.updateNotAccepted, "")) {
            try await stage.service(accept: .trusted).update(request)
        }
        #expect(stage.publisher.publications.isEmpty)
        _ = try await stage.service(accept: .trusted).update(
            PassUpdateRequest(pkPass: stage.signed, content: Self.content)
        )
        _ = try await stage.service(accept: .intact).update(request)
        #expect(stage.publisher.publications.map(\.pass) == [stage.signed, stranger])
    }

    static let unknownImage = PassUpdateRequest.Image(name: "hero", bytes: [0x89])
    static let refusals: [(String, PassError.Code, @Sendable (inout PassUpdateRequest) throws -> Void)] = [
        ("unknown image", .updateUnknownImage, { $0.images = [unknownImage] }),
        ("no PNG", .updateImageNotPNG, { $0.images = [.init(name: "logo", bytes: [1, 2, 3])] }),
        (
            "one image twice", .updateRepeatedImage,
            {
                let logo = try SamplePass.otherLogo()
                $0.images = [.init(name: "logo@2x", bytes: logo), .init(name: "logo@2x.png", bytes: logo)]
            }
        ),
        (
            "more pixels than any device shows", .updateImageNotPNG,
            {
                var forge = PNGForge()
                forge.chunks[0].data = PNGForge.header(width: 30_000, height: 30_000)
                $0.images = [.init(name: "logo", bytes: forge.bytes)]
            }
        ),
        (
            "no room for a signature", .archiveOverLimit,
            {
                var archive = try PassArchive(reading: $0.pkPass)
                archive.remove("signature")
                archive.remove("manifest.json")
                for number in 0..<(127 - archive.entries.count) { try archive.set([1], for: "file-\(number)") }
                $0.pkPass = archive.bytes()
            }
        ),
        ("nobody", .updateNoRecipients, { $0.content.recipients = [] }),
        ("in the past", .updateEndInPast, { $0.content.endTimeStamp = 1_000_000_000_000 }),
        ("later", .updateCannotSchedule, { $0.content.startTimeStamp = .init(.now.addingTimeInterval(3600)) }),
        (
            "tampered", .updateNotAccepted,
            {
                var archive = try PassArchive(reading: $0.pkPass)
                try archive.set(archive.bytes(of: "pass.json") + [0x20], for: "pass.json")
                $0.pkPass = archive.bytes()
            }
        ),
        ("no zip", .archiveNotAZip, { $0.pkPass = [1, 2, 3] }),
    ]

    @Test(arguments: refusals.map(\.0))
    func refusesAndDoesNothing(_ name: String) async throws {
        let stage = try await Stage()
        let (_, code, change) = try #require(Self.refusals.first { $0.0 == name })
        var request = PassUpdateRequest(pkPass: stage.signed, content: Self.content)
        try change(&request)
        await #expect(throws: PassError(code, "")) { try await stage.service().update(request) }
        #expect(stage.publisher.publications.isEmpty)
        #expect(stage.sms.attempts == 0)
    }

    @Test func asksForAnIdentityOnlyWhereOneIsNeeded() async throws {
        let stage = try await Stage()
        let service = try stage.service(signers: [])
        _ = try await service.update(PassUpdateRequest(pkPass: stage.signed, content: Self.content))
        var request = PassUpdateRequest(pkPass: stage.signed, content: Self.content)
        request.images = [.init(name: "logo", bytes: try SamplePass.otherLogo(scale: 1))]
        await #expect(throws: PassError(.updateNoIdentity, "")) { try await service.update(request) }
    }

    @Test func findsImagesByTheirFieldName() async throws {
        let stage = try await Stage()
        let json = """
            {"recipients":{"recipient":{"id":48494}},"appearance":{"images":[
            {"imageType":"LOGO","blob":true,"imageFieldName":"imageFieldName1"}]}}
            """
        let logo = try SamplePass.otherLogo(scale: 1)
        let request = PassUpdateRequest(
            pkPass: stage.signed,
            images: [.init(name: "imageFieldName1", bytes: logo)],
            content: try PassUpdateContent(parsing: json.utf8)
        )
        _ = try await stage.service().update(request)
        let published = try PassArchive(reading: #require(stage.publisher.publications.first).pass)
        #expect(try published.bytes(of: "logo.png") == logo)
    }

    @Test func unknownAndUnwillingRecipientsStopNobody() async throws {
        let stage = try await Stage()
        var request = PassUpdateRequest(pkPass: stage.signed, content: Self.content)
        request.content.recipients = ["nobody", "7", "48494", "48494"].map { Recipient($0) }
        _ = try await stage.service().update(request)
        #expect(stage.publisher.publications.map(\.recipient) == ["7", "48494"])
        #expect(stage.mail.messages.map(\.recipient) == ["48494"])
    }

    @Test func aFailingTransportStopsNoOther() async throws {
        let stage = try await Stage()
        _ = stage.sms.failing(first: 1)
        let request = PassUpdateRequest(pkPass: stage.signed, content: Self.content)
        let error = await #expect(throws: PassError.self) { try await stage.service().update(request) }
        #expect(error?.code == .updateDelivery)
        #expect(error?.cause is RecordingTransport.Failure)
        #expect(stage.mail.messages.count == 1)
    }
}

/// The seam is a seam: a host's own service, in ten lines.
@Suite struct HostServiceTests {
    struct Forwarding: PassUpdateService {
        let transport: @Sendable (PassUpdateRequest) async throws -> Int64

        func update(_ request: PassUpdateRequest) async throws -> PassUpdateReceipt {
            PassUpdateReceipt(requestId: PassRequestID(try await transport(request)))
        }
    }

    @Test func aHostCanPutItsOwnServiceInPlace() async throws {
        let service: any PassUpdateService = Forwarding { request in Int64(request.content.recipients.count) }
        let request = PassUpdateRequest(pkPass: [], content: PassUpdateContent(recipients: ["a", "b"]))
        #expect(try await service.update(request).requestId.int64 == 2)
    }
}
