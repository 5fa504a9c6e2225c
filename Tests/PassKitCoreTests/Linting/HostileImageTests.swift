import PassKitCore
import PassKitTesting
import Testing

/// What the linter says of images that are none, or claim what no image is.
@Suite struct HostileImageTests {
    static func findings(_ change: (inout PassArchive) throws -> Void) throws -> [Finding] {
        var archive = try GoodPass(.event).archive()
        try change(&archive)
        return PassLinter().findings(in: archive)
    }

    static func image(_ width: Int, _ height: Int) -> [UInt8] {
        var forge = PNGForge()
        forge.chunks[0].data = PNGForge.header(width: width, height: height)
        return forge.bytes
    }

    static let longest = Int(Int32.max)

    @Test(arguments: ["icon", "logo", "background"], [(longest, 1), (1 << 30, 1), (longest, longest)])
    func theLongestSidesAreCompared(_ slot: String, _ sides: (Int, Int)) throws {
        let findings = try Self.findings { archive in
            try archive.set(Self.image(sides.0, sides.1), for: "\(slot)@2x.png")
            try archive.set(Self.image(sides.1, sides.0), for: "\(slot)@3x.png")
        }
        let differ = findings.contains { $0.code == .init("lint.image.scales-differ") }
        #expect(differ == (sides.0 != sides.1), "\(findings)")
    }

    @Test(arguments: ["foo.png", "logo@4x.png", "Logo.PNG", "en.lproj/foo.png", "sub/icon.png"])
    func whatIsCalledPNGIsOne(_ name: String) throws {
        let findings = try Self.findings { try $0.set(Array("RIFF....WEBP".utf8), for: name) }
        #expect(findings.contains { $0.code.rawValue == "container.png-signature" && $0.path == name }, "\(findings)")
        let image = try Self.findings { try $0.set(Self.image(1, 1), for: name) }
        #expect(!image.contains { $0.severity == .error }, "\(image)")
    }
}
