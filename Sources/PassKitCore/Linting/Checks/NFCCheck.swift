#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Checks what a reader without contact gets.
struct NFCCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        guard let nfc = pass.json["nfc"]?.objectValue else { return }
        let path = LintPath.root.key("nfc")
        switch nfc["message"] {
        case nil, .string(""): report.add(.nfcMessageMissing, at: path)
        case .string(let message) where message.utf8.count > 64:
            report.add(.nfcMessageLong, at: path.key("message"), "\(message.utf8.count)")
        default: break
        }
        switch nfc["encryptionPublicKey"] {
        case nil, .string(""): report.add(.nfcKeyMissing, at: path)
        case .string(let key): checkKey(key, at: path.key("encryptionPublicKey"), &report)
        default: break
        }
        if nfc["requiresAuthentication"] == true, pass.json["sharingProhibited"] != true {
            report.add(.nfcSharingAllowed, at: path.key("requiresAuthentication"))
        }
        if let signer = pass.signer, !signer.allowsNFC { report.add(.nfcCertificate, at: path) }
    }

    private func checkKey(_ key: String, at path: LintPath, _ report: inout LintReport) {
        guard key.utf8.count <= 1024, let bytes = Data(base64Encoded: key).map(Array.init) else {
            report.add(.nfcKeyInvalid, at: path)
            return
        }
        if Self.isPublicKey(bytes, point: 33, leading: [2, 3]) { return }
        report.add(Self.isPublicKey(bytes, point: 65, leading: [4]) ? .nfcKeyUncompressed : .nfcKeyInvalid, at: path)
    }

    /// Whether the bytes are the SubjectPublicKeyInfo of a key on P-256 (RFC 5480) with a point of that length.
    private static func isPublicKey(_ bytes: [UInt8], point length: Int, leading: [UInt8]) -> Bool {
        let algorithm = DER.sequence(
            DER.objectIdentifier("1.2.840.10045.2.1"),
            DER.objectIdentifier("1.2.840.10045.3.1.7")
        )
        let point = Array(bytes.suffix(length))
        guard point.count == length, leading.contains(point[0]) else { return false }
        return bytes == DER.sequence(algorithm, DER.encode(DER.Tag.bitString, [0] + point))
    }
}
