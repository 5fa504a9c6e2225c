import Foundation
import PassKitCore
import PassKitTesting
import Testing

// The code of Docs and of the catalogues of PassKitCore and PassKitTesting, as it stands there; DocumentationCodeTests
// holds both together.

func move(_ bytes: [UInt8], to gate: String, signer: CMSManifestSigner) async throws -> [UInt8] {
    var package = try PassPackage(reading: bytes)
    package.pass.logoText = "Gate \(gate)"
    package.pass.fields.header = [PassField("gate", label: "Gate", value: .text(gate))]
    return try await package.signed(by: signer)
}

func signer(p12: [UInt8], password: String, wwdr: [UInt8]) throws -> CMSManifestSigner {
    let identity = try SigningIdentity(pkcs12: p12, password: Password(password), intermediates: wwdr)
    return try CMSManifestSigner(identity)
}

func makeSigner(p12: [UInt8], password: String, wwdr: [UInt8]) throws -> CMSManifestSigner {
    let identity = try SigningIdentity(pkcs12: p12, password: Password(password), intermediates: wwdr)
    let signer = try CMSManifestSigner(identity)
    return signer
}

func accept(_ upload: [UInt8]) throws -> Bool {
    let archive = try PassArchive(reading: upload)
    let report = PassVerifier().verify(archive)
    for finding in report.findings { print(finding.code, finding.message, finding.remedy) }
    return report.verdict == .trusted
}

struct Gateway: NotificationTransport {
    /// What the provider's own library offers.
    let post: @Sendable (_ number: String, _ text: String, _ key: String) async throws -> String

    func send(_ message: NotificationMessage) async throws -> NotificationReceipt {
        guard case .sms(let sms) = message.content else { return NotificationReceipt() }
        return NotificationReceipt(id: try await post(sms.to, sms.text, message.idempotencyKey))
    }
}

func deliversTheTicket() async throws -> Bool {
    let authority = try TestAuthority()
    let signer = try authority.signer()
    let pass = try await SamplePass.package().signed(by: signer)

    var anchors = TrustAnchors()
    try anchors.add(reading: authority.rootPEM)
    let report = PassVerifier(anchors: anchors).verify(try PassArchive(reading: pass))

    let sms = RecordingTransport()
    let service = InProcessPassUpdateService(
        signers: [signer],
        recipients: RecipientList([RecipientProfile(id: "1", mobileNumber: "+491701234567", smsSubscription: true)]),
        publisher: RecordingPublisher(),
        notifications: [.sms: sms]
    )
    let config = PassIntegrationConfig(passIssueNotificationDetails: [.sms("Your ticket: ##SMS Pass Link##")])
    let content = PassUpdateContent(recipients: ["1"], passIntegrationConfig: config)
    _ = try await service.update(PassUpdateRequest(pkPass: pass, content: content))
    return report.verdict == .trusted && sms.messages.count == 1
}

/// What Docs/Signing.md takes for granted: a client of a key management service.
struct CloudClient: Sendable {
    let sign: @Sendable (_ message: [UInt8]) throws -> [UInt8]

    func sign(key: String, message: [UInt8], algorithm: String) async throws -> (signature: [UInt8], key: String) {
        (try sign(message), key)
    }
}

/// A key of a key management service, which signs and never hands it out.
struct CloudKey: SigningKey {
    let client: CloudClient
    let name: String
    let algorithm = SignatureAlgorithm.rsaPKCS1SHA256

    func signature(over bytes: [UInt8]) async throws -> [UInt8] {
        // Some hundred bytes: services take them as they are (message type RAW) and hash them themselves.
        let reply = try await client.sign(key: name, message: bytes, algorithm: "RSASSA_PKCS1_V1_5_SHA_256")
        return reply.signature
    }
}

func signInTheCloud(
    _ package: PassPackage,
    cloud: CloudClient,
    certificate: [UInt8],
    intermediates: [UInt8]
) async throws -> [UInt8] {
    let key = CloudKey(client: cloud, name: "alias/passes")
    let signer = try CMSManifestSigner(certificate: certificate, intermediates: intermediates, key: key)
    try await signer.probe()  // once, when the server starts: can the key be reached, and is it the certificate's?
    let ticket = try await package.signed(by: signer)
    return ticket
}

func signMany(
    _ package: PassPackage,
    seats: [String],
    signer: CMSManifestSigner,
    store: ([UInt8]) throws -> Void
) throws {
    let template = try PassTemplate(package)
    for seat in seats {
        let ticket = try template.makePass(signer: signer) { pass in
            pass.serialNumber = seat
            pass.barcodes = [.qr(seat)]
        }
        try store(ticket)
    }
}

/// What the snippets say they do.
@Suite struct CoreSnippets {
    @Test func theTestWithoutAnAppleAccountPasses() async throws {
        #expect(try await deliversTheTicket())
    }

    @Test func theGateIsChangedAndThePartnerIsNotTrusted() async throws {
        let authority = try TestAuthority()
        let bytes = try await move(SamplePass.package().archive().bytes(), to: "B7", signer: authority.signer())
        let pass = try PassPackage(reading: bytes).pass
        #expect(pass.logoText == "Gate B7")
        #expect(pass.fields[field: "gate"]?.label == "Gate")
        #expect(try !accept(bytes))
    }

    @Test func theGatewayIsGivenTheNumberAndTheKey() async throws {
        let gateway = Gateway { number, text, key in "\(number) \(text) \(key)" }
        let message = NotificationMessage(
            requestID: PassRequestID("1"),
            recipient: "1",
            kind: .issue,
            content: .sms(SMSMessage(to: "+491701234567", text: "Hi")),
            idempotencyKey: "k"
        )
        #expect(try await gateway.send(message).id == "+491701234567 Hi k")
    }
}
