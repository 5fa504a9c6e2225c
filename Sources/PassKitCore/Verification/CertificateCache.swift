/// What was read of certificates before, found by the SHA-256 of their bytes.
///
/// The number kept is bounded: those unused longest go.
final class CertificateCache<Value: Sendable>: Sendable {
    private struct State {
        var entries: [CertificateKey: (value: Value, use: UInt64)] = [:]
        var uses: UInt64 = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether nothing is kept at all.
    var isClosed: Bool { limit <= 0 }

    /// How many are kept.
    var count: Int { state.withLock { $0.entries.count } }

    func value(for key: CertificateKey) -> Value? {
        guard !isClosed else { return nil }
        return state.withLock { state in
            guard let value = state.entries[key]?.value else { return nil }
            state.uses += 1
            state.entries[key]?.use = state.uses
            return value
        }
    }

    func insert(_ value: Value, for key: CertificateKey) {
        guard !isClosed else { return }
        state.withLock { state in
            if state.entries[key] == nil, state.entries.count >= limit,
                let oldest = state.entries.min(by: { $0.value.use < $1.value.use })?.key
            {
                state.entries[oldest] = nil
            }
            state.uses += 1
            state.entries[key] = (value, state.uses)
        }
    }
}

/// What certificates are found by: the SHA-256 of their bytes as they stand in an envelope.
struct CertificateKey: Hashable {
    private let digest: [UInt8]

    init?(of bytes: ArraySlice<UInt8>) {
        guard let digest = try? Digest.sha256(bytes.span) else { return nil }
        self.digest = digest
    }
}

/// The certificates that a verifier remembers.
struct VerifierMemory: Sendable {
    /// All certificates of an envelope, and what was found out about them.
    let signers: CertificateCache<KnownCertificates>

    /// Authorities that stood in a chain to an anchor: few, and the same for many signers.
    ///
    /// Only what is parsed is remembered, which is what costs; nothing is trusted for being known.
    let issuers = CertificateCache<CertificateHandle>(limit: 16)

    init(knownSigners: Int) {
        signers = CertificateCache(limit: knownSigners)
    }
}
