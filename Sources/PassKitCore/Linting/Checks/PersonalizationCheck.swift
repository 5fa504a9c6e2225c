/// Checks the form of a reward programme.
struct PersonalizationCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        guard pass.archive.entry(named: PassFileName.personalization) != nil else { return }
        let path = LintPath.file(PassFileName.personalization)
        if pass.json["nfc"] == nil { report.add(.personalizationWithoutNFC, at: path) }
        if !pass.hasImage("personalizationLogo") { report.add(.personalizationWithoutLogo, at: path) }
        guard let form = pass.personalization else { return }
        SchemaCheck.check(.object(form), as: .object(.personalization), at: path, &report)
        switch form["description"] {
        case nil, .string(""): report.add(.personalizationKeyMissing, at: path, "description")
        default: break
        }
        switch form["requiredPersonalizationFields"] {
        case nil, .array([]): report.add(.personalizationKeyMissing, at: path, "requiredPersonalizationFields")
        default: break
        }
    }
}
