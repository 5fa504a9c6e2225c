import PassKitCore
import Testing

@Suite struct LocalizationsTests {
    static func package() throws -> PassPackage {
        let made = PassPackage(
            pass: PassTests.pass(),
            images: ["icon.png": PNGForge.image()],
            localizations: ["de": ["gate": "Tor"], "zh-Hans": ["gate": "门"]]
        )
        return try PassPackage(reading: made.archive().bytes())
    }

    @Test func stringsAreWithinReachByLanguage() throws {
        var package = try Self.package()
        #expect(package.localizations.languages == ["de", "zh-Hans"])
        #expect(package.localizations["zh-Hans"]?["gate"] == "门")
        package.localizations["de"]?["gate"] = "Ausgang"
        package.localizations["fr"] = ["gate": "Porte"]
        package.localizations["zh-Hans"] = nil
        #expect(package.localizations.languages == ["de", "fr"])
        let archive = try package.archive()
        #expect(
            archive.entries.map(\.name) == ["de.lproj/pass.strings", "icon.png", "pass.json", "fr.lproj/pass.strings"]
        )
        let strings = try PassStrings(reading: archive.bytes(of: "de.lproj/pass.strings"))
        #expect(strings["gate"] == "Ausgang")
    }

    @Test func settingWhatIsThereIsNoChange() throws {
        let bytes = try Self.package().archive().bytes()
        var package = try PassPackage(reading: bytes)
        package.localizations["de"] = package.localizations["de"]
        package.localizations["de"]?["gate"] = "Tor"
        package.localizations["it"] = nil
        package.localizations["de"]?["gate"] = "X"
        package.localizations["de"]?["gate"] = "Tor"
        #expect(try package.archive().bytes() == bytes)
    }

    @Test(arguments: ["", "../de", "de/x", "1de", "d e", String(repeating: "a", count: 36)])
    func refusesWhatIsNoLanguage(_ language: String) throws {
        var package = try Self.package()
        package.localizations[language] = ["gate": "Tor"]
        #expect(throws: PassError(.containerLanguage, "")) { try package.archive() }
    }

    @Test func brokenStringsReadAsNothingAndSayWhy() throws {
        var archive = try Self.package().archive()
        try archive.set(Array("\"gate\" = ".utf8), for: "de.lproj/pass.strings")
        let package = try PassPackage(archive)
        #expect(package.localizations["de"] == nil && package.localizations.languages.contains("de"))
        #expect(throws: PassError(.containerStringsSyntax, "")) { try package.localizations.strings(for: "de") }
        #expect(throws: PassError(.archiveNoSuchEntry, "")) { try package.localizations.strings(for: "it") }
    }

    @Test func theStringsOfAnotherPackageReplaceAll() throws {
        var package = try Self.package()
        package.localizations = ["es": ["gate": "Puerta"]]
        let names = try package.archive().entries.map(\.name)
        #expect(names == ["icon.png", "pass.json", "es.lproj/pass.strings"])
    }
}
