extension VerificationReport {
    /// Whether this package may replace an older one on a device: it has the same pass type, serial number, team and
    /// authentication token, and is signed by the same team for the same type.
    ///
    /// That is Wallet's own rule: a package with another type or serial is another pass, and a device that knows the old
    /// token cannot ask for the new one. Whether either package is valid is for the verdicts to say.
    public func isUpdate(of older: VerificationReport) -> Bool {
        replacementFindings(for: older).isEmpty
    }

    /// Everything that keeps this package from replacing an older one; empty when nothing does.
    public func replacementFindings(for older: VerificationReport) -> [Finding] {
        var findings = UpdateIdentity(of: self).obstacles(after: UpdateIdentity(of: older))
        if let signer, let olderSigner = older.signer,
            !signer.passTypeIdentifier.isSpelled(as: olderSigner.passTypeIdentifier)
                || !signer.teamIdentifier.isSpelled(as: olderSigner.teamIdentifier)
        {
            findings.append(FindingRule.replacementSigner.finding(at: PassFileName.signature))
        }
        return findings
    }
}
