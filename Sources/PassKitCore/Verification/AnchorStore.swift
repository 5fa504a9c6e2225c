import CPassKitShims

/// Anchors as libcrypto takes them, made once for a verifier.
final class AnchorStore: @unchecked Sendable {
    // Never changed after it was made; libcrypto locks what it caches in it.
    private let pointer: OpaquePointer?

    /// The certificates that stand for the anchors.
    let handles: [CertificateHandle]

    init(_ anchors: TrustAnchors) {
        handles = anchors.handles
        let pointers: [OpaquePointer?] = handles.map(\.pointer)
        pointer = passkit_anchors_create(pointers, pointers.count)
    }

    deinit {
        passkit_anchors_release(pointer)
    }

    /// Why there is no chain that holds.
    struct Fault: Error {
        /// One of the shim's `PASSKIT_CHAIN_…`.
        let outcome: Int
        /// libcrypto's words for it.
        let reason: String
    }

    /// The chain from a certificate to an anchor.
    func chain(
        from signer: Int,
        of certificates: KnownCertificates,
        at time: Int64,
        allowsSHA1: Bool
    ) throws(Fault) -> KnownCertificates.Chain {
        if let known = certificates.chain(from: signer, at: time, allowsSHA1: allowsSHA1) { return known }
        guard let pointer else { throw Fault(outcome: PASSKIT_CHAIN_INVALID, reason: "out of memory") }
        let others: [OpaquePointer?] = certificates.handles.map(\.pointer)
        var found = passkit_chain()
        passkit_chain_check(others[signer], others, others.count, pointer, time, allowsSHA1 ? 1 : 0, &found)
        guard Int(found.outcome) == PASSKIT_CHAIN_OK, found.not_before <= found.not_after else {
            throw Fault(outcome: Int(found.outcome), reason: found.reason.map { String(cString: $0) } ?? "")
        }
        let chain = KnownCertificates.Chain(
            signer: signer,
            allowsSHA1: allowsSHA1,
            validity: found.not_before...found.not_after,
            issuerIsMarked: found.issuer_is_marked < 0 ? nil : found.issuer_is_marked == 1
        )
        certificates.remember(chain)
        return chain
    }
}
