/// Says in advance why Wallet would refuse or degrade a pass, which Wallet itself never tells.
///
/// Every finding has a stable code, a place, a remedy and a source; `Docs/Findings.md` lists them all. A finding of the
/// severity ``Finding/Severity/error`` means that the pass, or the thing asked for, does not work; a warning that it
/// works less well than it could, or that the rule is not certain; a note that something is worth knowing.
///
/// ```swift
/// let findings = PassLinter().findings(in: archive, signer: signer.certificate)
/// guard !findings.contains(where: { $0.severity == .error }) else { … }
/// ```
public struct PassLinter: Sendable {
    /// What to look for.
    public var configuration: Configuration

    /// Makes a linter.
    public init(_ configuration: Configuration = .init()) {
        self.configuration = configuration
    }

    /// Everything wrong with a pass, errors first.
    ///
    /// Never throws: a missing or broken `pass.json`, `manifest.json` or `signature` is a finding. The work grows with
    /// the size of the archive only.
    /// - Parameters:
    ///   - archive: The pass, signed or not; see ``Configuration/signature``.
    ///   - signer: The certificate the pass is to be signed with, whatever signature it has now.
    public func findings(in archive: PassArchive, signer: PassCertificate? = nil) -> [Finding] {
        var report = LintReport(configuration)
        if let folder = PackageCheck.wrappingFolder(of: archive) {
            report.add(.wrappingFolder, at: .file(folder), folder)
            return report.findings
        }
        PackageCheck(archive: archive, softSizeLimit: configuration.softSizeLimit).run(&report)
        let signer = SignatureLint(archive: archive, configuration: configuration).run(signer: signer, &report)
        if let pass = LintedPass(archive, configuration, signer: signer, &report) {
            checkContent(pass, &report)
        }
        return report.findings
    }

    private func checkContent(_ pass: LintedPass, _ report: inout LintReport) {
        SchemaCheck.check(.object(pass.json), as: .object(.pass), at: .root, &report)
        IdentityCheck(pass: pass).run(&report)
        StyleCheck(pass: pass, allowed: configuration.styles).run(&report)
        FieldCheck(pass: pass).run(&report)
        BarcodeCheck(pass: pass).run(&report)
        NFCCheck(pass: pass).run(&report)
        RelevanceCheck(pass: pass).run(&report)
        SemanticCheck(pass: pass).run(&report)
        PosterCheck(pass: pass).run(&report)
        SemanticBoardingPassCheck(pass: pass).run(&report)
        ExtensionCheck(pass: pass).run(&report)
        PersonalizationCheck(pass: pass).run(&report)
        ImageCheck(pass: pass).run(&report)
        StringsCheck(pass: pass).run(&report)
    }
}
