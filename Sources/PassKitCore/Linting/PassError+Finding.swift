extension PassError {
    /// An error that says what a finding says, for what refuses a pass that has it.
    package init(_ finding: Finding, consequence: String = "") {
        let place = finding.path.isEmpty ? "" : "\(finding.path): "
        let sentences = [finding.message, finding.remedy, consequence].filter { !$0.isEmpty }
        self.init(Code(finding.code.rawValue), place + sentences.joined(separator: " "))
    }
}
