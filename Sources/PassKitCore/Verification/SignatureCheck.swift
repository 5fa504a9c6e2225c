/// Checks the signature over the manifest.
struct SignatureCheck {
    /// The parsed signature, when it could be parsed.
    private(set) var envelope: SignatureEnvelope?

    /// Whether the signature holds.
    private(set) var isRight = false

    /// The most bytes a signature may have; real ones have three to five thousand.
    static let sizeLimit = 64 << 10

    init(_ archive: PassArchive, manifest: [UInt8]?, _ memory: VerifierMemory, _ findings: inout [Finding]) {
        let bytes: [UInt8]
        switch Self.read(archive) {
        case .success(let read): bytes = read
        case .failure(let fault):
            findings.append(fault.finding)
            return
        }
        do throws(SignatureFault) {
            let envelope = try SignatureEnvelope(reading: bytes, memory)
            self.envelope = envelope
            if !envelope.isDetached {
                findings.append(FindingRule.signatureAttached.finding(at: PassFileName.signature))
            }
            try envelope.checkAttributes()
            guard let manifest else { return }
            try envelope.checkSignature(over: manifest)
            isRight = true
        } catch {
            findings.append(error.finding)
        }
    }

    private struct Unreadable: Error {
        let finding: Finding
    }

    private static func read(_ archive: PassArchive) -> Result<[UInt8], Unreadable> {
        guard let entry = archive.entry(named: PassFileName.signature) else {
            return .failure(Unreadable(finding: SignatureFault.missing.finding))
        }
        guard entry.uncompressedSize <= sizeLimit else {
            return .failure(Unreadable(finding: SignatureFault.tooLarge.finding))
        }
        return Result { () throws(PassError) in try archive.bytes(of: PassFileName.signature) }
            .mapError { Unreadable(finding: Finding($0, path: PassFileName.signature)) }
    }
}
