import PassKitCore
import PassKitTesting

/// Verifies a pass twice: with the input for a signature, and with a right signature in which the input changes bytes.
///
/// What is trusted must be what was signed, and a verifier that knows the signer must say the same as one that does not.
/// The input is read as certificates and as credentials, too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    guard let sample else { preconditionFailure("No pass could be signed.") }
    _ = sample.verify(bytes)
    _ = sample.verify(sample.changed(by: bytes))
    for certificate in (try? PassCertificate.all(in: bytes)) ?? [] { look(at: certificate) }
    if looksLikePEM(bytes) { _ = try? IdentityReport(reading: bytes) }
    return 0
}

private let sample = try? Sample()

/// A pass that is signed, and two verifiers that trust its authority.
private struct Sample: Sendable {
    private let archive: PassArchive
    private let signature: [UInt8]
    private let signer: PassCertificate
    private let report: VerificationReport
    private let forgetful: PassVerifier
    private let remembering: PassVerifier

    init() throws {
        let authority = try TestAuthority()
        let signer = try authority.signer()
        var archive = PassArchive()
        for name in ["pass.json", "icon.png"] {
            try archive.set(try SamplePass.package().archive().bytes(of: name), for: name)
        }
        let manifest = try Manifest(of: archive).bytes()
        try archive.set(manifest, for: "manifest.json")
        signature = try signer.signatureInProcess(for: manifest, at: .now)
        try archive.set(signature, for: "signature")
        self.archive = archive
        self.signer = signer.certificate
        forgetful = PassVerifier(anchors: try authority.anchors, knownSigners: 0)
        remembering = PassVerifier(anchors: try authority.anchors, knownSigners: 4)
        report = forgetful.verify(archive)
        precondition(report.verdict == .trusted, "The sample is not trusted: \(report.findings)")
    }

    /// The right signature, changed: three bytes of the input say where and how, for as many places as there are.
    func changed(by input: [UInt8]) -> [UInt8] {
        var changed = signature
        for place in stride(from: 0, to: min(input.count, 96) - 2, by: 3) {
            let offset = (Int(input[place]) << 8 | Int(input[place + 1])) % changed.count
            changed[offset] ^= input[place + 2]
        }
        // A long input cuts the signature short.
        return input.count > 96 ? Array(changed.prefix(Int(input[96]) << 4 | Int(input.count & 15))) : changed
    }

    func verify(_ signature: [UInt8]) -> VerificationReport {
        var archive = archive
        guard (try? archive.set(signature, for: "signature", level: 0)) != nil else { return report }
        let report = forgetful.verify(archive)
        // What cannot be read costs little, so that most runs are short.
        guard report.signer != nil else { return report }
        let again = remembering.verify(archive)
        precondition(report.verdict == again.verdict && report.isIntact == again.isIntact, "Two verdicts.")
        precondition(report.findings == again.findings, "Two lists of findings.")
        if report.verdict == .trusted {
            precondition(report.signingTime == self.report.signingTime, "Another time is trusted.")
            precondition(report.signer?.passTypeIdentifier == signer.passTypeIdentifier, "Another signer is trusted.")
            precondition(report.signer?.teamIdentifier == signer.teamIdentifier, "Another team is trusted.")
        }
        return report
    }
}

private func look(at certificate: PassCertificate) {
    _ = certificate.signingFaults(at: certificate.notBefore)
    _ = (certificate.issuer, certificate.serialNumber, certificate.keyType, certificate.allowsNFC)
    _ = (certificate.subjectKeyIdentifier, certificate.authorityKeyIdentifier, certificate.isAuthority)
    precondition(certificate.daysLeft(at: certificate.notAfter) == 0, "Days are left at the end.")
    _ = certificate.isIssued(by: certificate)
}

/// Whether it looks like PEM: what is none may be PKCS#12, whose stated effort is the reader's own to bear.
private func looksLikePEM(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("-----BEGIN ".utf8)) }
