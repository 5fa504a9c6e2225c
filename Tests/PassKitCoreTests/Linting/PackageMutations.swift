import PassKitCore

extension Mutation {
    /// Faults in the files of the package and in its images.
    static let package: [Mutation] = [
        Mutation("container.pass-missing", at: "pass.json") { $0.isWithoutPass = true },
        Mutation("lint.package.wrapping-folder", at: "Ticket.pass") { pass in
            pass.folder = "Ticket.pass/"
        },
        Mutation("lint.package.system-file", .warning, at: ".DS_Store") { $0.files[".DS_Store"] = [1] },
        Mutation("lint.package.system-file", .warning, at: "__MACOSX/._icon.png") {
            $0.files["__MACOSX/._icon.png"] = [1]
        },
        Mutation("lint.package.large", .warning, at: "", .init(softSizeLimit: 100)) { _ in },
        Mutation("lint.package.unknown-file", .warning, at: "readme.txt") { $0.files["readme.txt"] = [1] },
        Mutation("lint.package.unknown-file", .warning, at: "logo@4x.png") {
            $0.files["logo@4x.png"] = try BlankImage.png(640, 200)
        },
        Mutation("lint.image.icon-missing", at: "icon.png") { $0.removeImage("icon") },
        Mutation("lint.image.icon-scale-missing", .warning, at: "icon@3x.png") { $0.files["icon@3x.png"] = nil },
        Mutation("container.png-signature", at: "logo@2x.png") { $0.files["logo@2x.png"] = Array("GIF89a".utf8) },
        Mutation("container.png-header", at: "logo@2x.png") {
            var forge = PNGForge()
            forge.chunks[0].data = PNGForge.header(bitDepth: 3)
            $0.files["logo@2x.png"] = forge.bytes
        },
        Mutation("container.png-chunk", at: "logo@2x.png") {
            var forge = PNGForge()
            forge.chunks.swapAt(0, 1)
            $0.files["logo@2x.png"] = forge.bytes
        },
        Mutation("container.png-checksum", at: "logo@2x.png") {
            var forge = PNGForge()
            forge.chunks[1].crcError = 1
            $0.files["logo@2x.png"] = forge.bytes
        },
        Mutation("container.png-truncated", at: "logo@2x.png") { $0.files["logo@2x.png"]?.removeLast() },
        Mutation("container.png-no-data", at: "logo@2x.png") {
            var forge = PNGForge()
            forge.chunks.remove(at: 1)
            $0.files["logo@2x.png"] = forge.bytes
        },
        Mutation("container.png-trailing-bytes", at: "logo@2x.png") { $0.files["logo@2x.png"]?.append(0) },
        Mutation("lint.image.size", .warning, at: "logo@2x.png") {
            $0.files["logo@2x.png"] = try BlankImage.png(330, 103)
        },
        Mutation("lint.image.scales-differ", .warning, at: "logo@3x.png") {
            $0.files["logo@3x.png"] = try BlankImage.png(300, 150)
        },
        Mutation("lint.image.unused", .warning, at: "footer@2x.png") {
            $0.files["footer@2x.png"] = try BlankImage.png(572, 30)
        },
        Mutation("lint.image.strip-with-background", .warning, at: "strip@2x.png") {
            $0.files["strip@2x.png"] = try BlankImage.png(750, 288)
        },
        Mutation("lint.image.thumbnail-shape", .warning, at: "thumbnail@2x.png") {
            for scale in 2...3 { $0.files["thumbnail@\(scale)x.png"] = try BlankImage.png(90 * scale, 50 * scale) }
        },
        Mutation("lint.localization.language-name", .warning, at: "German.lproj") {
            $0.files["German.lproj/logo@2x.png"] = $0.files.removeValue(forKey: "logo@2x.png")
            $0.files["German.lproj/logo@3x.png"] = $0.files.removeValue(forKey: "logo@3x.png")
        },
        Mutation("lint.localization.images-differ", .warning, at: "fr.lproj") { pass in
            for scale in 2...3 {
                let image = pass.files.removeValue(forKey: "logo@\(scale)x.png")
                for language in ["de", "fr"] { pass.files["\(language).lproj/logo@\(scale)x.png"] = image }
            }
            pass.files["fr.lproj/logo@3x.png"] = nil
        },
        Mutation("lint.localization.image-at-root", .warning, at: "logo.png") { pass in
            for scale in 2...3 { pass.files["de.lproj/logo@\(scale)x.png"] = pass.files["logo@\(scale)x.png"] }
        },
    ]

