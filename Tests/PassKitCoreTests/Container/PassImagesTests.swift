import PassKitCore
import PassKitTesting
import Testing

@Suite struct PassImagesTests {
    static func package() throws -> PassPackage {
        let pass = Pass(
            type: "pass.com.example.ticket",
            serial: "1",
            team: "TEAMID1234",
            organization: "Example",
            description: "Ticket",
            style: .eventTicket
        )
        let made = PassPackage(pass: pass, images: ["icon.png": PNGForge.image(), "logo.png": PNGForge.image()])
        return try PassPackage(made.archive())
    }

    @Test func aNewImageMustBePNG() throws {
        var package = try Self.package()
        package.images["logo.png"] = [0xFF, 0xD8, 0xFF, 0xE0]
        let error = #expect(throws: PassError(.containerPNGSignature, "")) { try package.archive() }
        #expect(error?.message.hasPrefix("logo.png: ") == true)
        package.images["logo.png"] = PNGForge.image(width: 2)
        #expect(try package.archive().bytes(of: "logo.png") == PNGForge.image(width: 2))
    }

    @Test func aBrokenImageThatCameWithThePackageStays() throws {
        var archive = try Self.package().archive()
        try archive.set([1, 2, 3], for: "strip.png")
        var package = try PassPackage(PassArchive(reading: archive.bytes()))
        package.pass.logoText = "New"
        #expect(try package.archive().bytes(of: "strip.png") == [1, 2, 3])
        // The images of the same file, but opened another time.
        package.images = try PassPackage(PassArchive(reading: archive.bytes())).images
        #expect(try package.archive().bytes(of: "strip.png") == [1, 2, 3])
    }

    @Test(arguments: ["logo.jpg", "a/logo.png", "../logo.png", ".png", "pass.json"])
    func refusesOtherNames(_ name: String) throws {
        var package = try Self.package()
        package.images[name] = PNGForge.image()
        #expect(throws: PassError(.containerImageName, "")) { try package.archive() }
    }

    @Test func settingWhatIsThereIsNoChange() throws {
        let bytes = try Self.package().archive().bytes()
        var package = try PassPackage(reading: bytes)
        package.images["logo.png"] = PNGForge.image()
        package.images["strip.png"] = PNGForge.image()
        package.images["strip.png"] = nil
        #expect(try package.archive().bytes() == bytes)
        package.images["logo.png"] = nil
        package.images["logo.png"] = PNGForge.image()
        #expect(try package.archive().bytes() == bytes)
    }

    @Test func imagesOfAnotherPackageReplaceAll() throws {
        var package = try Self.package()
        package.images = ["icon@2x.png": PNGForge.image(width: 2)]
        #expect(try package.archive().entries.map(\.name) == ["icon@2x.png", "pass.json"])
    }
}
