import PassKitCore
import Testing

@Suite struct ImageSlotTests {
    static let names: [(String, ImageSlot, Int, String?)] = [
        ("logo", .logo, 1, nil), ("logo.png", .logo, 1, nil), ("logo@2x", .logo, 2, nil),
        ("logo@3x.png", .logo, 3, nil), ("de.lproj/logo@2x.png", .logo, 2, "de"),
        ("zh-Hans.lproj/strip", .strip, 1, "zh-Hans"), ("personalizationLogo@2x.png", .personalizationLogo, 2, nil),
    ]

    @Test(arguments: names)
    func readsNames(_ spelling: String, _ slot: ImageSlot, _ scale: Int, _ language: String?) throws {
        let name = try #require(PassImageName(spelling))
        #expect(name == PassImageName(slot, scale: scale, language: language))
        #expect(name.slot.isDocumented)
        #expect(name.path == (spelling.hasSuffix(".png") ? spelling : spelling + ".png"))
    }

    @Test(arguments: ["seal.png", "logo@4x.png", "logo@1x.png", "LOGO.png", "@2x.png", "logo.jpg"])
    func otherNamesFillNoKnownSlot(_ spelling: String) throws {
        #expect(try !#require(PassImageName(spelling)).slot.isDocumented)
    }

    @Test(arguments: ["", ".png", "a/b/logo.png", "images/logo.png", "../logo.png", "de.lproj/", "/logo.png"])
    func otherPathsNameNoImage(_ spelling: String) {
        #expect(PassImageName(spelling) == nil)
    }

    static let sizes: [(ImageSlot, Int, Int, Int, Bool)] = [
        (.icon, 76, 76, 2, true), (.icon, 58, 58, 2, true), (.icon, 76, 76, 3, false), (.icon, 76, 58, 2, false),
        (.logo, 320, 100, 2, true), (.logo, 322, 100, 2, false), (.logo, 480, 150, 3, true), (.logo, 40, 12, 1, true),
        (.strip, 1125, 432, 3, true), (.strip, 750, 246, 2, true), (.strip, 640, 168, 2, true),
        (.strip, 750, 290, 2, false), (.thumbnail, 120, 180, 2, true), (.thumbnail, 119, 180, 2, false),
        (.thumbnail, 180, 120, 2, true), (.background, 686, 1006, 2, true), (.background, 180, 220, 1, true),
        (.background, 690, 1010, 2, true), (.background, 690, 1006, 2, false), (.artwork, 1074, 1344, 3, true),
        (.artwork, 358, 449, 1, false), (.footer, 536, 30, 2, true), (.footer, 572, 30, 2, true),
        (.footer, 574, 30, 2, false), (.primaryLogo, 378, 90, 3, true), (.primaryLogo, 379, 90, 3, false),
        (.secondaryLogo, 270, 24, 2, true), (.secondaryLogo, 270, 25, 2, false),
        (.personalizationLogo, 300, 80, 2, true), (.personalizationLogo, 301, 80, 2, false),
        (.venueMap, 5, 7, 1, true),
    ]

    @Test(arguments: sizes.indices) func knowsWhatFits(_ index: Int) {
        let (slot, width, height, scale, fits) = Self.sizes[index]
        #expect(slot.fits(width: width, height: height, scale: scale) == fits)
    }

    @Test func everySizeHasASource() {
        for slot in ImageSlot.documented where slot != .venueMap {
            #expect(!slot.sizes.isEmpty && slot.sizes.allSatisfy { !$0.source.isEmpty }, "\(slot)")
        }
    }

    /// Which slots a style shows, without and with its newer scheme (the table of the HIG and the archived guide).
    static let styles: [(PassStyle, [PassStyleScheme], [ImageSlot])] = [
        (.boardingPass, [], [.icon, .logo, .footer]),
        (.boardingPass, [.semanticBoardingPass], [.icon, .logo, .footer, .primaryLogo]),
        (.coupon, [], [.icon, .logo, .strip, .primaryLogo]),
        (.eventTicket, [], [.icon, .logo, .strip, .background, .thumbnail]),
        (
            .eventTicket, [.posterEventTicket],
            [
                .icon, .logo, .strip, .background, .thumbnail, .primaryLogo, .secondaryLogo, .artwork, .venueMap,
            ]
        ),
        (.generic, [], [.icon, .logo, .thumbnail]),
        (.storeCard, [], [.icon, .logo, .strip]),
        (.posterGeneric, [], [.icon, .logo, .artwork, .primaryLogo]),
    ]

    @Test(arguments: styles.indices) func knowsWhereSlotsAreShown(_ index: Int) {
        let (style, schemes, slots) = Self.styles[index]
        let shown = ImageSlot.documented.filter { $0.isShown(on: style, schemes: schemes) }
        #expect(Set(shown) == Set(slots + [.personalizationLogo]))
    }

    @Test func imagesAreWithinReachBySlot() {
        var images = PassImages()
        images[.logo, scale: 2, language: "de"] = [1]
        images[.logo] = [2]
        images[.icon] = [3]
        #expect(images.names == ["de.lproj/logo@2x.png", "icon.png", "logo.png"])
        #expect(images["de.lproj/logo@2x.png"] == [1])
        #expect(images.names(of: .logo) == [PassImageName(.logo, scale: 2, language: "de"), PassImageName(.logo)])
        images[.logo] = nil
        #expect(images[.logo] == nil)
    }
}
