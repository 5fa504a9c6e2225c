#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A pass as the checks see it: the untyped tree, and what many of them need to know of it.
struct LintedPass {
    let archive: PassArchive

    /// `pass.json`.
    let json: JSONObject

    /// The certificate that signs the pass, or is to sign it.
    let signer: PassCertificate?

    let now: Date

    /// The styles whose dictionaries are there, in order.
    let styles: [PassStyle]

    /// The schemes the pass asks for, in order.
    let schemes: [String]

    /// The fields of all styles, in order.
    let fields: [LintedField]

    /// `personalization.json`; nil when there is none, or it cannot be read.
    let personalization: JSONObject?

    /// The strings of all languages.
    let strings: LintedStrings

    /// The objects of semantic tags: at the root, then at fields.
    let semantics: [(path: LintPath, tags: JSONObject)]

    /// Reads `pass.json`, or reports why it cannot be read.
    init?(
        _ archive: PassArchive,
        _ configuration: PassLinter.Configuration,
        signer: PassCertificate?,
        _ report: inout LintReport
    ) {
        guard let json = Self.read(archive, &report) else { return nil }
        self.archive = archive
        self.json = json
        self.signer = signer
        self.now = configuration.clock.now
        self.styles = PassStyle.documented.filter { json[$0.rawValue]?.objectValue != nil }
        self.schemes = (json["preferredStyleSchemes"]?.arrayValue ?? []).compactMap(\.stringValue)
        self.fields = styles.flatMap { Self.fields(of: $0, in: json) }
        self.personalization = Self.readPersonalization(archive, &report)
        self.strings = LintedStrings(archive, &report)
        let root = json["semantics"]?.objectValue.map { [(path: LintPath.root.key("semantics"), tags: $0)] }
        self.semantics =
            (root ?? [])
            + fields.compactMap { field in
                field.json["semantics"]?.objectValue.map { (field.path.key("semantics"), $0) }
            }
    }

    private static func read(_ archive: PassArchive, _ report: inout LintReport) -> JSONObject? {
        do throws(PassError) {
            guard archive.entry(named: PassFileName.pass) != nil else {
                throw PassError(
                    .containerPassMissing,
                    "The archive holds no pass.json at its root. Zip the files of the pass themselves, not their "
                        + "folder."
                )
            }
            let bytes = try archive.bytes(of: PassFileName.pass)
            if JSONValue.beginsWithMark(bytes) {
                report.add(.jsonByteOrderMark, at: .file(PassFileName.pass))
            }
            return try Pass(json: parse(bytes, &report)).json
        } catch {
            report.add(Finding(error, path: PassFileName.pass))
            return nil
        }
    }

    private static func readPersonalization(_ archive: PassArchive, _ report: inout LintReport) -> JSONObject? {
        guard archive.entry(named: PassFileName.personalization) != nil else { return nil }
        do throws(PassError) {
            return try Pass(parsing: archive.bytes(of: PassFileName.personalization)).json
        } catch {
            report.add(Finding(error, path: PassFileName.personalization))
            return nil
        }
    }

    /// Parses strictly; where only keys are repeated, reports that and goes on with all members.
    private static func parse(_ bytes: [UInt8], _ report: inout LintReport) throws(PassError) -> JSONValue {
        do throws(PassError) {
            return try JSONValue(parsing: bytes, limits: .pass)
        } catch {
            guard error.code == .jsonDuplicateKey else { throw error }
            let json = try JSONValue(parsing: bytes, limits: JSONLimits(depth: 32, keepsDuplicateKeys: true))
            report.add(Finding(error, path: PassFileName.pass))
            return json
        }
    }

    private static func fields(of style: PassStyle, in json: JSONObject) -> [LintedField] {
        let dictionary = json[style.rawValue]?.objectValue ?? JSONObject()
        return PassFields.Group.documented.flatMap { group in
            let path = LintPath.root.key(style.rawValue).key(group.rawValue)
            let elements = dictionary[group.rawValue]?.arrayValue ?? []
            return elements.enumerated().compactMap { index, element in
                element.objectValue.map { LintedField(style: style, group: group, path: path.index(index), json: $0) }
            }
        }
    }

    // MARK: What many checks ask

    /// The style of the pass other than poster generic.
    var classicStyle: PassStyle? { styles.first { $0 != .posterGeneric } }

    /// Whether the pass asks to be drawn as a poster event ticket, and is an event ticket.
    var isPosterTicket: Bool {
        schemes.contains(PassStyleScheme.posterEventTicket.rawValue) && styles.contains(.eventTicket)
    }

    /// Whether the pass asks to be drawn from the semantic tags of a flight, and is an airline's boarding pass.
    var isSemanticBoardingPass: Bool {
        schemes.contains(PassStyleScheme.semanticBoardingPass.rawValue)
            && json[PassStyle.boardingPass.rawValue]?["transitType"] == "PKTransitTypeAir"
    }

    /// The value of a semantic tag, wherever it stands.
    func tag(_ name: String) -> JSONValue? {
        for (_, tags) in semantics {
            if let value = tags[name] { return value }
        }
        return nil
    }

    /// Whether a semantic tag stands somewhere and holds something.
    func hasTag(_ name: String) -> Bool {
        switch tag(name) {
        case nil, .null: false
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        default: true
        }
    }

    /// Whether the archive holds an image of that base name, at any scale and for any language.
    func hasImage(_ base: String) -> Bool {
        archive.entries.contains { entry in
            guard let name = PassFileName(entry.name), name.isImage else { return false }
            let stem = name.file.dropLast(".png".count)
            return stem == base || stem == "\(base)@2x" || stem == "\(base)@3x"
        }
    }
}

/// A field of a pass, and where it stands.
struct LintedField {
    let style: PassStyle
    let group: PassFields.Group
    let path: LintPath
    let json: JSONObject
}
