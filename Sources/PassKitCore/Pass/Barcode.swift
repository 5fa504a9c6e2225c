/// A code on the pass. (Apple, Wallet Passes, "Pass.Barcodes".)
public struct Barcode: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes a code.
    /// - Parameters:
    ///   - format: The symbology.
    ///   - message: What is encoded.
    ///   - messageEncoding: The IANA name of the character set that turns the message into bytes.
    ///   - altText: A text near the code, for people.
    public init(
        _ format: BarcodeFormat,
        _ message: String,
        messageEncoding: String = "iso-8859-1",
        altText: String? = nil
    ) {
        json = JSONObject()
        self.format = format
        self.message = message
        self.messageEncoding = messageEncoding
        self.altText = altText
    }

    /// A QR code.
    public static func qr(_ message: String, altText: String? = nil) -> Self {
        Self(.qr, message, messageEncoding: encoding(for: message), altText: altText)
    }

    /// An Aztec code.
    public static func aztec(_ message: String, altText: String? = nil) -> Self {
        Self(.aztec, message, messageEncoding: encoding(for: message), altText: altText)
    }

    /// A PDF417 code.
    public static func pdf417(_ message: String, altText: String? = nil) -> Self {
        Self(.pdf417, message, messageEncoding: encoding(for: message), altText: altText)
    }

    /// A Code 128; not on a watch.
    public static func code128(_ message: String, altText: String? = nil) -> Self {
        Self(.code128, message, altText: altText)
    }

    // Scanners understand Latin-1 best; what it cannot spell needs UTF-8.
    private static func encoding(for message: String) -> String {
        message.unicodeScalars.allSatisfy { $0.value <= 0xFF } ? "iso-8859-1" : "utf-8"
    }

    /// The symbology; Wallet shows nothing for one it does not know (iOS 9).
    public var format: BarcodeFormat? {
        get { self["format"] }
        set { self["format"] = newValue }
    }

    /// What is encoded (iOS 9).
    public var message: String? {
        get { self["message"] }
        set { self["message"] = newValue }
    }

    /// The IANA name of the character set that turns the message into bytes, mostly `iso-8859-1` (iOS 9).
    public var messageEncoding: String? {
        get { self["messageEncoding"] }
        set { self["messageEncoding"] = newValue }
    }

    /// A text Wallet shows near the code, for people; not localizable, not on a watch (iOS 9).
    public var altText: String? {
        get { self["altText"] }
        set { self["altText"] = newValue }
    }
}

/// The symbology of a code.
public struct BarcodeFormat: JSONToken {
    /// The word, such as `PKBarcodeFormatQR`.
    public let rawValue: String

    /// Makes a format from its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// QR, square (iOS 6).
    public static let qr = Self(rawValue: "PKBarcodeFormatQR")
    /// PDF417, wide (iOS 6).
    public static let pdf417 = Self(rawValue: "PKBarcodeFormatPDF417")
    /// Aztec, square (iOS 6).
    public static let aztec = Self(rawValue: "PKBarcodeFormatAztec")
    /// Code 128, linear; not on a watch (iOS 9).
    public static let code128 = Self(rawValue: "PKBarcodeFormatCode128")
    /// Code 39, linear (iOS 27).
    public static let code39 = Self(rawValue: "PKBarcodeFormatCode39")
    /// Codabar, linear (iOS 27).
    public static let codabar = Self(rawValue: "PKBarcodeFormatCodabar")
    /// EAN-13, linear (iOS 27).
    public static let ean13 = Self(rawValue: "PKBarcodeFormatEAN13")
    /// Interleaved 2 of 5, linear (iOS 27).
    public static let interleaved2of5 = Self(rawValue: "PKBarcodeFormatI2of5")

    /// The formats that Apple documents.
    public static let documented: [Self] = [qr, pdf417, aztec, code128, code39, codabar, ean13, interleaved2of5]
}
