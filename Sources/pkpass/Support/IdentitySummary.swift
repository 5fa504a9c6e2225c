#if CommandLineTool
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What `identity` tells of credentials.
    struct IdentitySummary {
        let report: IdentityReport
        let time: Date

        private var certificate: PassCertificate { report.certificate }

        /// The document of `--json`.
        var json: JSONValue {
            var object = JSONObject()
            object["maySign"] = .bool(report.maySign)
            object["passTypeIdentifier"] = Self.string(certificate.passTypeIdentifier)
            object["teamIdentifier"] = Self.string(certificate.teamIdentifier)
            object["allowsNFC"] = .bool(certificate.allowsNFC)
            object["daysLeft"] = .number(JSONNumber(certificate.daysLeft(at: time)))
            object["notBefore"] = .string(certificate.notBefore.formatted(.iso8601))
            object["notAfter"] = .string(certificate.notAfter.formatted(.iso8601))
            object["commonName"] = Self.string(certificate.commonName)
            object["issuer"] = .string(certificate.issuer)
            object["issuerKeyIdentifier"] = .string(Hex.encode(certificate.authorityKeyIdentifier))
            object["keyType"] = .string("\(certificate.keyType)")
            object["serialNumber"] = .string(certificate.serialNumber)
            object["fingerprint"] = .string(certificate.fingerprint)
            object["form"] = .string(report.form.rawValue)
            object["hasKey"] = .bool(report.hasKey)
            object["hasIssuer"] = .bool(report.issuer != nil)
            object["otherCertificates"] = .array(report.others.map { Self.string($0.commonName) })
            object["findings"] = .array(report.findings.map(\.json))
            return .object(object)
        }

        /// The lines for people.
        var text: String {
            let nfc = certificate.allowsNFC ? ", with or without NFC" : ", without NFC"
            let purpose =
                "passes of \(certificate.passTypeIdentifier ?? "no pass type") for team "
                + (certificate.teamIdentifier ?? "none") + nfc
            let days = certificate.daysLeft(at: time)
            var lines = [
                "\(report.maySign ? "signs" : "refused:") \(purpose)",
                "\(form): certificate\(report.hasKey ? ", key" : ", no key")"
                    + (report.issuer == nil ? ", no issuer" : ", issuer"),
                "valid from \(certificate.notBefore.formatted(.iso8601)) to \(certificate.notAfter.formatted(.iso8601)), "
                    + (days < 0 ? "expired" : "\(days) days left"),
                "name: \(certificate.commonName ?? "none")",
                "issued by \(certificate.issuer), key \(Hex.encode(certificate.authorityKeyIdentifier))",
                "key: \(certificate.keyType)",
                "serial number: \(certificate.serialNumber)",
                "SHA-256: \(certificate.fingerprint)",
            ]
            lines += report.others.map { other in
                "\(other == report.issuer ? "issuer" : "also there"): \(other.commonName ?? "without a name"), to "
                    + other.notAfter.formatted(.iso8601)
            }
            return (lines + report.findings.map(\.description)).joined(separator: "\n")
        }

        private var form: String {
            switch report.form {
            case .der: "DER"
            case .pem: "PEM"
            case .pkcs12: "PKCS#12"
            }
        }

        private static func string(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    }
#endif
