/// What must stay as it is for a package to replace another one on a device.
///
/// A package with another type or serial number is another pass, and a device that knows the old token cannot ask for
/// the new one. (Apple, Wallet Passes, "Adding a web service to update passes".)
struct UpdateIdentity {
    var type: String?
    var serial: String?
    var team: String?
    var token: String?

    /// Everything that keeps this package from replacing an older one.
    func obstacles(after older: UpdateIdentity) -> [Finding] {
        var findings: [Finding] = []
        func add(_ rule: FindingRule, _ key: String) { findings.append(rule.finding(at: key)) }
        if type == nil || !type.isSpelled(as: older.type) { add(.replacementPassType, "passTypeIdentifier") }
        if serial == nil || !serial.isSpelled(as: older.serial) { add(.replacementSerialNumber, "serialNumber") }
        if team == nil || !team.isSpelled(as: older.team) { add(.replacementTeam, "teamIdentifier") }
        if older.token != nil, !token.isSpelled(as: older.token) { add(.replacementToken, "authenticationToken") }
        return findings
    }
}

extension UpdateIdentity {
    init(of pass: Pass) {
        self.init(
            type: pass.passTypeIdentifier,
            serial: pass.serialNumber,
            team: pass.teamIdentifier,
            token: pass.authenticationToken
        )
    }

    init(of report: VerificationReport) {
        self.init(
            type: report.passTypeIdentifier,
            serial: report.serialNumber,
            team: report.teamIdentifier,
            token: report.authenticationToken
        )
    }
}
