extension ImageSlot {
    /// Whether Wallet shows the slot on a pass of a style.
    ///
    /// (Wallet Developer Guide, table 4-1; Human Interface Guidelines, "Wallet".)
    /// - Parameters:
    ///   - style: The style of the pass.
    ///   - schemes: The pass's ``Pass/preferredStyleSchemes``: some slots are for posters and semantic passes only.
    public func isShown(on style: PassStyle, schemes: [PassStyleScheme] = []) -> Bool {
        switch (self, style) {
        case (.icon, _), (.personalizationLogo, _): true
        case (.logo, _): style.isDocumented
        case (.primaryLogo, .posterGeneric), (.primaryLogo, .coupon): true
        case (.primaryLogo, .boardingPass): schemes.contains(.semanticBoardingPass)
        case (.primaryLogo, .eventTicket), (.secondaryLogo, .eventTicket), (.venueMap, .eventTicket):
            schemes.contains(.posterEventTicket)
        case (.artwork, .eventTicket): schemes.contains(.posterEventTicket)
        case (.artwork, .posterGeneric): true
        case (.strip, .coupon), (.strip, .storeCard), (.strip, .eventTicket): true
        case (.thumbnail, .generic), (.thumbnail, .eventTicket): true
        case (.background, .eventTicket): true
        case (.footer, .boardingPass): true
        default: false
        }
    }
}
