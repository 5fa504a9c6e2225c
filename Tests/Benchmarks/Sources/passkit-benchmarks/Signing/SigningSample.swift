import CReference
import PassKitCore
import PassKitTesting

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A pass of 160 KB with eight images and two languages, an identity for it, and the same for C.
final class SigningSample {
    struct CannotSetUp: Error {}

    let authority: TestAuthority
    let signer: CMSManifestSigner
    let time = Date.now
    /// The files, in the order of their names.
    let files: [(name: String, content: [UInt8])]

    private let identity: OpaquePointer
    private let references: [creference_pass_file]
    private let room: UnsafeMutableBufferPointer<UInt8>

    init(_ keys: TestAuthority.KeyKind) throws {
        authority = try TestAuthority(keys: keys)
        signer = try authority.signer()
        files = try Self.files()
        let (key, certificate, issuer) = (authority.privateKeyPEM, authority.certificatePEM, authority.intermediatePEM)
        guard
            let identity = creference_identity_create(
                key,
                key.count,
                certificate,
                certificate.count,
                issuer,
                issuer.count
            )
        else { throw CannotSetUp() }
        self.identity = identity
        references = files.map { file in
            creference_pass_file(
                name: UnsafePointer(Self.pinned(file.name.utf8.map { CChar(bitPattern: $0) } + [0])),
                content: UnsafePointer(Self.pinned(file.content)),
                size: file.content.count,
                is_text: file.name.hasSuffix(".png") ? 0 : 1
            )
        }
        room = .allocate(capacity: 1 << 20)
    }

    deinit {
        creference_identity_destroy(identity)
        room.deallocate()
    }

    // MARK: C

    /// One operation of the private key.
    func signRaw() throws {
        guard creference_sign_raw(identity) > 0 else { throw CannotSetUp() }
    }

    /// The pass as C makes it.
    func makeInC() throws -> UnsafeBufferPointer<UInt8> {
        let size = creference_make_pass(identity, references, references.count, room.baseAddress, room.count)
        guard size > 0 else { throw CannotSetUp() }
        return UnsafeBufferPointer(rebasing: room[..<size])
    }

    /// Verifies a pass in C.
    func verifyInC(_ archive: [UInt8]) throws {
        guard creference_verify_pass(identity, archive, archive.count) == 1 else { throw CannotSetUp() }
    }

    // MARK: The library

    /// The pass from its files, made as an app would make it.
    func make() async throws -> [UInt8] {
        var archive = PassArchive()
        for file in files { try archive.set(file.content, for: file.name) }
        return try await PassPackage(archive).signed(by: signer, at: time)
    }

    /// A template of the pass.
    func template() throws -> PassTemplate {
        var archive = PassArchive()
        for file in files { try archive.set(file.content, for: file.name) }
        // The images are noise, and nobody translated the texts: neither matters for the time it takes.
        let linter = PassLinter(
            .init(ignoredCodes: [
                "container.png-header", "container.png-chunk", "container.png-checksum", "container.png-truncated",
                "container.png-no-data", "container.png-trailing-bytes", "lint.field.change-message-placeholder",
            ])
        )
        return try PassTemplate(PassPackage(archive), linter: linter)
    }

    // MARK: Files

    private static func files() throws -> [(name: String, content: [UInt8])] {
        let sizes = [
            ("icon.png", 1492), ("icon@2x.png", 4181), ("icon@3x.png", 7170), ("logo.png", 3195),
            ("logo@2x.png", 8395), ("logo@3x.png", 15_938), ("strip@2x.png", 42_104), ("strip@3x.png", 74_278),
        ]
        var files = sizes.map { (name: $0.0, content: SampleFiles.image($0.1)) }
        files.append(("pass.json", pass().bytes()))
        for language in ["de", "en"] { files.append(("\(language).lproj/pass.strings", strings(language))) }
        return files.sorted { $0.name < $1.name }
    }

    /// A pass whose `pass.json` has some 2,400 bytes.
    static func pass() -> Pass {
        var pass = SamplePass.pass()
        pass.fields.back = (0..<12).map { number in
            PassField(
                "detail-\(number)",
                label: "detail_label_\(number)",
                value: "Door \(number * 7 % 31), level \(number % 4), \(number &* 48_271 % 9973)",
                changeMessage: "detail_change_\(number)"
            )
        }
        return pass
    }

    private static func strings(_ language: String) -> [UInt8] {
        let words = ["gate", "event", "seat", "contact", "door", "level", "terms", "hours"]
        return Array(words.map { "\"\($0)_label\" = \"\($0.uppercased()) (\(language))\";\n" }.joined().utf8)
    }

    /// Bytes that stay where they are as long as the process runs.
    private static func pinned<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element>? {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = copy.initialize(from: elements)
        return copy.baseAddress
    }
}
