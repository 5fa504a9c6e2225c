extension ImageSlot {
    /// A size that fills a slot, in points: pixels are points times scale.
    public struct Size: Hashable, Sendable {
        /// The widths that fit.
        public let width: ClosedRange<Int>
        /// The heights that fit.
        public let height: ClosedRange<Int>
        /// Where the size comes from.
        public let source: String

        /// Whether an image of this many pixels fits at a scale.
        public func fits(width pixelWidth: Int, height pixelHeight: Int, scale: Int) -> Bool {
            let wide = (width.lowerBound * scale)...(width.upperBound * scale)
            let high = (height.lowerBound * scale)...(height.upperBound * scale)
            return wide.contains(pixelWidth) && high.contains(pixelHeight)
        }

        init(_ width: ClosedRange<Int>, _ height: ClosedRange<Int>, _ source: String) {
            self.width = width
            self.height = height
            self.source = source
        }
    }

    /// The sizes that fill the slot, the present one first; none where Apple publishes none.
    ///
    /// Older sizes still work: Wallet scales an image until it fills its slot, then cuts off what stands out. Where the
    /// sources disagree, all their sizes stand here.
    public var sizes: [Size] { Self.table[self] ?? [] }

    /// Whether an image of this many pixels fits the slot at a scale; true where Apple publishes no size.
    public func fits(width: Int, height: Int, scale: Int) -> Bool {
        let sizes = sizes
        return sizes.isEmpty || sizes.contains { $0.fits(width: width, height: height, scale: scale) }
    }

    private static let guidelines = "Apple, Human Interface Guidelines, Wallet (2026)"
    private static let archived = "Apple, Wallet Developer Guide (2018), Pass Design and Creation"
    private static let builder = "Apple, Pass Builder (2026)"

    private static let table: [ImageSlot: [Size]] = [
        .icon: [Size(38...38, 38...38, guidelines), Size(29...29, 29...29, archived)],
        .logo: [Size(50...160, 50...50, guidelines), Size(1...160, 1...50, archived)],
        .primaryLogo: [Size(30...126, 30...30, guidelines), Size(1...126, 1...30, builder)],
        .secondaryLogo: [Size(12...135, 12...12, guidelines), Size(1...135, 1...12, builder)],
        .strip: [
            Size(375...375, 144...144, guidelines), Size(375...375, 98...98, archived),
            Size(375...375, 123...123, archived), Size(320...320, 84...84, archived),
            Size(320...320, 110...110, archived), Size(320...320, 123...123, archived),
        ],
        .thumbnail: [Size(60...90, 90...90, guidelines), Size(60...90, 60...90, archived)],
        .background: [
            Size(343...343, 503...503, guidelines), Size(345...345, 505...505, builder),
            Size(180...180, 220...220, archived),
        ],
        .artwork: [Size(358...358, 448...448, guidelines)],
        // The guidelines' 268 looks like two digits exchanged: the other sources say 286.
        .footer: [Size(268...268, 15...15, guidelines), Size(1...286, 1...15, archived)],
        .personalizationLogo: [Size(150...150, 40...40, archived), Size(1...150, 1...40, archived)],
    ]
}
