/// The certificates of an envelope, and what was found out about them.
///
/// They are never changed; what is found out is kept, so that the next pass with the same certificates costs less.
final class KnownCertificates: Sendable {
    /// What does not depend on the pass or the time.
    struct Signer: Sendable {
        let certificate: PassCertificate
        let isForPasses: Bool
        let hasStrongKey: Bool
        let hasUsualCommonName: Bool
    }

    /// A chain that was found to hold.
    struct Chain: Sendable {
        let signer: Int
        let allowsSHA1: Bool
        /// While all its certificates are valid, in seconds since 1970.
        let validity: ClosedRange<Int64>
        /// Whether the signer's issuer is an intermediate for developers; nil when the signer itself is the anchor.
        let issuerIsMarked: Bool?
    }

    private struct Facts {
        var signers: [Int: Signer] = [:]
        var chains: [Chain] = []
    }

    /// The certificates.
    let handles: [CertificateHandle]

    /// By what those are found that were read for this envelope, where they are read one by one.
    private let keys: [Int: CertificateKey]

    private let facts = Mutex(Facts())

    /// With few certificates there are few chains; the limit only keeps strange envelopes from filling memory.
    private static let chainLimit = 8

    init(_ handles: [CertificateHandle], keys: [Int: CertificateKey] = [:]) {
        self.handles = handles
        self.keys = keys
    }

    /// Keeps the authorities that were read for this envelope, when a chain through them holds.
    func rememberIssuers(in memory: VerifierMemory) {
        for (index, key) in keys where handles[index].isAuthority { memory.issuers.insert(handles[index], for: key) }
    }

    /// What is known of one of the certificates.
    func signer(_ index: Int) -> Signer {
        if let known = facts.withLock({ $0.signers[index] }) { return known }
        let certificate = PassCertificate(handles[index])
        let signer = Signer(
            certificate: certificate,
            isForPasses: certificate.isForPasses,
            hasStrongKey: certificate.hasStrongKey,
            hasUsualCommonName: certificate.hasUsualCommonName
        )
        facts.withLock { $0.signers[index] = signer }
        return signer
    }

    /// A chain from a certificate that is known to hold at a time.
    func chain(from signer: Int, at time: Int64, allowsSHA1: Bool) -> Chain? {
        facts.withLock { facts in
            facts.chains.first {
                $0.signer == signer && $0.allowsSHA1 == allowsSHA1 && $0.validity.contains(time)
            }
        }
    }

    /// Remembers a chain that holds.
    func remember(_ chain: Chain) {
        facts.withLock { facts in
            if facts.chains.count == Self.chainLimit { facts.chains.removeFirst() }
            facts.chains.append(chain)
        }
    }
}
