/// Checks what names the pass, its web service and its app.
struct IdentityCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        if let version = pass.json["formatVersion"] {
            if let number = Int(jsonValue: version), number != 1 {
                report.add(.formatVersion, at: LintPath.root.key("formatVersion"))
            }
        } else {
            report.add(.formatVersion, at: LintPath.root.key("formatVersion"))
        }
        checkIdentifiers(&report)
        checkText("organizationName", .organizationMissing, &report)
        checkText("description", .descriptionMissing, &report)
        if let userInfo = pass.json["userInfo"], userInfo.objectValue == nil {
            report.add(.userInfoType, at: LintPath.root.key("userInfo"))
        }
        checkExpiry(&report)
        checkWebService(&report)
        checkApps(&report)
    }

    private func checkIdentifiers(_ report: inout LintReport) {
        if let type = checkText("passTypeIdentifier", .passTypeMissing, &report), !type.hasPrefix("pass.") {
            report.add(.passTypePrefix, at: LintPath.root.key("passTypeIdentifier"), type)
        }
        if let serial = checkText("serialNumber", .serialMissing, &report),
            serial.utf8.count > 100 || !serial.utf8.allSatisfy(Self.isUnreserved)
        {
            report.add(.serialUnsafe, at: LintPath.root.key("serialNumber"))
        }
        if let team = checkText("teamIdentifier", .teamMissing, &report),
            team.utf8.count != 10 || !team.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
        {
            report.add(.teamForm, at: LintPath.root.key("teamIdentifier"), team)
        }
    }

    /// Reports a missing or empty text, and returns one that is filled in; another type is the schema's matter.
    @discardableResult
    private func checkText(_ key: String, _ rule: FindingRule, _ report: inout LintReport) -> String? {
        switch pass.json[key] {
        case nil, .string(""):
            report.add(rule, at: LintPath.root.key(key))
            return nil
        case .string(let text): return text
        default: return nil
        }
    }

    /// RFC 3986 section 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~".utf8.contains(byte)
        }
    }

    private func checkExpiry(_ report: inout LintReport) {
        guard let date = pass.json["expirationDate"]?.stringValue.flatMap(PassDate.init), date.date < pass.now,
            pass.json["voided"]?.boolValue != true
        else { return }
        report.add(.expired, at: LintPath.root.key("expirationDate"), date.spelling)
    }

    private func checkWebService(_ report: inout LintReport) {
        let url = pass.json["webServiceURL"]
        let token = pass.json["authenticationToken"]
        if url != nil, token == nil { report.add(.webServiceTokenMissing, at: LintPath.root.key("webServiceURL")) }
        if url == nil, token != nil { report.add(.webServiceURLMissing, at: LintPath.root.key("authenticationToken")) }
        if let url = url?.stringValue, AbsoluteURL.isValid(url) {
            switch AbsoluteURL.scheme(of: url) {
            case "https": break
            case "http": report.add(.webServiceInsecure, at: LintPath.root.key("webServiceURL"))
            default: report.add(.webServiceScheme, at: LintPath.root.key("webServiceURL"))
            }
        }
        if let token = token?.stringValue, token.count < 16 {
            report.add(.webServiceTokenShort, at: LintPath.root.key("authenticationToken"), "\(token.count)")
        }
    }

    private func checkApps(_ report: inout LintReport) {
        let stores = pass.json["associatedStoreIdentifiers"]
        if pass.json["appLaunchURL"] != nil, stores == nil || stores?.arrayValue?.isEmpty == true {
            report.add(.storeIdentifiersMissing, at: LintPath.root.key("appLaunchURL"))
        }
        for key in ["associatedStoreIdentifiers", "auxiliaryStoreIdentifiers"] {
            let path = LintPath.root.key(key)
            for (index, element) in (pass.json[key]?.arrayValue ?? []).enumerated() {
                guard let number = element.numberValue, (Int(jsonValue: element) ?? 0) <= 0 else { continue }
                report.add(.storeIdentifier, at: path.index(index), number.spelling)
            }
        }
    }
}
