#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// When the certificates of a signature must be valid.
public enum VerificationTime: Sendable, Hashable {
    /// When the signature says it was made, as Wallet judges a pass.
    case signingTime
    /// At a given time.
    case at(Date)
}

/// Says whether a pass is intact, and who signed it.
///
/// Checks the files against the manifest in both ways, the signature over the manifest, the chain to an anchor, and
/// Apple's profile for pass certificates. It never throws: a missing or broken file is a finding. No network is used.
public struct PassVerifier: Sendable {
    private let anchors: AnchorStore
    private let memory: VerifierMemory
    let time: VerificationTime
    let clock: any PassClock

    /// Makes a verifier.
    ///
    /// Keep it: it remembers the certificates it has seen, so that the second pass of a signer costs half of the first.
    /// - Parameters:
    ///   - anchors: Where a chain must end for a pass to be trusted.
    ///   - time: When the certificates must be valid.
    ///   - clock: Tells what lies in the future.
    ///   - knownSigners: How many signers' certificates are remembered at most; zero remembers none. (The few
    ///     authorities that lead to an anchor are remembered in any case.)
    public init(
        anchors: TrustAnchors = .apple,
        time: VerificationTime = .signingTime,
        clock: some PassClock = .system,
        knownSigners: Int = 64
    ) {
        self.anchors = AnchorStore(anchors)
        self.memory = VerifierMemory(knownSigners: knownSigners)
        self.time = time
        self.clock = clock
    }

    /// How many signers' certificates are remembered now.
    var knownSignerCount: Int { memory.signers.count }

    /// How many authorities are remembered now.
    var knownIssuerCount: Int { memory.issuers.count }

    /// Verifies a pass.
    public func verify(_ archive: PassArchive) -> VerificationReport {
        var findings: [Finding] = []
        let files = ManifestCheck(archive, &findings)
        let signature = SignatureCheck(archive, manifest: files.manifest, memory, &findings)
        let isIntact = files.isRight && signature.isRight

        let pass = PassFacts(archive, &findings)
        let check = signature.envelope.flatMap { CertificateCheck($0, anchors) }
        var isTrusted = false
        var holdsNow = false
        if let check {
            let now = clock.now
            check.checkProfile(pass, &findings)
            check.checkSigningTime(now: now, &findings)
            isTrusted = check.checkChain(time, &findings)
            if isTrusted { check.envelope.certificates.rememberIssuers(in: memory) }
            holdsNow = check.holds(at: now)
        }

        findings.sort { $0.severity > $1.severity }
        let isValid = isIntact && !findings.contains { $0.severity == .error }
        return VerificationReport(
            verdict: !isValid ? .invalid : isTrusted ? .trusted : .untrusted,
            isIntact: isIntact,
            findings: findings,
            signer: check?.certificate,
            signingTime: signature.envelope?.signingTime,
            holdsNow: holdsNow,
            passTypeIdentifier: pass.type,
            serialNumber: pass.serial,
            teamIdentifier: pass.team,
            authenticationToken: pass.authenticationToken
        )
    }
}
