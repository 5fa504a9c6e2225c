extension PassLinter {
    /// Everything wrong with the passes of a bundle; paths begin with the pass's file name and a colon.
    ///
    /// A member that cannot be opened is a finding, and so is a pass that is there twice.
    public func findings(in bundle: PassBundle) -> [Finding] {
        var report = LintReport(configuration)
        var names: [PassIdentifier: String] = [:]
        for item in bundle.passes {
            do throws(PassError) {
                let archive = try PassArchive(reading: item.bytes)
                for finding in findings(in: archive) {
                    var finding = finding
                    finding.path = finding.path.isEmpty ? item.name : "\(item.name): \(finding.path)"
                    report.add(finding)
                }
                guard let identifier = try? PassPackage(archive).pass.identifier else { continue }
                if let other = names.updateValue(item.name, forKey: identifier) {
                    report.add(.bundleRepeatedPass, at: .file(item.name), other)
                }
            } catch {
                report.add(Finding(error, path: item.name))
            }
        }
        return report.findings
    }
}
