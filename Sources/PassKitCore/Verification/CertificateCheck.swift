import CPassKitShims

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Checks the signer's certificate: Apple's profile, the signing time, and the chain to an anchor.
struct CertificateCheck {
    let envelope: SignatureEnvelope
    let anchors: AnchorStore
    private let index: Int
    private let signer: KnownCertificates.Signer

    /// Nil when the signer's certificate is not in the envelope.
    init?(_ envelope: SignatureEnvelope, _ anchors: AnchorStore) {
        guard let index = envelope.signerIndex else { return nil }
        self.envelope = envelope
        self.anchors = anchors
        self.index = index
        self.signer = envelope.certificates.signer(index)
    }

    /// The signer's certificate.
    var certificate: PassCertificate { signer.certificate }

    // MARK: Profile

    /// Apple's profile for pass certificates, whoever the anchor is.
    func checkProfile(_ pass: PassFacts, _ findings: inout [Finding]) {
        if !signer.isForPasses { findings.append(finding(.certificateUsage)) }
        if certificate.passTypeIdentifier == nil
            || !certificate.markedIdentifier.isSpelled(as: certificate.passTypeIdentifier)
        {
            findings.append(finding(.certificateMarker))
        }
        if !signer.hasStrongKey { findings.append(finding(.certificateWeakKey, ["\(certificate.keyType)"])) }
        if pass.isReadable { checkIdentity(pass, &findings) }
        checkCommonName(&findings)
    }

    private func checkIdentity(_ pass: PassFacts, _ findings: inout [Finding]) {
        if pass.type == nil || !pass.type.isSpelled(as: certificate.passTypeIdentifier) {
            let types = [pass.type ?? "none", certificate.passTypeIdentifier ?? "none"]
            findings.append(FindingRule.certificatePassType.finding(at: "passTypeIdentifier", types))
        }
        if pass.team == nil || !pass.team.isSpelled(as: certificate.teamIdentifier) {
            let teams = [pass.team ?? "none", certificate.teamIdentifier ?? "none"]
            findings.append(FindingRule.certificateTeam.finding(at: "teamIdentifier", teams))
        }
    }

    private func checkCommonName(_ findings: inout [Finding]) {
        guard let type = certificate.passTypeIdentifier, !signer.hasUsualCommonName else { return }
        findings.append(finding(.certificateCommonName, [type]))
    }

    // MARK: Time

    /// A signature cannot come from the future, nor from a time at which its certificate was not valid.
    func checkSigningTime(now: Date, _ findings: inout [Finding]) {
        guard let time = envelope.signingTime else { return }
        if time > now.addingTimeInterval(5 * 60) { findings.append(finding(.signatureTimeInFuture)) }
        if !certificate.isValid(at: time) { findings.append(finding(.certificateNotValidAtSigning)) }
    }

    // MARK: Chain

    /// Checks the chain and the issuer, and says whether the chain ends at a known anchor.
    func checkChain(_ time: VerificationTime, _ findings: inout [Finding]) -> Bool {
        guard let signingTime = envelope.signingTime else { return false }
        let moment =
            switch time {
            case .signingTime: signingTime
            case .at(let date): date
            }
        do throws(AnchorStore.Fault) {
            let chain = try chain(at: moment)
            if let isMarked = chain.issuerIsMarked {
                if !isMarked { findings.append(finding(.certificateIssuerMarker)) }
            } else {
                checkAttachedIssuer(&findings)
            }
            return true
        } catch {
            findings.append(finding(for: error))
            checkAttachedIssuer(&findings)
            return false
        }
    }

    /// Whether the chain holds at a time.
    func holds(at time: Date) -> Bool {
        (try? chain(at: time)) != nil
    }

    private func chain(at time: Date) throws(AnchorStore.Fault) -> KnownCertificates.Chain {
        // Apple's first intermediate signed with SHA-1; nothing newer may.
        let allowsSHA1 = (envelope.signingTime ?? time) < Self.endOfSHA1
        let seconds = Int64(min(253_402_300_799, max(-62_167_219_200, time.timeIntervalSince1970)))
        return try anchors.chain(from: index, of: envelope.certificates, at: seconds, allowsSHA1: allowsSHA1)
    }

    /// Without a chain the issuer is looked for among the certificates of the signature, then among the anchors.
    private func checkAttachedIssuer(_ findings: inout [Finding]) {
        let handle = certificate.handle
        let issuers = (envelope.certificates.handles + anchors.handles).filter { handle.isIssued(by: $0) }
        if issuers.isEmpty {
            findings.append(finding(.certificateIssuerMissing))
        } else if !issuers.contains(where: { $0.extension(ObjectIdentifier.developerRelations) != nil }) {
            findings.append(finding(.certificateIssuerMarker))
        }
    }

    private func finding(for fault: AnchorStore.Fault) -> Finding {
        switch fault.outcome {
        case PASSKIT_CHAIN_NO_ANCHOR: finding(.certificateNoKnownAnchor)
        case PASSKIT_CHAIN_EXPIRED: finding(.certificateExpired)
        case PASSKIT_CHAIN_WEAK: finding(.certificateWeak, [fault.reason])
        default: finding(.certificateChain, [fault.reason])
        }
    }

    /// 1 February 2022: the last certificates of Apple's first intermediate were issued before.
    private static let endOfSHA1 = Date(timeIntervalSince1970: 1_643_673_600)

    private func finding(_ rule: FindingRule, _ values: [String] = []) -> Finding {
        rule.finding(at: PassFileName.signature, values)
    }
}
