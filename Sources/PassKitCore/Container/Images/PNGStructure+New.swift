extension PNGStructure {
    /// The most pixels a side of an image has that is put into a pass; the largest slot takes 1125 × 1509.
    static let longestSide = 4096

    /// Checks an image that is to be put into a pass.
    ///
    /// A file of a few bytes can state a size for which the device that shows it has no memory.
    /// - Throws: as ``init(checking:)``; ``PassError/Code/containerPNGHeader`` for an image too large.
    static func check(new bytes: [UInt8]) throws(PassError) {
        let image = try PNGStructure(checking: bytes)
        guard image.width <= longestSide, image.height <= longestSide else {
            throw PassError(
                .containerPNGHeader,
                "The image has \(image.width) × \(image.height) pixels, and Wallet shows none beyond \(longestSide) a side. "
                    + "Make it smaller."
            )
        }
    }
}
