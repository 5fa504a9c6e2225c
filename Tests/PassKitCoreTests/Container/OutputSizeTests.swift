import PassKitTesting
import Testing

@testable import PassKitCore

/// What is written is as small as what other libraries write for the same files.
@Suite(.enabled(if: SharedCorpus.isPresent)) struct OutputSizeTests {
    static let peers = SharedCorpus.files(in: "peers", suffix: ".pkpass")

    /// How many bytes the pass has, without what is the signer's own: certificates and names.
    static func size(_ bytes: [UInt8]) throws -> Int {
        let archive = try PassArchive(reading: bytes)
        let signature = try #require(archive.entry(named: "signature"))
        let report = PassVerifier().verify(archive)
        let signer = try #require(report.signer)
        var envelope = signature.uncompressedSize
        for certificate in try Self.certificates(in: archive.bytes(of: "signature")) {
            envelope -= certificate.der.count
        }
        envelope -= signer.handle.part(CertificatePart.issuer).count + signer.handle.part(CertificatePart.serial).count
        // As if everybody stored the signature: compressing it gains on the certificates only.
        return bytes.count - signature.compressedSize + envelope
    }

    /// Every certificate in the bytes, found by trying.
    static func certificates(in bytes: [UInt8]) throws -> [PassCertificate] {
        var found: [PassCertificate] = []
        var place = 0
        while place + 4 < bytes.count {
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            let end = place + 4 + length
            if bytes[place] == 0x30, bytes[place + 1] == 0x82, end <= bytes.count,
                let certificate = try? PassCertificate(reading: bytes[place..<end])
            {
                found.append(certificate)
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    @Test func isNoLargerThanTheSmallestPeers() async throws {
        let theirs = try Self.peers.map { try Self.size(SharedCorpus.bytes("peers/\($0)")) }
        let original = try PassArchive(reading: SharedCorpus.bytes("peers/\(#require(Self.peers.first))"))
        var archive = PassArchive()
        for entry in original.entries where !["manifest.json", "signature"].contains(entry.name) {
            try archive.set(original.bytes(of: entry.name), for: entry.name)
        }
        let package = try PassPackage(archive)
        let authority = try TestAuthority(
            passTypeIdentifier: #require(package.pass.passTypeIdentifier),
            teamIdentifier: #require(package.pass.teamIdentifier),
            keys: .rsa2048
        )
        let signed = try await package.signed(by: authority.signer())
        let made = try await PassTemplate(package).makePass(signer: authority.signer()) { _ in }
        for bytes in [signed, made] {
            let ours = try Self.size(bytes)
            let smallest = try #require(theirs.min())
            #expect(ours * 100 <= smallest * 102, "\(ours), theirs \(theirs)")
        }
    }
}
