/// Checks the styles of the pass, and the schemes it asks for.
struct StyleCheck {
    let pass: LintedPass
    let allowed: Set<PassStyle>?

    func run(_ report: inout LintReport) {
        checkStyles(&report)
        for style in pass.styles { checkTransitType(style, &report) }
        checkSchemes(&report)
        checkGrouping(&report)
        let hasBackFields = pass.fields.contains { $0.group == .back }
        if !pass.styles.isEmpty, !hasBackFields {
            report.add(.noBackFields, at: LintPath.root.key(pass.styles[0].rawValue))
        }
        checkLogo(&report)
    }

    private func checkStyles(_ report: inout LintReport) {
        // A style of another type than an object is the schema's matter.
        let written = PassStyle.documented.filter { pass.json[$0.rawValue] != nil }
        if written.isEmpty { report.add(.styleMissing, at: .root) }
        let classic = pass.styles.filter { $0 != .posterGeneric }
        if classic.count > 1 {
            report.add(.severalStyles, at: .root, classic.map(\.rawValue).joined(separator: ", "))
        }
        if pass.styles.contains(.posterGeneric) {
            let path = LintPath.root.key(PassStyle.posterGeneric.rawValue)
            if classic.isEmpty { report.add(.noFallbackStyle, at: path) }
            if classic.contains(.boardingPass) { report.add(.posterWithBoardingPass, at: path) }
        }
        for style in pass.styles where allowed.map({ !$0.contains(style) }) ?? false {
            report.add(.styleNotAllowed, at: LintPath.root.key(style.rawValue), style.rawValue)
        }
    }

    private func checkTransitType(_ style: PassStyle, _ report: inout LintReport) {
        let path = LintPath.root.key(style.rawValue)
        let hasTransitType = pass.json[style.rawValue]?["transitType"] != nil
        if style == .boardingPass, !hasTransitType { report.add(.transitTypeMissing, at: path) }
        if style != .boardingPass, hasTransitType {
            report.add(.transitTypeUnused, at: path.key("transitType"), style.rawValue)
        }
    }

    private func checkSchemes(_ report: inout LintReport) {
        let path = LintPath.root.key("preferredStyleSchemes")
        for (index, scheme) in (pass.json["preferredStyleSchemes"]?.arrayValue ?? []).enumerated() {
            switch scheme.stringValue {
            case "posterEventTicket" where !pass.styles.contains(.eventTicket):
                report.add(.posterWithoutEventTicket, at: path.index(index))
            case "eventTicket" where !pass.styles.contains(.eventTicket):
                report.add(.schemeMismatch, at: path.index(index), "eventTicket")
            case "semanticBoardingPass" where pass.json["boardingPass"]?["transitType"] != "PKTransitTypeAir":
                report.add(.semanticBoardingPassNotAir, at: path.index(index))
            case "boardingPass" where !pass.styles.contains(.boardingPass):
                report.add(.schemeMismatch, at: path.index(index), "boardingPass")
            default: break
            }
        }
        if pass.isPosterTicket { checkFallback("posterEventTicket", "eventTicket", at: path, &report) }
        if pass.isSemanticBoardingPass { checkFallback("semanticBoardingPass", "boardingPass", at: path, &report) }
    }

    private func checkFallback(_ scheme: String, _ fallback: String, at path: LintPath, _ report: inout LintReport) {
        guard let place = pass.schemes.firstIndex(of: scheme), !pass.schemes[place...].contains(fallback) else {
            return
        }
        report.add(.fallbackSchemeMissing, at: path, scheme, fallback)
    }

    private func checkGrouping(_ report: inout LintReport) {
        guard pass.json["groupingIdentifier"] != nil, let style = pass.styles.first,
            !pass.styles.contains(.boardingPass), !pass.styles.contains(.eventTicket)
        else { return }
        report.add(.groupingIgnored, at: LintPath.root.key("groupingIdentifier"), style.rawValue)
    }

    private func checkLogo(_ report: inout LintReport) {
        let texts = ["logoText", "eventLogoText", "logoSymbolName"]
        guard !texts.contains(where: { pass.json[$0] != nil }), !pass.hasImage("logo"), !pass.hasImage("primaryLogo")
        else { return }
        report.add(.noLogo, at: LintPath.root.key("logoText"))
    }
}