    /// Faults in strings and in the form of a reward programme.
    static let localization: [Mutation] = [
        Mutation("container.strings-encoding", at: "fr.lproj/pass.strings") {
            $0.files["fr.lproj/pass.strings"] = [0xC3, 0x28]
            $0.files["de.lproj/pass.strings"] = [0xC3, 0x28]
        },
        Mutation("container.strings-syntax", at: "fr.lproj/pass.strings") {
            $0.files["fr.lproj/pass.strings"] = Array("\"a\" = b".utf8)
        },
        Mutation("lint.strings.keys-differ", .warning, at: "fr.lproj/pass.strings") {
            $0.translate("de", "\"WHAT\" = \"WAS\"; \"WHEN\" = \"WANN\";")
            $0.translate("fr", "\"WHAT\" = \"QUOI\";")
        },
        Mutation("lint.strings.key-unused", .warning, at: "de.lproj/pass.strings") {
            $0.translate("de", "\"What\" = \"Was\";")
            $0.translate("fr", "\"What\" = \"Quoi\";")
        },
        Mutation("lint.strings.key-repeated", .warning, at: "de.lproj/pass.strings") {
            $0.translate("de", "\"WHAT\" = \"WAS\"; \"WHAT\" = \"WAT\";")
            $0.translate("fr", "\"WHAT\" = \"QUOI\";")
        },
        Mutation("lint.strings.single-language", .warning, at: "de.lproj/pass.strings") {
            $0.translate("de", "\"WHAT\" = \"WAS\";")
        },
        Mutation("lint.strings.encoding", .warning, at: "fr.lproj/pass.strings") {
            $0.translate("de", "\"WHAT\" = \"WAS\";")
            $0.files["fr.lproj/pass.strings"] = Array("\"WHAT\" = \"ÇA\";".utf8)
        },
        Mutation("lint.strings.change-message-placeholder", at: "fr.lproj/pass.strings") {
            $0["eventTicket.secondaryFields[0].changeMessage"] = "when_changed"
            $0.translate("de", "\"when_changed\" = \"Jetzt um %@\";")
            $0.translate("fr", "\"when_changed\" = \"Maintenant\";")
        },
        Mutation("lint.personalization.key-missing", at: "personalization.json", in: .reward) {
            $0.files["personalization.json"] = Array(
                "{\"requiredPersonalizationFields\":[\"PKPassPersonalizationFieldName\"]}".utf8
            )
        },
        Mutation("lint.personalization.key-missing", at: "personalization.json", in: .reward) {
            $0.files["personalization.json"] = Array(
                "{\"description\":\"Join\",\"requiredPersonalizationFields\":[]}".utf8
            )
        },
        Mutation("lint.personalization.field-unknown", at: "personalization.json", in: .reward) {
            $0.files["personalization.json"] =
                Array("{\"description\":\"Join\",\"requiredPersonalizationFields\":[\"Name\"]}".utf8)
        },
        Mutation("lint.personalization.no-nfc", at: "personalization.json", in: .reward) { $0["nfc"] = nil },
        Mutation("lint.personalization.no-logo", at: "personalization.json", in: .reward) {
            $0.removeImage("personalizationLogo")
        },
        Mutation("json.syntax", at: "personalization.json", in: .reward) {
            $0.files["personalization.json"] = Array("{".utf8)
        },
    ]
}
