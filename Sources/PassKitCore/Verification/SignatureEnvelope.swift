import CPassKitShims

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One parsed CMS SignedData: the content of a pass's `signature`.
///
/// Parsed and verified by libcrypto's CMS API. Owned by one verification, so nothing about it needs a lock.
final class SignatureEnvelope {
    private let pointer: OpaquePointer

    /// The certificates in the envelope.
    let certificates: KnownCertificates

    /// Which of them is the signer's; nil when it is not there.
    let signerIndex: Int?

    /// When the signature says it was made.
    private(set) var signingTime: Date?

    /// Reads an envelope, which must fill the bytes.
    ///
    /// Reading a certificate costs ten times what verifying a signature with it does. So the envelope is read without
    /// them, and of them those only that were not seen before.
    init(reading bytes: [UInt8], _ memory: VerifierMemory) throws(SignatureFault) {
        let outline = try EnvelopeOutline(of: bytes)
        guard let range = outline.certificates, !outline.eachCertificate.isEmpty else {
            let read = try Self.read(bytes)
            pointer = read
            certificates = KnownCertificates(
                (0..<passkit_cms_certificate_count(read)).compactMap { index in
                    passkit_cms_certificate(read, index).map { CertificateHandle(owning: $0) }
                }
            )
            signerIndex = Self.signerIndex(read, certificates)
            return
        }
        let key = memory.signers.isClosed ? nil : CertificateKey(of: bytes[range])
        let known = key.flatMap { memory.signers.value(for: $0) }
        if let known {
            certificates = known
        } else {
            certificates = try Self.certificates(outline.eachCertificate, of: bytes, memory)
        }
        // Last of all that can fail: nobody would release the envelope of an object that was not made.
        let read = try Self.read(outline.withoutCertificates(bytes))
        pointer = read
        if known == nil, let key { memory.signers.insert(certificates, for: key) }
        signerIndex = Self.signerIndex(read, certificates)
    }

    /// Reads certificates one by one; authorities that are known are not read again.
    private static func certificates(
        _ ranges: [Range<Int>],
        of bytes: [UInt8],
        _ memory: VerifierMemory
    ) throws(SignatureFault) -> KnownCertificates {
        var handles: [CertificateHandle] = []
        var keys: [Int: CertificateKey] = [:]
        for (index, range) in ranges.enumerated() {
            let key = CertificateKey(of: bytes[range])
            if let key, let known = memory.issuers.value(for: key) {
                handles.append(known)
                continue
            }
            guard let handle = CertificateHandle(der: Array(bytes[range])) else { throw .malformed }
            handles.append(handle)
            keys[index] = key
        }
        return KnownCertificates(handles, keys: keys)
    }

    private static func signerIndex(_ envelope: OpaquePointer, _ certificates: KnownCertificates) -> Int? {
        let handles: [OpaquePointer?] = certificates.handles.map(\.pointer)
        let index = passkit_cms_choose_signer(envelope, handles, handles.count)
        return index < 0 ? nil : index
    }

    deinit {
        passkit_cms_release(pointer)
    }

    private static func read(_ bytes: [UInt8]) throws(SignatureFault) -> OpaquePointer {
        var read: OpaquePointer?
        let outcome = passkit_cms_read(bytes, bytes.count, &read)
        guard let read else { throw SignatureFault(envelope: Int(outcome)) }
        return read
    }

    /// Checks the signed attributes: each of the three there once, with a value of the right type.
    func checkAttributes() throws(SignatureFault) {
        if let fault = SignatureFault(attribute: Int(passkit_cms_content_type_attribute(pointer)), "content type") {
            throw fault
        }
        if let fault = SignatureFault(attribute: Int(passkit_cms_message_digest_attribute(pointer)), "message digest") {
            throw fault
        }
        var seconds: Int64 = 0
        let outcome = passkit_cms_signing_time_attribute(pointer, &seconds)
        if let fault = SignatureFault(attribute: Int(outcome), "signing time") { throw fault }
        signingTime = Date(timeIntervalSince1970: TimeInterval(seconds))
    }

    /// Checks the algorithms, then the signature over the content.
    func checkSignature(over content: [UInt8]) throws(SignatureFault) {
        guard Int(passkit_cms_digest(pointer)) != PASSKIT_DIGEST_OTHER else { throw .digestAlgorithm }
        guard passkit_cms_has_known_signature_algorithm(pointer) == 1 else { throw .signatureAlgorithm }
        guard signerIndex != nil else { throw .signerMissing }
        switch Int(passkit_cms_verify(pointer, content, content.count)) {
        case PASSKIT_VERIFY_OK: return
        case PASSKIT_VERIFY_DIGEST: throw .contentMismatch
        case PASSKIT_VERIFY_DIGEST_ALGORITHMS: throw .digestAlgorithms
        default: throw .wrongSignature
        }
    }

    /// Whether the manifest is, as it should be, not inside the envelope.
    var isDetached: Bool { passkit_cms_is_detached(pointer) == 1 }
}
