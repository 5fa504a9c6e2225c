#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// When a certificate's end becomes worth a finding.
enum IdentityExpiry {
    /// A finding when thirty days are left or fewer; nil before.
    static func finding(for certificate: PassCertificate, at time: Date) -> Finding? {
        if time > certificate.notAfter { return finding(.identityExpired, certificate) }
        let days = certificate.daysLeft(at: time)
        switch days {
        case ...7: return finding(.identityExpiresThisWeek, certificate, "\(days)")
        case ...30: return finding(.identityExpiresThisMonth, certificate, "\(days)")
        default: return nil
        }
    }

    /// The finding for a certificate whose time has not come, while no other one is valid.
    static func notYetValid(_ certificate: PassCertificate) -> Finding {
        finding(.identityNotYetValid, certificate)
    }

    private static func finding(_ rule: FindingRule, _ certificate: PassCertificate, _ values: String...) -> Finding {
        let (type, team) = (certificate.passTypeIdentifier, certificate.teamIdentifier)
        return rule.finding(at: type ?? "", [type ?? "no pass type", team ?? "none"] + values)
    }
}
