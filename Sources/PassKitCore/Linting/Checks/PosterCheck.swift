/// Checks what a poster event ticket needs.
struct PosterCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        guard pass.isPosterTicket else {
            checkStrayKeys(&report)
            return
        }
        checkTags(&report)
        checkEntry(&report)
        checkFallback(&report)
        if !pass.hasImage("artwork"), !pass.hasImage("background") {
            report.add(.posterArtworkMissing, at: .file("artwork.png"))
        }
        if pass.json["logoText"] != nil, pass.json["eventLogoText"] == nil {
            report.add(.posterLogoText, at: LintPath.root.key("logoText"))
        }
    }

    /// The keys that Wallet reads of poster event tickets only.
    private static let ownKeys: [String] =
        ObjectSchema.eventGuideKeys.map(\.name) + [
            "auxiliaryStoreIdentifiers", "eventLogoText", "footerBackgroundColor", "suppressHeaderDarkening",
            "useAutomaticColors",
        ]

    private func checkStrayKeys(_ report: inout LintReport) {
        for key in Self.ownKeys where pass.json[key] != nil {
            // Semantic boarding passes order meals, and poster generic passes have a header, too.
            if key == "orderFoodURL", pass.isSemanticBoardingPass { continue }
            if key == "suppressHeaderDarkening", pass.styles.contains(.posterGeneric) { continue }
            report.add(.posterKeyWithoutScheme, at: LintPath.root.key(key), key)
        }
    }

    private func checkTags(_ report: inout LintReport) {
        var needs: [(FindingRule, [String])] = [
            (.posterTagMissing, ["eventName", "venueName"]),
            (.posterVenueMissing, ["venueRegionName", "venueRoom"]),
        ]
        switch pass.tag("eventType")?.stringValue {
        case "PKEventTypeSports":
            needs.append((.posterTeamMissing, ["awayTeamAbbreviation", "homeTeamAbbreviation"]))
        case "PKEventTypeLivePerformance":
            needs.append((.posterPerformersMissing, ["performerNames"]))
            needs.append((.posterTagRecommended, ["artistIDs"]))
        default: break
        }
        needs.append((.posterTagRecommended, ["seats"]))
        for (rule, tags) in needs {
            for tag in tags where !pass.hasTag(tag) { report.add(rule, at: LintPath.root.key("semantics"), tag) }
        }
        if !pass.hasTag("eventStartDate"), !pass.hasTag("eventStartDateInfo") {
            report.add(.posterTagRecommended, at: LintPath.root.key("semantics"), "eventStartDate")
        }
    }

    private func checkEntry(_ report: inout LintReport) {
        let hasBarcodes = pass.json["barcodes"]?.arrayValue?.isEmpty == false
        if let nfc = pass.json["nfc"] {
            if nfc.objectValue != nil, nfc["requiresAuthentication"] == nil {
                report.add(.posterAuthenticationUnset, at: LintPath.root.key("nfc"))
            }
        } else if hasBarcodes {
            report.add(.posterWithoutNFC, at: LintPath.root.key("nfc"))
        } else {
            report.add(.posterWithoutEntry, at: LintPath.root.key("nfc"))
        }
    }

    private func checkFallback(_ report: inout LintReport) {
        let face: Set<PassFields.Group> = [.header, .primary, .secondary, .auxiliary]
        if !pass.fields.contains(where: { $0.style == .eventTicket && face.contains($0.group) }) {
            report.add(.posterWithoutFields, at: LintPath.root.key("eventTicket"))
        }
        if !["logo", "strip", "thumbnail", "background"].contains(where: pass.hasImage) {
            report.add(.posterWithoutImages, at: .file("logo.png"))
        }
    }
}
