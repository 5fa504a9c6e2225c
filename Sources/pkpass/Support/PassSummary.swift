#if CommandLineTool
    import PassKitCore

    /// What `inspect` tells of a pass.
    struct PassSummary {
        private let pass: Pass
        private let package: PassPackage
        private let report: VerificationReport

        init(_ archive: PassArchive) throws(PassError) {
            package = try PassPackage(archive)
            pass = package.pass
            report = PassVerifier().verify(archive)
        }

        /// The document of `--json`; identity and styles come first.
        var json: JSONValue {
            var object = JSONObject()
            object["passTypeIdentifier"] = Self.string(pass.passTypeIdentifier)
            object["serialNumber"] = Self.string(pass.serialNumber)
            object["teamIdentifier"] = Self.string(pass.teamIdentifier)
            object["styles"] = .array(pass.styles.map { .string($0.rawValue) })
            object["organizationName"] = Self.string(pass.organizationName)
            object["description"] = Self.string(pass.description)
            object["fields"] = .array(fields.map(\.json))
            object["barcodes"] = .array(barcodes.map(\.jsonValue))
            object["languages"] = .array(package.localizations.languages.map(JSONValue.string))
            object["images"] = .array(package.images.names.map(JSONValue.string))
            object["signature"] = signature
            return .object(object)
        }

        private var signature: JSONValue {
            var object = JSONObject()
            object["verdict"] = .string("\(report.verdict)")
            object["intact"] = .bool(report.isIntact)
            object["signingTime"] = Self.string(report.signingTime.map { PassDate($0).spelling })
            object["signer"] = Self.string(report.signer?.commonName)
            return .object(object)
        }

        /// The lines for people.
        var text: String {
            var lines = [
                "\(pass.passTypeIdentifier ?? "no pass type") \(pass.serialNumber ?? "no serial number"), team "
                    + (pass.teamIdentifier ?? "none"),
                "\(pass.styles.map(\.rawValue).joined(separator: ", ")): \(pass.description ?? "no description"), by "
                    + (pass.organizationName ?? "nobody"),
            ]
            lines += fields.map { field in
                "  \(field.group.rawValue) \(field.field.key ?? "?"): \(field.field.label.map { "\($0) = " } ?? "")"
                    + "\(field.field.value.map { "\($0)" } ?? "no value")"
            }
            lines += barcodes.map { "barcode \($0.format?.rawValue ?? "of no format"): \($0.message ?? "")" }
            lines.append("languages: \(Self.list(package.localizations.languages))")
            lines.append("images: \(Self.list(package.images.names))")
            let time = report.signingTime.map { " at \(PassDate($0).spelling)" } ?? ""
            lines.append("signature: \(report.verdict)\(report.signer?.commonName.map { ", \($0)" } ?? "")\(time)")
            return lines.joined(separator: "\n")
        }

        private struct Entry {
            let style: PassStyle
            let group: PassFields.Group
            let field: PassField

            var json: JSONValue {
                var object = JSONObject()
                object["style"] = .string(style.rawValue)
                object["group"] = .string(group.rawValue)
                object["key"] = PassSummary.string(field.key)
                object["label"] = PassSummary.string(field.label)
                object["value"] = field.value?.jsonValue ?? .null
                return .object(object)
            }
        }

        private var fields: [Entry] {
            pass.styles.flatMap { style in
                PassFields.Group.documented.flatMap { group in
                    (pass[style]?[group] ?? []).map { Entry(style: style, group: group, field: $0) }
                }
            }
        }

        private var barcodes: [Barcode] { pass.barcodes + (pass.barcode.map { [$0] } ?? []) }

        private static func string(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

        private static func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
    }
#endif
