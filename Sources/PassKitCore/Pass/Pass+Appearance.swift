extension Pass {
    /// The codes; Wallet shows the first whose format it knows, so put newer formats first (iOS 9).
    public var barcodes: [Barcode] {
        get { self[list: "barcodes"] }
        set { self[list: "barcodes"] = newValue }
    }

    /// The one code of systems before iOS 9: QR, PDF417 or Aztec.
    ///
    /// Deprecated by Apple: write ``barcodes`` (iOS 6).
    public var barcode: Barcode? {
        get { self["barcode"] }
        set { self["barcode"] = newValue }
    }

    /// The text beside the logo; localizable; not on poster event tickets (iOS 6).
    public var logoText: String? {
        get { self["logoText"] }
        set { self["logoText"] = newValue }
    }

    /// The text beside the logo of a poster event ticket; localizable (iOS 18.1).
    public var eventLogoText: String? {
        get { self["eventLogoText"] }
        set { self["eventLogoText"] = newValue }
    }

    /// The SF Symbol shown as logo; known from Apple's own tools only (iOS 27).
    public var logoSymbolName: String? {
        get { self["logoSymbolName"] }
        set { self["logoSymbolName"] = newValue }
    }

    /// The colour of the pass; Wallet ignores it where there is a background image (iOS 6).
    public var backgroundColor: PassColor? {
        get { self["backgroundColor"] }
        set { self["backgroundColor"] = newValue }
    }

    /// The colour of the values; Wallet ignores it with ``useAutomaticColors`` (iOS 6).
    public var foregroundColor: PassColor? {
        get { self["foregroundColor"] }
        set { self["foregroundColor"] = newValue }
    }

    /// The colour of the labels; Wallet ignores it with ``useAutomaticColors`` (iOS 6).
    public var labelColor: PassColor? {
        get { self["labelColor"] }
        set { self["labelColor"] = newValue }
    }

    /// The colour of text over a strip image; not documented by Apple (since iOS 6 at the earliest).
    public var stripColor: PassColor? {
        get { self["stripColor"] }
        set { self["stripColor"] = newValue }
    }

    /// The colour below the artwork of a poster event ticket (iOS 18).
    public var footerBackgroundColor: PassColor? {
        get { self["footerBackgroundColor"] }
        set { self["footerBackgroundColor"] = newValue }
    }

    /// Whether the strip has no shine; deprecated: no shine has been drawn since iOS 7 (iOS 6).
    public var suppressStripShine: Bool? {
        get { self["suppressStripShine"] }
        set { self["suppressStripShine"] = newValue }
    }

    /// Whether the header of a poster is not darkened; no when nil (iOS 18).
    public var suppressHeaderDarkening: Bool? {
        get { self["suppressHeaderDarkening"] }
        set { self["suppressHeaderDarkening"] = newValue }
    }

    /// Whether Wallet chooses the text colours of a poster event ticket; no when nil (iOS 18).
    public var useAutomaticColors: Bool? {
        get { self["useAutomaticColors"] }
        set { self["useAutomaticColors"] = newValue }
    }

    /// What groups passes of the same type and style: boarding passes and event tickets only (iOS 7).
    public var groupingIdentifier: String? {
        get { self["groupingIdentifier"] }
        set { self["groupingIdentifier"] = newValue }
    }
}
