#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Checks manifest and signature as far as they are there and asked for, and the certificate that is to sign.
struct SignatureLint {
    let archive: PassArchive
    let configuration: PassLinter.Configuration

    /// Checks, and returns the certificate that signed, or is to sign, the pass.
    func run(signer: PassCertificate?, _ report: inout LintReport) -> PassCertificate? {
        if let signer { checkFuture(signer, &report) }
        guard isWanted(signer) else { return signer }
        let verified = PassVerifier(anchors: configuration.anchors, clock: Clock(now: configuration.clock.now))
            .verify(archive)
        for finding in verified.findings where !isToldElsewhere(finding) {
            let isExempt = finding.code == FindingRule.manifestFileMissing.code && Manifest.isExempt(finding.path)
            if isExempt { report.add(.manifestListsItself, at: .file(finding.path)) } else { report.add(finding) }
        }
        checkHashes(&report)
        checkDigest(&report)
        if let past = verified.signer { checkPast(past, &report) }
        return signer ?? verified.signer
    }

    /// What is wrong inside pass.json is told by other checks; that its hash is another one, by none.
    private func isToldElsewhere(_ finding: Finding) -> Bool {
        finding.path == PassFileName.pass && !finding.code.rawValue.hasPrefix("manifest.")
    }

    private func isWanted(_ signer: PassCertificate?) -> Bool {
        switch configuration.signature {
        case .required: true
        case .ignored: false
        case .ifPresent:
            signer == nil
                && (archive.entry(named: PassFileName.manifest) != nil
                    || archive.entry(named: PassFileName.signature) != nil)
        }
    }

    private func checkHashes(_ report: inout LintReport) {
        guard let bytes = try? archive.bytes(of: PassFileName.manifest), let listed = try? Manifest(parsing: bytes)
        else { return }
        for (name, hash) in listed.hashes.sorted(by: { $0.key < $1.key }) {
            let hasCapitals = hash.utf8.contains { (0x41...0x46).contains($0) }
            if hasCapitals, hash.utf8.count == 40, Hex.decode(hash) != nil {
                report.add(.manifestUppercase, at: .file(name))
            }
        }
    }

    /// SignedData begins with the digests in use (RFC 5652 section 5.1), so one look at its beginning tells.
    private func checkDigest(_ report: inout LintReport) {
        guard let bytes = try? archive.bytes(of: PassFileName.signature) else { return }
        let sha1: [UInt8] = [0x06, 0x05, 0x2B, 0x0E, 0x03, 0x02, 0x1A]
        let start = bytes.prefix(64)
        let isThere = start.indices.contains { start[$0...].starts(with: sha1) }
        if isThere { report.add(.signatureSHA1, at: .file(PassFileName.signature)) }
    }

    private func checkPast(_ certificate: PassCertificate, _ report: inout LintReport) {
        let now = configuration.clock.now
        if certificate.notAfter < now {
            let day = PassDate(certificate.notAfter).spelling.prefix(10)
            report.add(.certificateExpiredNow, at: .file(PassFileName.signature), String(day))
        } else if let finding = IdentityExpiry.finding(for: certificate, at: now) {
            report.add(finding)
        }
    }

    private func checkFuture(_ certificate: PassCertificate, _ report: inout LintReport) {
        let now = configuration.clock.now
        if now < certificate.notBefore {
            report.add(IdentityExpiry.notYetValid(certificate))
        } else if let finding = IdentityExpiry.finding(for: certificate, at: now) {
            report.add(finding)
        }
        if let fault = certificate.signingFault(at: max(certificate.notBefore, min(certificate.notAfter, now))) {
            report.add(Finding(fault))
        }
        guard let json = try? JSONValue(parsing: archive.bytes(of: PassFileName.pass), limits: .pass) else { return }
        let pairs: [(String, String?, FindingRule)] = [
            ("passTypeIdentifier", certificate.passTypeIdentifier, .certificatePassType),
            ("teamIdentifier", certificate.teamIdentifier, .certificateTeam),
        ]
        for (key, certified, rule) in pairs {
            guard let stated = json[key]?.stringValue, stated != certified else { continue }
            report.add(rule, at: LintPath.root.key(key), stated, certified ?? "none")
        }
    }
}

/// The linter's time for the verifier.
private struct Clock: PassClock {
    let now: Date

    func sleep(for duration: Duration) async throws {}
}
